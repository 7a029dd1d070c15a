import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openFile } from '../../src/server/backup/file.ts'
import { takeBackup, type Step } from '../../src/server/backup/take.ts'
import { dataFolder, finished, idsIn, look, ROM, runBackup, runProcess, tamper, tempDir } from './support/backup.ts'

const world = { now: Date.now }
const durableIn = (file: string) =>
  look(file, (db) => (db.prepare('select durable from space where id = ?').get(ROM) as { durable: number }).durable)

test('en kopi tatt mens det skrives, er hel, og durable flyttes nøyaktig så langt som kopien rekker', async () => {
  const data = await dataFolder()
  for (let i = 0; i < 20; i++) await data.write()
  const under = { way: true }
  const copying = runBackup(data.dir).finally(() => (under.way = false))
  // A turn of the event loop between: SQLite answers at once, and nothing else would be heard.
  for (; under.way; await setImmediate()) await data.write()
  const { code, output } = await copying
  expect(output).toMatch(
    /^Sikkerhetskopi av .+heltidshjulet\.db:\n {2}.+\.db\n\d+,\d MB, \d+ opplysninger og \d+ endringer/,
  )
  expect(code).toBe(0)

  const [name] = finished(data.copies)
  const copy = join(data.copies, name!)
  const inCopy = await idsIn(copy)
  const { head, durable } = await data.space()
  expect(inCopy.length).toBeGreaterThanOrEqual(20)
  expect(durable).toBe(inCopy.length)
  expect(head).toBeGreaterThanOrEqual(durable)
  // What the copy says of itself is older than itself: it was made before it was checked.
  expect(await durableIn(copy)).toBe(0)
  expect(readdirSync(data.copies)).toEqual([name])
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(statSync(data.copies).mode & 0o777).toBe(0o700)
})

test('durable går aldri tilbake, og aldri lenger enn den historien som ble kopiert', async () => {
  const data = await dataFolder()
  await data.write()
  const steps: Step[] = []
  const first = await takeBackup({ file: data.file, dir: data.copies }, { ...world, at: (s) => steps.push(s) })
  expect(first).toMatchObject({ ok: true })
  expect(steps).toEqual(['copied', 'checked', 'synced', 'named', 'durable'])
  expect(await data.space()).toMatchObject({ head: 1, durable: 1 })

  // While this one is under way, another that is newer is finished.
  await data.write()
  const hand = await openFile(data.file)
  onTestFinished(() => hand.close())
  const meanwhile = (statement: string) => ({
    ...world,
    at: (step: Step) => void (step === 'synced' && hand.exec(statement)),
  })
  await takeBackup(
    { file: data.file, dir: data.copies },
    meanwhile(
      `insert into commit_log values ('${ROM}', 3, 'm'); update space set head = 3, durable = 3 where id = '${ROM}'`,
    ),
  )
  expect(await data.space()).toMatchObject({ head: 3, durable: 3 })
  hand.exec(
    `delete from commit_log where space = '${ROM}' and ver = 3; update space set head = 2, durable = 1 where id = '${ROM}'`,
  )

  // And while this one is, the database is restored: what it has at this version is something else.
  for (const other of [
    `update commit_log set mark = 'en annen' where ver = 2 and space = '${ROM}'`,
    `update space set epoch = 'en annen' where id = '${ROM}'`,
  ]) {
    await takeBackup({ file: data.file, dir: data.copies }, meanwhile(other))
    expect(await data.space()).toMatchObject({ head: 2, durable: 1 })
  }
})

test.each([
  [
    'en opplysning som ikke er det historikken sier',
    `update record set doc = json_set(doc, '$.tittel', 'x') where space = '${ROM}'`,
    /aktivitet .+ i rommet unit:bondihagen er ikke det historikken sier/,
  ],
  ['en opplysning som er borte', `delete from record where space = '${ROM}'`, /er ikke det historikken sier/],
  ['historikk som er borte', `delete from change where space = '${ROM}'`, /2 opplysninger har ingen historikk/],
  [
    'en versjon som mangler i loggen',
    `delete from commit_log where space = '${ROM}' and ver = 2`,
    /tellverket i rommet unit:bondihagen står på 2/,
  ],
  [
    'et tellverk som henger etter',
    `update space set head = 1 where id = '${ROM}'`,
    /tellverket i rommet unit:bondihagen står på 1/,
  ],
  ['et rom som er borte', `delete from space where id = '${ROM}'`, /record i rommet unit:bondihagen ligger utenfor/],
  [
    'en oppgradering vi ikke kjenner',
    `insert into kysely_migration values ('9999_nyere', '')`,
    /nyere versjon av Heltidshjulet \(9999_nyere\)/,
  ],
])('%s stopper kopien: kode 1, ingen fil, durable urørt', async (_, statement, why) => {
  const data = await dataFolder()
  await data.write()
  await data.write()
  await tamper(data.file, statement)
  const done = await takeBackup({ file: data.file, dir: data.copies }, world)
  expect(done).toMatchObject({ ok: false, feil: { kode: 'HH-521', tekst: expect.stringMatching(why) } })
  expect(readdirSync(data.copies)).toEqual([])
  expect(await look(data.file, (db) => db.prepare('select max(durable) as d from space').get())).toEqual({ d: 0 })
})

test('en side som er ødelagt på disken, stopper kopien, og prosessen ender med kode 1', async () => {
  const data = await dataFolder()
  for (let i = 0; i < 50; i++) await data.write('x'.repeat(200))
  await data.stop()
  // One that holds what somebody wrote: an index or a free page is made anew in a copy.
  const page = Math.floor(readFileSync(data.file).indexOf('x'.repeat(200)) / 4096)
  expect(page).toBeGreaterThan(0)
  const fd = openSync(data.file, 'r+')
  writeSync(fd, Buffer.alloc(4096, 0xff), 0, 4096, page * 4096)
  closeSync(fd)
  const { code, output } = await runBackup(data.dir)
  expect(output).toMatch(/^HH-52[01]: Kopien .+\.\n$/)
  expect(code).toBe(1)
  expect(finished(data.copies)).toEqual([])
})

test('uten database, og med en mappe som ikke kan brukes, sies det hva som er galt', async () => {
  const empty = tempDir()
  expect(await runBackup(empty)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^HH-120: Det er ingen database/),
  })
  expect(readdirSync(empty)).toEqual([])

  const data = await dataFolder()
  await data.write()
  writeFileSync(join(data.dir, 'fil'), '')
  const bad = await takeBackup({ file: data.file, dir: join(data.dir, 'fil', 'kopier') }, world)
  expect(bad).toMatchObject({ ok: false, feil: { kode: 'HH-520' } })
  expect(await data.space()).toMatchObject({ durable: 0 })

  expect(await runBackup(data.dir, '--keep', 'alle')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^HH-122: /),
  })
})

test('en kopi overskriver aldri en annen, heller ikke i samme øyeblikk', async () => {
  const data = await dataFolder()
  await data.write()
  const place = { file: data.file, dir: tempDir() }
  const names = []
  for (let i = 0; i < 3; i++) names.push(await takeBackup(place, { now: () => Date.UTC(2026, 10, 21) }))
  expect(names.map((n) => n.ok)).toEqual([true, true, true])
  expect(finished(place.dir).sort()).toEqual([
    'heltidshjulet-2026-11-21T00-00-00.000Z.db',
    'heltidshjulet-2026-11-21T00-00-00.001Z.db',
    'heltidshjulet-2026-11-21T00-00-00.002Z.db',
  ])
})

test.each<[Step, { files: number; durable: number }]>([
  ['copied', { files: 0, durable: 0 }],
  ['checked', { files: 0, durable: 0 }],
  ['synced', { files: 0, durable: 0 }],
  ['named', { files: 1, durable: 0 }],
  ['durable', { files: 1, durable: 2 }],
])('kill -9 rett etter «%s» skader ingenting, og neste kopi rydder', async (step, { files, durable }) => {
  const data = await dataFolder()
  await data.write()
  await data.write()
  const killed = await runProcess('tests/server/support/killAt.ts', ['backup', step, data.file, data.copies])
  expect(killed.signal).toBe('SIGKILL')
  expect(finished(data.copies)).toHaveLength(files)
  expect(await data.space()).toMatchObject({ head: 2, durable })

  await data.write()
  expect(await takeBackup({ file: data.file, dir: data.copies }, world)).toMatchObject({ ok: true })
  expect(readdirSync(data.copies).every((name) => name.endsWith('.db'))).toBe(true)
  expect(finished(data.copies)).toHaveLength(files + 1)
  expect(await data.space()).toMatchObject({ head: 3, durable: 3 })
})

test('den ekte databasen kopieres før demoen når begge finnes, og --to sier hvor', async () => {
  const dir = tempDir()
  await (await dataFolder({ dir, name: 'demo.db' })).stop()
  const to = join(dir, 'annet', 'sted')
  expect((await runBackup(dir, '--to', to)).output).toContain('demo.db')
  await (await dataFolder({ dir })).stop()
  expect((await runBackup(dir, '--to', to)).code).toBe(0)
  expect(
    finished(to)
      .map((n) => n.split('-')[0])
      .sort(),
  ).toEqual(['demo', 'heltidshjulet'])
  expect(existsSync(join(dir, 'sikkerhetskopier'))).toBe(false)
})
