import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type { Bruker } from '../../../src/domain/tilgang.ts'
import { openDatabase } from '../../../src/server/dialect.ts'
import { migrate } from '../../../src/server/migrate.ts'
import type { Database } from '../../../src/server/schema.ts'
import { serverKey } from '../../../src/server/sync/overlevering/keys.ts'
import { createStore, type Store } from '../../../src/server/sync/store.ts'
import { lagUuid } from '../../../src/sync/id.ts'
import { bytesFra } from '../../support/device.ts'
import { ORGANISASJON } from '../../support/store.ts'

/** The shipped server on a real database, which can be copied while it runs and put back to a copy, as an operator does. */

/** In memory where the system has such a folder: the copies are short-lived, and thousands are made. */
const tempRoot = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export interface SimServer {
  db: Kysely<Database>
  store: Store
  /** Copies the database into a file. */
  copy(): Promise<string>
  /** From now on this is the server as it was when the copy was made. */
  restore(copy: string): Promise<void>
  close(): Promise<void>
}

export interface ServerOptions {
  now: () => number
  seed: number
  /** Users as of now. */
  user?: (id: string) => Promise<Bruker | null>
  /** A migrated, empty database; SQLite in memory unless told. */
  open?: () => Promise<{ db: Kysely<Database>; close(): Promise<void> }>
}

export async function openSqlite(file = ':memory:') {
  const data = await openDatabase({ file })
  await migrate(data.db)
  return data
}

export async function openSimServer({ now, seed, user, open = openSqlite }: ServerOptions): Promise<SimServer> {
  let data = await open()
  let dir: string | undefined
  let life = 0
  // Another life must not give the marks and epochs of the former again.
  const living = () => {
    const uuid = lagUuid(now, bytesFra(seed * 97 + 7919 * ++life))
    return createStore({ db: data.db, now, uuid, ...(user ? { user } : {}) })
  }
  let store = living()
  await store.seed(ORGANISASJON, 'server')
  // As a start does.
  await serverKey(data.db, now())
  return {
    get db() {
      return data.db
    },
    get store() {
      return store
    },
    async copy() {
      dir ??= mkdtempSync(join(tempRoot, 'prove-'))
      const file = join(dir, randomUUID())
      await sql`vacuum into ${sql.lit(file)}`.execute(data.db)
      return file
    },
    async restore(copy) {
      const file = join(dir!, randomUUID())
      await copyFile(copy, file)
      await data.close()
      data = await openDatabase({ file })
      store = living()
    },
    async close() {
      await data.close()
      if (dir) rmSync(dir, { recursive: true })
    },
  }
}
