import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aarsmerker, akseverdier } from '../../../src/app/felles/grafakse.ts'
import { grafgeometri } from '../../../src/app/felles/grafgeometri.ts'
import { graftekst } from '../../../src/app/felles/graftekst.ts'
import type { Maaltall } from '../../../src/domain/maaltall.ts'
import type { Punkt } from '../../../src/domain/noekkeltall.ts'

const punkt = (dato: string, verdi: number): Punkt => ({ dato, verdi, slag: 'maaling', del: 0, eksempel: false })
const maaltall: Maaltall = {
  enhet: 'bondihagen',
  indikator: 'andelHeltid',
  basis: { aar: 2022, verdi: 15 },
  milepaeler: [
    { aar: 2024, verdi: 20 },
    { aar: 2026, verdi: 40 },
    { aar: 2028, verdi: 55 },
    { aar: 2030, verdi: 74 },
  ],
  vedtatt: '',
  vedtattDato: null,
  kilde: '',
  merknad: '',
  eksempel: true,
}
const bondihagen = {
  indikator: 'andelHeltid' as const,
  maaltall,
  sti: 26.68,
  punkter: [punkt('2022-12-31', 15), punkt('2024-06-30', 16.7), punkt('2025-09-01', 25.926)],
}

describe('aksen', () => {
  test('har tre eller fire runde tall', () => {
    expect(akseverdier([15, 74])).toEqual([0, 25, 50, 75])
    expect(akseverdier([50, 80])).toEqual([50, 60, 70, 80])
    expect(akseverdier([74, 90])).toEqual([70, 80, 90])
    expect(akseverdier([83.7, 90])).toEqual([80, 85, 90])
    expect(akseverdier([240, 640])).toEqual([200, 400, 600, 800])
    expect(akseverdier([50])).toEqual([50, 51])
    expect(akseverdier([])).toEqual([0, 50, 100])
  })
  test('rommer alltid alle verdiene, i like steg', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 100_000, noNaN: true }), { minLength: 1, maxLength: 20 }), (v) => {
        const a = akseverdier(v)
        expect(a.length).toBeGreaterThanOrEqual(2)
        expect(a.length).toBeLessThanOrEqual(4)
        expect(a[0]!).toBeLessThanOrEqual(Math.min(...v))
        expect(a.at(-1)!).toBeGreaterThanOrEqual(Math.max(...v))
      }),
    )
  })
  test('hver milepæls år står under slutten av året; trange år faller bort, aldri det siste', () => {
    expect(aarsmerker(2023, 2031, [2024, 2026, 2028, 2030], 1).map((m) => m.aar)).toEqual([
      2022, 2024, 2026, 2028, 2030,
    ])
    expect(aarsmerker(2023, 2031, [2024, 2026, 2028, 2030], 3).map((m) => m.aar)).toEqual([2022, 2026, 2030])
    expect(aarsmerker(2024.2, 2026.9, [], 0.8)).toEqual([
      { aar: 2024, t: 2024.5 },
      { aar: 2025, t: 2025.5 },
      { aar: 2026, t: 2026.5 },
    ])
    expect(aarsmerker(2024.2, 2026.4, [], 0.8).map((m) => m.aar)).toEqual([2024, 2025])
  })
})

describe('grafen', () => {
  const valg = { hoeyde: 182, idag: '2025-09-18' }
  test('holder alt innenfor rammen, også på 240 piksler og med dobbelt så stor tekst', () => {
    for (const bredde of [240, 326, 900]) {
      for (const skala of [1, 2]) {
        const g = grafgeometri(bondihagen, { ...valg, hoeyde: 182 * skala, bredde, skala })!
        for (const p of [...g.punkter, ...g.milepaeler]) {
          expect(p.x).toBeGreaterThanOrEqual(0)
          expect(p.x).toBeLessThanOrEqual(bredde)
          expect(p.y).toBeGreaterThanOrEqual(12)
          expect(p.y).toBeLessThanOrEqual(g.hoeyde - 12)
        }
      }
    }
  })
  test('skriver verdien bare over milepæler som er igjen, og alltid over den siste', () => {
    const tekster = (bredde: number, tett = false) =>
      grafgeometri(bondihagen, { ...valg, bredde, tett })!.milepaeler.map(
        (m) => m.tekst?.replace('\u00a0', ' ') ?? null,
      )
    expect(tekster(326)).toEqual([null, '40 %', '55 %', '74 %'])
    expect(tekster(326, true)).toEqual([null, '40 %', null, '74 %'])
    expect(tekster(120).at(-1)).toBe('74 %')
  })
  test('har framskriving fra tre målinger, ikke fra to', () => {
    expect(grafgeometri(bondihagen, { ...valg, bredde: 326 })!.baand).toMatch(/^M.*Z$/)
    const to = { ...bondihagen, punkter: bondihagen.punkter.slice(1) }
    expect(grafgeometri(to, { ...valg, bredde: 326 })!.baand).toBe('')
  })
  test('tegnes også uten målsti, uten målinger og med én måling', () => {
    const en = grafgeometri(
      { ...bondihagen, maaltall: null, punkter: [punkt('2025-09-01', 26)] },
      { ...valg, bredde: 326 },
    )
    expect(en?.punkter.every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true)
    expect(grafgeometri({ ...bondihagen, punkter: [] }, { ...valg, bredde: 326 })?.maalt).toBe('')
    expect(grafgeometri({ ...bondihagen, maaltall: null, punkter: [] }, { ...valg, bredde: 326 })).toBeNull()
  })
})

describe('grafen som setning', () => {
  test('sier hvor det gikk, milepælene og målstien', () =>
    expect(graftekst(bondihagen).replaceAll('\u00a0', ' ')).toBe(
      'Andel heltid steg fra 15,0 prosent 31. desember 2022 til 25,9 prosent 1. september 2025. Milepæler: 20 prosent i 2024, 40 i 2026, 55 i 2028 og 74 i 2030. Målstien var 26,7 prosent da.',
    ))
  test('sier fra når det står stille, faller eller mangler', () => {
    const med = (...punkter: Punkt[]) => graftekst({ ...bondihagen, maaltall: null, sti: null, punkter })
    expect(med(punkt('2024-01-01', 20), punkt('2025-01-01', 20.01))).toContain('var 20,0 prosent både')
    expect(med(punkt('2024-01-01', 20), punkt('2025-01-01', 18))).toContain('falt fra 20,0')
    expect(med(punkt('2025-01-01', 18))).toBe('Andel heltid var 18,0 prosent 1. januar 2025.')
    expect(med()).toBe('Andel heltid: ingen målinger ennå.')
  })
})
