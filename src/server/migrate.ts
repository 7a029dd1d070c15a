import { Migrator, type Kysely } from 'kysely'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/** Brings the database to the newest schema, each step in its own transaction. Throws, and leaves the database as it was before the failing step, when one fails. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
