import { erTabell } from '../domain/tabeller.ts'
import { flettMengde } from '../sync/mengde.ts'
import { SLETTET, skrivesAv, type Doc, type Op, type Versjoner } from '../sync/op.ts'
import { sjekkRad } from '../sync/sjekk.ts'
import type { Base, LagretPost, Skygge } from './db.ts'

/** Lays unsent changes on top of what the server has. */

interface Innhold {
  doc: Doc
  v: Versjoner
  deleted: boolean
  finnes: boolean
}

/** The record as it is after the op; fields in `unntatt` keep what they had. */
export function medOp<T extends Innhold>(foer: T, op: Pick<Op, 'opId' | 'kind' | 'set' | 'mengder'>, unntatt: readonly string[] = []): T {
  const nye = Object.entries(skrivesAv(op)).filter(([felt]) => !unntatt.includes(felt))
  const doc = { ...foer.doc }
  const v: Versjoner = foer.finnes ? { ...foer.v } : { '*': op.opId }
  let deleted = foer.deleted
  for (const [felt, verdi] of nye) {
    if (felt === SLETTET) deleted = verdi === true
    else {
      const endring = op.mengder?.[felt]
      const staaende = doc[felt] ?? []
      doc[felt] = endring && foer.finnes && Array.isArray(staaende) ? flettMengde(staaende, endring) : verdi
    }
    if (foer.finnes) v[felt] = op.opId
  }
  return { ...foer, doc, v, deleted, finnes: true }
}

export const visbar = (type: string, doc: Doc, deleted: boolean): 0 | 1 =>
  !deleted && erTabell(type) && sjekkRad(type, doc) === null ? 1 : 0

export const somPost = (s: Skygge): LagretPost => ({
  space: s.space,
  type: s.type,
  id: s.id,
  doc: s.doc,
  v: s.v,
  ver: s.ver,
  deleted: s.deleted,
  live: visbar(s.type, s.doc, s.deleted),
})

export const tomSkygge = (space: string, type: string, id: string): Skygge => ({
  space, type, id, doc: {}, v: {}, ver: 0, deleted: false, finnes: false,
})

/**
 * Makes the shown record from its shadow and what is still unsent; with nothing unsent the shadow is the record, and goes away.
 * Call it inside the transaction that changed either.
 */
export async function byggPost(db: Base, space: string, type: string, id: string): Promise<void> {
  const skygge = await db.shadow.get([space, type, id])
  if (!skygge) return
  const usendt = await db.outbox.where('[space+type+id]').equals([space, type, id]).sortBy('n')
  const vist = usendt.reduce((s, op) => medOp(s, op), skygge)
  if (vist.finnes) await db.record.put(somPost(vist))
  else await db.record.delete([space, type, id])
  if (usendt.length === 0) await db.shadow.delete([space, type, id])
}

/** The record without what only the shown one has. */
export function utenLive({ live: _, ...resten }: LagretPost): Omit<Skygge, 'finnes'> {
  return resten
}
