import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  erFersk,
  maalingerFor,
  maalingSkjema,
  sisteMaaling,
  verdiAv,
  type MaalingPost,
} from '../../src/domain/maaling.ts'
import { svarprosent, timerSomAarsverk } from '../../src/domain/maalingsdeler.ts'
import { forhaandsverdi, maalingsskjema, TOMME_DELER, type Maalingsfelter } from '../../src/domain/maalingsskjema.ts'

const maaling = (d: Partial<MaalingPost>): MaalingPost => ({
  id: 'm1',
  enhet: 'bondihagen',
  indikator: 'andelHeltid',
  dato: '2025-09-01',
  teller: 14,
  nevner: 54,
  verdi: null,
  kilde: 'HRM',
  merknad: '',
  spurt: null,
  deler: null,
  registrertAv: 'avdelingsleder',
  eksempel: false,
  ...d,
})
const felter = (d: Partial<Maalingsfelter> = {}): Maalingsfelter => ({
  indikator: 'andelHeltid',
  enhet: 'bondihagen',
  dato: '2025-09-18',
  maate: 'antall',
  teller: '14',
  nevner: '54',
  verdi: '',
  kilde: 'HRM',
  merknad: '',
  spurt: '',
  ...TOMME_DELER,
  ...d,
})
const feil = (d: Partial<Maalingsfelter>): Record<string, string> => {
  const r = v.safeParse(maalingsskjema('2025-09-18'), felter(d))
  return Object.fromEntries((r.issues ?? []).map((i) => [v.getDotPath(i) ?? '', i.message]))
}

describe('verdien av en måling', () => {
  test('er teller delt på nevner', () => expect(verdiAv(maaling({}))).toBeCloseTo(25.926, 3))
  test('er den publiserte verdien der det ikke finnes antall', () =>
    expect(verdiAv(maaling({ teller: null, nevner: null, verdi: 77.19 }))).toBe(77.19))
  test('antall går foran verdi', () => expect(verdiAv(maaling({ verdi: 99 }))).toBeCloseTo(25.926, 3))
})

describe('siste måling', () => {
  const alle = [
    maaling({ id: 'b', dato: '2025-06-01' }),
    maaling({ id: 'c', dato: '2025-09-01', teller: 15 }),
    maaling({ id: 'a', dato: '2025-09-01', teller: 14 }),
    maaling({ id: 'd', dato: '2025-12-01', enhet: 'hurum' }),
    maaling({ id: 'e', dato: '2025-12-01', indikator: 'deltid' }),
  ]
  test('er den nyeste av samme enhet og indikator; samme dag vinner den sist skrevne', () => {
    expect(sisteMaaling(alle, 'bondihagen', 'andelHeltid')?.id).toBe('c')
    expect(maalingerFor(alle, 'bondihagen', 'andelHeltid').map((m) => m.id)).toEqual(['b', 'a', 'c'])
  })
  test('til og med en dag', () => expect(sisteMaaling(alle, 'bondihagen', 'andelHeltid', '2025-08-31')?.id).toBe('b'))
  test('står seg i 13 måneder', () => {
    expect(erFersk('2024-08-18', '2025-09-18')).toBe(true)
    expect(erFersk('2024-08-17', '2025-09-18')).toBe(false)
  })
})

describe('skjemaet for en måling', () => {
  test('tar imot det som er riktig', () => {
    const r = v.parse(maalingsskjema('2025-09-18'), felter({ teller: '14', nevner: '54,0' }))
    expect(r).toMatchObject({ teller: 14, nevner: 54, verdi: null })
  })
  test('teller over nevner får en setning ved telleren', () =>
    expect(feil({ teller: '56' })).toEqual({ teller: 'Telleren kan ikke være større enn nevneren (54).' }))
  test('ansatte telles i hele tall, årsverk ikke', () => {
    expect(feil({ teller: '14,5' })).toEqual({ teller: 'Ansatte telles i hele tall.' })
    expect(feil({ teller: '30,4', indikator: 'gjennomsnittligStilling' })).toEqual({})
    expect(feil({ nevner: '54,5', indikator: 'gjennomsnittligStilling' })).toEqual({
      nevner: 'Ansatte telles i hele tall.',
    })
  })
  test('dato fram i tid eller fra forrige årtusen tas ikke imot', () => {
    expect(feil({ dato: '2025-09-19' })).toEqual({ dato: 'Datoen er fram i tid. Velg i dag eller en tidligere dag.' })
    expect(feil({ dato: '0225-09-19' })).toEqual({ dato: 'Velg en dato etter 1. januar 2000.' })
    expect(feil({ dato: '' })).toHaveProperty('dato')
  })
  test('nevner 0 og tall under 0 får hver sin setning', () => {
    expect(feil({ nevner: '0', teller: '0' })).toEqual({ nevner: 'Nevneren må være større enn 0.' })
    expect(feil({ teller: '-1' })).toEqual({ teller: 'Tallet kan ikke være under 0.' })
  })
  test('det som ikke er tall får en setning, og de andre feltene sjekkes likevel', () =>
    expect(feil({ teller: 'mange', dato: '2030-01-01' })).toEqual({
      teller: 'Skriv et tall med sifre, for eksempel 54 eller 30,5.',
      dato: 'Datoen er fram i tid. Velg i dag eller en tidligere dag.',
    }))
  test('et tomt skjema klager på tallene alene', () =>
    expect(feil({ teller: '', nevner: '' })).toEqual({ teller: 'Skriv et tall.', nevner: 'Skriv et tall.' }))
  test('prosent alene er 0–100, timer kan være flere', () => {
    expect(feil({ maate: 'verdi', verdi: '100,1' })).toEqual({ verdi: 'Prosenten kan ikke være over 100.' })
    expect(feil({ maate: 'verdi', verdi: '77,19', teller: '', nevner: '' })).toEqual({})
    expect(feil({ indikator: 'vikarbruk', verdi: '412', teller: '', nevner: '' })).toEqual({})
  })
  test('10 000 tegn i merknaden får en setning ved merknaden', () =>
    expect(feil({ merknad: 'x'.repeat(10_000) }).merknad).toContain('4 000 tegn'))
  test('tabellens skjema sier det samme som skjermens', () =>
    expect(v.safeParse(maalingSkjema, maaling({ teller: 56 })).issues?.[0]?.message).toBe(
      'Telleren kan ikke være større enn nevneren (54).',
    ))
  test('tallet regnes ut mens en skriver', () => {
    expect(forhaandsverdi(felter())?.verdi).toBeCloseTo(25.926, 3)
    expect(forhaandsverdi(felter({ teller: '56' }))).toBeNull()
    expect(forhaandsverdi(felter({ nevner: '0', teller: '0' }))).toBeNull()
    expect(forhaandsverdi(felter({ nevner: '' }))).toBeNull()
  })
})

describe('det som er særskilt for en indikator', () => {
  const les = (d: Partial<Maalingsfelter>) => v.parse(maalingsskjema('2025-09-18'), felter(d))
  const VIKAR = { indikator: 'vikarbruk', maate: 'deler', teller: '', nevner: '' } as const
  test('timer per slag legges sammen; tomme felt er 0', () => {
    expect(les({ ...VIKAR, ekstravakt: '120,5', byraa: '30' })).toMatchObject({
      verdi: 150.5,
      deler: { ekstravakt: 120.5, overtid: 0, tilkalling: 0, byraa: 30 },
      teller: null,
    })
    expect(forhaandsverdi(felter({ ...VIKAR, ekstravakt: '120,5', byraa: '30' }))?.verdi).toBe(150.5)
  })
  test('uten et eneste slag, og med noe som ikke er tall, står setningen ved feltet', () => {
    expect(feil(VIKAR)).toEqual({ ekstravakt: 'Skriv timer for minst ett slag. Tomme felt regnes som 0.' })
    expect(feil({ ...VIKAR, overtid: 'mye' })).toHaveProperty('overtid')
    expect(feil({ ...VIKAR, ekstravakt: '10', overtid: '-3' })).toEqual({ overtid: 'Tallet kan ikke være under 0.' })
  })
  const SVAR = { indikator: 'ufrivilligDeltid', teller: '11', nevner: '30' } as const
  test('en undersøkelse sier hvor mange som ble spurt', () => {
    expect(les({ ...SVAR, spurt: '40' })).toMatchObject({ teller: 11, nevner: 30, spurt: 40 })
    expect(feil(SVAR)).toEqual({ spurt: 'Skriv et tall.' })
    expect(feil({ ...SVAR, spurt: '29' })).toEqual({ spurt: 'Flere har svart enn det er spurt.' })
    expect(svarprosent({ nevner: 30, spurt: 40 })).toBe(75)
    expect(svarprosent({ nevner: 30, spurt: null })).toBeNull()
  })
  test('sykefravær kan deles i egenmeldt og legemeldt, eller være prosenten alene', () => {
    const syk = { indikator: 'sykefravaer', maate: 'deler', teller: '' } as const
    expect(les({ ...syk, egenmeldt: '12', legemeldt: '35,5', nevner: '640' })).toMatchObject({
      teller: 47.5,
      nevner: 640,
      deler: { egenmeldt: 12, legemeldt: 35.5 },
    })
    expect(feil({ ...syk, egenmeldt: '700', nevner: '640' })).toHaveProperty('egenmeldt')
    expect(les({ indikator: 'sykefravaer', maate: 'verdi', verdi: '7,8' })).toMatchObject({ verdi: 7.8, deler: null })
  })
  test('tabellen tar ikke imot deler som ikke blir summen', () =>
    expect(
      v.safeParse(
        maalingSkjema,
        maaling({ indikator: 'vikarbruk', teller: null, nevner: null, verdi: 10, deler: { overtid: 9 } }),
      ).success,
    ).toBe(false))
  test('timer i måneden blir årsverk i året', () => expect(timerSomAarsverk(139.0417, 1668.5)).toBeCloseTo(1, 4))
})
