import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EnhetPost } from '../../../src/domain/enhet.ts'
import { samlet } from '../../../src/domain/samlet.ts'
import { utgivelse } from '../../../src/domain/smaatall/utgivelse.ts'
import { smaatallstabell } from '../../../src/domain/smaatall/utvalg.ts'
import { celleverdier, cellenoekkel } from '../../../src/domain/smaatall/tabell.ts'
import type { Stilling } from '../../../src/domain/stillingsbilde.ts'
import { aarsverkI, ansatteI, heltidI } from '../../../src/domain/stillingstall.ts'
import { maalingPost } from '../../support/maaling.ts'

const idag = '2026-11-21'
const dag = '2026-11-01'
const e = (id: string, overordnet: string | null, nivaa: EnhetPost['nivaa'] = 'avdeling'): EnhetPost => ({
  id,
  navn: id,
  kortnavn: '',
  nivaa,
  overordnet,
  pilot: false,
  beskrivelse: '',
  kilde: '',
  eksempel: false,
})
const ENHETER = [
  e('asker', null, 'kommune'),
  e('ho2', 'asker', 'virksomhet'),
  e('hurum', 'ho2'),
  e('braaset', 'ho2'),
  e('tpf1', 'asker', 'virksomhet'),
  e('bondihagen', 'tpf1'),
  e('lillevik', 'tpf1'),
]
const folk = (...grupper: [number, number, Stilling['yrke'], Stilling['kjoenn']][]): Stilling[] =>
  grupper.map(([prosent, antall, yrke, kjoenn]) => ({ prosent, antall, yrke, kjoenn }))
const STORE = folk([100, 20, 'V', 'kvinne'], [50, 20, 'H', 'kvinne'], [100, 8, 'V', 'mann'], [50, 9, 'H', 'mann'])
const SMAA = folk([100, 2, 'V', 'kvinne'], [50, 10, 'H', 'kvinne'])

function grunnlag(hos: Record<string, Stilling[]>, ekstra: ReturnType<typeof maalingPost>[] = []) {
  const enheter = Object.entries(hos)
  return {
    enheter: ENHETER,
    maaltall: [],
    maalinger: [
      ...enheter.flatMap(([id, s]) => [
        maalingPost(id, 'andelHeltid', dag, heltidI(s), ansatteI(s)),
        maalingPost(id, 'gjennomsnittligStilling', dag, aarsverkI(s), ansatteI(s)),
      ]),
      ...ekstra,
    ],
    bilder: enheter.map(([id, stillinger]) => ({
      id: `b-${id}`,
      enhet: id,
      dato: dag,
      kilde: '',
      merknad: '',
      registrertAv: '',
      stillinger,
      eksempel: false,
    })),
  }
}
const alleStore = { hurum: STORE, braaset: STORE, bondihagen: STORE, lillevik: STORE }
const ett = (tall: ReturnType<typeof utgivelse>, enhet: string, indikator = 'andelHeltid', kategori = '') =>
  tall.find((t) => t.enhet === enhet && t.indikator === indikator && t.kategori === kategori)
const skjult = (t: ReturnType<typeof ett>) => t?.teller === null && t.nevner === null && t.verdi === null

describe('det som gis ut', () => {
  test('er tallene selv, der det er mange nok', () => {
    const ut = utgivelse(grunnlag(alleStore), 5, idag)
    expect(ett(ut, 'hurum')).toMatchObject({ teller: 28, nevner: 57 })
    expect(ett(ut, 'asker')).toMatchObject({ teller: 112, nevner: 228 })
    expect(ett(ut, 'ho2', 'andelHeltid', 'mann')).toMatchObject({ teller: 16, nevner: 34 })
    expect(ett(ut, 'ho2', 'andelHeltid', '100')).toMatchObject({ teller: 56, nevner: null })
    expect(ut.filter(skjult).map((t) => t.kategori)).toEqual(expect.arrayContaining(['V', 'H']))
  })

  test('har ikke noe tall om en liten gruppe, og heller ikke om den det kunne regnes ut av', () => {
    const ut = utgivelse(grunnlag({ ...alleStore, lillevik: SMAA }), 5, idag)
    for (const enhet of ['lillevik', 'bondihagen']) {
      expect(skjult(ett(ut, enhet)), enhet).toBe(true)
      expect(skjult(ett(ut, enhet, 'gjennomsnittligStilling')), enhet).toBe(true)
    }
    expect(ett(ut, 'tpf1')).toMatchObject({ teller: 30, nevner: 69 })
    expect(ett(ut, 'hurum')).toMatchObject({ teller: 28 })
  })

  test('tar med det som er igjen når en større helhet har talt flere enn enhetene sine', () => {
    // 57 of the 59 are at Bondihagen: two people are left over.
    const ut = utgivelse(
      grunnlag({ bondihagen: STORE, hurum: STORE }, [maalingPost('tpf1', 'andelHeltid', dag, 29, 59)]),
      5,
      idag,
    )
    expect(skjult(ett(ut, 'bondihagen')) || skjult(ett(ut, 'tpf1'))).toBe(true)
  })

  test('sykefravær og vikarbruk gis bare ut for større helheter, med nok ansatte bak', () => {
    const syk = ['hurum', 'braaset', 'lillevik'].flatMap((id) => [
      maalingPost(id, 'sykefravaer', dag, 50, 600),
      maalingPost(id, 'vikarbruk', dag, 300, null),
    ])
    const faa = folk([100, 3, 'V', 'kvinne'], [50, 3, 'H', 'kvinne'])
    const ut = utgivelse(grunnlag({ hurum: STORE, braaset: STORE, lillevik: faa }, syk), 5, idag)
    expect(ut.filter((t) => t.indikator === 'sykefravaer').map((t) => t.enhet)).not.toContain('hurum')
    expect(skjult(ett(ut, 'tpf1', 'sykefravaer'))).toBe(true)
    expect(skjult(ett(ut, 'ho2', 'sykefravaer'))).toBe(true)
    expect(ett(ut, 'asker', 'vikarbruk')).toMatchObject({ verdi: 900 })
  })

  test('er ingenting når ingen har talt på 13 måneder', () =>
    expect(
      utgivelse({ ...grunnlag({}), maalinger: [maalingPost('hurum', 'andelHeltid', '2025-01-01', 20, 40)] }, 5, idag),
    ).toEqual([]))
})

describe('enheter uten felles ansatte', () => {
  const stillinger = fc
    .array(
      fc.tuple(
        fc.constantFrom(20, 50, 75, 80, 100),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('V', 'H', 'A', '' as const),
        fc.constantFrom('kvinne', 'mann', '' as const),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((g) => folk(...(g as [number, number, Stilling['yrke'], Stilling['kjoenn']][])))

  test('blir til sammen det hele: i tall, i grupper og i årsverk', () => {
    fc.assert(
      fc.property(stillinger, stillinger, stillinger, (a, b, c) => {
        const g = grunnlag({ hurum: a, braaset: b, bondihagen: c })
        const alle = [...a, ...b, ...c]
        const rullet = (i: 'andelHeltid' | 'gjennomsnittligStilling') => samlet('asker', i, g.maalinger, ENHETER, idag)!
        expect(rullet('andelHeltid')).toMatchObject({ teller: heltidI(alle), nevner: ansatteI(alle) })
        expect(rullet('gjennomsnittligStilling').teller).toBeCloseTo(aarsverkI(alle), 6)
        const t = smaatallstabell(
          Object.entries({ hurum: a, braaset: b, bondihagen: c }).map(([enhet, s]) => ({
            enhet,
            teller: heltidI(s),
            nevner: ansatteI(s),
            stillinger: s,
          })),
          ENHETER,
        )
        const verdi = (inndeling: string, kategori: string) =>
          celleverdier(t).get(cellenoekkel('asker', inndeling, kategori))!.par
        const menn = alle.filter((s) => s.kjoenn === 'mann')
        expect(verdi('kjoenn', 'mann')).toEqual([heltidI(menn), ansatteI(menn) - heltidI(menn)])
        for (const [inndeling, kategorier] of Object.entries(t.inndelinger)) {
          const sum = Object.keys(kategorier).reduce(
            ([h, d], k) => [h + verdi(inndeling, k)[0], d + verdi(inndeling, k)[1]] as [number, number],
            [0, 0] as [number, number],
          )
          expect(sum).toEqual([heltidI(alle), ansatteI(alle) - heltidI(alle)])
        }
      }),
    )
  })
})
