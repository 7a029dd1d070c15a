import { sql, type Kysely, type Migration } from 'kysely'

/** Rows that are sent to their author alone, until they are shown (docs/vedtak/0025-holdt-tilbake.md). */
export const m0006Holdt: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('record').addColumn('held_for', 'text').execute()
    // Of those alone that are held: few, and a row that is not costs nothing more to write.
    await sql`create index record_held on record (space, type) where held_for is not null`.execute(db)
  },
}
