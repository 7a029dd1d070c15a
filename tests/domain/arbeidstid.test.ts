import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aarstimer,
  aarsverkMedFravaersdekning,
  andelForEkstraHelger,
  girKortesteUke,
  tredeltUketimer,
} from '../../src/domain/arbeidstid.ts'

test.each([
  [37.5, 1950, 1762.5],
  [35.5, 1846, 1668.5],
  [33.6, 1747.2, 1579.2],
])('%s timer i uken er %s i året og %s uten ferien', (uke, brutto, netto) => {
  expect(aarstimer(uke).brutto).toBeCloseTo(brutto, 9)
  expect(aarstimer(uke).netto).toBeCloseTo(netto, 9)
})

describe('tredelt turnus', () => {
  test('uten søndag og natt er uken 35,5 timer', () => expect(tredeltUketimer(0, 0)).toBe(35.5))
  test('fem søndagstimer og åtte nattetimer i uken gir 34,67', () =>
    expect(tredeltUketimer(5, 8)).toBeCloseTo(37.5 - 5 / 6 - 2, 9))
  test('aldri under 33,6', () => expect(tredeltUketimer(8, 35)).toBe(33.6))
  test('539 nattetimer og 231 søndagstimer i året gir 33,6; én time mindre gjør ikke', () => {
    expect(girKortesteUke(539, 231)).toBe(true)
    expect(girKortesteUke(538, 231)).toBe(false)
    expect(girKortesteUke(539, 230)).toBe(false)
  })
  test('flere søndags- og nattetimer gir aldri lengre uke', () => {
    const timer = fc.double({ min: 0, max: 40, noNaN: true })
    fc.assert(
      fc.property(timer, timer, timer, timer, (s, n, ds, dn) => {
        const [foer, etter] = [tredeltUketimer(s, n), tredeltUketimer(s + ds, n + dn)]
        expect(etter).toBeLessThanOrEqual(foer)
        expect(etter).toBeGreaterThanOrEqual(33.6)
        expect(foer).toBeLessThanOrEqual(35.5)
      }),
    )
  })
})

test('30 årsverk med ferie og 8 prosent planlagt fravær er 36,1', () => {
  expect(aarsverkMedFravaersdekning(30, 0)).toBeCloseTo((30 * 52) / 47, 9)
  expect(aarsverkMedFravaersdekning(30, 0.08)).toBeCloseTo(36.08, 2)
})

test('fire helger ekstra i året er 3,3 prosent stilling', () => {
  expect(andelForEkstraHelger(4, 15, 35.5) * 100).toBeCloseTo(3.25, 2)
})
