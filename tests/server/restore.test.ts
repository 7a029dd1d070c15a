import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { restore, type RestoreStep } from '../../src/server/backup/restore.ts'
import { takeBackup } from '../../src/server/backup/take.ts'
import { readConfig } from '../../src/server/config.ts'
import { openData } from '../../src/server/opendata.ts'
import { StartFeil } from '../../src/server/startfeil.ts'
import {
  dataFolder,
  finished,
  idsIn,
  inRoot,
  look,
  ROM,
  runProcess,
  runRestore,
  tamper,
  tempDir,
} from './support/backup.ts'

const world = { now: Date.now, uuid: randomUUID }
const asked = { demo: null, older: false }

/** A folder with a copy of three activities, and a database that has two more. */
async function folderWithCopy() {
  const data = await dataFolder()
  for (let i = 0; i < 3; i++) await data.write()
  const taken = await takeBackup({ file: data.file, dir: data.copies }, world)
  if (!taken.ok) throw new Error(taken.feil.tekst)
  const copy = taken.verdi.file
  for (let i = 0; i < 2; i++) await data.write()
  const after = await data.db.selectFrom('record').select('id').where('space', '=', ROM).orderBy('id').execute()
  await data.stop()
  return { ...data, copy, inCopy: await idsIn(copy), after: after.map((r) => r.id) }
}
const epochs = (file: string) =>
  look(file, (db) => db.prepare('select id, epoch, durable from space order by id').all() as { epoch: string }[])

test('kopien legges på plass, det som var der tas vare på, og kopien selv er urørt', async () => {
  const { dir, file, copy, inCopy, after } = await folderWithCopy()
  const bytes = readFileSync(copy)
  const { code, output } = await runRestore(dir, copy)
  expect(code).toBe(0)
  expect(output).toContain(`${copy} er prøvd og lagt på plass som ${file}: 8 opplysninger`)
  expect(await idsIn(file)).toEqual(inCopy)
  const [aside] = finished(dir).filter((name) => name !== 'heltidshjulet.db')
  expect(aside).toMatch(/^heltidshjulet-foer-\d{4}-.+Z\.db$/)
  expect(output).toContain(aside)
  expect(await idsIn(join(dir, aside!))).toEqual(after)
  expect(readFileSync(copy).equals(bytes)).toBe(true)
  expect(readdirSync(dir).sort()).toEqual([aside, 'heltidshjulet.db', 'sikkerhetskopier'])

  // Once more: what was restored is kept too.
  expect((await runRestore(dir, copy)).code).toBe(0)
  expect(finished(dir)).toHaveLength(3)
})

test('etter gjenoppretting kjennes ingen plass igjen: hvert rom har ny epoke, og durable er kopiens', async () => {
  const { dir, file, copy } = await folderWithCopy()
  const before = await epochs(file)
  expect(await restore({ copy, dataDir: dir, ...asked }, world)).toMatchObject({ ok: true })
  const now = await epochs(file)
  expect(now).toMatchObject(before.map(() => ({ durable: 0 })))
  const seen = new Set([...before, ...now].map((s) => s.epoch))
  expect(seen.size).toBe(before.length * 2)
})

test('mens en server bruker databasen, skjer ingenting', async () => {
  const data = await folderWithCopy()
  const server = await dataFolder({ dir: data.dir })
  const { code, output } = await runRestore(data.dir, data.copy)
  expect(output).toMatch(/^HH-124: En server bruker databasen i .+ Stopp den, og prøv igjen\. Ingenting er endret\.\n$/)
  expect(code).toBe(1)
  await server.write()
  await server.stop()
  expect(await idsIn(data.file)).toHaveLength(6)
  expect(finished(data.dir)).toEqual(['heltidshjulet.db'])
})

test.each([
  ['en fil som ikke finnes', null, /filen finnes ikke/],
  ['en tekstfil', 'dette er ikke en database', /kan ikke leses|kan ikke legges tilbake/],
  ['en halv kopi', 'half', /kan ikke legges tilbake/],
])('%s legges ikke tilbake', async (_, content, why) => {
  const { dir, file, copy, after } = await folderWithCopy()
  const bad = join(tempDir(), 'kopi.db')
  if (content === 'half') writeFileSync(bad, readFileSync(copy).subarray(0, Math.floor(statSync(copy).size / 2)))
  else if (content !== null) writeFileSync(bad, content)
  const { code, output } = await runRestore(dir, bad)
  expect(output).toMatch(/^HH-123: /)
  expect(output).toMatch(why)
  expect(code).toBe(1)
  expect(await idsIn(file)).toEqual(after)
  expect(finished(dir)).toEqual(['heltidshjulet.db'])
})

test('en kopi som er eldre enn det nettbrettene har sluttet å ta vare på, legges bare tilbake når man ber om det', async () => {
  const data = await folderWithCopy()
  const again = await dataFolder({ dir: data.dir })
  await takeBackup({ file: data.file, dir: data.copies }, world)
  await again.stop()
  expect(await runRestore(data.dir, data.copy)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^HH-126: Det finnes en nyere kopi/),
  })
  expect(await idsIn(data.file)).toHaveLength(5)
  expect(await runRestore(data.dir, '--eldre', data.copy)).toMatchObject({ code: 0 })
  expect(await idsIn(data.file)).toHaveLength(3)
})

test('en kopi fra demoen kommer aldri inn blant ekte tall', async () => {
  const data = await folderWithCopy()
  const order = { copy: data.copy, dataDir: data.dir, older: false, demo: true }
  expect(await restore(order, world)).toMatchObject({ ok: false, feil: { kode: 'HH-125' } })
  await tamper(
    data.file,
    `insert into "user" values ('demo-leser', 'x', 'x@demo.invalid', 0, null, '', '');
    insert into bruker values ('demo-leser', 'x', 'leser', '[]', 0)`,
  )
  const demo = await takeBackup({ file: data.file, dir: data.copies }, world)
  if (!demo.ok) throw new Error(demo.feil.tekst)
  const taken = demo.verdi.file
  const done = await restore({ copy: taken, dataDir: data.dir, ...asked }, world)
  expect(done).toMatchObject({ ok: true, verdi: { file: join(data.dir, 'demo.db'), aside: null } })
})

test('nøkkelen som overleveringer på vei er lukket med, er der også etter at en eldre kopi er lagt tilbake', async () => {
  const data = await folderWithCopy()
  await tamper(data.file, `insert into tjenernoekkel values ('n1', 'offentlig', 'privat', 7)`)
  expect((await runRestore(data.dir, data.copy)).code).toBe(0)
  expect(await look(data.file, (db) => db.prepare('select * from tjenernoekkel').all())).toEqual([
    { id: 'n1', offentlig: 'offentlig', privat: 'privat', laget: 7 },
  ])
})

test('en kalenderadresse som er slettet etter at kopien ble tatt, svarer ikke igjen, og en ny virker fortsatt', async () => {
  const data = await dataFolder()
  const person = (n: number) => `insert into "user" values ('u${n}', 'Kari', 'kari${n}@test.no', 0, null, '', '')`
  await tamper(
    data.file,
    `${person(1)}; ${person(2)}; insert into kalenderadresse values ('u1', 'gammel', 1, null), ('u2', 'byttet ut', 1, 2)`,
  )
  const taken = await takeBackup({ file: data.file, dir: data.copies }, world)
  if (!taken.ok) throw new Error(taken.feil.tekst)
  await tamper(
    data.file,
    `${person(3)}; delete from kalenderadresse; insert into kalenderadresse values ('u2', 'ny', 3, 4), ('u3', 'uten eier', 5, null)`,
  )
  await data.stop()
  expect((await runRestore(data.dir, taken.verdi.file)).code).toBe(0)
  expect(await look(data.file, (db) => db.prepare('select * from kalenderadresse').all())).toEqual([
    { user_id: 'u2', noekkel_hash: 'ny', laget: 3, hentet: 4 },
  ])
})

test('den som er sperret etter at kopien ble tatt, slipper ikke inn igjen, og nye brukere telles', async () => {
  const data = await dataFolder()
  await tamper(
    data.file,
    `insert into "user" values ('u1', 'Kari', 'kari@test.no', 0, null, '', '');
    insert into bruker values ('u1', 'Kari', 'leser', '[]', 0);
    insert into session values ('s1', '2030', 't', '', '', null, null, 'u1');
    insert into replica (id, user_id, label, next_seq, first_seen, last_seen, revoked)
      values ('r1', 'u1', 'Nettbrett', 1, 0, 0, 0)`,
  )
  const taken = await takeBackup({ file: data.file, dir: data.copies }, world)
  if (!taken.ok) throw new Error(taken.feil.tekst)
  await tamper(
    data.file,
    `insert into "user" values ('u2', 'Ola', 'ola@test.no', 0, null, '', '');
    insert into bruker values ('u2', 'Ola', 'leser', '[]', 0);
    update bruker set sperret = 1 where user_id = 'u1'; update replica set revoked = 1 where id = 'r1'`,
  )
  await data.stop()
  const { output } = await runRestore(data.dir, taken.verdi.file)
  expect(output).toContain('2 sperringer som er nyere enn kopien, gjelder fortsatt.')
  expect(output).toContain('1 brukere er kommet til etter at kopien ble tatt')
  const found = await look(data.file, (db) => [
    db.prepare(`select sperret from bruker where user_id = 'u1'`).get(),
    db.prepare(`select revoked from replica where id = 'r1'`).get(),
    db.prepare(`select count(*) as n from session`).get(),
  ])
  expect(found).toEqual([{ sperret: 1 }, { revoked: 1 }, { n: 0 }])
})

test('en ødelagt eller borte database erstattes, og loggen dens leses aldri inn i den nye', async () => {
  const data = await folderWithCopy()
  writeFileSync(data.file, 'ødelagt'.repeat(1000))
  writeFileSync(`${data.file}-wal`, 'en gammel logg')
  const done = await restore({ copy: data.copy, dataDir: data.dir, ...asked }, world)
  if (!done.ok || done.verdi.aside === null) throw new Error(JSON.stringify(done))
  expect(readFileSync(done.verdi.aside, 'utf8')).toMatch(/^ødelagt/)
  expect(readFileSync(`${done.verdi.aside}-wal`, 'utf8')).toBe('en gammel logg')
  expect(existsSync(`${data.file}-wal`)).toBe(false)
  expect(await idsIn(data.file)).toEqual(data.inCopy)

  const empty = join(tempDir(), 'ny', 'mappe')
  const fresh = await restore({ copy: data.copy, dataDir: empty, ...asked }, world)
  expect(fresh).toMatchObject({ ok: true, verdi: { aside: null, missingUsers: null } })
  expect(await idsIn(join(empty, 'heltidshjulet.db'))).toEqual(data.inCopy)
})

test.each<[RestoreStep, 'gammel' | 'ny']>([
  ['copied', 'gammel'],
  ['locked', 'gammel'],
  ['prepared', 'gammel'],
  ['aside', 'gammel'],
  ['placed', 'ny'],
])('kill -9 rett etter «%s»: databasen på plassen er hel og den %se', async (step, which) => {
  const data = await folderWithCopy()
  const killed = await runProcess('tests/server/support/killAt.ts', ['restore', step, data.copy, data.dir])
  expect(killed.signal).toBe('SIGKILL')
  // A server that starts now.
  const server = await dataFolder({ dir: data.dir })
  const ids = await server.db.selectFrom('record').select('id').where('space', '=', ROM).orderBy('id').execute()
  expect(ids.map((r) => r.id)).toEqual(which === 'ny' ? data.inCopy : data.after)
  await server.stop()
  expect(await restore({ copy: data.copy, dataDir: data.dir, ...asked }, world)).toMatchObject({ ok: true })
  expect(await idsIn(data.file)).toEqual(data.inCopy)
  expect(readdirSync(data.dir).filter((name) => name.includes('delvis'))).toEqual([])
})

test('en server som starter midt i byttet, ender aldri på databasen som ble lagt til side', async () => {
  const data = await folderWithCopy()
  const killAt = inRoot('tests/server/support/killAt.ts')
  const restoring = spawn(process.execPath, ['--import', 'tsx', killAt, 'restore', 'aside', data.copy, data.dir], {
    env: { ...process.env, SIGNAL: 'SIGSTOP' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(restoring, 'exit')
  onTestFinished(() => void restoring.kill('SIGKILL'))
  await once(restoring.stdout, 'data')
  // SQLite waits for the lock inside this very thread, so another must let the restoring go on.
  spawn('sh', ['-c', `sleep 1; kill -CONT ${restoring.pid}`], { stdio: 'ignore' })
  const config = readConfig({ DATA_DIR: data.dir, HELTIDSHJULET_SECRET: 'x'.repeat(32) })
  if (!config.ok) throw new Error(config.feil.tekst)
  const opened = await openData(config.verdi, () => undefined).catch((e: unknown) => e as StartFeil)
  if (opened instanceof StartFeil) expect(opened).toMatchObject({ kode: 'HH-105' })
  else {
    const rows = await opened.db.selectFrom('record').select('id').where('space', '=', ROM).orderBy('id').execute()
    expect(rows.map((r) => r.id)).toEqual(data.inCopy)
    await opened.close()
  }
  expect(await ended).toEqual([0, null])
  expect(await idsIn(data.file)).toEqual(data.inCopy)
})
