import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { takePostgresBackup } from '../../src/server/backup/postgres.ts'
import { restore, type RestoreStep } from '../../src/server/backup/restore.ts'
import { restorePostgres } from '../../src/server/backup/restorePostgres.ts'
import { takeBackup } from '../../src/server/backup/take.ts'
import { readConfig } from '../../src/server/config.ts'
import { openData } from '../../src/server/opendata.ts'
import { openPostgres } from '../../src/server/postgres.ts'
import { aapneTestdevice, foerste } from '../support/device.ts'
import { BRUKERE, fetchSom } from '../support/store.ts'
import { dataFolder, idsIn, ROM, runProcess, tempDir } from '../server/support/backup.ts'
import { postgresFolder, type PostgresFolder } from '../server/support/postgresFolder.ts'

const world = { now: Date.now, uuid: randomUUID }
const put = (data: PostgresFolder, copy: string, older = false) =>
  restorePostgres({ copy, dataDir: data.dir, demo: null, older, url: data.url }, world)
const npmRunRestore = ({ url, dir }: PostgresFolder, ...args: string[]) =>
  runProcess('src/server/backup/restoreMain.ts', args, { DATA_DIR: dir, DATABASE_URL: url })

async function copyOf({ url, file, copies }: PostgresFolder): Promise<string> {
  const taken = await takePostgresBackup({ url, file, dir: copies }, world)
  if (!taken.ok) throw new Error(taken.feil.tekst)
  return taken.verdi.file
}

/** A database with five activities, of which a copy has three; no server has it open. */
async function databaseWithCopy() {
  const data = await postgresFolder()
  for (let i = 0; i < 3; i++) await data.write()
  const copy = await copyOf(data)
  const inCopy = await data.ids()
  for (let i = 0; i < 2; i++) await data.write()
  const after = await data.ids()
  const spaces = await data.db.selectFrom('space').selectAll().orderBy('id').execute()
  await data.stop()
  return { ...data, copy, inCopy, after, spaces }
}

test('npm run restore legger kopien på plass, det som var der ligger i et eget skjema, og hvert rom har ny epoke', async () => {
  const data = await databaseWithCopy()
  const bytes = readFileSync(data.copy)
  const { code, output } = await npmRunRestore(data, data.copy)
  expect(output).toMatch(/er prøvd og lagt på plass i 127\.0\.0\.1:\d+\/test_\S+: 8 opplysninger/)
  const aside = /tatt vare på i skjemaet (foer_\d{8}t\d{9}z) i samme database/.exec(output)?.[1]
  expect(aside).toBeDefined()
  expect(code).toBe(0)
  expect(readFileSync(data.copy).equals(bytes)).toBe(true)
  await data.look(async ({ ids, db, write }) => {
    expect(await ids()).toEqual(data.inCopy)
    const spaces = await db.selectFrom('space').selectAll().orderBy('id').execute()
    expect(spaces.map((s) => s.id)).toEqual(data.spaces.map((s) => s.id))
    expect(new Set([...spaces, ...data.spaces].map((s) => s.epoch)).size).toBe(spaces.length * 2)
    const before = await sql<{ id: string }>`
      select id from ${sql.id(aside!, 'record')} where space = ${ROM} order by id
    `.execute(db)
    expect(before.rows.map((r) => r.id)).toEqual(data.after)
    // The counters go on, and the log of administration still takes new lines only.
    await write()
    const row = { tid: 1, hvem: 'pl', hvem_navn: 'x', hva: 'bruker.endret', gjelder: 'x', detaljer: '{}' }
    await db.insertInto('hendelse').values(row).execute()
    await expect(db.deleteFrom('hendelse').execute()).rejects.toThrow(/append-only/)
  })
  // A server starts on it, and its own copy holds.
  const config = readConfig({
    ...{ DATA_DIR: data.dir, DATABASE_URL: data.url, HELTIDSHJULET_SECRET: 'x'.repeat(32) },
  })
  if (!config.ok) throw new Error(config.feil.tekst)
  await (await openData(config.verdi, () => undefined)).close()
  expect(await idsIn(await copyOf(data))).toHaveLength(4)
  // Once more: what was restored is kept too.
  expect(await put(data, data.copy, true)).toMatchObject({ ok: true })
})

test('mens en server bruker databasen, skjer ingenting, og ingen server kan starte imens', async () => {
  const data = await databaseWithCopy()
  const server = await openPostgres({ url: data.url, log: () => undefined })
  expect(await put(data, data.copy)).toMatchObject({
    ok: false,
    feil: { kode: 'HH-124', tekst: expect.stringMatching(/Stopp den, og prøv igjen\. Ingenting er endret\./) },
  })
  await server.close()
  const starting: Promise<unknown>[] = []
  const events: string[] = []
  const config = readConfig({ DATA_DIR: data.dir, DATABASE_URL: data.url, HELTIDSHJULET_SECRET: 'x'.repeat(32) })
  if (!config.ok) throw new Error(config.feil.tekst)
  const opened = config.verdi
  const done = await restorePostgres(
    { copy: data.copy, dataDir: data.dir, demo: null, older: false, url: data.url },
    {
      ...world,
      at(step) {
        events.push(step)
        if (step === 'locked')
          starting.push(
            openData(opened, () => undefined).then(async (server) => {
              events.push('started')
              await server.close()
            }),
          )
      },
    },
  )
  expect(done).toMatchObject({ ok: true })
  await Promise.all(starting)
  expect(events).toEqual(['copied', 'locked', 'prepared', 'aside', 'placed', 'started'])
  await data.look(async ({ ids }) => expect(await ids()).toEqual(data.inCopy))
})

test('en fil som ikke er en kopi, og en som er eldre enn det nettbrettene har sluttet å ta vare på, legges ikke tilbake', async () => {
  const data = await databaseWithCopy()
  const bad = join(tempDir(), 'kopi.db')
  writeFileSync(bad, 'dette er ikke en database')
  for (const copy of [bad, join(tempDir(), 'finnes-ikke.db')])
    expect(await put(data, copy)).toMatchObject({ ok: false, feil: { kode: 'HH-123' } })
  await copyOf(data)
  expect(await put(data, data.copy)).toMatchObject({ ok: false, feil: { kode: 'HH-126' } })
  await data.look(async ({ ids }) => expect(await ids()).toEqual(data.after))
  expect(await put(data, data.copy, true)).toMatchObject({ ok: true })
  await data.look(async ({ ids }) => expect(await ids()).toEqual(data.inCopy))
})

test('nøkkelen som overleveringer på vei er lukket med, er der også etter at en eldre kopi er lagt tilbake', async () => {
  const data = await postgresFolder()
  const copy = await copyOf(data)
  const key = { id: 'n1', offentlig: 'offentlig', privat: 'privat', laget: 7 }
  await data.db.insertInto('tjenernoekkel').values(key).execute()
  await data.stop()
  expect(await put(data, copy)).toMatchObject({ ok: true })
  await data.look(async ({ db }) => expect(await db.selectFrom('tjenernoekkel').selectAll().execute()).toEqual([key]))
})

test('den som er sperret etter at kopien ble tatt, slipper ikke inn igjen', async () => {
  const data = await postgresFolder()
  await sql`insert into "user" values ('u1', 'Kari', 'kari@test.no', false, null, now(), now())`.execute(data.db)
  await sql`insert into bruker values ('u1', 'Kari', 'leser', '[]', 0)`.execute(data.db)
  await sql`insert into session values ('s1', now(), 't', now(), now(), null, null, 'u1')`.execute(data.db)
  const copy = await copyOf(data)
  await sql`update bruker set sperret = 1`.execute(data.db)
  await data.stop()
  expect(await put(data, copy)).toMatchObject({ ok: true, verdi: { shutOut: 1, missingUsers: 0 } })
  await data.look(async ({ db }) => {
    expect(await db.selectFrom('bruker').select('sperret').executeTakeFirst()).toEqual({ sperret: 1 })
    expect(await db.selectFrom('session').select('id').execute()).toEqual([])
  })
})

test('en kopi av SQLite kan legges i PostgreSQL, og omvendt, også i en tom database', async () => {
  const file = await dataFolder()
  await file.write('Æ «ø» å 🌻')
  const taken = await takeBackup({ file: file.file, dir: file.copies }, world)
  if (!taken.ok) throw new Error(taken.feil.tekst)
  const data = await postgresFolder()
  await sql`drop schema public cascade`.execute(data.db)
  await sql`create schema public`.execute(data.db)
  await data.stop()
  expect(await put(data, taken.verdi.file)).toMatchObject({ ok: true, verdi: { aside: null, missingUsers: null } })
  const ids = await file.ids()
  await data.look(async (hand) => expect(await hand.ids()).toEqual(ids))

  const back = await copyOf(data)
  const dataDir = tempDir()
  const done = await restore({ copy: back, dataDir, demo: null, older: false }, world)
  expect(done).toMatchObject({ ok: true, verdi: { records: 6 } })
  expect(await idsIn(join(dataDir, 'heltidshjulet.db'))).toEqual(ids)
})

test.each<[RestoreStep, 'gammel' | 'ny']>([
  ['copied', 'gammel'],
  ['locked', 'gammel'],
  ['prepared', 'gammel'],
  ['aside', 'gammel'],
  ['placed', 'ny'],
])('kill -9 rett etter «%s»: databasen er hel og den %se', async (step, which) => {
  const data = await databaseWithCopy()
  const killed = await runProcess('tests/server/support/killAt.ts', ['restore', step, data.copy, data.dir], {
    DATABASE_URL: data.url,
  })
  expect(killed.signal).toBe('SIGKILL')
  await data.look(async ({ ids }) => expect(await ids()).toEqual(which === 'ny' ? data.inCopy : data.after))
})

test('det som ble bekreftet etter kopien, sender nettbrettet på nytt', async () => {
  const data = await postgresFolder()
  const bruker = { ...BRUKERE.bondihagen, enheter: [...BRUKERE.bondihagen.enheter] }
  const server = { store: data.store }
  const device = await aapneTestdevice({
    bruker,
    naa: Date.now,
    fetch: (path, init) => fetchSom(server.store, bruker)(path, init),
  })
  const write = (id: string) => device.write({ rom: ROM, type: 'aktivitet', id, set: { tittel: id } })
  await write('a1')
  await device.synk()
  const copy = await copyOf(data)
  await device.synk()
  expect(await device.db.acked.count()).toBe(0)
  await write('a2')
  await device.synk()
  await write('a3')
  await data.stop()
  expect(await put(data, copy)).toMatchObject({ ok: true })

  await data.look(async (hand) => {
    server.store = hand.store
    await device.synk()
    expect(await hand.ids()).toEqual(['a1', 'a2', 'a3'])
  })
  expect((await foerste(device.rows('aktivitet', ROM))).map((r) => r.id).sort()).toEqual(['a1', 'a2', 'a3'])
  expect(await foerste(device.status)).toMatchObject({ venter: 0, trengerDeg: 0, tilkoblet: true })
  await device.slettAlt()
})
