import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/sync/json.ts'
import { flett } from '../../src/sync/merge.ts'
import { flettMengde, mengdeendring } from '../../src/sync/mengde.ts'

const mengde = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
const sortert = (m: readonly Json[]): string => JSON.stringify([...m].sort())

describe('mengder', () => {
  it('alene er den blitt det personen valgte', () => {
    fc.assert(
      fc.property(mengde, mengde, (fra, til) => {
        expect(sortert(flettMengde(fra, mengdeendring(fra, til)))).toBe(sortert(til))
      }),
    )
  })

  it('to som begynte med det samme, ender likt i hvilken rekkefølge det kommer, og begges endringer står', () => {
    fc.assert(
      fc.property(mengde, mengde, mengde, (fra, hennes, hans) => {
        const [a, b] = [mengdeendring(fra, hennes), mengdeendring(fra, hans)]
        const ab = flettMengde(flettMengde(fra, a), b)
        const ba = flettMengde(flettMengde(fra, b), a)
        expect(sortert(ab)).toBe(sortert(ba))
        for (const x of [...a.lagt, ...b.lagt]) expect(ab).toContain(x)
        for (const x of [...a.tatt, ...b.tatt]) expect(ab).not.toContain(x)
      }),
    )
  })

  it('det samme to ganger gjør ikke mer enn én gang', () => {
    fc.assert(
      fc.property(mengde, mengde, mengde, (staar, fra, til) => {
        const en = flettMengde(staar, mengdeendring(fra, til))
        expect(flettMengde(en, mengdeendring(fra, til))).toEqual(en)
      }),
    )
  })

  it('to endrer samtidig: ingen taper, og det som står, er begges', () => {
    const start = flett(null, { opId: '1', kind: 'set', set: { enheter: ['a'] }, base: {} }, 1, []).tilstand
    const op = (opId: string, til: string[]) => ({
      opId,
      kind: 'set' as const,
      set: { enheter: til },
      base: { enheter: '1' },
      mengder: { enheter: mengdeendring(['a'], til) },
    })
    const en = flett(start, op('2', ['a', 'b']), 20, [])
    const to = flett(en.tilstand, op('3', ['c']), 10, [])
    expect(to.tilstand.doc.enheter).toEqual(['b', 'c'])
    expect([...en.tap, ...to.tap]).toEqual([])
    expect(to.tapt).toEqual([])
  })

  it('en som ikke sier hva hun la til, som en eldre utgave, er en vanlig samtidig skriving', () => {
    const start = flett(null, { opId: '1', kind: 'set', set: { enheter: ['a'] }, base: {} }, 1, []).tilstand
    const eldre = (opId: string, til: string[]) => ({
      opId,
      kind: 'set' as const,
      set: { enheter: til },
      base: { enheter: '1' },
    })
    const en = flett(start, eldre('2', ['a', 'b']), 20, []).tilstand
    expect(flett(en, eldre('3', ['c']), 10, []).tapt).toEqual(['enheter'])
  })
})
