import type { Transaction } from 'kysely'
import type { Tilstand } from '../../sync/merge.ts'
import { insertRows, oneOf } from '../bulk.ts'
import type { Database } from '../schema.ts'
import { noekkel } from './apply.ts'
import type { PushSvar, PushVerden } from './pushTypes.ts'
import { commitSpace } from './space.ts'

/** Records as they stand in the database, in and out. */

/** A record as it is stored: whom it is held back for, `null` for nobody. */
export interface Post extends Tilstand {
  holdtFor: string | null
}

/** The records of a space that are these, by `type/id`. */
export async function lesPoster(
  trx: Transaction<Database>,
  space: string,
  hvilke: readonly { type: string; id: string }[],
): Promise<Map<string, Post>> {
  const rader: Database['record'][] = []
  // By type, so that the key finds each, however many records the space has.
  for (const type of new Set(hvilke.map((h) => h.type)))
    rader.push(
      ...(await trx
        .selectFrom('record')
        .selectAll()
        .where('space', '=', space)
        .where('type', '=', type)
        .where(
          'id',
          'in',
          oneOf(
            trx,
            hvilke.filter((h) => h.type === type).map((h) => h.id),
          ),
        )
        .execute()),
    )
  return new Map(
    rader.map((r) => [
      noekkel(r),
      {
        doc: JSON.parse(r.doc) as Tilstand['doc'],
        deleted: r.deleted === 1,
        skrivere: JSON.parse(r.field_versions) as Tilstand['skrivere'],
        holdtFor: r.held_for,
      },
    ]),
  )
}

/** Stores records and their history as the next version of their space, and moves its head. */
export async function skrivPoster(
  trx: Transaction<Database>,
  space: string,
  ver: number,
  poster: ReadonlyMap<string, Tilstand & Partial<Post>>,
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
      held_for: t.holdtFor ?? null,
    }
  })
  await insertRows(trx, 'record', rader, ['space', 'type', 'id'])
  await insertRows(trx, 'change', changes)
  await commitSpace(trx, space, ver, verden.uuid())
  svar.heads.set(space, ver)
}
