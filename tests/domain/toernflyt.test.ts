import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { andelInnfoert, PERIODER, TOERNSTATUSER, YRKER } from '../../src/domain/toern.ts'
import { flyter, flyttesum, skrivTimer, somTimer } from '../../src/domain/toernflyt.ts'
import { TOERNBILDE } from '../support/toernbilde.ts'

const oppgaver = fc.array(
  fc.record({
    gjoerIDag: fc.constantFrom(...YRKER),
    boerGjoere: fc.constantFrom(...YRKER),
    deltMed: fc.subarray([...YRKER]),
    status: fc.constantFrom(...TOERNSTATUSER),
    minutter: fc.integer({ min: 1, max: 1440 }),
    hvorOfte: fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...PERIODER)).map((p) => p.join('/')),
  }),
)

describe('de 14 oppgavene på Bondihagen', () => {
  const strommer = flyter(TOERNBILDE)
  const sum = flyttesum(strommer)

  test('37,6 timer i uken kan flyttes', () => {
    expect(skrivTimer(somTimer([sum.totalt])[0]!)).toBe('37,6')
  })

  test('vernepleiere og sykepleiere gir fra seg 24,8 timer og helsefagarbeidere 12,8', () => {
    expect(somTimer(YRKER.map((y) => sum.girFraSeg[y]))).toEqual([24.8, 12.8, 0, 0, 0])
  })

  test('helsefagarbeidere får 8,0 timer, assistenter 20,5, servicemedarbeidere 3,8 og bemanningskontoret 5,3', () => {
    expect(somTimer(YRKER.map((y) => sum.faar[y]))).toEqual([0, 8, 20.5, 3.8, 5.3])
  })

  test('seks strømmer, i yrkenes rekkefølge', () => {
    expect(strommer.map((f) => `${f.fra}→${f.til} ${f.minutter}`)).toEqual([
      'V→H 480',
      'V→A 600',
      'V→S 90',
      'V→B 315',
      'H→A 630',
      'H→S 140',
    ])
  })

  test('innført er 140 av 2255 minutter', () => {
    expect(andelInnfoert(TOERNBILDE)).toBeCloseTo(140 / 2255, 10)
  })
})

test('det som gis, er det som fås', () => {
  fc.assert(
    fc.property(oppgaver, (liste) => {
      const sum = flyttesum(flyter(liste))
      const gir = YRKER.reduce((s, y) => s + sum.girFraSeg[y], 0)
      const faar = YRKER.reduce((s, y) => s + sum.faar[y], 0)
      expect(gir).toBeCloseTo(faar, 4)
      expect(gir).toBeCloseTo(sum.totalt, 4)
    }),
  )
})

test('ingen strøm går til yrket den kommer fra, og hvert par finnes én gang', () => {
  fc.assert(
    fc.property(oppgaver, (liste) => {
      const par = flyter(liste).map((f) => `${f.fra}${f.til}`)
      expect(new Set(par).size).toBe(par.length)
      expect(par.every((p) => p[0] !== p[1])).toBe(true)
    }),
  )
})

test('avrundede timer er til sammen den avrundede summen, og ingen er mer enn en tidel fra den sanne', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 25 }), (minutter) => {
      const timer = somTimer(minutter)
      const sum = minutter.reduce((a, b) => a + b, 0)
      expect(Math.abs(timer.reduce((a, b) => a + b, 0) - sum / 60)).toBeLessThan(0.0501)
      timer.forEach((t, i) => expect(Math.abs(t - minutter[i]! / 60)).toBeLessThan(0.1001))
    }),
  )
})

test('uten noe å flytte finnes ingen andel', () => {
  expect(andelInnfoert([])).toBeNull()
  expect(andelInnfoert(TOERNBILDE.filter((o) => o.status === 'beholdes'))).toBeNull()
})
