import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Actor, Db } from './world.ts'

/** What can be done in the administration; the names are stored, so they are never renamed. */
export type Hva =
  | 'invitasjon.laget'
  | 'invitasjon.trukket'
  | 'passordlenke.laget'
  | 'bruker.opprettet'
  | 'bruker.endret'
  | 'bruker.sperret'
  | 'bruker.aapnet'
  | 'passord.byttet'
  | 'nettbrett.fjernet'
  | 'endring.sluppet'
  | 'endring.forkastet'
  | 'overlevering.levert'
  | 'kalender.laget'
  | 'kalender.trukket'

export interface Hendelse {
  tid: number
  hvem: string
  hvemNavn: string
  /** One of `Hva`, or `enhet.endret` and `maaltall.endret` for changes that came by the sync. */
  hva: string
  gjelder: string
  /** Before and after, or what it was about; never a password or a token. */
  detaljer: Record<string, unknown>
}

/** Writes down one act, in the transaction that does it: neither happens without the other. */
export async function writeAudit(
  trx: Db,
  tid: number,
  who: Actor,
  hva: Hva,
  gjelder: string,
  detaljer: Record<string, unknown>,
): Promise<void> {
  await trx
    .insertInto('hendelse')
    .values({ tid, hvem: who.id, hvem_navn: who.navn, hva, gjelder, detaljer: JSON.stringify(detaljer) })
    .execute()
}

export const AUDIT_PAGE = 200

/** The latest acts before an instant (exclusive), newest first: those of the administration, and changes of units and targets. */
export async function readAudit(db: Kysely<Database>, before: number): Promise<Hendelse[]> {
  const acts = await db
    .selectFrom('hendelse')
    .selectAll()
    .where('tid', '<', before)
    .orderBy('tid', 'desc')
    .orderBy('n', 'desc')
    .limit(AUDIT_PAGE)
    .execute()
  const changes = await db
    .selectFrom('change')
    .select(['t_server', 'actor', 'actor_name', 'type', 'id', 'field', 'old', 'new'])
    .where('space', '=', 'project')
    .where('type', 'in', ['enhet', 'maaltall'])
    .where('outcome', '=', 'applied')
    .where('t_server', '<', before)
    // The first filling is no act of anybody's.
    .where('replica', 'not in', db.selectFrom('replica').select('id').where('label', '=', 'server'))
    .orderBy('t_server', 'desc')
    .orderBy('ver', 'desc')
    .orderBy('n', 'desc')
    .limit(AUDIT_PAGE)
    .execute()
  return [
    ...acts.map((a) => ({
      tid: a.tid,
      hvem: a.hvem,
      hvemNavn: a.hvem_navn,
      hva: a.hva,
      gjelder: a.gjelder,
      detaljer: JSON.parse(a.detaljer) as Record<string, unknown>,
    })),
    ...changes.map((c) => ({
      tid: c.t_server,
      hvem: c.actor,
      hvemNavn: c.actor_name,
      hva: `${c.type}.endret`,
      gjelder: c.id,
      detaljer: { felt: c.field, foer: JSON.parse(c.old) as unknown, etter: JSON.parse(c.new) as unknown },
    })),
  ]
    .sort((a, b) => b.tid - a.tid)
    .slice(0, AUDIT_PAGE)
}
