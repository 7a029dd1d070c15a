import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lesBeloep, skrivKroner, somDesimal, STOERSTE_BELOEP, sumAv } from '../../src/domain/penger.ts'

const les = (t: string): number | string => {
  const lest = lesBeloep(t)
  return lest.ok ? lest.verdi : lest.feil.tekst
}

describe('beløp', () => {
  it.each([
    ['1500000', 150_000_000],
    ['1 500 000', 150_000_000],
    ['1\u00a0500\u00a0000,50 kr', 150_000_050],
    ['1.500.000,50', 150_000_050],
    ['1.500.000', 150_000_000],
    ["1'500'000", 150_000_000],
    ['-kr 200', -20_000],
    ['kr -200', -20_000],
    ['− 200', -20_000],
    ['(200)', -20_000],
    ['kr 200,-', 20_000],
    ['249,5', 24_950],
    ['249.50', 24_950],
    ['0', 0],
    ['-0', 0],
  ])('«%s» leses', (tekst, oere) => {
    expect(les(tekst)).toBe(oere)
  })

  it.each(['', 'tusen', '1,2,3', '12.34.56', '1 50', '5,123', 'kr', '1e9', '=1+1', '--200', '99999999999999'])(
    '«%s» får en setning som sier hva man skal skrive',
    (tekst) => {
      expect(les(tekst)).toMatch(/^(Skriv|Beløpet) .*\.$/)
    },
  )

  it('det som kan leses på to måter, spørres det om', () => {
    expect(les('1.500')).toBe('«1.500» kan leses på to måter. Skriv 1500 eller 1,500.')
  })

  it('det som skrives ut, leses tilbake', () => {
    fc.assert(
      fc.property(fc.integer({ min: -STOERSTE_BELOEP, max: STOERSTE_BELOEP }), (oere) => {
        expect(les(skrivKroner(oere))).toBe(oere)
        expect(les(somDesimal(oere))).toBe(oere)
      }),
    )
  })

  it('summen er hele øre, også der desimaltall ville bommet', () => {
    expect(sumAv(Array.from({ length: 100_000 }, () => 10))).toBe(1_000_000)
    expect(sumAv([STOERSTE_BELOEP, 1, -STOERSTE_BELOEP])).toBe(1)
  })
})
