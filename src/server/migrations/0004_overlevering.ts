import type { Kysely, Migration } from 'kysely'

/** Hand-over without a network: the public keys of the devices, the server's own pair, and what authors are to be told (docs/sync.md, «Hand-over»). */
export const m0004Overlevering: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('replica').addColumn('noekkel', 'text').execute()
    await db.schema.alterTable('replica').addColumn('noekkel_id', 'text').execute()
    await db.schema.createIndex('replica_noekkel').on('replica').column('noekkel_id').execute()
    await db.schema
      .createTable('tjenernoekkel')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('offentlig', 'text', (c) => c.notNull())
      .addColumn('privat', 'text', (c) => c.notNull())
      .addColumn('laget', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('beskjed')
      .addColumn('op_id', 'text', (c) => c.primaryKey())
      .addColumn('user_id', 'text', (c) => c.notNull())
      .addColumn('op', 'text', (c) => c.notNull())
      .addColumn('resultat', 'text', (c) => c.notNull())
      .addColumn('t_server', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('beskjed_user').on('beskjed').columns(['user_id', 't_server']).execute()
  },
}
