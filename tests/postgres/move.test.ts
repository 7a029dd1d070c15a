import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { writeAudit } from '../../src/server/admin/audit.ts'
import { listUsers } from '../../src/server/admin/users.ts'
import { insertUser } from '../../src/server/auth/users.ts'
import { openDatabase } from '../../src/server/dialect.ts'
import { migrate } from '../../src/server/migrate.ts'
import { move } from '../../src/server/move/move.ts'
import type { MovedTable } from '../../src/server/move/rows.ts'
import { openPostgres } from '../../src/server/postgres.ts'
import type { Database } from '../../src/server/schema.ts'
import { createStore } from '../../src/server/sync/store.ts'
import { openTestPostgres } from '../support/dialects.ts'
import { BRUKERE, ORGANISASJON } from '../support/store.ts'

const log = () => undefined
const NAVN = 'Åse «Ø» Ærlig 🌻'

function tempFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'a.db')
}

/** Something in every table, with what is easily lost: other letters, long numbers, nothing, truth and instants. */
async function fill(db: Kysely<Database>): Promise<void> {
  const now = 1_790_000_000_123
  const iso = new Date(now).toISOString()
  const store = createStore({ db, now: () => now, uuid: randomUUID })
  await store.seed(ORGANISASJON, 'server')
  const many = Array.from({ length: 1200 }, (_, i) => ({
    space: 'unit:bondihagen',
    type: 'aktivitet',
    id: `a${i}-${i % 7 === 0 ? 'z' : '0'}`,
    set: { tittel: `${NAVN} ${i}` },
  }))
  await store.seed(many, 'server')
  const bruker = { ...BRUKERE.bondihagen, enheter: ['bondihagen'], navn: NAVN }
  await insertUser(db, { ...bruker, epost: 'åse@test.no', passwordHash: 'hash' }, now, randomUUID)
  const at = { createdAt: iso, updatedAt: iso }
  await db
    .insertInto('session')
    .values({ id: 's1', token: 't', userId: 'bo', expiresAt: iso, ipAddress: null, userAgent: null, ...at })
    .execute()
  await db
    .insertInto('verification')
    .values({ id: 'v', identifier: 'i', value: 'x', expiresAt: iso, ...at })
    .execute()
  await db
    .insertInto('passkey')
    .values({
      ...{ id: 'p', name: null, publicKey: 'k', userId: 'bo', credentialID: 'c', counter: 7, deviceType: 'd' },
      ...{ backedUp: 1, transports: null, createdAt: null, aaguid: null },
    })
    .execute()
  await db.insertInto('oekt_nettbrett').values({ replica: 'r', session_id: 's1' }).execute()
  await db
    .insertInto('invitasjon')
    .values({
      ...{ id: 'i', token_hash: 'h', user_id: null, navn: NAVN, epost: 'e', rolle: 'leser', enheter: '[]' },
      ...{ opprettet: now, opprettet_av: 'server', utloeper: now, brukt: null, trukket: now },
    })
    .execute()
  await writeAudit(db, now, { id: 'pl', navn: NAVN }, 'bruker.sperret', 'bo', { navn: NAVN })
  await db
    .insertInto('quarantine')
    .values({
      ...{ op_id: 'q', space: 'project', replica: 'r', actor: 'bo', actor_name: NAVN, reason: 'HH-210' },
      ...{ payload: '{"set":{"a":"\\u0000"}}', t_server: now, state: 'held', decided_by: null, decided_at: null },
    })
    .execute()
  await db
    .insertInto('kalenderadresse')
    .values({ user_id: 'bo', noekkel_hash: 'h', laget: now, hentet: null })
    .execute()
  await db.insertInto('tjenernoekkel').values({ id: 'n', offentlig: 'o', privat: 'p', laget: now }).execute()
  await db
    .insertInto('beskjed')
    .values({ op_id: 'b', user_id: 'bo', op: '{}', resultat: JSON.stringify({ tekst: NAVN }), t_server: now })
    .execute()
}

/** A closed installation: a copy, since this process may not yet have let go of the file it wrote. */
async function source(fillIt: (db: Kysely<Database>) => Promise<void> = () => Promise.resolve()): Promise<string> {
  const [written, file] = [tempFile(), tempFile()]
  const { db, close } = await openDatabase({ file: written })
  await migrate(db)
  await fillIt(db)
  await close()
  copyFileSync(written, file)
  return file
}

/** An empty target that nobody is connected to. */
async function target() {
  const server = await openTestPostgres()
  await (await server.open()).close()
  return server
}

test('alt flyttes fra SQLite til PostgreSQL og tilbake, og er likt på alle tre steder', async () => {
  const first = await source(fill)
  const server = await target()
  const back = tempFile()
  const there: MovedTable[] = []
  const home: MovedTable[] = []
  await move({ from: `sqlite:${first}`, to: server.url, log }, (t) => there.push(t))
  await move({ from: server.url, to: `sqlite:${back}`, log }, (t) => home.push(t))
  expect(home).toEqual(there)
  expect(there.filter((t) => t.rows === 0)).toEqual([])
  expect(there.find((t) => t.table === 'record')?.rows).toBe(ORGANISASJON.length + 1200)

  const moved = await openDatabase({ file: back })
  const names = (await moved.db.introspection.getTables()).map((t) => t.name)
  expect(there.map((t) => t.table).sort()).toEqual(names.sort())
  expect(await listUsers(moved)).toMatchObject([{ navn: NAVN, epost: 'åse@test.no', enheter: ['bondihagen'] }])
  const original = await openDatabase({ file: first })
  for (const name of names) {
    const all = (k: Kysely<Database>) => sql`select * from ${sql.id(name)} order by 1, 2`.execute(k)
    expect((await all(moved.db)).rows).toEqual((await all(original.db)).rows)
  }
  await original.close()
  await moved.close()
})

test('det som skrives etter flyttingen, får nye numre', async () => {
  const file = await source(fill)
  const server = await target()
  await move({ from: `sqlite:${file}`, to: server.url, log })
  const moved = await openPostgres({ url: server.url, log })
  await writeAudit(moved.db, 1, { id: 'pl', navn: 'x' }, 'bruker.aapnet', 'bo', {})
  expect((await moved.db.selectFrom('hendelse').select('n').orderBy('n').execute()).map((r) => r.n)).toEqual([1, 2])
  const answer = await createStore({ db: moved.db, now: Date.now, uuid: randomUUID }).history(
    { ...BRUKERE.prosjektleder, enheter: [] },
    'unit:bondihagen',
    'aktivitet',
    'a1-0',
  )
  expect(answer).toMatchObject({ ok: true, verdi: [{ field: 'tittel', new: `${NAVN} 1` }] })
  await moved.close()
})

test('en database som ikke er tom, røres ikke', async () => {
  const file = await source()
  const server = await openTestPostgres()
  const full = await server.open()
  await full.db.insertInto('space').values({ id: 'project', head: 1, epoch: 'e' }).execute()
  await full.close()
  await expect(move({ from: `sqlite:${file}`, to: server.url, log })).rejects.toMatchObject({ kode: 'HH-131' })
})

test('en kilde som mangler, er eldre eller i bruk, flyttes ikke, og lages ikke', async () => {
  const server = await target()
  const file = tempFile()
  await expect(move({ from: `sqlite:${file}`, to: server.url, log })).rejects.toMatchObject({ kode: 'HH-130' })
  expect(existsSync(file)).toBe(false)
  const older = await openDatabase({ file })
  await older.db.schema.createTable('x').addColumn('id', 'text').execute()
  await expect(move({ from: `sqlite:${file}`, to: server.url, log })).rejects.toMatchObject({ kode: 'HH-124' })
  await older.close()
  const closed = tempFile()
  copyFileSync(file, closed)
  await expect(move({ from: `sqlite:${closed}`, to: server.url, log })).rejects.toMatchObject({ kode: 'HH-132' })
  const inUse = await server.open()
  await expect(move({ from: server.url, to: `sqlite:${tempFile()}`, log })).rejects.toMatchObject({ kode: 'HH-124' })
  await inUse.close()
})

test('det som ikke blir likt, blir ikke stående', async () => {
  const file = await source(fill)
  const server = await openTestPostgres()
  const before = await server.open()
  await sql`create function trim_doc() returns trigger language plpgsql as $$ begin new.doc = new.doc || ' '; return new; end $$`.execute(
    before.db,
  )
  await sql`create trigger trim_doc before insert on record for each row execute function trim_doc()`.execute(before.db)
  await before.close()
  await expect(move({ from: `sqlite:${file}`, to: server.url, log })).rejects.toMatchObject({
    kode: 'HH-133',
    message: expect.stringContaining('«record»'),
  })
  const after = await server.open()
  expect(await after.db.selectFrom('user').selectAll().execute()).toEqual([])
  await sql`drop function trim_doc() cascade`.execute(after.db)
  await after.close()
})
