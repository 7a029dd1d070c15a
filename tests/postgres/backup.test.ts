import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { inOwnProcess } from '../../src/server/backup/automatic.ts'
import { takePostgresBackup } from '../../src/server/backup/postgres.ts'
import type { Step } from '../../src/server/backup/take.ts'
import { finished, idsIn, inRoot, look, ROM, runProcess } from '../server/support/backup.ts'
import { postgresFolder, type PostgresFolder } from '../server/support/postgresFolder.ts'

const world = { now: Date.now }
const take = ({ url, file, copies }: PostgresFolder, more: { at?: (s: Step) => void } = {}) =>
  takePostgresBackup({ url, file, dir: copies }, { ...world, ...more })
const npmRunBackup = ({ url, dir }: PostgresFolder, ...args: string[]) =>
  runProcess('src/server/backup/main.ts', args, { DATA_DIR: dir, DATABASE_URL: url })

test('npm run backup tar en hel kopi mens det skrives, og durable flyttes nøyaktig så langt som den rekker', async () => {
  const data = await postgresFolder()
  for (let i = 0; i < 20; i++) await data.write()
  const under = { way: true }
  const copying = npmRunBackup(data).finally(() => (under.way = false))
  while (under.way) await data.write()
  const { code, output } = await copying
  expect(output).toMatch(
    /^Sikkerhetskopi av 127\.0\.0\.1:\d+\/test_\S+:\n {2}.+\/heltidshjulet-\d{4}-.+Z\.db\n\d+,\d MB, \d+ opplysninger og \d+ endringer/,
  )
  expect(code).toBe(0)

  const [name] = finished(data.copies)
  const copy = join(data.copies, name!)
  const inCopy = await idsIn(copy)
  const { head, durable } = await data.space()
  expect(inCopy.length).toBeGreaterThanOrEqual(20)
  expect(durable).toBe(inCopy.length)
  expect(head).toBeGreaterThanOrEqual(durable)
  const inDatabase = await data.ids()
  expect(inDatabase).toEqual(expect.arrayContaining(inCopy))
  expect(readdirSync(data.copies)).toEqual([name])
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(await look(copy, (db) => db.prepare('pragma journal_mode').get())).toEqual({ journal_mode: 'delete' })
})

test('durable går aldri tilbake, og aldri lenger enn den historien som ble kopiert', async () => {
  const data = await postgresFolder()
  await data.write()
  const steps: Step[] = []
  expect(await take(data, { at: (s) => steps.push(s) })).toMatchObject({ ok: true })
  expect(steps).toEqual(['copied', 'checked', 'synced', 'named', 'durable'])
  expect(await data.space()).toMatchObject({ head: 1, durable: 1 })
  await data.write()
  await sql`update space set durable = 9, head = 9 where id = ${ROM}`.execute(data.db)
  await sql`insert into commit_log select ${ROM}, n, 'm' || n from generate_series(3, 9) n`.execute(data.db)
  expect(await take(data)).toMatchObject({ ok: true })
  expect(await data.space()).toMatchObject({ head: 9, durable: 9 })

  // While it is copied, the database is restored: what it has at this version is something else.
  await sql`update space set durable = 1 where id = ${ROM}`.execute(data.db)
  for (const other of [
    sql`update commit_log set mark = mark || '!' where ver = 9 and space = ${ROM}`,
    sql`update space set epoch = epoch || '!' where id = ${ROM}`,
  ]) {
    const taken = await takePostgresBackup(
      { url: data.url, file: data.file, dir: data.copies },
      { ...world, at: (s) => (s === 'copied' ? other.execute(data.db) : undefined) },
    )
    expect(taken).toMatchObject({ ok: true })
    expect(await data.space()).toMatchObject({ head: 9, durable: 1 })
  }
})

test.each([
  [
    'en opplysning som ikke er det historikken sier',
    sql`update record set doc = replace(doc, 'Heltid', 'x') where space = ${ROM}`,
    /aktivitet .+ i rommet unit:bondihagen er ikke det historikken sier/,
  ],
  ['historikk som er borte', sql`delete from change where space = ${ROM}`, /2 opplysninger har ingen historikk/],
  [
    'en versjon som mangler i loggen',
    sql`delete from commit_log where space = ${ROM} and ver = 2`,
    /tellverket i rommet unit:bondihagen står på 2/,
  ],
])('%s stopper kopien: ingen fil, durable urørt', async (_, statement, why) => {
  const data = await postgresFolder()
  await data.write()
  await data.write()
  await statement.execute(data.db)
  expect(await take(data)).toMatchObject({ ok: false, feil: { kode: 'HH-521', tekst: expect.stringMatching(why) } })
  expect(readdirSync(data.copies)).toEqual([])
  expect(await data.space()).toMatchObject({ durable: 0 })
})

test('en base som ikke svarer, som er fra en annen versjon, eller som en annen kopierer, sies fra om', async () => {
  const data = await postgresFolder()
  await data.write()
  const away = new URL(data.url)
  away.pathname = '/finnes-ikke'
  expect(
    await runProcess('src/server/backup/main.ts', [], { DATA_DIR: data.dir, DATABASE_URL: away.href }),
  ).toMatchObject({ code: 1, output: expect.stringMatching(/^HH-106: PostgreSQL-databasen .+ svarer ikke/) })
  expect(
    await runProcess('src/server/backup/main.ts', [], { DATA_DIR: data.dir, DATABASE_URL: 'mysql://x/y' }),
  ).toMatchObject({ code: 1, output: expect.stringMatching(/^HH-101: /) })

  await data.db.transaction().execute(async (other) => {
    await sql`select pg_advisory_xact_lock(7231003)`.execute(other)
    expect(await take(data)).toMatchObject({ ok: false, feil: { kode: 'HH-522' } })
  })
  await sql`insert into kysely_migration values ('9999_nyere', '')`.execute(data.db)
  expect(await take(data)).toMatchObject({ ok: false, feil: { kode: 'HH-132' } })
  expect(readdirSync(data.copies)).toEqual([])
  expect(await data.space()).toMatchObject({ durable: 0 })
})

test.each<[Step, { files: number; durable: number }]>([
  ['copied', { files: 0, durable: 0 }],
  ['synced', { files: 0, durable: 0 }],
  ['named', { files: 1, durable: 0 }],
  ['durable', { files: 1, durable: 2 }],
])('kill -9 rett etter «%s» skader ingenting, og neste kopi rydder', async (step, { files, durable }) => {
  const data = await postgresFolder()
  await data.write()
  await data.write()
  const killed = await runProcess('tests/server/support/killAt.ts', ['backup', step, data.file, data.copies], {
    DATABASE_URL: data.url,
  })
  expect(killed.signal).toBe('SIGKILL')
  expect(finished(data.copies)).toHaveLength(files)
  expect(await data.space()).toMatchObject({ head: 2, durable })

  await data.write()
  expect(await take(data)).toMatchObject({ ok: true })
  expect(readdirSync(data.copies).every((name) => name.endsWith('.db'))).toBe(true)
  expect(finished(data.copies)).toHaveLength(files + 1)
  expect(await data.space()).toMatchObject({ head: 3, durable: 3 })
})

test('serveren tar dem selv, rydder etter regelen, og er fornøyd når en annen server alt er i gang', async () => {
  const data = await postgresFolder()
  await data.write()
  vi.stubEnv('DATABASE_URL', data.url)
  vi.stubEnv('DATA_DIR', data.dir)
  const execArgv = process.execArgv
  process.execArgv = ['--import', 'tsx']
  try {
    const order = { file: data.file, postgres: true, dir: data.copies, keep: { days: 1, months: 1 } }
    const byItself = () =>
      inOwnProcess(pathToFileURL(inRoot('src/server/main.ts')).href)(order, AbortSignal.timeout(60_000))
    expect(await byItself()).toEqual({ ok: true, verdi: null })
    expect(finished(data.copies)).toHaveLength(1)
    expect(await data.space()).toMatchObject({ head: 1, durable: 1 })
    await data.db.transaction().execute(async (other) => {
      await sql`select pg_advisory_xact_lock(7231003)`.execute(other)
      expect(await byItself()).toEqual({ ok: true, verdi: null })
    })
    expect(finished(data.copies)).toHaveLength(1)
  } finally {
    process.execArgv = execArgv
    vi.unstubAllEnvs()
  }
})
