import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Indikatornavn } from '../../src/domain/indikatorer.ts'
import type { Maaltall } from '../../src/domain/maaltall.ts'
import { avstandTilSti, nesteMilepael, statusMotSti, stipunkter, stiVerdi } from '../../src/domain/maalsti.ts'

const sti = (indikator: Indikatornavn, basis: [number, number], milepaeler: [number, number][]): Maaltall => ({
  enhet: 'asker',
  indikator,
  basis: { aar: basis[0], verdi: basis[1] },
  milepaeler: milepaeler.map(([aar, verdi]) => ({ aar, verdi })),
  vedtatt: '',
  vedtattDato: null,
  kilde: '',
  merknad: '',
  eksempel: false,
})
const aar = [2024, 2026, 2028, 2030]
const mandat = (indikator: Indikatornavn, basis: number, verdier: number[]) =>
  sti(
    indikator,
    [2020, basis],
    verdier.map((v, i) => [aar[i]!, v]),
  )

describe('Askers og Velferds egne tall 30. april 2024', () => {
  const tilfeller = [
    ['Asker', mandat('andelHeltid', 74, [78, 83, 87, 90]), 77.19, -0.14, 'i_rute'],
    ['Asker', mandat('gjennomsnittligStilling', 83.7, [85, 87, 88, 90]), 84.29, -0.49, 'i_rute'],
    ['Velferd', mandat('andelHeltid', 55.5, [60, 66, 70, 74]), 65.08, 5.83, 'foran'],
    ['Velferd', mandat('gjennomsnittligStilling', 74.5, [78, 83, 87, 90]), 75.7, -1.71, 'bak'],
  ] as const
  test.each(tilfeller)('%s %#: avstanden stemmer på to desimaler', (_navn, maaltall, verdi, avstand, status) => {
    expect(avstandTilSti(verdi, maaltall, '2024-04-30', 'opp')).toBe(avstand)
    expect(statusMotSti(verdi, maaltall, '2024-04-30')).toBe(status)
  })
})

describe('målstien', () => {
  const m = mandat('andelHeltid', 74, [78, 83, 87, 90])
  test('treffer basis og hver milepæl ved utgangen av året', () => {
    for (const p of stipunkter(m)) expect(stiVerdi(m, `${p.aar}-12-31`)).toBe(p.verdi)
  })
  test('finnes ikke før basisåret er omme', () => expect(stiVerdi(m, '2020-12-30')).toBeNull())
  test('blir stående etter siste milepæl', () => expect(stiVerdi(m, '2034-05-01')).toBe(90))
  test('en milepæl i basisåret er ikke med', () =>
    expect(stipunkter(sti('deltid', [2024, 5], [[2024, 9]]))).toHaveLength(1))
  test('uten milepæler er stien basis', () => expect(stiVerdi(sti('deltid', [2024, 5], []), '2026-01-01')).toBe(5))
  test('neste milepæl er den som er igjen i år, til og med nyttårsaften', () => {
    expect(nesteMilepael(m, '2024-12-31')?.aar).toBe(2024)
    expect(nesteMilepael(m, '2025-01-01')?.aar).toBe(2026)
    expect(nesteMilepael(m, '2031-01-01')?.aar).toBe(2030)
  })
  test('går rett fram: verdien ligger mellom naboene, og stiger når milepælene stiger', () => {
    const stigende = fc
      .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 })
      .map((v) => v.map((x) => x / 10).sort((a, b) => a - b))
    const dag = fc.date({ min: new Date('2020-12-31'), max: new Date('2032-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(stigende, dag, dag, (v, a, b) => {
        const stien = mandat('andelHeltid', v[0]!, v.slice(1))
        const [foer, etter] = [a, b].map((d) => d.toISOString().slice(0, 10)).sort() as [string, string]
        const [x, y] = [stiVerdi(stien, foer)!, stiVerdi(stien, etter)!]
        expect(x).toBeLessThanOrEqual(y + 1e-9)
        expect(x).toBeGreaterThanOrEqual(v[0]! - 1e-9)
        expect(y).toBeLessThanOrEqual(v[4]! + 1e-9)
      }),
    )
  })
})

describe('status', () => {
  const flat = sti('andelHeltid', [2020, 50], [[2030, 50]])
  test('akkurat 1,00 prosentpoeng under er i rute, 1,01 er bak', () => {
    expect(statusMotSti(49, flat, '2024-04-30')).toBe('i_rute')
    expect(statusMotSti(48.99, flat, '2024-04-30')).toBe('bak')
    expect(statusMotSti(50, flat, '2024-04-30')).toBe('foran')
    expect(statusMotSti(49.99, flat, '2024-04-30')).toBe('i_rute')
  })
  test('1,00 under er i rute også der maskinen regner 1,0000000000000142', () => {
    for (let i = 0; i <= 1000; i++) {
      const v = i / 10
      expect(statusMotSti(v - 1, sti('andelHeltid', [2020, v], [[2030, v]]), '2024-04-30')).toBe('i_rute')
    }
  })
  test('der lavere er bedre, snur fortegnet', () => {
    const ned = sti('sykefravaer', [2020, 10], [[2030, 10]])
    expect(avstandTilSti(7, ned, '2024-04-30', 'ned')).toBe(3)
    expect(statusMotSti(7, ned, '2024-04-30')).toBe('foran')
    expect(statusMotSti(11, ned, '2024-04-30')).toBe('i_rute')
    expect(statusMotSti(11.5, ned, '2024-04-30')).toBe('bak')
  })
  test('uten målsti er det ingen status', () => {
    expect(statusMotSti(50, undefined, '2024-04-30')).toBeNull()
    expect(statusMotSti(50, flat, '2019-04-30')).toBeNull()
  })
})
