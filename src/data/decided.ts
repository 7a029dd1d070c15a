import { avgjortId } from '../domain/beskjedId.ts'
import { egetRom } from '../domain/rom.ts'
import type { Bruker } from '../domain/tilgang.ts'
import type { Base, Returnert } from './db.ts'

/**
 * What came back to this device and is still as it was told. Of a change that was set aside and has since been let in or dropped, a
 * row in her own space tells, read or unread; should a restored server not know of that, the change waits again, and so it says here.
 */
export async function lesReturnerte(db: Base, bruker: Pick<Bruker, 'id'>): Promise<Returnert[]> {
  const alle = await db.rejected.toArray()
  const rader = await db.record.bulkGet(alle.map((r): [string, string, string] => [egetRom(bruker), 'beskjed', avgjortId(r.opId)]))
  return alle.filter((_, i) => rader[i] === undefined)
}
