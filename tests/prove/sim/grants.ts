import type { Kysely } from 'kysely'
import type { Bruker } from '../../../src/domain/tilgang.ts'
import type { Database } from '../../../src/server/schema.ts'

/**
 * What a user may read, worked out another way than the server does it: from each unit upwards instead of from the
 * user's units downwards, and from the rows as they stand.
 */
export async function allowedSpaces(db: Kysely<Database>, user: Bruker): Promise<Set<string>> {
  const spaces = new Set(['project', `user:${user.id}`])
  if (user.rolle === 'leser') return spaces
  const units = await readUnits(db)
  for (const [id, unit] of units) {
    if (unit.nivaa === 'kommune' || unit.nivaa === 'tjenesteomraade') continue
    const above = new Set<string>()
    for (let at: string | null | undefined = id; at != null && !above.has(at); at = units.get(at)?.overordnet)
      above.add(at)
    if (user.rolle === 'prosjektleder' || user.enheter.some((e) => above.has(e))) spaces.add(`unit:${id}`)
  }
  return spaces
}

type Units = Map<string, { overordnet?: string | null; nivaa: string }>
const known = new WeakMap<Kysely<Database>, { head: number; units: Units }>()

async function readUnits(db: Kysely<Database>): Promise<Units> {
  const { head } = await db.selectFrom('space').select('head').where('id', '=', 'project').executeTakeFirstOrThrow()
  const before = known.get(db)
  if (before?.head === head) return before.units
  const rows = await db
    .selectFrom('record')
    .select(['id', 'doc'])
    .where('space', '=', 'project')
    .where('type', '=', 'enhet')
    .where('deleted', '=', 0)
    .execute()
  const units: Units = new Map(
    rows.map((r) => [r.id, JSON.parse(r.doc) as { overordnet?: string | null; nivaa: string }]),
  )
  known.set(db, { head, units })
  return units
}
