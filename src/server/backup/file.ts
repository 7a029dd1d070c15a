import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { sqlite } from '../dialect.ts'

/** A database file seen from outside the server: read, copied and checked as a file, beside a server or without one. */
export type DatabaseFile = DatabaseSyncInstance

/** The file is not a whole database of ours; the message says why, as the end of a sentence in bokmål. */
export class Damaged extends Error {
  override name = 'Damaged'
}

/** How long to wait for another's lock, milliseconds. */
const WAIT_MS = 10_000

/** Opens a file that exists. Throws what SQLite says when it cannot, and on first use when it is no database. */
export async function openFile(
  file: string,
  { readOnly = false, waitMs = WAIT_MS }: { readOnly?: boolean; waitMs?: number } = {},
): Promise<DatabaseFile> {
  const Sqlite = await sqlite()
  const db = new Sqlite(file, { readOnly })
  db.exec(`PRAGMA busy_timeout = ${waitMs}`)
  if (!readOnly) db.exec('PRAGMA synchronous = FULL')
  return db
}

/** Opens the file, does the work and closes it, whatever happens. */
export async function withFile<T>(
  file: string,
  how: Parameters<typeof openFile>[1],
  work: (db: DatabaseFile) => T | Promise<T>,
): Promise<T> {
  const db = await openFile(file, how)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Writes the whole of `db`, as of one instant, to a file that is not there. Others may write to `db` meanwhile. */
export function copyInto(db: DatabaseFile, file: string): void {
  db.prepare('vacuum into ?').run(file)
}

/** One transaction that has the write lock from its start. */
export function immediately(db: DatabaseFile, work: () => void): void {
  db.exec('begin immediate')
  try {
    work()
    db.exec('commit')
  } catch (e) {
    db.exec('rollback')
    throw e
  }
}

/** Returns when what was written to the file, or to a folder's list of names, is on the disk. */
export function sync(path: string): void {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
