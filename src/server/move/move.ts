import { existsSync } from 'node:fs'
import { sql, type Kysely } from 'kysely'
import { withFile } from '../backup/file.ts'
import { openDatabase, type OpenDatabase } from '../dialect.ts'
import { isHouseFault } from '../housefault.ts'
import { migrate } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { openPostgres } from '../postgres.ts'
import type { Database } from '../schema.ts'
import { StartFeil } from '../startfeil.ts'
import { isPostgres } from '../transaction.ts'
import { copyAll, type MovedTable } from './rows.ts'

/** Moves a whole installation from one database to another, SQLite or PostgreSQL, and proves that every row came along. */

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
    await mustBeAlone(data.db)
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

/** Throws `StartFeil` (HH-124) where another than this connection, of ours, is open. */
export async function mustBeAlone(db: Kysely<Database>): Promise<void> {
  const others = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'heltidshjulet' and pid <> pg_backend_pid()
  `.execute(db)
  if (others.rows.length > 0) throw inUse('PostgreSQL-databasen')
}

/** How the schemas begin in which a restore keeps what stood in a PostgreSQL database before it. */
export const ASIDE = 'foer_'

/** Throws `StartFeil` (HH-132) where the migrations that were run are not exactly this version's. */
export async function mustBeOfThisVersion(db: Kysely<Database>): Promise<void> {
  const known = Object.keys(migrations)
  const done = (await db.introspection.getTables({ withInternalKyselyTables: true })).some(
    // What a restore has put aside lies in a schema of its own.
    (t) => t.name === 'kysely_migration' && !t.schema?.startsWith(ASIDE),
  )
    ? (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map((r) => r.name)
    : []
  if (done.join() === known.join()) return
  throw new StartFeil(
    'HH-132',
    'Databasen er ikke laget av denne versjonen av Heltidshjulet. Start serveren én gang med den, stopp den, og prøv igjen.',
  )
}
