import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { inject } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../src/server/dialect.ts'
import { migrate } from '../../src/server/migrate.ts'
import { openPostgres } from '../../src/server/postgres.ts'
import type { Database } from '../../src/server/schema.ts'

/**
 * The database that a test runs on: SQLite in the project `node`, PostgreSQL in the project `postgres`, which runs the
 * same files again and those in tests/postgres. A test asks for one here and need not know which it is.
 */
export const DIALECT = process.env.HH_DATABASE === 'postgres' ? 'postgres' : 'sqlite'

/** A migrated and empty database of the test's own. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  if (DIALECT === 'postgres') return (await openTestPostgres()).open()
  const data = await openDatabase({ file: ':memory:' })
  await migrate(data.db)
  return data
}

/** Databases of this test file that no test uses just now: emptying one is much quicker than copying one. */
const free: string[] = []

/** A PostgreSQL database that several can open at once, as several instances of the server do. It is given back when the last has closed. */
export async function openTestPostgres({ log = () => undefined }: { log?: (line: string) => void } = {}) {
  const url = free.pop() ?? (await copyTemplate())
  let users = 0
  let emptied: Promise<void> | undefined
  return {
    url,
    async open(): Promise<OpenDatabase> {
      const { db, close } = await openPostgres({ url, log })
      users++
      await (emptied ??= empty(db))
      let closed: Promise<void> | undefined
      const end = async () => {
        await close()
        if (--users === 0) free.push(url)
      }
      return { db, close: () => (closed ??= end()) }
    },
  }
}
export type TestPostgres = Awaited<ReturnType<typeof openTestPostgres>>

async function copyTemplate(): Promise<string> {
  const { default: pg } = await import('pg')
  const admin = new pg.Client(inject('postgresUrl'))
  const name = `test_${randomUUID()}`
  await admin.connect()
  // One at a time: a template that somebody copies is not to be had.
  await admin.query('select pg_advisory_lock(1)')
  await admin.query(`create database "${name}" template mal strategy file_copy`)
  await admin.end()
  return inject('postgresUrl').replace(/postgres$/, name)
}

/** All that the database holds, as one text to look for secrets in. */
export async function everythingIn(db: Kysely<Database>): Promise<string> {
  const tables = (await db.introspection.getTables()).map((t) => t.name)
  const rows = await Promise.all(tables.map((t) => sql`select * from ${sql.id(t)}`.execute(db)))
  return JSON.stringify(rows.map((r) => r.rows))
}

/** Empties every table, the append-only ones too. */
async function empty(db: Kysely<Database>): Promise<void> {
  const tables = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
  `.execute(db)
  const deletes = tables.rows.map(({ name }) => `delete from ${name};`).join('')
  await sql.raw(`set session_replication_role = replica; ${deletes} set session_replication_role = default`).execute(db)
}
