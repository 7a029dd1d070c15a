import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Ends all of a user's sessions, at once and on every device. Callers forget who they knew (who.ts) and close streams. */
export async function endSessionsOfUser(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', userId).execute()
}

/** Ends the session that a device was last seen with; gives its id, `null` when there was none. */
export async function endSessionOfDevice(db: Db, replica: string): Promise<string | null> {
  const row = await db
    .selectFrom('oekt_nettbrett')
    .select('session_id')
    .where('replica', '=', replica)
    .executeTakeFirst()
  if (row === undefined) return null
  await db.deleteFrom('session').where('id', '=', row.session_id).execute()
  return row.session_id
}

/** Removes sessions that have run out, and what was left of logins never finished. */
export async function sweepSessions(db: Db, now: number): Promise<void> {
  const before = new Date(now).toISOString()
  await db.deleteFrom('session').where('expiresAt', '<', before).execute()
  await db.deleteFrom('verification').where('expiresAt', '<', before).execute()
}

/** Writes down which session a device was seen with; only when it is another than last time. */
export function createDeviceNotes(db: Db): (replica: string, sessionId: string) => Promise<void> {
  const written = new Map<string, string>()
  return async (replica, sessionId) => {
    if (written.get(replica) === sessionId) return
    await db
      .insertInto('oekt_nettbrett')
      .values({ replica, session_id: sessionId })
      .onConflict((c) => c.column('replica').doUpdateSet({ session_id: sessionId }))
      .execute()
    if (written.size > 10_000) written.clear()
    written.set(replica, sessionId)
  }
}
