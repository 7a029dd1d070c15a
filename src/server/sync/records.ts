import type { Transaction } from 'kysely'
import type { Tilstand } from '../../sync/merge.ts'
import type { Database } from '../schema.ts'
import { noekkel } from './apply.ts'
import type { PushSvar, PushVerden } from './pushTypes.ts'
import { commitSpace } from './space.ts'

/** Records as they stand in the database, in and out. */

/** The records of a space that have one of these ids, by `type/id`. */
export async function lesPoster(
  trx: Transaction<Database>,
  space: string,
  ider: readonly string[],
): Promise<Map<string, Tilstand>> {
  const rader = await trx
    .selectFrom('record')
    .selectAll()
    .where('space', '=', space)
    .where('id', 'in', [...new Set(ider)])
    .execute()
  return new Map(
    rader.map((r) => [
      noekkel(r),
      {
        doc: JSON.parse(r.doc) as Tilstand['doc'],
        deleted: r.deleted === 1,
        skrivere: JSON.parse(r.field_versions) as Tilstand['skrivere'],
      },
    ]),
  )
}

/** Stores records and their history as the next version of their space, and moves its head. */
export async function skrivPoster(
  trx: Transaction<Database>,
  space: string,
  ver: number,
  poster: ReadonlyMap<string, Tilstand>,
  changes: readonly Database['change'][],
  verden: PushVerden,
  svar: PushSvar,
): Promise<void> {
  const rader = [...poster].map(([nk, t]) => {
    const [type, id] = nk.split('/') as [string, string]
    return {
      space,
      type,
      id,
      doc: JSON.stringify(t.doc),
      field_versions: JSON.stringify(t.skrivere),
      ver,
      deleted: t.deleted ? 1 : 0,
    }
  })
  for (const del of biter(rader)) {
    await trx
      .insertInto('record')
      .values(del)
      .onConflict((c) =>
        c.columns(['space', 'type', 'id']).doUpdateSet((e) => ({
          doc: e.ref('excluded.doc'),
          field_versions: e.ref('excluded.field_versions'),
          ver: e.ref('excluded.ver'),
          deleted: e.ref('excluded.deleted'),
        })),
      )
      .execute()
  }
  for (const del of biter(changes)) await trx.insertInto('change').values(del).execute()
  await commitSpace(trx, space, ver, verden.uuid())
  svar.heads.set(space, ver)
}

/** Rows a single insert may hold: SQLite binds at most 32,766 values. */
const RADER_PER_INNSETTING = 500

export function biter<T>(liste: readonly T[]): T[][] {
  const ut: T[][] = []
  for (let i = 0; i < liste.length; i += RADER_PER_INNSETTING) ut.push(liste.slice(i, i + RADER_PER_INNSETTING))
  return ut
}
