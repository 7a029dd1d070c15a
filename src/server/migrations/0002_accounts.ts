import { sql, type Kysely, type Migration } from 'kysely'
import { isPostgres } from '../transaction.ts'

/** Accounts (better-auth's tables, as its own schema has them), users with role and units, one-time links, and the log of administration. */
export const m0002Accounts: Migration = {
  async up(db: Kysely<unknown>) {
    await betterAuthTables(db)
    await db.schema
      .createTable('bruker')
      .addColumn('user_id', 'text', (c) => c.primaryKey().references('user.id').onDelete('cascade'))
      .addColumn('navn', 'text', (c) => c.notNull())
      .addColumn('rolle', 'text', (c) => c.notNull())
      .addColumn('enheter', 'text', (c) => c.notNull())
      .addColumn('sperret', 'integer', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('invitasjon')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('token_hash', 'text', (c) => c.notNull().unique())
      .addColumn('user_id', 'text', (c) => c.references('user.id').onDelete('cascade'))
      .addColumn('navn', 'text', (c) => c.notNull())
      .addColumn('epost', 'text', (c) => c.notNull())
      .addColumn('rolle', 'text', (c) => c.notNull())
      .addColumn('enheter', 'text', (c) => c.notNull())
      .addColumn('opprettet', 'bigint', (c) => c.notNull())
      .addColumn('opprettet_av', 'text', (c) => c.notNull())
      .addColumn('utloeper', 'bigint', (c) => c.notNull())
      .addColumn('brukt', 'bigint')
      .addColumn('trukket', 'bigint')
      .execute()
    await db.schema
      .createTable('oekt_nettbrett')
      .addColumn('replica', 'text', (c) => c.primaryKey())
      .addColumn('session_id', 'text', (c) => c.notNull().references('session.id').onDelete('cascade'))
      .execute()
    await db.schema
      .createTable('hendelse')
      .addColumn('n', isPostgres(db) ? 'bigserial' : 'integer', (c) =>
        isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
      )
      .addColumn('tid', 'bigint', (c) => c.notNull())
      .addColumn('hvem', 'text', (c) => c.notNull())
      .addColumn('hvem_navn', 'text', (c) => c.notNull())
      .addColumn('hva', 'text', (c) => c.notNull())
      .addColumn('gjelder', 'text', (c) => c.notNull())
      .addColumn('detaljer', 'text', (c) => c.notNull())
      .execute()
    await appendOnly(db)
  },
}

/** The log of administration takes new lines only, whoever asks. */
async function appendOnly(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create function hendelse_append_only() returns trigger language plpgsql as $$ begin raise exception 'hendelse is append-only'; end $$`.execute(
      db,
    )
    await sql`create trigger hendelse_no_change before update or delete or truncate on hendelse for each statement execute function hendelse_append_only()`.execute(
      db,
    )
    return
  }
  for (const act of ['update', 'delete'])
    await sql`create trigger ${sql.raw(`hendelse_no_${act}`)} before ${sql.raw(act)} on hendelse begin select raise(abort, 'hendelse is append-only'); end`.execute(
      db,
    )
}

async function betterAuthTables(db: Kysely<unknown>): Promise<void> {
  // As better-auth has them on each: PostgreSQL knows instants and truth, SQLite keeps ISO text and 0 or 1.
  const instant = isPostgres(db) ? 'timestamptz' : 'date'
  const truth = isPostgres(db) ? 'boolean' : 'integer'
  await db.schema
    .createTable('user')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('emailVerified', truth, (c) => c.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', instant, (c) => c.notNull())
    .addColumn('updatedAt', instant, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('expiresAt', instant, (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('createdAt', instant, (c) => c.notNull())
    .addColumn('updatedAt', instant, (c) => c.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .execute()
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('accountId', 'text', (c) => c.notNull())
    .addColumn('providerId', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', instant)
    .addColumn('refreshTokenExpiresAt', instant)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', instant, (c) => c.notNull())
    .addColumn('updatedAt', instant, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expiresAt', instant, (c) => c.notNull())
    .addColumn('createdAt', instant, (c) => c.notNull())
    .addColumn('updatedAt', instant, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('passkey')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text')
    .addColumn('publicKey', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('credentialID', 'text', (c) => c.notNull())
    .addColumn('counter', 'integer', (c) => c.notNull())
    .addColumn('deviceType', 'text', (c) => c.notNull())
    .addColumn('backedUp', truth, (c) => c.notNull())
    .addColumn('transports', 'text')
    .addColumn('createdAt', instant)
    .addColumn('aaguid', 'text')
    .execute()
  const indexes = {
    session: ['userId'],
    account: ['userId'],
    verification: ['identifier'],
    passkey: ['userId', 'credentialID'],
  }
  for (const [table, columns] of Object.entries(indexes))
    for (const column of columns)
      await db.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute()
}
