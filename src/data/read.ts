import { SKREVET_AV } from '../domain/lest.ts'
import { erHentet, hentSkjemaer } from '../domain/skjemaer.ts'
import type { Post, Tabellnavn } from '../domain/tabeller.ts'
import { standardverdier } from '../sync/sjekk.ts'
import type { Base, LagretPost } from './db.ts'
import type { Live } from './device.ts'
import { etter, live } from './signal.ts'

/** What screens read: rows that fit their schema and are not deleted, with defaults for the fields they lack. */

function somPost<T extends Tabellnavn>(type: T, r: LagretPost): Post<T> {
  return { ...standardverdier(type), ...r.doc, id: r.id, rom: r.space, [SKREVET_AV]: r.v } as unknown as Post<T>
}

/** A late table's schema comes before its rows are read. */
const lesSom = <R>(type: Tabellnavn, les: () => Promise<R>): Live<R> =>
  erHentet(type) ? live(les) : etter(() => hentSkjemaer([type]), () => live(les))

export function lesRader<T extends Tabellnavn>(db: Base, type: T, rom?: string): Live<Post<T>[]> {
  return lesSom(type, async () => {
    const treff =
      rom === undefined
        ? db.record.where('[type+live]').equals([type, 1])
        : db.record.where('[type+space+live]').equals([type, rom, 1])
    return (await treff.toArray()).map((r) => somPost(type, r))
  })
}

export function lesRad<T extends Tabellnavn>(db: Base, type: T, id: string): Live<Post<T> | undefined> {
  return lesSom(type, async () => {
    const r = await db.record.where('[type+id]').equals([type, id]).first()
    return r?.live === 1 ? somPost(type, r) : undefined
  })
}
