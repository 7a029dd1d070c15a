import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type Kysely, type Transaction } from 'kysely'
import { feil, ok, type Feil, type Resultat } from '../../domain/resultat.ts'
import { openDatabase } from '../dialect.ts'
import { migrate } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { ASIDE, mustBeAlone } from '../move/move.ts'
import { copyAll } from '../move/rows.ts'
import type { Database } from '../schema.ts'
import { StartFeil, why } from '../startfeil.ts'
import { oneStartAtATime } from '../transaction.ts'
import { checkCopy } from './check.ts'
import { copyInto, Damaged, withFile } from './file.ts'
import { freeName, makeFolder, partialName, removePartials } from './folder.ts'
import { connected } from './postgres.ts'
import { BEHIND, notACopy, otherKind, prepare, type RestoreOrder, type Restored, type RestoreWorld } from './restore.ts'
import { lacks, readPostgresStanding } from './standing.ts'
import { addressWithoutPassword, databaseFile } from './where.ts'

/**
 * Puts a copy in a PostgreSQL database, whichever kind of database it was made of. What stands there is kept in a schema of
 * its own in the same database (`foer_…`), and all of it is one transaction: cut off at any point, the former or the
 * restored stands whole. No server can start meanwhile. As `restore` in all else, with the same faults, and HH-106
 * where the database cannot be reached.
 */
export async function restorePostgres(
  { copy, dataDir, older, demo, url }: RestoreOrder & { url: string },
  world: RestoreWorld,
): Promise<Resultat<Restored>> {
  const at = world.at ?? (() => undefined)
  if (!existsSync(copy)) return feil(notACopy(copy, 'filen finnes ikke'))
  const connection = connected(url)
  let scratch: string | undefined
  try {
    const checked = await withFile(copy, { readOnly: true }, checkCopy)
    if (demo !== null && demo !== checked.demo) return feil(otherKind(checked.demo))
    makeFolder(dataDir)
    removePartials(dataDir, world.now())
    const file = databaseFile(dataDir, checked.demo)
    scratch = join(dataDir, partialName(freeName(dataDir, file, world.now())))
    const ready = await readyCopy(copy, scratch)
    at('copied')
    const db = await connection.open()
    const done = await oneStartAtATime(db, async (held): Promise<Resultat<Restored>> => {
      await mustBeAlone(held)
      const standing = await readPostgresStanding(held)
      at('locked')
      if (standing !== null && !older && (await withFile(ready, {}, (f) => lacks(f, standing)))) return feil(BEHIND)
      const brought = await withFile(ready, {}, (f) => prepare(f, standing, world.uuid))
      await withFile(ready, { readOnly: true }, checkCopy)
      at('prepared')
      const aside = await exchange(held, ready, world.now(), () => at('aside'))
      at('placed')
      return ok({ ...checked, ...brought, file: addressWithoutPassword(url), aside })
    })
    return done
  } catch (e) {
    return feil(faultOf(e, copy, dataDir))
  } finally {
    await connection.close()
    if (scratch !== undefined)
      for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${scratch}${end}`, { force: true })
  }
}

/** The copy once more, brought to this version's schema: the copy itself is never touched. */
async function readyCopy(copy: string, scratch: string): Promise<string> {
  await withFile(copy, { readOnly: true }, (db) => copyInto(db, scratch))
  const { db, close } = await openDatabase({ file: scratch })
  try {
    await migrate(db)
  } finally {
    await close()
  }
  return scratch
}

/** @returns the schema in which what was there is kept; `null` where there was nothing */
async function exchange(db: Kysely<Database>, from: string, now: number, moved: () => void): Promise<string | null> {
  const source = await openDatabase({ file: from })
  try {
    return await db.transaction().execute(async (write) => {
      const aside = await putAside(write, now)
      await makeTables(write)
      moved()
      await source.db.transaction().execute((read) => copyAll(read, write))
      return aside
    })
  } finally {
    await source.close()
  }
}

/** Our tables, and the function that their triggers call, as they stand. */
async function putAside(trx: Transaction<Database>, now: number): Promise<string | null> {
  // Not what an extension has put there.
  const own = sql`not exists (select 1 from pg_depend d where d.objid = x.oid and d.deptype = 'e')`
  const tables = await sql<{ name: string }>`
    select x.oid::regclass::text as name from pg_class x
    where x.relnamespace = current_schema()::regnamespace and x.relkind = 'r' and ${own}
  `.execute(trx)
  if (tables.rows.length === 0) return null
  const functions = await sql<{ name: string }>`
    select x.oid::regprocedure::text as name from pg_proc x
    where x.pronamespace = current_schema()::regnamespace and ${own}
  `.execute(trx)
  const aside = `${ASIDE}${new Date(now)
    .toISOString()
    .toLowerCase()
    .replaceAll(/[^0-9tz]/g, '')}`
  await sql`create schema ${sql.id(aside)}`.execute(trx)
  for (const { name } of tables.rows) await sql`alter table ${sql.raw(name)} set schema ${sql.id(aside)}`.execute(trx)
  for (const { name } of functions.rows)
    await sql`alter function ${sql.raw(name)} set schema ${sql.id(aside)}`.execute(trx)
  return aside
}

/** Every migration inside this transaction, noted down as Kysely's own migrator does. */
async function makeTables(trx: Transaction<Database>): Promise<void> {
  await sql`create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(
    trx,
  )
  await sql`create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null)`.execute(
    trx,
  )
  await sql`insert into kysely_migration_lock (id, is_locked) values ('migration_lock', 0)`.execute(trx)
  for (const [name, migration] of Object.entries(migrations)) {
    await migration.up(trx)
    await sql`insert into kysely_migration (name, timestamp) values (${name}, ${new Date(0).toISOString()})`.execute(
      trx,
    )
  }
}

function faultOf(e: unknown, copy: string, dataDir: string): Feil {
  if (e instanceof Damaged) return notACopy(copy, why(e))
  if (e instanceof StartFeil) return { kode: e.kode, tekst: e.message }
  return {
    kode: 'HH-520',
    tekst: `Kopien kunne ikke legges tilbake (${why(e)}). Ingenting er endret. Sjekk databasen, og at det er plass i ${dataDir}.`,
  }
}
