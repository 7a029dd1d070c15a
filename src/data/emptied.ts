import type { FormerReplica } from '../sync/messages.ts'
import type { Base } from './db.ts'
import { merk, type Merke } from './mark.ts'

/** The browser had emptied this page's storage: what is known of what was there. */
export interface Toemt {
  /** When it was found out, milliseconds. */
  naar: number
  /** What the browser remembers of what was written; missing where that is gone too. */
  merke?: Merke
  /** What the server knows of the device that was; `null` where it knows none, missing until it has answered. */
  tjener?: FormerReplica | null
}

export const lesToemt = async (db: Base): Promise<Toemt | null> =>
  ((await db.meta.get('toemt'))?.v as Toemt | undefined) ?? null

/** The person has read it. What was written before is no longer to be named, should it happen again. */
export async function kvitterToemt(db: Base, bruker: string): Promise<void> {
  const [replica, seq] = await db.meta.bulkGet(['replica', 'seq'])
  await db.meta.delete('toemt')
  if (replica) merk(bruker, replica.v as string, (seq?.v as number | undefined) ?? 0, [])
}
