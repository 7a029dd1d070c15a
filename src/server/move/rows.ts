import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'
import { StartFeil } from '../startfeil.ts'
import { isPostgres } from '../transaction.ts'

/** All rows of an installation, from one database into another that is empty, SQLite or PostgreSQL, each table read back and compared. */

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
  kalenderadresse: ['user_id'],
  hendelse: ['n'],
  space: ['id'],
  commit_log: ['space', 'ver'],
  record: ['space', 'type', 'id'],
  change: ['space', 'ver', 'n'],
  op: ['op_id'],
  replica: ['id'],
  quarantine: ['op_id'],
  tjenernoekkel: ['id'],
  beskjed: ['op_id'],
} as const satisfies { [T in keyof Database]: readonly (keyof Database[T])[] }
type Table = keyof typeof TABLES
const tables = Object.keys(TABLES) as Table[]

/** Columns above that are numbers; the others are text. */
const NUMBERS: ReadonlySet<string> = new Set(['n', 'ver'])
const ROWS_AT_ONCE = 500

type Row = Record<string, unknown>
type Trx = Transaction<Database>

/** Throws `StartFeil` where the target holds something (HH-131), or what came out is not what went in (HH-133). */
export async function copyAll(
  read: Trx,
  write: Trx,
  told: (moved: MovedTable) => void = () => undefined,
): Promise<void> {
  // One of the two waits while the other is read back.
  for (const trx of [read, write])
    if (isPostgres(trx)) await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
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
