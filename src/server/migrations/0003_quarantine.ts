import type { Kysely, Migration } from 'kysely'

/** Ops set aside: from a device that was taken away, or that the server choked on (docs/sync.md, «Quarantine»). */
export const m0003Quarantine: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('quarantine')
      .addColumn('op_id', 'text', (c) => c.primaryKey())
      .addColumn('space', 'text', (c) => c.notNull())
      .addColumn('replica', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('actor_name', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('payload', 'text', (c) => c.notNull())
      .addColumn('t_server', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .execute()
    await db.schema.createIndex('quarantine_state').on('quarantine').columns(['state', 't_server']).execute()
  },
}
