import type { Post, Tabellnavn } from '../domain/tabeller.ts'
import { erTabell } from '../domain/tabeller.ts'
import type { Base } from './db.ts'
import type { Endring, Tilbakesendt } from './device.ts'

/** What the server sent back: refused, or overwritten. Kept word for word until the person has dealt with it. */

export async function lesTilbakesendte(db: Base): Promise<Tilbakesendt[]> {
  const alle = await db.rejected.toArray()
  return alle
    .sort((a, b) => b.op.t - a.op.t)
    .map((r) => ({
      opId: r.opId,
      slag: r.slag,
      rom: r.op.space,
      type: r.op.type,
      id: r.op.id,
      tittel: r.tittel,
      felter: r.op.set,
      tapteFelter: r.tapteFelter,
      kode: r.kode,
      grunn: r.grunn,
      skrevet: r.op.t,
    }))
}

/** The change once more, on top of what stands now: of an overwritten one only the fields that lost. */
export async function somNyEndring(db: Base, opId: string): Promise<Endring | null> {
  const r = await db.rejected.get(opId)
  if (!r || !erTabell(r.op.type)) return null
  const felter = r.slag === 'overskrevet' ? Object.entries(r.op.set).filter(([f]) => r.tapteFelter.includes(f)) : Object.entries(r.op.set)
  const slettet = r.op.kind === 'set' ? {} : { slettet: r.op.kind === 'delete' }
  return { rom: r.op.space, type: r.op.type, id: r.op.id, set: Object.fromEntries(felter) as Partial<Post<Tabellnavn>>, ...slettet }
}
