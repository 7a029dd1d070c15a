import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flettTekst } from '../../src/sync/tekst.ts'

it('hver sin linje: begge står', () => {
  expect(flettTekst('en\nto\ntre', 'EN\nto\ntre', 'en\nto\nTRE')).toBe('EN\nto\nTRE')
})

it('to som begynner på samme tomme felt: begge tekstene er der', () => {
  expect(flettTekst('', 'Anna skrev dette', 'Bo skrev dette')).toBe('Anna skrev dette\nBo skrev dette')
})

it('samme linje endret av begge: begge er der', () => {
  expect(flettTekst('plan', 'plan A', 'plan B')).toBe('plan A\nplan B')
})

it('ingenting som noen har skrevet til, blir borte', () => {
  const linje = fc.constantFrom('a', 'b', 'c', 'd')
  const tekst = fc.array(linje, { maxLength: 6 })
  fc.assert(
    fc.property(tekst, tekst, tekst, (felles, x, y) => {
      // Lines that are new in one of the two, each with a mark of its own.
      const staaende = [...felles, ...x.map((l) => `x${l}`)]
      const ny = [...y.map((l) => `y${l}`), ...felles]
      const r = flettTekst(felles.join('\n'), staaende.join('\n'), ny.join('\n')).split('\n')
      for (const l of [...x.map((l) => `x${l}`), ...y.map((l) => `y${l}`)]) expect(r).toContain(l)
    }),
  )
})

it('den som ikke endret noe, endrer ingenting', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (felles, ny) => {
      expect(flettTekst(felles, ny, felles)).toBe(ny)
      expect(flettTekst(felles, felles, ny)).toBe(ny)
    }),
  )
})
