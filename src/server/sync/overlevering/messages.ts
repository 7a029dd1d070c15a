import type { Kysely, Transaction } from 'kysely'
import type { Beskjed } from '../../../sync/overlevering/messages.ts'
import type { OpResult } from '../../../sync/messages.ts'
import type { Op } from '../../../sync/op.ts'
import type { Database } from '../../schema.ts'

/** What authors are to be told of changes that came by hand-over: kept until one of their devices has it. */

const AT_ONCE = 200

export async function tellAuthor(
  trx: Transaction<Database>,
  author: string,
  ops: readonly Op[],
  results: readonly OpResult[],
  now: number,
): Promise<void> {
  const byId = new Map(ops.map((op) => [op.opId, op]))
  const rows = results
    // What another's writing stands over is told in the author's own space.
    .filter((r) => r.status === 'refused' || r.status === 'quarantined')
    .map((r) => ({
      op_id: r.opId,
      user_id: author,
      op: JSON.stringify(byId.get(r.opId)),
      resultat: JSON.stringify(r),
      t_server: now,
    }))
  if (rows.length > 0)
    await trx
      .insertInto('beskjed')
      .values(rows)
      .onConflict((c) => c.column('op_id').doNothing())
      .execute()
}

/** The oldest that wait for this user, after those that a device now keeps have been forgotten. */
export async function messagesFor(db: Kysely<Database>, user: string, received: readonly string[]): Promise<Beskjed[]> {
  if (received.length > 0)
    await db.deleteFrom('beskjed').where('user_id', '=', user).where('op_id', 'in', received).execute()
  const rows = await db
    .selectFrom('beskjed')
    .select(['op', 'resultat'])
    .where('user_id', '=', user)
    .orderBy('t_server')
    .orderBy('op_id')
    .limit(AT_ONCE)
    .execute()
  return rows.map((r) => ({ op: JSON.parse(r.op) as Op, resultat: JSON.parse(r.resultat) as OpResult }))
}
