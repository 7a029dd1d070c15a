import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  manglerIVurderingen,
  sorterUtlysninger,
  telling,
  utlysningSkjema,
  type Utlysning,
} from '../../src/domain/utlysning.ts'

const utlysning = (over: Partial<Utlysning> = {}): Utlysning =>
  v.parse(utlysningSkjema, { stilling: 'Helsefagarbeider, natt', prosent: 60, ...over })

describe('vurderingen etter § 14-1 b', () => {
  it('mangler alt loven spør om når ingenting er skrevet, og ingenting når alt er det', () => {
    expect(manglerIVurderingen(utlysning())).toEqual([
      'begrunnelse',
      'alternativer',
      'fortrinnsrett',
      'krav',
      'droefting',
    ])
    expect(
      manglerIVurderingen(
        utlysning({
          begrunnelse: 'Nattevakter som er igjen.',
          alternativer: ['slaa_sammen'],
          fortrinnsrett: 'ingen',
          krav: 'kjent',
          droeftetDato: '2026-11-01',
          droeftetMed: 'tillitsvalgt, Fagforbundet',
        }),
      ),
    ).toEqual([])
  })

  it('er ikke skrevet med bare et kryss: behovet skal begrunnes', () => {
    expect(manglerIVurderingen(utlysning({ grunner: ['helg'], begrunnelse: '  ' }))).toContain('begrunnelse')
  })

  it('er ikke drøftet med ingen, og ikke uten en dag', () => {
    expect(manglerIVurderingen(utlysning({ droeftetDato: '2026-11-01' }))).toContain('droefting')
    expect(manglerIVurderingen(utlysning({ droeftetMed: 'tillitsvalgt' }))).toContain('droefting')
  })

  it('kreves av alt under full stilling, også av 80 prosent som er heltid i Asker', () => {
    expect(manglerIVurderingen(utlysning({ prosent: 80 }))).not.toEqual([])
    expect(manglerIVurderingen(utlysning({ prosent: 100 }))).toEqual([])
  })

  it('tas ikke imot med en prosent som ikke er en stilling', () => {
    for (const prosent of [0, -10, 101, NaN])
      expect(v.safeParse(utlysningSkjema, { stilling: 'x', prosent }).success, String(prosent)).toBe(false)
  })
})

describe('tellingen av T3', () => {
  const rader = [
    utlysning({ prosent: 80, antall: 2, utfall: 'utlyst', utlystDato: '2026-01-01' }),
    utlysning({ prosent: 79.9, utfall: 'utlyst', utlystDato: '2026-12-31' }),
    utlysning({ prosent: 100, utfall: 'utlyst', utlystDato: '2027-01-01' }),
    utlysning({ prosent: 100, utfall: 'ikke_utlyst', utlystDato: '2026-05-01' }),
    utlysning({ prosent: 100, utfall: 'utlyst' }),
  ]
  it('teller det som er lyst ut i året, første og siste dag med, og 80 prosent som heltid', () => {
    expect(telling(rader, '2026-01-01', '2026-12-31')).toEqual({ heltid: 2, deltid: 1 })
  })
  it('år for år gir det samme som alt samlet', () => {
    const [a, b, begge] = [
      telling(rader, '2026-01-01', '2026-12-31'),
      telling(rader, '2027-01-01', '2027-12-31'),
      telling(rader, '2026-01-01', '2027-12-31'),
    ]
    expect(begge).toEqual({ heltid: a.heltid + b.heltid, deltid: a.deltid + b.deltid })
  })
})

it('det som ikke er avgjort, står øverst, og så det som sist ble lyst ut', () => {
  const [gammel, ny, aapen] = [
    utlysning({ stilling: 'a', utfall: 'utlyst', utlystDato: '2026-01-01' }),
    utlysning({ stilling: 'b', utfall: 'utlyst', utlystDato: '2026-06-01' }),
    utlysning({ stilling: 'c' }),
  ]
  expect(sorterUtlysninger([gammel, ny, aapen])).toEqual([aapen, ny, gammel])
})
