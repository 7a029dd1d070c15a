import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { helgeregnskap } from '../../src/domain/helg.ts'
import { FREKVENSER, OMREGNINGER } from '../../src/domain/helgekonstanter.ts'
import {
  aarsverkAvVikartimer,
  erSomIDag,
  medSpaker,
  ordningIDag,
  spakerIDag,
  STANDARD_UTGANGSPUNKT,
  vaktlengdeMed,
  type Helgespaker,
  type Utgangspunkt,
} from '../../src/domain/helgespaker.ts'

const bondihagen: Utgangspunkt = { ...STANDARD_UTGANGSPUNKT, aarsverk: 30, helgetimer: 300 }
const spaker = (endret: Partial<Helgespaker> = {}): Helgespaker => ({ ...spakerIDag(bondihagen), ...endret })
const svar = (endret: Partial<Helgespaker> = {}) => helgeregnskap(medSpaker(bondihagen, spaker(endret)))

test('med spakene i ro er alt som i dag', () => {
  expect(medSpaker(bondihagen, spaker())).toEqual(ordningIDag(bondihagen))
  expect(erSomIDag(bondihagen, spaker())).toBe(true)
  expect(erSomIDag(bondihagen, spaker({ langvakt: 10 }))).toBe(true)
  expect(erSomIDag(bondihagen, spaker({ frekvens: 2 }))).toBe(false)
})

describe('én spak om gangen, 30 årsverk og 300 helgetimer', () => {
  test('langvakt alle helger: 36 ansatte', () => expect(svar({ langvaktandel: 1 }).hoder).toBe(36))
  test('langvakt halvparten av helgene: 45 ansatte', () => {
    expect(vaktlengdeMed(bondihagen, spaker({ langvaktandel: 0.5 }))).toBe(10)
    expect(svar({ langvaktandel: 0.5 }).hoder).toBe(45)
  })
  test('hver andre helg: 40 ansatte', () => expect(svar({ frekvens: 2 }).hoder).toBe(40))
  test('30 helgetimer flyttes: 54 ansatte og de samme årsverkene', () => {
    expect(svar({ flyttedeTimer: 30 }).hoder).toBe(54)
    expect(medSpaker(bondihagen, spaker({ flyttedeTimer: 30 })).aarsverk).toBe(30)
  })
  test('to årsverk til: 60 ansatte og 53,3 prosent', () => {
    const r = svar({ flereAarsverk: 2 })
    expect(r.hoder).toBe(60)
    expect(r.snittprosent).toBeCloseTo(53.33, 2)
  })
  test('3 337 vikartimer som blir stillinger, er to årsverk', () => {
    expect(svar({ vikartimer: 3337 })).toEqual(svar({ flereAarsverk: 2 }))
  })
})

test.each([
  [1668.5, 1],
  [1846, 1846 / 1668.5],
])('%s vikartimer er %s årsverk når ferien er trukket fra', (timer, aarsverk) => {
  expect(aarsverkAvVikartimer(timer)).toBeCloseTo(aarsverk, 9)
})
test('omregningen kan velges: 1 668,5, 1 846 og 1 900 timer', () => {
  expect(OMREGNINGER.map((o) => aarsverkAvVikartimer(o.verdi, o.verdi))).toEqual([1, 1, 1])
})

const noenSpaker: fc.Arbitrary<Helgespaker> = fc.record({
  frekvens: fc.constantFrom(...FREKVENSER),
  langvakt: fc.integer({ min: 40, max: 50 }).map((k) => k / 4),
  langvaktandel: fc.integer({ min: 0, max: 4 }).map((k) => k / 4),
  flereAarsverk: fc.double({ min: 0, max: 20, noNaN: true }),
  flyttedeTimer: fc.double({ min: 0, max: 250, noNaN: true }),
  vikartimer: fc.double({ min: 0, max: 20_000, noNaN: true }),
  omregning: fc.constantFrom(...OMREGNINGER.map((o) => o.verdi)),
})

/** Whether the lever, larger than before, gives larger positions on average (1) or smaller (−1). */
const VEI: Record<Exclude<keyof Helgespaker, 'omregning'>, 1 | -1> = {
  frekvens: -1,
  langvakt: 1,
  langvaktandel: 1,
  flereAarsverk: 1,
  flyttedeTimer: 1,
  vikartimer: 1,
}

test.each(Object.entries(VEI))('snittet går én vei når %s øker', (spak, vei) => {
  const felt = spak as keyof Helgespaker
  fc.assert(
    fc.property(noenSpaker, noenSpaker, (a, b) => {
      const [lav, hoey] = [a[felt], b[felt]].sort((x, y) => x - y) as [number, number]
      const snitt = (verdi: number) => helgeregnskap(medSpaker(bondihagen, { ...a, [felt]: verdi })).snittprosent
      expect((snitt(hoey) - snitt(lav)) * vei).toBeGreaterThanOrEqual(-1e-9)
    }),
  )
})
