import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { sql, type Kysely, type Transaction } from 'kysely'
import { withFile } from '../backup/file.ts'
import { openDatabase, type OpenDatabase } from '../dialect.ts'
import { isHouseFault } from '../housefault.ts'
import { migrate } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { openPostgres } from '../postgres.ts'
import type { Database } from '../schema.ts'
import { StartFeil } from '../startfeil.ts'
import { isPostgres } from '../transaction.ts'

/** Moves a whole installation from one database to another, SQLite or PostgreSQL, and proves that every row came along. */

export interface MovedTable {
  table: string
  rows: number
  /** SHA-256 over the rows in order, the same on both sides. */
  digest: string
}

/**
 * Every table, in an order in which no row comes before one that it points at, with the columns that order its rows.
 * A new table does not compile until it stands here.
 */
const TABLES = {
  user: ['id'],
  session: ['id'],
  account: ['id'],
  verification: ['id'],
  passkey: ['id'],
  bruker: ['user_id'],
  invitasjon: ['id'],
  oekt_nettbrett: ['replica'],
  hendelse: ['n'],
  space: ['id'],
  commit_log: ['space', 'ver'],
  record: ['space', 'type', 'id'],
  change: ['space', 'ver', 'n'],
  op: ['op_id'],
  replica: ['id'],
  quarantine: ['op_id'],
} as const satisfies { [T in keyof Database]: readonly (keyof Database[T])[] }
type Table = keyof typeof TABLES
const tables = Object.keys(TABLES) as Table[]

/** Columns above that are numbers; the others are text. */
const NUMBERS: ReadonlySet<string> = new Set(['n', 'ver'])
const ROWS_AT_ONCE = 500

type Row = Record<string, unknown>
type Trx = Transaction<Database>

/**
 * Copies all of `from` into `to` in one transaction there, reads it back and compares. The addresses are
 * `sqlite:PATH` and `postgres://…`. Throws `StartFeil` where the source is of another version (HH-132), the target holds
 * something (HH-131), a server uses either of them (HH-124), or what came out is not what went in (HH-133); the
 * target is then as it was.
 */
export async function move(
  { from, to, log }: { from: string; to: string; log: (line: string) => void },
  told: (moved: MovedTable) => void = () => undefined,
): Promise<void> {
  if (from.startsWith(FILE) && !existsSync(from.slice(FILE.length)))
    throw new StartFeil('HH-130', `Filen ${from.slice(FILE.length)} finnes ikke.`)
  const source = await open(from, log)
  try {
    await mustBeOfThisVersion(source.db)
    const target = await open(to, log)
    try {
      await migrate(target.db)
      await source.db
        .transaction()
        .setIsolationLevel(isPostgres(source.db) ? 'repeatable read' : 'serializable')
        .execute((read) => target.db.transaction().execute((write) => copyAll(read, write, told)))
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

const FILE = 'sqlite:'

async function open(address: string, log: (line: string) => void): Promise<OpenDatabase> {
  if (address.startsWith(FILE)) {
    const file = address.slice(FILE.length)
    if (existsSync(file)) await mustBeOurs(file)
    return openDatabase({ file })
  }
  const data = await openPostgres({ url: address, log, plain: true })
  try {
    await mustBeAlone(data)
    return data
  } catch (e) {
    await data.close()
    throw e
  }
}

/** What a running server wrote after it had been read would be left behind. */
const inUse = (what: string) =>
  new StartFeil('HH-124', `En server bruker ${what}. Stopp den, og prøv igjen. Ingenting er endret.`)

/** To leave WAL takes that nobody else has the file open; whoever opens it next goes back. */
async function mustBeOurs(file: string): Promise<void> {
  const mode = await withFile(file, { waitMs: 1000 }, (db) => {
    try {
      return db.prepare('pragma journal_mode = delete').get() as { journal_mode: string } | undefined
    } catch (e) {
      if (isHouseFault(e)) return undefined
      throw e
    }
  })
  if (mode?.journal_mode !== 'delete') throw inUse(file)
}

async function mustBeAlone({ db }: OpenDatabase): Promise<void> {
  const others = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'heltidshjulet' and pid <> pg_backend_pid()
  `.execute(db)
  if (others.rows.length > 0) throw inUse('PostgreSQL-databasen')
}

async function mustBeOfThisVersion(db: Kysely<Database>): Promise<void> {
  const known = Object.keys(migrations)
  const done = (await db.introspection.getTables({ withInternalKyselyTables: true })).some(
    (t) => t.name === 'kysely_migration',
  )
    ? (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map((r) => r.name)
    : []
  if (done.join() === known.join()) return
  throw new StartFeil(
    'HH-132',
    'Databasen det skal flyttes fra, er ikke laget av denne versjonen av Heltidshjulet. Start serveren én gang med den, stopp den, og prøv igjen.',
  )
}

async function copyAll(read: Trx, write: Trx, told: (moved: MovedTable) => void): Promise<void> {
  for (const table of tables)
    if ((await firstRow(write, table)) !== undefined)
      throw new StartFeil(
        'HH-131',
        `Databasen det skal flyttes til, er ikke tom: det står noe i «${table}». Velg en tom database. Ingenting er endret.`,
      )
  for (const table of tables) {
    const there = await copy(read, write, table)
    const here = await digest(write, table)
    if (here.rows !== there.rows || here.digest !== there.digest)
      throw new StartFeil(
        'HH-133',
        `«${table}» ble ikke lik etter flyttingen (${there.rows} rader ble ${here.rows}). Ingenting er flyttet.`,
      )
    told({ table, ...here })
  }
}

async function copy(read: Trx, write: Trx, table: Table): Promise<{ rows: number; digest: string }> {
  const found = await digest(read, table, async (rows) => {
    await sql`insert into ${sql.id(table)} (${sql.join(Object.keys(rows[0]!).map((c) => sql.id(c)))}) values ${sql.join(
      rows.map((row) => sql`(${sql.join(Object.values(row))})`),
    )}`.execute(write)
  })
  // Rows came with their numbers; the next one given out is to be higher.
  if (table === 'hendelse' && isPostgres(write))
    await sql`select setval(pg_get_serial_sequence('hendelse', 'n'), (select coalesce(max(n), 0) + 1 from hendelse), false)`.execute(
      write,
    )
  return found
}

/** Counts and hashes the rows in order, as they pass. */
async function digest(
  db: Trx,
  table: Table,
  pass: (rows: Row[]) => Promise<void> = () => Promise.resolve(),
): Promise<{ rows: number; digest: string }> {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of inOrder(db, table)) {
    for (const row of rows) hash.update(JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))) + '\n')
    count += rows.length
    await pass(rows)
  }
  return { rows: count, digest: hash.digest('hex') }
}

/** The rows of a table, some hundred at a time, never all of them in memory. */
const inOrder = (db: Trx, table: Table): AsyncIterable<Row[]> =>
  isPostgres(db) ? byCursor(db, table) : byKey(db, table)

/** By bytes whatever the database's own language is, so that both sides agree. */
async function* byCursor(db: Trx, table: Table): AsyncIterable<Row[]> {
  const order = TABLES[table].map((c) => (NUMBERS.has(c) ? sql.id(c) : sql`${sql.id(c)} collate "C"`))
  await sql`declare rows no scroll cursor for select * from ${sql.id(table)} order by ${sql.join(order)}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_AT_ONCE)} from rows`.execute(db)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close rows`.execute(db)
}

/** Each page begins after the last row of the one before, which the key's own index finds. */
async function* byKey(db: Trx, table: Table): AsyncIterable<Row[]> {
  const key = TABLES[table]
  const names = sql.join(key.map((c) => sql.id(c)))
  let after = sql`true`
  for (;;) {
    const { rows } = await sql<Row>`
      select * from ${sql.id(table)} where ${after} order by ${names} limit ${ROWS_AT_ONCE}
    `.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) return
    after = sql`(${names}) > (${sql.join(key.map((c) => rows.at(-1)?.[c]))})`
  }
}

const firstRow = async (db: Trx, table: Table): Promise<unknown> =>
  (await sql`select 1 from ${sql.id(table)} limit 1`.execute(db)).rows[0]
