import type { Kysely, Migration } from 'kysely'

/** Calendar addresses: one for each who has asked for one, with the hash of its key (docs/vedtak/0034-kalenderadresse.md). */
export const m0005Kalender: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('kalenderadresse')
      .addColumn('user_id', 'text', (c) => c.primaryKey().references('user.id').onDelete('cascade'))
      .addColumn('noekkel_hash', 'text', (c) => c.notNull().unique())
      .addColumn('laget', 'bigint', (c) => c.notNull())
      .addColumn('hentet', 'bigint')
      .execute()
  },
}
