import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { KJOENN, STILLINGER_MAKS, stillingsbildeSkjema, type Stilling } from '../../src/domain/stillingsbilde.ts'
import {
  aarsverkI,
  ansatteI,
  bilderFor,
  heltidI,
  ordneStillinger,
  pakkStillinger,
  sisteBilde,
} from '../../src/domain/stillingstall.ts'
import { YRKER } from '../../src/domain/toern.ts'

const stilling: fc.Arbitrary<Stilling> = fc.record({
  prosent: fc.integer({ min: 1, max: 2000 }).map((t) => t / 10),
  antall: fc.integer({ min: 1, max: 9 }),
  yrke: fc.constantFrom(...YRKER, '' as const),
  kjoenn: fc.constantFrom(...KJOENN, '' as const),
})
const bilde = (stillinger: Stilling[]) => ({ enhet: 'bondihagen', dato: '2026-11-21', kilde: 'HRM', stillinger })
const s = (prosent: number, antall = 1, yrke: Stilling['yrke'] = 'H', kjoenn: Stilling['kjoenn'] = 'kvinne') => ({
  prosent,
  antall,
  yrke,
  kjoenn,
})

describe('et stillingsbilde', () => {
  it('teller ansatte, årsverk og heltid, 80 % medregnet', () => {
    const alle = [s(100, 2), s(80), s(79.9), s(14.1, 3)]
    expect([ansatteI(alle), aarsverkI(alle), heltidI(alle)]).toEqual([7, 4.022, 3])
  })

  it('godtar én desimal, og ikke to', () => {
    expect(v.is(stillingsbildeSkjema, bilde([s(14.1), s(64.3), s(0.1)]))).toBe(true)
    for (const galt of [s(14.08), s(0), s(-50), s(50, 0), s(50, 1.5), s(200.1)])
      expect(v.is(stillingsbildeSkjema, bilde([galt])), JSON.stringify(galt)).toBe(false)
    expect(v.is(stillingsbildeSkjema, bilde([]))).toBe(false)
  })

  it('har hver gruppe én gang, i samme rekkefølge hvordan listen enn kom', () => {
    fc.assert(
      fc.property(fc.array(stilling, { maxLength: 60 }), (alle) => {
        const ordnet = ordneStillinger(alle)
        expect(ordneStillinger([...alle].reverse())).toEqual(ordnet)
        expect(ordneStillinger(ordnet)).toEqual(ordnet)
        expect(new Set(ordnet.map((g) => `${g.prosent}/${g.yrke}/${g.kjoenn}`)).size).toBe(ordnet.length)
        expect([ansatteI(ordnet), aarsverkI(ordnet), heltidI(ordnet)]).toEqual([
          ansatteI(alle),
          aarsverkI(alle),
          heltidI(alle),
        ])
      }),
    )
  })

  it('får plass også når alle har hver sin størrelse: grovere ned, og ingen blir heltid eller forsvinner av det', () => {
    fc.assert(
      fc.property(fc.array(stilling, { minLength: 1, maxLength: 3000, size: 'max' }), (alle) => {
        const { stillinger, steg } = pakkStillinger(alle)
        expect(v.is(stillingsbildeSkjema, bilde(stillinger))).toBe(true)
        expect([ansatteI(stillinger), heltidI(stillinger)]).toEqual([ansatteI(alle), heltidI(alle)])
        expect(aarsverkI(stillinger)).toBeLessThanOrEqual(aarsverkI(alle) + 0.001 * ansatteI(alle))
        if (ordneStillinger(alle).length <= STILLINGER_MAKS) expect(steg).toBe(0.1)
      }),
      { numRuns: 40 },
    )
  })

  it('det største som kan tenkes, får plass', () => {
    const alle = Array.from({ length: 2000 }, (_, i) => (i + 1) / 10).flatMap((p) =>
      [...YRKER, '' as const].flatMap((y) => [...KJOENN, '' as const].map((k) => s(p, 1, y, k))),
    )
    expect(pakkStillinger(alle).stillinger.length).toBeLessThanOrEqual(STILLINGER_MAKS)
  })

  it('det siste gjelder, også på en dag med to', () => {
    const bilder = [
      { id: 'b', enhet: 'x', dato: '2026-01-01' },
      { id: 'a', enhet: 'x', dato: '2026-01-01' },
      { id: 'c', enhet: 'x', dato: '2025-01-01' },
      { id: 'd', enhet: 'y', dato: '2026-02-01' },
    ]
    expect(bilderFor(bilder, 'x').map((b) => b.id)).toEqual(['c', 'a', 'b'])
    expect(sisteBilde(bilder, 'x')?.id).toBe('b')
    expect(sisteBilde(bilder, 'x', '2025-12-31')?.id).toBe('c')
    expect(sisteBilde(bilder, 'z')).toBeUndefined()
  })
})
