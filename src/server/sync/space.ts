import type { Database } from '../schema.ts'
import type { Kysely, Transaction } from 'kysely'

/** The counter row of a space: every commit takes the next version under its lock, which is what makes cursors correct. */

export interface Space {
  id: string
  head: number
  epoch: string
}

/**
 * Locks the space to the end of the transaction and reads its head; makes it where it is missing.
 *
 * The update that changes nothing takes the row lock on PostgreSQL; on SQLite the transaction
 * holds the write lock already (BEGIN IMMEDIATE).
 */
export async function lockSpace(trx: Transaction<Database>, id: string, uuid: () => string): Promise<Space> {
  await trx
    .insertInto('space')
    .values({ id, head: 0, epoch: uuid() })
    .onConflict((c) => c.column('id').doNothing())
    .execute()
  await trx
    .updateTable('space')
    .set((e) => ({ head: e.ref('head') }))
    .where('id', '=', id)
    .execute()
  return trx.selectFrom('space').select(['id', 'head', 'epoch']).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Moves the head to `ver` and leaves a random mark, by which a device later knows that this history is the one it knew. */
export async function commitSpace(trx: Transaction<Database>, id: string, ver: number, mark: string): Promise<void> {
  await trx.updateTable('space').set({ head: ver }).where('id', '=', id).execute()
  await trx.insertInto('commit_log').values({ space: id, ver, mark }).execute()
}

/** Heads, epochs and durable marks of the named spaces; those without a commit yet are missing. */
export async function readSpaces(db: Kysely<Database>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { head: number; epoch: string; durable: number }>()
  const rows = await db.selectFrom('space').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((r) => [r.id, r]))
}
