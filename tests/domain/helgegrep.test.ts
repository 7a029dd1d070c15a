import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, erBrukt, foerOgMed, GREP, hvertGrep, jevneHelgetimer } from '../../src/domain/helgegrep.ts'
import { erSomIDag, spakerIDag, STANDARD_UTGANGSPUNKT, type Helgespaker } from '../../src/domain/helgespaker.ts'
import { skrivGrep, skrivGrepene, skrivOrdning } from '../../src/domain/helgetekst.ts'

const u = { ...STANDARD_UTGANGSPUNKT, aarsverk: 30, helgetimer: 300 }
const s = (endret: Partial<Helgespaker> = {}): Helgespaker => ({ ...spakerIDag(u), ...endret })
const rent = (t: string) => t.replaceAll('\u00a0', ' ')

test('alle fem grepene står i samme rekkefølge, brukt eller ikke', () => {
  expect(hvertGrep(u, s()).map((g) => [g.grep, g.brukt, g.regnskap.hoder])).toEqual(GREP.map((g) => [g, false, 60]))
})

test('hvert grep for seg, og alle sammen', () => {
  const alle = s({ flereAarsverk: 2, flyttedeTimer: 30, langvaktandel: 1, frekvens: 2, vikartimer: 3337 })
  expect(
    hvertGrep(u, alle).map((g) => [g.grep, g.regnskap.hoder, Math.round(g.regnskap.snittprosent * 10) / 10]),
  ).toEqual([
    ['bemanning', 60, 53.3],
    ['oppgavedeling', 54, 55.6],
    ['langvakt', 36, 83.3],
    ['frekvens', 40, 75],
    ['aarsplan', 60, 53.3],
  ])
  expect(foerOgMed(u, alle).med.regnskap).toMatchObject({ hoder: 22, snittprosent: 100 })
})

test('ett grep for seg er det samme som alle, når bare det er brukt', () => {
  const spak = fc.record({
    flereAarsverk: fc.integer({ min: -5, max: 10 }),
    flyttedeTimer: fc.integer({ min: 0, max: 150 }),
    langvakt: fc.constantFrom(10, 11.25, 12.5),
    langvaktandel: fc.constantFrom(0, 0.5, 1),
    frekvens: fc.constantFrom(2, 3, 4),
    vikartimer: fc.integer({ min: 0, max: 9000 }),
    omregning: fc.constantFrom(1668.5, 1846, 1900),
  })
  fc.assert(
    fc.property(spak, fc.constantFrom(...GREP), (alt, grep) => {
      const ett = bare(grep, u, alt)
      expect(foerOgMed(u, ett).med.regnskap).toEqual(hvertGrep(u, alt).find((g) => g.grep === grep)!.regnskap)
      expect(erSomIDag(u, ett)).toBe(!erBrukt(grep, u, alt))
      expect(skrivGrep(grep, u, alt) === '').toBe(!erBrukt(grep, u, alt))
    }),
  )
})

test('like mange på jobb alle dager: to sjudeler av ukens timer', () => {
  expect(jevneHelgetimer(30, 35.5)).toBe(304)
  expect(jevneHelgetimer(0, 35.5)).toBe(0)
})

describe('i ord', () => {
  test.each<[Partial<Helgespaker>, string]>([
    [{}, 'Som i dag'],
    [{ langvaktandel: 1 }, '12,5 timer, alle helgene'],
    [{ langvaktandel: 0.5, langvakt: 11.25 }, '11,25 timer, halvparten av helgene'],
    [{ langvaktandel: 0.3, frekvens: 2 }, '12,5 timer, 30 % av helgene · hver 2. helg'],
    [{ flereAarsverk: -1.5 }, '1,5 årsverk mindre'],
    [{ flyttedeTimer: 30 }, '30 av 300 timer i helgen flyttes'],
    [{ vikartimer: 3337 }, '3 337 vikartimer i året blir 2 årsverk'],
  ])('%o', (endret, tekst) => {
    expect(rent(skrivGrepene(u, s(endret)))).toBe(tekst)
  })
  test('hele regnestykket', () => {
    expect(skrivOrdning(u, s({ langvaktandel: 1 })).map(rent)).toEqual([
      'I dag: 30 årsverk, 300 timer hver helg, vakter på 7,5 timer, hver 3. helg. 60 ansatte dekker helgene, 50 % stilling i snitt, inntil 32 kan ha heltid (80–100 %).',
      'Langvakt: 12,5 timer, alle helgene.',
      'Til sammen: 36 ansatte dekker helgene, 83,3 % stilling i snitt, inntil 36 kan ha heltid (80–100 %).',
    ])
  })
})
