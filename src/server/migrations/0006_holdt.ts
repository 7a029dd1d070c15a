import type { Kysely, Migration } from 'kysely'

/** Rows that are sent to their author alone, until they are shown (docs/vedtak/0025-holdt-tilbake.md). */
export const m0006Holdt: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('record').addColumn('held_for', 'text').execute()
    await db.schema.createIndex('record_held').on('record').columns(['space', 'type', 'held_for']).execute()
  },
}
