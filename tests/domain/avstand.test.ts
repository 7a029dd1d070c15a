import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { avstandTekst, avstandTilMilepael } from '../../src/domain/avstand.ts'
import type { Indikatornavn } from '../../src/domain/indikatorer.ts'
import type { Maaltall } from '../../src/domain/maaltall.ts'

const maaltall = (indikator: Indikatornavn, milepaeler: [number, number][], basis = 15): Maaltall => ({
  enhet: 'bondihagen',
  indikator,
  basis: { aar: 2022, verdi: basis },
  milepaeler: milepaeler.map(([aar, verdi]) => ({ aar, verdi })),
  vedtatt: '',
  vedtattDato: null,
  kilde: '',
  merknad: '',
  eksempel: false,
})
const bondihagen: [number, number][] = [
  [2024, 20],
  [2026, 40],
  [2028, 55],
]
const si = (indikator: Indikatornavn, teller: number, nevner: number, m: [number, number][], idag = '2025-09-18') => {
  const a = avstandTilMilepael(
    { indikator, teller, nevner, verdi: (teller / nevner) * 100 },
    maaltall(indikator, m),
    idag,
  )
  return a && avstandTekst(a).replaceAll('\u00a0', ' ')
}
const siProsent = (verdi: number, m: [number, number][], idag: string) => {
  const a = avstandTilMilepael(
    { indikator: 'andelHeltid', teller: null, nevner: null, verdi },
    maaltall('andelHeltid', m),
    idag,
  )
  return a && avstandTekst(a).replaceAll('\u00a0', ' ')
}

describe('avstand i mennesker', () => {
  test('14 av 54 trenger 8 til for 40 %', () =>
    expect(si('andelHeltid', 14, 54, bondihagen)).toBe('8 ansatte til fra deltid til heltid for å nå 40 % i 2026'))
  test('én heter ansatt', () =>
    expect(si('andelHeltid', 21, 54, bondihagen)).toBe('1 ansatt til fra deltid til heltid for å nå 40 % i 2026'))
  test('milepælen er nådd når antallet akkurat rekker', () =>
    expect(si('andelHeltid', 22, 55, bondihagen)).toBe(
      '40 % er nådd. 9 ansatte til fra deltid til heltid for å nå 55 % i 2028',
    ))
  test('30 årsverk på 54 blir 60 % med 4 færre stillinger', () =>
    expect(si('gjennomsnittligStilling', 30, 54, [[2026, 60]])).toBe(
      '4 færre stillinger med samme 30 årsverk gir 60 % i 2026',
    ))
  test('deltid går andre veien', () =>
    expect(si('deltid', 40, 54, [[2026, 60]])).toBe('8 ansatte til fra deltid til heltid for å nå 60 % i 2026'))
  test('når årsverkene ikke rekker til én stilling, må det flere årsverk til', () =>
    expect(si('gjennomsnittligStilling', 0.5, 1, [[2026, 60]])).toBe(
      '0,1 årsverk til på de samme ansatte gir 60 % i 2026',
    ))
  test('så mange som setningen sier er nok, og én færre er ikke nok', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(),
        (nevner, promille, r) => {
          const milepael = promille / 10
          const teller = r % (nevner + 1)
          if ((teller / nevner) * 100 >= milepael - 1e-9) return
          const n = Number(si('andelHeltid', teller, nevner, [[2026, milepael]])!.split(' ')[0])
          expect(((teller + n) / nevner) * 100).toBeGreaterThanOrEqual(milepael - 1e-6)
          expect(((teller + n - 1) / nevner) * 100).toBeLessThan(milepael)
        },
      ),
    )
  })
  test('så mange færre stillinger som setningen sier når milepælen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 10, max: 99 }), (ansatte, snitt) => {
        const aarsverk = (ansatte * snitt) / 100
        const svar = si('gjennomsnittligStilling', aarsverk, ansatte, [[2026, 100]])!
        if (svar.includes('årsverk til')) return
        const faerre = Number(svar.split(' ')[0])
        expect(aarsverk / (ansatte - faerre)).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(aarsverk / (ansatte - faerre + 1)).toBeLessThan(1)
      }),
    )
  })
})

describe('avstand i prosentpoeng der det ikke finnes antall', () => {
  const asker: [number, number][] = [
    [2024, 78],
    [2026, 83],
  ]
  test('avrundes til én desimal', () => {
    expect(siProsent(77.19, asker, '2024-10-21')).toBe('0,8 prosentpoeng til 78 % i 2024')
    expect(siProsent(77, asker, '2024-10-21')).toBe('1 prosentpoeng til 78 % i 2024')
  })
  test('det som mangler er aldri null', () =>
    expect(siProsent(77.99, asker, '2024-10-21')).toBe('Under 0,1 prosentpoeng til 78 % i 2024'))
  test('en milepæl som er nådd før tiden, fortelles, og den neste nevnes', () =>
    expect(siProsent(78, asker, '2024-10-21')).toBe('78 % er nådd. Neste: 83 % i 2026'))
  test('når alt er nådd, sies det', () =>
    expect(siProsent(84, asker, '2024-10-21')).toBe('78 % er nådd. Alle milepælene er nådd.'))
  test('etter siste milepæl er det den som står igjen', () =>
    expect(siProsent(80, asker, '2027-01-01')).toBe('3 prosentpoeng til 83 %, milepælen for 2026'))
  test('uten milepæl er det ingen avstand', () => expect(siProsent(80, [], '2027-01-01')).toBeNull())
})
