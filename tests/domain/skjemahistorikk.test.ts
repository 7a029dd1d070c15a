import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { hentSkjemaer, skjemaFor } from '../../src/domain/skjemaer.ts'
import { TABELLNAVN, type Tabellnavn } from '../../src/domain/tabeller.ts'
import { LEVERT } from '../support/levert.ts'

/**
 * What has been delivered lies on tablets that have been offline for months. So a field is never taken away, nor given another name, and
 * one that is new may be lacking. Then every schema that was ever delivered reads as today's, and needs no upcaster (docs/vedtak/0022).
 */

const felter = (type: Tabellnavn): string[] =>
  Object.keys((skjemaFor(type) as unknown as { entries: Record<string, unknown> }).entries).sort()

describe('skjemaene', () => {
  beforeAll(() => hentSkjemaer(TABELLNAVN))

  it('hver tabell som er levert, er her ennå', () => {
    expect(Object.keys(LEVERT).filter((t) => !(TABELLNAVN as string[]).includes(t))).toEqual([])
  })

  it.each(Object.entries(LEVERT))('%s har hvert felt som er levert, og det som er nytt, kan mangle', (type, foer) => {
    const naa = felter(type as Tabellnavn)
    expect(foer.filter((f) => !naa.includes(f))).toEqual([])
    const nye = naa.filter((f) => !foer.includes(f))
    const { entries } = skjemaFor(type as Tabellnavn) as unknown as { entries: Record<string, v.GenericSchema> }
    expect(nye.filter((f) => !v.safeParse(v.object({ [f]: entries[f]! }), {}).success)).toEqual([])
  })
})
