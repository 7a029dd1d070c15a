import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { feil, ok, type Resultat } from '../../src/domain/resultat.ts'
import { inOwnProcess } from '../../src/server/backup/automatic.ts'
import { listCopies, prune, superfluous, type Copy } from '../../src/server/backup/folder.ts'
import { createSchedule } from '../../src/server/backup/schedule.ts'
import { readConfig } from '../../src/server/config.ts'
import { pull } from '../../src/server/sync/pull.ts'
import { dataFolder, finished, inRoot, ROM, tempDir } from './support/backup.ts'
import { testServer } from './support/server.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const KEEP = { days: 14, months: 12 }

/** A schedule on a clock of the test's, a folder that is a list, and copying that goes as the test says. */
function schedule({ hours = 24, copies = [] as number[] } = {}) {
  const world = { t: Date.UTC(2026, 10, 21), copies, result: ok(null) as Resultat<unknown>, log: [] as string[] }
  const make = () =>
    createSchedule({
      hours,
      now: () => world.t,
      newest: () => world.copies.at(-1) ?? null,
      take: () => {
        if (world.result.ok) world.copies.push(world.t)
        return Promise.resolve(world.result)
      },
      log: (line) => world.log.push(line),
    })
  return { world, make }
}

test('den første kopien tas med en gang, den neste et døgn etter, og en omstart verken hopper over eller tar en til', async () => {
  const { world, make } = schedule()
  const first = make()
  expect(first.status()).toEqual({ last: null, ok: true })
  await first.tick()
  expect(first.status()).toEqual({ last: '2026-11-21T00:00:00.000Z', ok: true })
  world.t += 23 * HOUR
  await first.tick()
  const restarted = make()
  await restarted.tick()
  expect(world.copies).toHaveLength(1)
  world.t += HOUR
  await restarted.tick()
  expect(world.copies).toHaveLength(2)
  // A week when the server stood still.
  world.t += 7 * DAY
  await make().tick()
  expect(world.copies).toHaveLength(3)
})

test('en kopi som ikke går, sies i loggen og i status, og prøves igjen hver time til den går', async () => {
  const { world, make } = schedule()
  const s = make()
  world.result = feil({ kode: 'HH-520', tekst: 'Disken er full.' })
  await s.tick()
  await s.tick()
  expect(world.log).toEqual(['sikkerhetskopi: HH-520: Disken er full.'])
  expect(s.status()).toEqual({ last: null, ok: false })
  world.t += HOUR
  await s.tick()
  expect(world.log).toHaveLength(2)
  world.result = ok(null)
  world.t += HOUR
  await s.tick()
  expect(s.status()).toEqual({ last: '2026-11-21T02:00:00.000Z', ok: true })
})

test('en kopi fra en klokke som gikk for fort, utsetter ikke den neste', async () => {
  const { world, make } = schedule({ copies: [Date.UTC(2031, 0, 1)] })
  await make().tick()
  expect(world.copies).toHaveLength(2)
})

test('det blir 14 dager og 12 måneder igjen, aldri mindre enn den nyeste, og det som er ferskt, røres ikke', () => {
  const now = Date.UTC(2026, 10, 21, 12)
  const copies: Copy[] = []
  // Four a day for two years.
  for (let i = 0; i < 730 * 4; i++) copies.push({ name: String(i), at: now - i * 6 * HOUR })
  const gone = new Set(superfluous(copies, KEEP, now))
  const stay = copies.filter((c) => !gone.has(c)).map((c) => new Date(c.at).toISOString().slice(0, 13))
  // The last two days whole (they touch three dates), the newest of eleven dates more, and of eleven months more.
  expect(stay).toHaveLength(8 + 11 + 11)
  expect(stay.slice(-3)).toEqual(['2026-02-28T18', '2026-01-31T18', '2025-12-31T18'])
  expect(superfluous([{ name: 'a', at: Date.UTC(2020, 0, 1) }], { days: 1, months: 0 }, now)).toEqual([])
})

test('bare ferdige kopier av denne databasen regnes med og slettes', () => {
  const dir = tempDir()
  const mine = ['heltidshjulet-2020-01-01T00-00-00.000Z.db', 'heltidshjulet-2020-01-02T00-00-00.000Z.db']
  const others = [
    'demo-2020-01-01T00-00-00.000Z.db',
    'heltidshjulet-foer-2020-01-01T00-00-00.000Z.db',
    'heltidshjulet-2020-01-03T00-00-00.000Z.db.delvis-1',
    'notat.txt',
  ]
  for (const name of [...mine, ...others]) writeFileSync(join(dir, name), '')
  expect(listCopies(dir, '/x/heltidshjulet.db').map((c) => c.name)).toEqual(mine.toReversed())
  const one = { days: 1, months: 0 }
  expect(prune(dir, '/x/heltidshjulet.db', one, Date.now(), mine[0]!)).toBe(0)
  expect(prune(dir, '/x/heltidshjulet.db', one, Date.now(), '')).toBe(1)
  expect(readdirSync(dir).sort()).toEqual([mine[1]!, ...others].sort())
  expect(listCopies(join(dir, 'finnes-ikke'), 'x.db')).toEqual([])
})

test('serveren kopierer i en egen prosess, rydder etter regelen, og hører hva som gikk galt', async () => {
  const data = await dataFolder()
  await data.write()
  mkdirSync(data.copies)
  const old = ['01', '02'].map((day) => `heltidshjulet-2020-01-${day}T00-00-00.000Z.db`)
  for (const name of old) writeFileSync(join(data.copies, name), '')
  const execArgv = process.execArgv
  process.execArgv = ['--import', 'tsx']
  try {
    const take = inOwnProcess(pathToFileURL(inRoot('src/server/main.ts')).href)
    const order = { file: data.file, postgres: false, dir: data.copies, keep: { days: 1, months: 1 } }
    expect(await take(order, new AbortController().signal)).toEqual({ ok: true, verdi: null })
    expect(finished(data.copies)).toHaveLength(1)
    expect(existsSync(join(data.copies, old[1]!))).toBe(false)
    expect(await data.space()).toMatchObject({ head: 1, durable: 1 })

    const gone = { ...order, file: join(data.dir, 'borte.db') }
    const nothing = await take(gone, new AbortController().signal)
    expect(nothing).toMatchObject({ ok: false, feil: { kode: 'HH-120' } })
    // The server stops in the middle.
    const stop = new AbortController()
    const cut = take(order, stop.signal)
    stop.abort()
    expect(await cut).toMatchObject({ ok: false })
    expect(finished(data.copies)).toHaveLength(1)
  } finally {
    process.execArgv = execArgv
  }
})

test('kopiene er på utenfor demoen, av i den, og kan flyttes til en annen disk', () => {
  const read = (env: Record<string, string>) => {
    const r = readConfig({ HELTIDSHJULET_SECRET: 'x'.repeat(32), DATA_DIR: '/data', ...env })
    return r.ok ? r.verdi.backup : r.feil
  }
  expect(read({})).toEqual({ hours: 24, keep: KEEP, dir: '/data/sikkerhetskopier' })
  expect(read({ HELTIDSHJULET_DEMO: '1' })).toMatchObject({ hours: 0 })
  expect(read({ HELTIDSHJULET_DEMO: '1', HELTIDSHJULET_BACKUP_HOURS: '6' })).toMatchObject({ hours: 6 })
  expect(read({ HELTIDSHJULET_BACKUP_HOURS: '0' })).toMatchObject({ hours: 0 })
  expect(read({ HELTIDSHJULET_BACKUP_KEEP: '30+0', HELTIDSHJULET_BACKUP_DIR: '/disk2' })).toEqual({
    hours: 24,
    keep: { days: 30, months: 0 },
    dir: '/disk2',
  })
  expect(read({ HELTIDSHJULET_BACKUP_HOURS: 'daglig' })).toMatchObject({
    kode: 'HH-101',
    felt: 'HELTIDSHJULET_BACKUP_HOURS',
  })
  expect(read({ HELTIDSHJULET_BACKUP_KEEP: '0+12' })).toMatchObject({
    kode: 'HH-101',
    felt: 'HELTIDSHJULET_BACKUP_KEEP',
  })
})

test('helsen og prosjektlederen ser når siste kopi ble tatt; en kopi som feilet, gjør ikke serveren syk', async () => {
  const s = await testServer({ backup: () => ({ last: '2026-11-21T00:00:00.000Z', ok: false }) })
  const health = await s.anonymous.get('/api/health')
  expect(health.status).toBe(200)
  expect(health.body).toEqual({ status: 'ok', backup: { last: '2026-11-21T00:00:00.000Z', ok: false } })
  expect((await (await s.as('prosjektleder')).get('/api/admin/drift')).body).toEqual({
    automatisk: true,
    sisteKopi: Date.UTC(2026, 10, 21),
    ok: false,
  })
  expect((await (await s.as('leser')).get('/api/admin/drift')).status).toBe(403)
})

test('et nettbrett uten rader fra et rom merker også at serveren er lagt tilbake', async () => {
  const data = await dataFolder()
  await data.write()
  const ask = async (epoch: string) => (await pull(data.db, [ROM], [{ id: ROM, epoch, ver: 0, mark: '' }], 'leder'))[0]
  const { epoch } = await data.space()
  expect(await ask(epoch)).not.toHaveProperty('cursorUnknown')
  expect(await ask('en annen')).toMatchObject({ cursorUnknown: true, ver: 1 })
  // Before the first commit there was no epoch, and nothing that could be lost.
  expect(await ask('')).not.toHaveProperty('cursorUnknown')
})
