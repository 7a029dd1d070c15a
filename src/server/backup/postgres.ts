import { sql, type Kysely } from 'kysely'
import { openDatabase } from '../dialect.ts'
import { migrate } from '../migrate.ts'
import { mustBeOfThisVersion } from '../move/move.ts'
import { copyAll } from '../move/rows.ts'
import { openPostgres } from '../postgres.ts'
import type { Database } from '../schema.ts'
import { StartFeil, why } from '../startfeil.ts'
import { snapshot } from '../transaction.ts'
import type { SpaceHead } from './check.ts'
import { Damaged } from './file.ts'
import { take, type Source, type Taken, type TakeWorld } from './take.ts'
import { addressWithoutPassword } from './where.ts'
import type { Resultat } from '../../domain/resultat.ts'

/**
 * Copies of a PostgreSQL database. They are SQLite files, the same as those of an installation on SQLite: what checks, keeps
 * and restores the one does it for the other, nothing needs to be installed, and a copy can be put back in either.
 */

export interface PostgresOrder {
  url: string
  /** After which the copies are called, as if it were a file. */
  file: string
  dir: string
}

/** As `take`. Faults beside its own: HH-106 where the database cannot be reached, HH-132 where it is of another version, HH-522 where another copies it just now. */
export async function takePostgresBackup({ url, ...place }: PostgresOrder, world: TakeWorld): Promise<Resultat<Taken>> {
  const db = connected(url)
  return take(sourceOf(db), place, world).finally(db.close)
}

type Connected = ReturnType<typeof connected>

/** Opened when it is first used, so that what is wrong with it is told as any other fault. */
export function connected(url: string) {
  let opened: ReturnType<typeof openPostgres> | undefined
  return {
    async open(): Promise<Kysely<Database>> {
      try {
        return (await (opened ??= openPostgres({ url, log: () => undefined, plain: true }))).db
      } catch (e) {
        throw new StartFeil(
          'HH-106',
          `PostgreSQL-databasen ${addressWithoutPassword(url)} svarer ikke (${why(e)}). Sjekk DATABASE_URL, og at databasen går.`,
          { cause: e },
        )
      }
    },
    async close(): Promise<void> {
      await (await opened?.catch(() => undefined))?.close()
    },
  }
}

/** Held while a copy is made: of several servers that find it is time, one does it. */
const BACKUP_LOCK = 7_231_003

const sourceOf = (connection: Connected): Source => ({
  async copyInto(file) {
    const db = await connection.open()
    await snapshot(db, async (read) => {
      const free = await sql<{ free: number }>`select pg_try_advisory_xact_lock(${BACKUP_LOCK}) as free`.execute(read)
      if (free.rows[0]?.free !== 1)
        throw new StartFeil('HH-522', 'En annen tar en sikkerhetskopi akkurat nå. Vent til den er ferdig.')
      await mustBeOfThisVersion(read)
      const copy = await openDatabase({ file })
      try {
        await migrate(copy.db)
        await copy.db.transaction().execute((write) => copyAll(read, write))
        // One file, that can be read also where nothing can be written.
        await sql`pragma journal_mode = delete`.execute(copy.db)
      } catch (e) {
        throw e instanceof StartFeil && e.kode === 'HH-133' ? new Damaged(e.message, { cause: e }) : e
      } finally {
        await copy.close()
      }
    })
  },

  async moveDurable(spaces) {
    const db = await connection.open()
    await db.transaction().execute(async (trx) => {
      // In the order in which pushes lock them: one at a time, none before another.
      for (const s of [...spaces].sort((a, b) => (a.id < b.id ? -1 : 1))) await moveOne(trx, s)
    })
  },
})

const moveOne = (trx: Kysely<Database>, { id, epoch, head, mark }: SpaceHead) =>
  trx
    .updateTable('space')
    .set({ durable: head })
    .where('id', '=', id)
    .where('epoch', '=', epoch)
    .where('durable', '<', head)
    .where('head', '>=', head)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('commit_log')
          .select('mark')
          .where('space', '=', id)
          .where('ver', '=', head)
          .where('mark', '=', mark),
      ),
    )
    .execute()
