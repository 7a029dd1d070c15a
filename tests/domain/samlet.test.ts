import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MaalingPost } from '../../src/domain/maaling.ts'
import { samlet, samletSerie } from '../../src/domain/samlet.ts'
import { noekkeltall } from '../../src/domain/noekkeltall.ts'

const enheter = [
  { id: 'velferd', overordnet: null },
  { id: 'ho2', overordnet: 'velferd' },
  { id: 'hurum', overordnet: 'ho2' },
  { id: 'braaset', overordnet: 'ho2' },
  { id: 'tpf1', overordnet: 'velferd' },
]
let n = 0
const maaling = (
  enhet: string,
  teller: number | null,
  nevner: number | null,
  d: Partial<MaalingPost> = {},
): MaalingPost => ({
  id: `m${String(++n).padStart(4, '0')}`,
  enhet,
  indikator: 'andelHeltid',
  dato: '2025-09-01',
  teller,
  nevner,
  verdi: teller === null ? 50 : null,
  kilde: '',
  merknad: '',
  spurt: null,
  deler: null,
  registrertAv: '',
  eksempel: false,
  ...d,
})
const idag = '2025-09-18'
const rull = (m: MaalingPost[], rot = 'ho2') => samlet(rot, 'andelHeltid', m, enheter, idag)

describe('samlet tall', () => {
  test('legger sammen teller og nevner, og tar aldri snitt av prosenter', () => {
    // 50 % of 10 and 10 % of 90: the average would be 30 %.
    expect(rull([maaling('hurum', 5, 10), maaling('braaset', 9, 90)])).toMatchObject({
      teller: 14,
      nevner: 100,
      verdi: 14,
      enheter: ['hurum', 'braaset'],
      mangler: [],
    })
  })
  test('sier hvem som mangler, og fra hvilke dager tallene er', () => {
    expect(rull([maaling('hurum', 5, 10, { dato: '2025-06-30' })])).toMatchObject({
      enheter: ['hurum'],
      mangler: ['braaset'],
      fraOgMed: '2025-06-30',
      tilOgMed: '2025-06-30',
    })
  })
  test('bruker det siste fra hver enhet, og ingenting som er eldre enn 13 måneder', () => {
    const m = [
      maaling('hurum', 5, 10, { dato: '2025-06-30' }),
      maaling('hurum', 6, 10),
      maaling('braaset', 9, 90, { dato: '2024-08-17' }),
    ]
    expect(rull(m)).toMatchObject({ teller: 6, nevner: 10, mangler: ['braaset'] })
  })
  test('en enhets egen telling går foran enhetene under den', () => {
    const m = [maaling('ho2', 40, 80), maaling('hurum', 5, 10), maaling('tpf1', 10, 20)]
    expect(rull(m, 'velferd')).toMatchObject({ teller: 50, nevner: 100, enheter: ['ho2', 'tpf1'] })
  })
  test('en prosent uten antall kan ikke legges sammen; da brukes enhetene under', () => {
    const m = [maaling('ho2', null, null), maaling('hurum', 5, 10)]
    expect(rull(m, 'velferd')).toMatchObject({ teller: 5, nevner: 10, enheter: ['hurum'] })
  })
  test('uten en eneste telling finnes det ikke noe samlet tall', () => expect(rull([])).toBeNull())
  test('en ring i organisasjonen tar slutt', () => {
    const ring = [
      { id: 'a', overordnet: 'b' },
      { id: 'b', overordnet: 'a' },
    ]
    expect(samlet('a', 'andelHeltid', [maaling('b', 1, 2)], ring, idag)).toMatchObject({ teller: 1, nevner: 2 })
  })
  test('ligger mellom den laveste og den høyeste av delene', () => {
    const del = fc
      .integer({ min: 1, max: 200 })
      .chain((nevner) => fc.tuple(fc.integer({ min: 0, max: nevner }), fc.constant(nevner)))
    fc.assert(
      fc.property(del, del, (a, b) => {
        const s = rull([maaling('hurum', ...a), maaling('braaset', ...b)])!
        const deler = [(a[0] / a[1]) * 100, (b[0] / b[1]) * 100]
        expect(s.verdi).toBeGreaterThanOrEqual(Math.min(...deler) - 1e-9)
        expect(s.verdi).toBeLessThanOrEqual(Math.max(...deler) + 1e-9)
      }),
    )
  })
})

describe('samlet serie', () => {
  test('har bare måneder der de samme enhetene er målt, så en ny enhet ikke ser ut som et sprang', () => {
    const m = [
      maaling('hurum', 5, 10, { dato: '2025-01-15' }),
      maaling('hurum', 6, 10, { dato: '2025-05-15' }),
      maaling('braaset', 9, 90, { dato: '2025-05-20' }),
      maaling('braaset', 18, 90, { dato: '2025-09-01' }),
    ]
    expect(samletSerie('ho2', 'andelHeltid', m, enheter, idag).map((s) => [s.tilOgMed, s.teller])).toEqual([
      ['2025-05-20', 15],
      ['2025-09-01', 24],
    ])
  })
})

describe('nøkkeltallet til en enhet', () => {
  const g = (maalinger: MaalingPost[]) => ({ maalinger, maaltall: [], enheter })
  test('egen måling går foran samlet tall, også når den er gammel', () => {
    const t = noekkeltall(
      'ho2',
      'andelHeltid',
      g([maaling('ho2', null, null, { dato: '2024-04-30' }), maaling('hurum', 5, 10)]),
      idag,
    )
    expect(t).toMatchObject({ verdi: 50, dato: '2024-04-30', samlet: null, status: 'mangler' })
  })
  test('uten egen måling er det samlet, og sier det', () => {
    const t = noekkeltall('ho2', 'andelHeltid', g([maaling('hurum', 5, 10)]), idag)
    expect(t).toMatchObject({ verdi: 50, teller: 5, nevner: 10, maaling: null, samlet: { enheter: ['hurum'] } })
  })
  test('uten noe som helst mangler det', () =>
    expect(noekkeltall('hurum', 'andelHeltid', g([]), idag)).toMatchObject({
      verdi: null,
      status: 'mangler',
      punkter: [],
    }))
  test('etter 13 måneder mangler målingen, men verdien og statusen den hadde, står', () => {
    const maaltall = [
      {
        enhet: 'hurum',
        indikator: 'andelHeltid' as const,
        basis: { aar: 2020, verdi: 40 },
        milepaeler: [{ aar: 2030, verdi: 80 }],
        vedtatt: '',
        vedtattDato: null,
        kilde: '',
        merknad: '',
        eksempel: false,
      },
    ]
    const t = noekkeltall(
      'hurum',
      'andelHeltid',
      { maalinger: [maaling('hurum', 60, 100, { dato: '2024-04-30' })], maaltall, enheter },
      idag,
    )
    expect(t).toMatchObject({ verdi: 60, dato: '2024-04-30', status: 'mangler', statusDa: 'foran' })
    expect(t.punkter.map((p) => p.slag)).toEqual(['basis', 'maaling'])
  })
})
