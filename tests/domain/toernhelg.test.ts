import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PERIODER, TOERNSTATUSER, VAKTER, YRKER } from '../../src/domain/toern.ts'
import { flyter, flyttesum } from '../../src/domain/toernflyt.ts'
import { helgeandel, helgetimerSomFlyttes } from '../../src/domain/toernhelg.ts'

const vikar = {
  gjoerIDag: 'V',
  boerGjoere: 'B',
  status: 'foreslaatt',
  minutter: 45,
  hvorOfte: '1/dag',
  vakter: [],
} as const

describe('helgetimer som flyttes', () => {
  test('det som gjøres hver dag, er to av sju dager i helgen: 45 minutter hver dag er 1,5 timer på en helg', () => {
    expect(helgetimerSomFlyttes([{ ...vikar, vakter: [] }])).toBeCloseTo(1.5, 10)
  })

  test('det som er sjeldnere, er i helgen bare der det er sagt', () => {
    expect(helgeandel({ hvorOfte: '2/uke', vakter: [] })).toBe(0)
    expect(helgeandel({ hvorOfte: '2/uke', vakter: ['dag', 'helg'] })).toBe(2 / 7)
    expect(helgeandel({ hvorOfte: '2/uke', vakter: ['helg'] })).toBe(1)
  })

  test('bare det som går ut av regnestykket, teller: ikke det en assistent får, og ikke det som er innført', () => {
    expect(helgetimerSomFlyttes([{ ...vikar, vakter: [], boerGjoere: 'A' }])).toBe(0)
    expect(helgetimerSomFlyttes([{ ...vikar, vakter: [], status: 'innfoert' }])).toBe(0)
    expect(helgetimerSomFlyttes([{ ...vikar, vakter: [], gjoerIDag: 'S' }])).toBe(0)
    expect(helgetimerSomFlyttes([{ ...vikar, vakter: [], minutter: 60, deltMed: ['A'] }])).toBeCloseTo(1, 10)
  })

  test('er aldri mer enn det som flyttes i uken', () => {
    const oppgave = fc.record({
      gjoerIDag: fc.constantFrom(...YRKER),
      boerGjoere: fc.constantFrom(...YRKER),
      deltMed: fc.subarray([...YRKER]),
      status: fc.constantFrom(...TOERNSTATUSER),
      vakter: fc.subarray([...VAKTER]),
      minutter: fc.integer({ min: 1, max: 1440 }),
      hvorOfte: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...PERIODER)).map((p) => p.join('/')),
    })
    fc.assert(
      fc.property(fc.array(oppgave), (oppgaver) => {
        const timer = helgetimerSomFlyttes(oppgaver)
        expect(timer).toBeGreaterThanOrEqual(0)
        expect(timer).toBeLessThanOrEqual(flyttesum(flyter(oppgaver)).totalt / 60 + 1e-6)
      }),
    )
  })
})
