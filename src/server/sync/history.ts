import type { Database } from '../schema.ts'
import type { Kysely } from 'kysely'
import type { HistoryEntry } from '../../sync/messages.ts'
import type { Json } from '../../sync/op.ts'

/** Everything that was written to a record, newest first, what lost included. At most 500 entries. */
export async function history(db: Kysely<Database>, space: string, type: string, id: string): Promise<HistoryEntry[]> {
  const rader = await db
    .selectFrom('change')
    .selectAll()
    .where('space', '=', space)
    .where('type', '=', type)
    .where('id', '=', id)
    .orderBy('ver', 'desc')
    .orderBy('n', 'desc')
    .limit(500)
    .execute()
  return rader.map((r) => ({
    opId: r.op_id,
    field: r.field,
    old: JSON.parse(r.old) as Json,
    new: JSON.parse(r.new) as Json,
    outcome: r.outcome === 'applied' ? 'applied' : 'superseded',
    actor: r.actor,
    actorName: r.actor_name,
    tClient: r.t_client,
    tServer: r.t_server,
  }))
}
