import { describe, expect, test } from 'vitest'
import { bruddFor, type Brudd } from '../../src/domain/brudd.ts'
import { framskriv } from '../../src/domain/framskriving.ts'
import type { MaalingPost } from '../../src/domain/maaling.ts'
import { noekkeltall } from '../../src/domain/noekkeltall.ts'
import { tempo } from '../../src/domain/tempo.ts'
import { maalingPost } from '../support/maaling.ts'

const enheter = [
  { id: 'velferd', overordnet: null },
  { id: 'ho2', overordnet: 'velferd' },
  { id: 'hurum', overordnet: 'ho2' },
  { id: 'braaset', overordnet: 'ho2' },
]
const brudd = (enhet: string, dato: string, d: Partial<Brudd> = {}): Brudd => ({
  enhet,
  indikator: null,
  dato,
  slag: 'omorganisering',
  grunn: 'Slått sammen med nabohuset',
  under: false,
  registrertAv: '',
  eksempel: false,
  ...d,
})
const idag = '2026-11-21'
const maalt = (enhet: string, dager: string[], teller = 10): MaalingPost[] =>
  dager.map((dato, i) => maalingPost(enhet, 'andelHeltid', dato, teller + i, 40))
const tall = (maalinger: MaalingPost[], b: Brudd[], enhet = 'hurum') =>
  noekkeltall(enhet, 'andelHeltid', { maalinger, maaltall: [], enheter, brudd: b }, idag)

const DAGER = ['2025-03-01', '2025-09-01', '2026-03-01', '2026-06-01', '2026-09-01']

describe('et brudd', () => {
  test('deler serien fra og med sin egen dag', () => {
    const t = tall(maalt('hurum', DAGER), [brudd('hurum', '2026-03-01')])
    expect(t.punkter.map((p) => p.del)).toEqual([0, 0, 1, 1, 1])
    expect(t.brudd).toHaveLength(1)
  })

  test('gjelder bare sin egen indikator, når den er nevnt', () => {
    expect(bruddFor([brudd('hurum', idag, { indikator: 'sykefravaer' })], 'hurum', 'andelHeltid', enheter)).toEqual([])
  })

  test('lenger oppe gjelder det under bare når det er sagt', () => {
    const oppe = (under: boolean) => bruddFor([brudd('velferd', idag, { under })], 'hurum', 'andelHeltid', enheter)
    expect(oppe(true)).toHaveLength(1)
    expect(oppe(false)).toHaveLength(0)
  })

  test('i én enhet bryter det tallet som er lagt sammen av den', () => {
    const m = [...maalt('hurum', DAGER), ...maalt('braaset', DAGER)]
    const t = tall(m, [brudd('hurum', '2026-06-01')], 'ho2')
    expect(t.punkter.map((p) => p.del)).toEqual([0, 0, 0, 1, 1])
  })

  test('fram i tid bryter ingenting ennå', () => {
    expect(tall(maalt('hurum', DAGER), [brudd('hurum', '2027-01-01')]).brudd).toEqual([])
  })

  test('i en ring i organisasjonen tar det slutt', () => {
    const ring = [
      { id: 'a', overordnet: 'b' },
      { id: 'b', overordnet: 'a' },
    ]
    expect(bruddFor([brudd('b', idag, { under: true })], 'a', 'andelHeltid', ring)).toHaveLength(1)
  })
})

describe('framskrivingen', () => {
  test('bruker bare målingene etter bruddet: tre gir et felt, to gir ingenting', () => {
    const m = maalt('hurum', DAGER)
    const med = (dato: string) => framskriv(tall(m, [brudd('hurum', dato)]).punkter)
    expect(med('2026-03-01')).not.toBeNull()
    expect(med('2026-06-01')).toBeNull()
  })
  test('er den samme som om målingene før bruddet aldri var tatt', () => {
    const m = maalt('hurum', DAGER)
    const etter = m.filter((x) => x.dato >= '2026-03-01')
    expect(framskriv(tall(m, [brudd('hurum', '2026-03-01')]).punkter)).toEqual(framskriv(tall(etter, []).punkter))
  })
})

describe('tempoet', () => {
  const maaltall = {
    enhet: 'hurum',
    indikator: 'andelHeltid' as const,
    basis: { aar: 2023, verdi: 20 },
    milepaeler: [
      { aar: 2026, verdi: 30 },
      { aar: 2028, verdi: 50 },
    ],
    vedtatt: '',
    vedtattDato: null,
    kilde: '',
    merknad: '',
    eksempel: false,
  }
  const med = (m: MaalingPost[], b: Brudd[] = []) =>
    tempo(noekkeltall('hurum', 'andelHeltid', { maalinger: m, maaltall: [maaltall], enheter, brudd: b }, idag), idag)!

  test('hittil er fra første til siste måling, i prosentpoeng i året', () => {
    // 25 % to 35 % in 549 days.
    const { hittil } = med(maalt('hurum', DAGER))
    expect(hittil).toMatchObject({ fra: '2025-03-01', til: '2026-09-01' })
    expect(hittil!.perAar).toBeCloseTo((10 / 549) * 365.25, 6)
  })
  test('som trengs, går til den neste milepælen som ikke er nådd', () => {
    const { trengs } = med(maalt('hurum', DAGER))
    expect(trengs).toMatchObject({ milepael: { aar: 2028, verdi: 50 }, maaneder: 25 })
    expect(trengs!.perAar).toBeCloseTo((15 / 771) * 365.25, 6)
  })
  test('går aldri over et brudd', () => {
    expect(med(maalt('hurum', DAGER), [brudd('hurum', '2026-03-01')]).hittil).toMatchObject({ fra: '2026-03-01' })
    expect(med(maalt('hurum', DAGER), [brudd('hurum', '2026-06-01')]).hittil).toBeNull()
  })
  test('ser ikke lenger tilbake enn to år, og regnes ikke av målinger som ligger tett', () => {
    expect(med(maalt('hurum', ['2023-01-01', ...DAGER])).hittil).toMatchObject({ fra: '2025-03-01' })
    expect(med(maalt('hurum', ['2026-06-01', '2026-09-01'])).hittil).toBeNull()
  })
  test('når alt er nådd, trengs ingenting', () => expect(med(maalt('hurum', DAGER, 36)).trengs).toBeNull())
})
