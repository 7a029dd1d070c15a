import type { Base } from './db.ts'
import type { Sendt, Ventende } from './device.ts'

/** What a device answers when a page asks about the sync itself: what waits, what was sent, what came back. Fetched by that page. */

export { kvitterToemt, lesToemt } from './emptied.ts'
export { hentHistorikk } from './history.ts'
export { lesPostkvittering } from './receipt.ts'
export { leggBort, lesTilbakesendte, somNyEndring } from './returned.ts'

export const lesVentende = async (db: Base): Promise<Ventende[]> =>
  (await db.outbox.orderBy('n').toArray()).map((o) => ({
    n: o.n!,
    opId: o.opId,
    rom: o.space,
    type: o.type,
    id: o.id,
    felter: o.set,
    slag: o.kind,
    skrevet: o.t,
    tittel: o.tittel,
    overlevert: o.overlevert,
  }))

export const lesSendte = async (db: Base): Promise<Sendt[]> =>
  (await db.sent.orderBy('bekreftet').reverse().toArray()).map(({ space, ...s }) => ({ ...s, rom: space }))

/** How many rows lie on the device that this version cannot show. */
export const tellUgyldige = (db: Base): Promise<number> => db.record.filter((r) => r.live === 0 && !r.deleted).count()
