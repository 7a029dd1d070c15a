import { Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { ClientBase, PoolConfig } from 'pg'
import type { OpenDatabase } from './dialect.ts'
import type { Database } from './schema.ts'

/** PostgreSQL as the server needs it: what is confirmed is on the disk, nothing waits for ever, and nothing is stored as something else than it was. */

export interface PostgresPlace {
  /** `postgres://user:password@host:port/database`; TLS by `?sslmode=verify-full`. */
  url: string
  /** Takes a line when an idle connection is lost; never what was asked on it. */
  log: (line: string) => void
  /** Instants come as ISO text and truth as 0 or 1, as SQLite has them. */
  plain?: boolean
}

/** Connections each instance holds at most, the listening one not counted. */
const CONNECTIONS = 10
const CONNECT_MS = 10_000

/** Opens the pool and asserts, on one connection now and on each later one, that a commit is durable. Throws when that cannot be had. */
export async function openPostgres({ url, log, plain = false }: PostgresPlace): Promise<OpenDatabase> {
  const { default: pg } = await import('pg')
  const config: PoolConfig = {
    ...connection(url),
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: { getTypeParser: (oid, format) => parsers(plain)[oid] ?? pg.types.getTypeParser(oid, format) },
    verify: (client, done) => void prepare(client).then(() => done(), done),
  }
  const pool = new pg.Pool(config)
  // Without listeners a lost connection would end the process: the pool hears of the idle ones, and each connection of
  // itself while it is used, also between two queries of a transaction. Who used it is told by the next query.
  pool.on('error', (e) => log(`PostgreSQL: en ledig forbindelse falt ut (${e.message})`))
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PostgresDriver({ pool }),
      createIntrospector: (k) => new PostgresIntrospector(k),
      createQueryCompiler: () => new GuardedCompiler(),
    },
  })
  try {
    const first = await pool.connect()
    first.release()
  } catch (e) {
    await pool.end()
    throw e
  }
  return {
    db,
    async close() {
      await db.destroy()
      if (!pool.ending) await pool.end()
    },
  }
}

/** How any connection of ours is opened. */
export const connection = (url: string) => ({
  connectionString: url,
  application_name: 'heltidshjulet',
  keepAlive: true,
})

/** Sets what a connection must have, and reads it back. */
async function prepare(client: ClientBase): Promise<void> {
  await client.query(SETTINGS)
  const { rows } = await client.query<Record<string, string>>(
    `select current_setting('synchronous_commit') as commit, current_setting('default_transaction_isolation') as isolation, current_setting('server_encoding') as encoding`,
  )
  const { commit, isolation, encoding } = rows[0] ?? {}
  if (commit !== 'on' && commit !== 'remote_apply') throw new Error(`synchronous_commit is ${commit}, must be on`)
  if (isolation !== 'read committed')
    throw new Error(`default_transaction_isolation is ${isolation}, must be read committed`)
  if (encoding !== 'UTF8') throw new Error(`server_encoding is ${encoding}, must be UTF8`)
}

/** `remote_apply` waits for the standby too, and is left where the operator chose it. A lock that is not had in half a minute, and a transaction that says nothing for a minute, give up rather than hold others. */
const SETTINGS = `
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') <> 'remote_apply';
  set default_transaction_isolation = 'read committed';
  set lock_timeout = '30s';
  set idle_in_transaction_session_timeout = '60s';
`

type Parser = (text: string) => unknown

/** By the type's number in PostgreSQL: int8, and where all is to be plain, bool and timestamptz. */
const parsers = (plain: boolean): Partial<Record<number, Parser>> => (plain ? PLAIN : OURS)
const OURS: Partial<Record<number, Parser>> = { 20: (text) => safeInteger(text) }
const PLAIN: Partial<Record<number, Parser>> = {
  ...OURS,
  16: (text) => (text === 't' ? 1 : 0),
  1184: (text) => new Date(text).toISOString(),
}

/** bigint comes as text, so that nothing is lost; ours are counters and milliseconds, and fit a number. */
function safeInteger(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new RangeError(`bigint ${text} does not fit a number`)
  return n
}

/** Looks at each value on its way into a query: pg would make JSON of objects, a list of arrays, NULL of `undefined`, and text of NaN, without a word. */
class GuardedCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(storable(value))
  }
}

/** The value if PostgreSQL can store it as it is; a Date and a boolean only reach the columns of accounts that are such. */
export function storable(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array || (value instanceof Date && !Number.isNaN(value.getTime()))) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  const what = value instanceof Date ? 'no instant' : typeof value === 'number' ? String(value) : typeof value
  throw new TypeError(`Bind value is ${what}; use text, a finite number, bigint, boolean, instant, null or bytes`)
}
