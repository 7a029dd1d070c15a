import { expect, it } from 'vitest'
import { tabeller, TABELLNAVN } from '../../src/domain/tabeller.ts'
import { beskjedId } from '../../src/domain/beskjedId.ts'
import { hentSkjemaer, skjemaFor } from '../../src/domain/skjemaer.ts'

const OP = '01a1fdfa-49e8-7001-b286-65dbb03a3dff'
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/

it('hvert felt i hver tabell har sin egen id for en beskjed, og den kan sendes', async () => {
  await hentSkjemaer(TABELLNAVN)
  for (const type of TABELLNAVN) {
    const felter = [...Object.keys((skjemaFor(type) as unknown as { entries: object }).entries), 'slettet']
    const ider = felter.map((f) => beskjedId(OP, f))
    expect(new Set(ider).size, type).toBe(felter.length)
    for (const id of ider) expect(id).toMatch(ID)
  }
  expect(Object.keys(tabeller).length).toBeGreaterThan(5)
})

it('også et felt som ingen tabell har, får en id som kan sendes', () => {
  for (const felt of ['', 'Æøå 🌲', 'x'.repeat(40), 'Ø'.repeat(40)]) expect(beskjedId(OP, felt)).toMatch(ID)
  expect(beskjedId(OP, 'aB')).not.toBe(beskjedId(OP, 'ab'))
})
