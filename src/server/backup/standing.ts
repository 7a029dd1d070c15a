import { sql, type Kysely, type Selectable } from 'kysely'
import type { Database } from '../schema.ts'
import type { DatabaseFile } from './file.ts'

/** What the database that is replaced knows and the copy must not undo: who was shut out, how far devices were told that all is safe, the keys that hand-overs on their way are sealed to, and which calendar addresses are in use. */
export interface Standing {
  /** Per space the version, and the mark of its commit. */
  durable: { id: string; ver: number; mark: string }[]
  shutOut: string[]
  revoked: string[]
  users: string[]
  keys: Selectable<Database['tjenernoekkel']>[]
  addresses: Selectable<Database['kalenderadresse']>[]
}

const QUERIES = {
  durable: `
    select s.id, c.ver, c.mark from space s join commit_log c on c.space = s.id and c.ver = s.durable
    where s.durable > 0`,
  shutOut: 'select user_id as id from bruker where sperret = 1',
  revoked: `select id from replica where revoked = 1 and label <> 'server'`,
  users: 'select user_id as id from bruker',
  keys: 'select id, offentlig, privat, laget from tjenernoekkel',
}

/** Not there in a database that was last open in a version without calendar addresses. */
const ADDRESSES = 'select user_id, noekkel_hash, laget, hentet from kalenderadresse'

type Ask = (query: string) => unknown[]

const standingOf = (ask: Ask, addresses: unknown[]): Standing => {
  const ids = (query: string) => (ask(query) as { id: string }[]).map(({ id }) => id)
  return {
    durable: ask(QUERIES.durable) as Standing['durable'],
    shutOut: ids(QUERIES.shutOut),
    revoked: ids(QUERIES.revoked),
    users: ids(QUERIES.users),
    keys: ask(QUERIES.keys) as Standing['keys'],
    addresses: addresses as Standing['addresses'],
  }
}

const hasAddresses = (db: DatabaseFile): boolean =>
  db.prepare(`select 1 from sqlite_master where name = 'kalenderadresse'`).get() !== undefined

/** @returns `null` where it cannot be read */
export function readStanding(db: DatabaseFile): Standing | null {
  try {
    return standingOf((query) => db.prepare(query).all(), hasAddresses(db) ? db.prepare(ADDRESSES).all() : [])
  } catch {
    return null
  }
}

/** @returns `null` where it cannot be read, as where there is no table yet */
export async function readPostgresStanding(db: Kysely<Database>): Promise<Standing | null> {
  try {
    const answers = new Map<string, unknown[]>()
    for (const query of Object.values(QUERIES)) answers.set(query, (await sql.raw(query).execute(db)).rows)
    const there = (
      await sql`select 1 from pg_tables where tablename = 'kalenderadresse' and schemaname = current_schema()`.execute(
        db,
      )
    ).rows
    const addresses = there.length > 0 ? (await sql.raw(ADDRESSES).execute(db)).rows : []
    return standingOf((query) => answers.get(query) ?? [], addresses)
  } catch {
    return null
  }
}

/** Whether devices may have let go of something that `db` does not hold: its history is not the one that they were told is safe. */
export function lacks(db: DatabaseFile, { durable }: Standing): boolean {
  const commit = db.prepare('select 1 from commit_log where space = ? and ver = ? and mark = ?')
  return durable.some(({ id, ver, mark }) => commit.get(id, ver, mark) === undefined)
}

/** Shuts out of `db` whom the standing shuts out, and ends their sessions; nobody is let in. The keys it lacks it is given. Calendar addresses are those in use: none that was deleted answers again. */
export function bringOver(db: DatabaseFile, { shutOut, revoked, users, keys, addresses }: Standing) {
  const shut = db.prepare('update bruker set sperret = 1 where user_id = ? and sperret = 0')
  const endSessions = db.prepare('delete from session where userId = ?')
  const revoke = db.prepare('update replica set revoked = 1 where id = ? and revoked = 0')
  const endSession = db.prepare(
    'delete from session where id in (select session_id from oekt_nettbrett where replica = ?)',
  )
  let changed = 0
  for (const id of shutOut) {
    changed += Number(shut.run(id).changes)
    endSessions.run(id)
  }
  for (const id of revoked) {
    changed += Number(revoke.run(id).changes)
    endSession.run(id)
  }
  // A copy from before there were hand-overs has no place for them.
  if (keys.length > 0 && db.prepare(`select 1 from sqlite_master where name = 'tjenernoekkel'`).get() !== undefined) {
    const key = db.prepare('insert or ignore into tjenernoekkel (id, offentlig, privat, laget) values (?, ?, ?, ?)')
    for (const { id, offentlig, privat, laget } of keys) key.run(id, offentlig, privat, Number(laget))
  }
  if (hasAddresses(db)) {
    db.exec('delete from kalenderadresse')
    const address = db.prepare(
      'insert into kalenderadresse (user_id, noekkel_hash, laget, hentet) select id, ?, ?, ? from "user" where id = ?',
    )
    for (const { user_id, noekkel_hash, laget, hentet } of addresses)
      address.run(noekkel_hash, Number(laget), hentet === null ? null : Number(hentet), user_id)
  }
  const known = db.prepare('select 1 from bruker where user_id = ?')
  return { shutOut: changed, missingUsers: users.filter((id) => known.get(id) === undefined).length }
}
