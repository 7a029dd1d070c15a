import type { Kysely, Transaction } from 'kysely'
import { erForelder, erVist, forelderTil, HOLDES } from '../../domain/holdt.ts'
import type { Tilstand } from '../../sync/merge.ts'
import type { Doc } from '../../sync/op.ts'
import type { Database } from '../schema.ts'
import { noekkel } from './apply.ts'
import { lesPoster, type Post } from './records.ts'

/** Rows that the server keeps to their author until they are shown. */

/**
 * Says of new rows whom they are held for, and lets go of those that a change has shown: they get this commit's version, so that every
 * device is sent them. Call it when the txns of a run are merged, before anything is stored.
 *
 * @param before the records as they stood @param after those that the run has changed; those that are let go are added
 */
export async function holdOgVis(
  trx: Transaction<Database>,
  space: string,
  before: ReadonlyMap<string, Post>,
  after: Map<string, Post>,
  actor: string,
): Promise<void> {
  const parents = new Map([...before, ...after])
  const fresh = [...after].flatMap(([nk, post]) => {
    const parent = before.has(nk) ? null : forelderTil(typeAv(nk), post.doc)
    return parent === null ? [] : [{ nk, post, parent }]
  })
  const unread = fresh.map(({ parent }) => parent).filter((p) => !parents.has(noekkel(p)))
  if (unread.length > 0) for (const [nk, post] of await lesPoster(trx, space, unread)) parents.set(nk, post)
  for (const { nk, post, parent } of fresh)
    if (!erVist(typeAv(nk), parents.get(noekkel(parent))?.doc ?? null)) after.set(nk, { ...post, holdtFor: actor })
  const shown = [...after].filter(([nk]) => erForelder(typeAv(nk)))
  if (shown.length === 0) return
  for (const [nk, post] of await lesHoldte(trx, space)) {
    const parent = forelderTil(typeAv(nk), post.doc)
    if (parent === null || !after.has(noekkel(parent))) continue
    if (erVist(typeAv(nk), after.get(noekkel(parent))!.doc))
      after.set(nk, { ...(after.get(nk) ?? post), holdtFor: null })
  }
}

const typeAv = (nk: string): string => nk.slice(0, nk.indexOf('/'))

async function lesHoldte(trx: Transaction<Database>, space: string): Promise<[string, Post][]> {
  const rows = await trx
    .selectFrom('record')
    .selectAll()
    .where('space', '=', space)
    .where('type', 'in', HOLDES)
    .where('held_for', 'is not', null)
    .execute()
  return rows.map((r) => [
    noekkel(r),
    {
      doc: JSON.parse(r.doc) as Doc,
      deleted: r.deleted === 1,
      skrivere: JSON.parse(r.field_versions) as Tilstand['skrivere'],
      holdtFor: r.held_for,
    },
  ])
}

/** Whether this record is another's alone. */
export async function erHoldtForAndre(
  db: Kysely<Database>,
  space: string,
  type: string,
  id: string,
  user: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('record')
    .select('held_for')
    .where('space', '=', space)
    .where('type', '=', type)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.held_for !== null && row.held_for !== user
}
