import { PostgresAdapter, sql, type Kysely, type QueryExecutorProvider, type Transaction } from 'kysely'
import { sqlState } from './housefault.ts'
import type { Database } from './schema.ts'

/**
 * The kinds of transaction there are, and all that differs between the databases in them. SQLite has one writer at a
 * time (BEGIN IMMEDIATE), so there every kind is the same; PostgreSQL runs them side by side at READ COMMITTED.
 */

type Work<T> = (trx: Transaction<Database>) => Promise<T>

export const isPostgres = (db: QueryExecutorProvider): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/** Serialization failure, deadlock, and a row with the same key that another wrote at the same moment. */
const PASSING = new Set(['40001', '40P01', '23505'])
const TRIES = 5

/**
 * Runs the work in one transaction, and again, up to five times in all, when only the company it was in made it fail.
 * The work must leave no trace outside the transaction before it has ended.
 */
export async function transaction<T>(db: Kysely<Database>, work: Work<T>): Promise<T> {
  for (let n = 1; ; n++)
    try {
      return await db.transaction().execute(work)
    } catch (e) {
      if (n === TRIES || !PASSING.has(sqlState(e) ?? '')) throw e
    }
}

const ADMIN_LOCK = 7_231_001
const START_LOCK = 7_231_002

/** As `transaction`, but never beside another of these, whatever instance it runs on: for what reads first and then decides, such as «the last prosjektleder» and «a link works once». */
export const alone = <T>(db: Kysely<Database>, work: Work<T>): Promise<T> =>
  transaction(db, async (trx) => {
    if (isPostgres(trx)) await sql`select pg_advisory_xact_lock(${ADMIN_LOCK})`.execute(trx)
    return work(trx)
  })

/** Reads as of one instant: what is committed meanwhile is not seen, by any of the queries. */
export const snapshot = <T>(db: Kysely<Database>, work: Work<T>): Promise<T> =>
  isPostgres(db)
    ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
    : db.transaction().execute(work)

/** The work of a start (migrating, first filling), which instances that start together do one after the other. `held` is the connection that holds the others up. */
export async function oneStartAtATime<T>(
  db: Kysely<Database>,
  work: (held: Kysely<Database>) => Promise<T>,
): Promise<T> {
  if (!isPostgres(db)) return work(db)
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${START_LOCK})`.execute(held)
    try {
      return await work(held)
    } finally {
      await sql`select pg_advisory_unlock(${START_LOCK})`.execute(held)
    }
  })
}
