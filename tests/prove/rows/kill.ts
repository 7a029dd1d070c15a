import { randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { DEMO_USERS } from '../../../src/server/auth/demo.ts'
import { openDatabase, type OpenDatabase } from '../../../src/server/dialect.ts'
import { openPostgres } from '../../../src/server/postgres.ts'
import type { Database } from '../../../src/server/schema.ts'
import type { SyncResponse } from '../../../src/sync/messages.ts'
import { findPostgres, startPostgres } from '../../../scripts/postgres.mjs'
import { distDir, inRoot, tools } from '../../../scripts/lib/house.mjs'
import { run as runTool } from '../../../scripts/lib/run.mjs'
import { freePort, hasWritten, runNode, tempDir, type Running } from '../../e2e/support/server.ts'
import { aapneTestdevice, bytesFra, type Testdevice } from '../../support/device.ts'
import { deadline, sized, type How, type Outcome, type Row } from '../row.ts'

/** The real server, killed as by a power cut at random moments, while devices write and ask again. */

const KEYS = ['avdelingsleder-bondihagen', 'avdelingsleder-bondihagen', 'prosjektleder', 'virksomhetsleder-tpf1']
const ROM = 'unit:bondihagen'

export const killSqlite: Row = {
  name: 'kill',
  title: 'kill -9 of the real server on SQLite under load: nothing it has confirmed is missing, nothing is there twice',
  run: async (how) => {
    const dataDir = tempDir()
    const file = join(dataDir, 'demo.db')
    try {
      return await kill(how, { DATA_DIR: dataDir }, () => openDatabase({ file }))
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

export const killPostgres: Row = {
  name: 'kill-pg',
  title:
    'kill -9 of the real server on PostgreSQL under load: nothing it has confirmed is missing, nothing is there twice',
  run: async (how) => {
    if (findPostgres() === undefined) return { ok: true, figures: 'not run: there is no PostgreSQL on this machine' }
    const pg = await startPostgres({ say: () => undefined })
    const dataDir = tempDir()
    try {
      const url = await pg.create('prove_demo')
      return await kill(how, { DATA_DIR: dataDir, DATABASE_URL: url }, () =>
        openPostgres({ url, log: () => undefined }),
      )
    } finally {
      await pg.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))

async function kill(how: How, env: Record<string, string>, open: () => Promise<OpenDatabase>): Promise<Outcome> {
  const kills = sized(how, 20, 1000)
  const until = deadline(how)
  const server = await startable(env)
  await server.start()
  const acked = new Set<string>()
  const written = new Set<string>()
  const devices = await Promise.all(KEYS.map((key, i) => client(server.url, key, i, acked, written)))
  const faults: string[] = []
  let done = 0
  for (; done < kills && Date.now() < until && faults.length === 0; done++) {
    const working = { on: true }
    const work = devices.map((d) => write(d, working, done))
    // Mostly when it is known to be at work, and now and then in its first moments.
    const before = acked.size
    const atWork = Date.now() + (done % 5 === 0 ? 0 : 10_000)
    while (acked.size === before && Date.now() < atWork) await pause(2)
    await pause(randomInt(0, 250))
    await server.kill()
    working.on = false
    await Promise.all(work)
    await server.start()
    if (done % 10 === 9 || done === kills - 1) faults.push(...(await look(open, acked)))
    if (done % 100 === 99) how.say(`  ${done + 1} kills, ${acked.size} ops confirmed`)
  }
  for (let round = 0; round < 3; round++) for (const d of devices) await d.synk()
  for (const d of devices) if ((await d.db.outbox.count()) > 0) faults.push('a device has unsent ops when all is quiet')
  faults.push(...(await look(open, written)))
  for (const d of devices) d.lukk()
  await server.kill()
  return {
    ok: faults.length === 0,
    figures: `${done.toLocaleString('en')} of ${kills.toLocaleString('en')} kills, ${written.size.toLocaleString('en')} ops of 4 devices, ${acked.size.toLocaleString('en')} confirmed; ${faults.length === 0 ? '0 missing, 0 doubled' : faults.slice(0, 3).join('; ')}`,
  }
}

/** Builds the server once, and starts it as often as it is killed. */
async function startable(env: Record<string, string>) {
  const outDir = inRoot('.cache/prove/server')
  const { code, output } = await runTool([tools.vite, 'build', '-c', inRoot('vite.server.config.ts')], {
    seconds: 300,
    env: { ...process.env, DIST_SERVER_DIR: outDir, VITE_CACHE_DIR: inRoot('.cache/prove/vite') },
  })
  if (code !== 0) throw new Error(output)
  const port = Number(process.env.PORT) || (await freePort())
  let running: Running | undefined
  return {
    url: `http://localhost:${port}`,
    async start() {
      running = runNode([join(outDir, 'main.js')], {
        HELTIDSHJULET_DEMO: '1',
        PORT: String(port),
        DIST_DIR: distDir,
        ...env,
      })
      await hasWritten(running, 'Heltidshjulet er klart')
    },
    async kill() {
      running?.child.kill('SIGKILL')
      await running?.ended
    },
  }
}

/** A device with the shipped code, which notes what the server has confirmed to it. */
async function client(
  url: string,
  key: string,
  nr: number,
  acked: Set<string>,
  written: Set<string>,
): Promise<Testdevice> {
  const login = await fetch(`${url}/api/demo/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ bruker: key }),
  })
  if (!login.ok) throw new Error(`login: ${login.status} ${await login.text()}`)
  const cookie = login.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
  const { bruker } = DEMO_USERS.find((u) => u.key === key)!
  return aapneTestdevice({
    bruker,
    naa: () => Date.now(),
    navn: `kill-${process.pid}-${performance.now()}-${nr}`,
    tilfeldig: bytesFra(randomInt(2 ** 31)),
    fetch: async (path, init) => {
      for (const op of (JSON.parse(String(init?.body)) as { push: { opId: string }[] }).push) written.add(op.opId)
      const answer = await fetch(url + String(path), {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), cookie },
      })
      const text = await answer.text()
      if (answer.ok) for (const r of (JSON.parse(text) as SyncResponse).results) acked.add(r.opId)
      return new Response(text, { status: answer.status })
    },
  })
}

async function write(d: Testdevice, working: { on: boolean }, kill: number): Promise<void> {
  for (let n = 0; working.on; n++) {
    const id = n % 3 === 0 ? `felles${n % 7}` : `k${kill}-${d.nyId()}`
    const change = (x: string) => ({
      rom: ROM,
      type: 'aktivitet' as const,
      id: x,
      set: { tittel: `${kill}-${n}-${x.slice(-6)}` },
    })
    await d.write(n % 4 === 0 ? [change(id), change(`${d.nyId()}`)] : change(id))
    await d.synk()
  }
}

/** Each of the ops is there once, and its history once. */
async function look(open: () => Promise<OpenDatabase>, ops: ReadonlySet<string>): Promise<string[]> {
  const { db, close } = await open()
  try {
    return await missing(db, ops)
  } finally {
    await close()
  }
}

async function missing(db: Kysely<Database>, ops: ReadonlySet<string>): Promise<string[]> {
  const there = new Map(
    (await db.selectFrom('op').select(['op_id', 'status']).execute()).map((o) => [o.op_id, o.status]),
  )
  const times = new Map<string, number>()
  for (const c of await db.selectFrom('change').select(['op_id', 'space', 'field']).execute()) {
    // By space: what lost stands in its author's own space too, under the same op.
    const key = `${c.op_id} ${c.space} ${c.field}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const inHistory = new Set([...times.keys()].map((k) => k.split(' ')[0]))
  const faults: string[] = []
  for (const op of ops) {
    const status = there.get(op)
    if (status === undefined) faults.push(`${op} was confirmed and is missing`)
    else if (status !== 'refused' && !inHistory.has(op)) faults.push(`${op} is ${status} and in no history`)
  }
  for (const [key, n] of times) if (n > 1) faults.push(`${key} is there ${n} times`)
  return faults
}
