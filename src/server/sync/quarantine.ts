import type { Kysely, Transaction } from 'kysely'
import { avvisningstekst } from '../../sync/avvisning.ts'
import type { OpResult } from '../../sync/messages.ts'
import type { Op } from '../../sync/op.ts'
import { oneOf } from '../bulk.ts'
import type { Database } from '../schema.ts'

/** Ops set aside: nobody is held up by them, and nothing in them is lost. */

export interface Satt {
  opId: string
  space: string
  type: string
  id: string
  felter: Record<string, unknown>
  bruker: string
  brukernavn: string
  kode: string
  grunn: string
  mottatt: number
}

export interface Avsender {
  replica: string
  actor: string
  actorName: string
}

/** Sets ops aside, all for one reason, and gives the results the device is to have. The same op twice is set aside once. */
export async function settTilSide(
  trx: Transaction<Database>,
  fra: Avsender,
  ops: readonly Op[],
  kode: string,
  now: number,
): Promise<OpResult[]> {
  if (ops.length > 0)
    await trx
      .insertInto('quarantine')
      .values(
        ops.map((op) => ({
          op_id: op.opId,
          space: op.space,
          replica: fra.replica,
          actor: fra.actor,
          actor_name: fra.actorName,
          reason: kode,
          payload: JSON.stringify(op),
          t_server: now,
          state: 'held' as const,
          decided_by: null,
          decided_at: null,
        })),
      )
      .onConflict((c) => c.column('op_id').doNothing())
      .execute()
  return ops.map((op) => ({
    opId: op.opId,
    status: 'quarantined',
    reason: { code: kode, text: avvisningstekst(kode) },
  }))
}

/** What waits for a prosjektleder, oldest first. */
export async function lesSattTilSide(db: Kysely<Database>): Promise<Satt[]> {
  const rader = await db
    .selectFrom('quarantine')
    .selectAll()
    .where('state', '=', 'held')
    // What its author has since sent herself waits no more.
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('op')
            .select('op.op_id')
            .whereRef('op.op_id', '=', 'quarantine.op_id')
            .where('op.status', '!=', 'quarantined'),
        ),
      ),
    )
    .orderBy('t_server')
    .limit(1000)
    .execute()
  return rader.map((r) => {
    const op = JSON.parse(r.payload) as Op
    return {
      opId: r.op_id,
      space: r.space,
      type: op.type,
      id: op.id,
      felter: op.set,
      bruker: r.actor,
      brukernavn: r.actor_name,
      kode: r.reason,
      grunn: avvisningstekst(r.reason),
      mottatt: r.t_server,
    }
  })
}

/** Marks one as decided, and what was written together with it; in the order it was written. Nothing where it is not waiting (decided already, or never there). */
export async function avgjoer(
  trx: Transaction<Database>,
  opId: string,
  state: 'released' | 'discarded',
  av: string,
  now: number,
): Promise<{ op: Op; fra: Avsender }[]> {
  const held = trx.selectFrom('quarantine').selectAll().where('state', '=', 'held')
  const r = await held.where('op_id', '=', opId).executeTakeFirst()
  if (!r) return []
  const { txnId } = JSON.parse(r.payload) as Op
  const sammen = (await held.where('replica', '=', r.replica).where('actor', '=', r.actor).execute())
    .map((h) => ({
      op: JSON.parse(h.payload) as Op,
      fra: { replica: h.replica, actor: h.actor, actorName: h.actor_name },
    }))
    .filter(({ op }) => op.txnId === txnId)
    .sort((a, b) => a.op.seq - b.op.seq)
  await trx
    .updateTable('quarantine')
    .set({ state, decided_by: av, decided_at: now })
    .where(
      'op_id',
      'in',
      oneOf(
        trx,
        sammen.map(({ op }) => op.opId),
      ),
    )
    .execute()
  return sammen
}
