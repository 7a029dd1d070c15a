import type { DatabaseSync, DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type SqliteDatabase,
} from 'kysely'
import type { Database } from './schema.ts'
import { statementsOf } from './statements.ts'

/** An open database. `close` writes the log back into the file, so that the file alone is a whole copy. */
export interface OpenDatabase {
  db: Kysely<Database>
  close(): Promise<void>
}

/**
 * Opens (or creates) a SQLite file, `:memory:` for tests. Every committed transaction is on the disk
 * before it is answered: WAL with `synchronous=FULL`, asserted. Throws when that cannot be had.
 */
export async function openDatabase({ file }: { file: string }): Promise<OpenDatabase> {
  const Sqlite = await sqlite()
  const raw = new Sqlite(file)
  try {
    configure(raw, file)
  } catch (e) {
    raw.close()
    throw e
  }
  const db = new Kysely<Database>({ dialect: dialect(raw) })
  return {
    db,
    async close() {
      if (raw.isOpen) raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      await db.destroy()
    },
  }
}

/** `node:sqlite` where Node has a complete one, else its prebuilt twin, which has the same API. */
export async function sqlite(): Promise<typeof DatabaseSync> {
  const own = process.getBuiltinModule('node:sqlite') as { DatabaseSync: typeof DatabaseSync } | undefined
  // Node 22.5–22.15 has it without `columns()`, which tells a query that answers rows from one that does not.
  if (own !== undefined && hasColumns(own.DatabaseSync)) return own.DatabaseSync
  return (await import('@photostructure/sqlite')).DatabaseSync
}

function hasColumns(Sqlite: typeof DatabaseSync): boolean {
  const probe = new Sqlite(':memory:')
  try {
    return typeof (probe.prepare('select 1') as Partial<StatementSyncInstance>).columns === 'function'
  } finally {
    probe.close()
  }
}

/** Sets what a connection must have, and reads it back: a pragma that does not take is silent. */
function configure(raw: DatabaseSyncInstance, file: string): void {
  raw.exec('PRAGMA busy_timeout = 5000')
  raw.exec('PRAGMA journal_mode = WAL')
  raw.exec('PRAGMA synchronous = FULL')
  raw.exec('PRAGMA foreign_keys = ON')
  const wanted = { synchronous: 2, foreign_keys: 1, journal_mode: file === ':memory:' ? 'memory' : 'wal' }
  for (const [name, value] of Object.entries(wanted)) {
    const got = raw.prepare(`PRAGMA ${name}`).get() as Record<string, unknown> | undefined
    if (got?.[name] !== value) throw new Error(`PRAGMA ${name} is ${String(got?.[name])}, must be ${value}`)
  }
}

function dialect(raw: DatabaseSyncInstance): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver({ database: asKyselyExpects(raw) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** A transaction takes the write lock at its start: one that reads first and writes later can then never fail half-way with «database is locked». */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

function asKyselyExpects(raw: DatabaseSyncInstance): SqliteDatabase {
  const statements = statementsOf(raw)
  return {
    close() {
      statements.clear()
      raw.close()
    },
    prepare(sql) {
      const { reader, statement } = statements.get(sql)
      return {
        reader,
        all: (values) => statement.all(...values.map(bindable)),
        run: (values) => statement.run(...values.map(bindable)),
        iterate: (values) => statements.fresh(sql).iterate(...values.map(bindable)),
      }
    },
  }
}

type Bindable = string | number | bigint | null | Uint8Array

/** The value if SQLite can store it as it is. Anything else throws: an object first among the values would be taken for named parameters, and the rest stored as NULL without a word. */
export function bindable(value: unknown, place: number): Bindable {
  if (value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array)
    return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  const what = value instanceof Date ? 'a Date' : typeof value === 'number' ? String(value) : typeof value
  throw new TypeError(`Bind value ${place + 1} is ${what}; use text, a finite number, bigint, null or bytes`)
}
