import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import type { Bruker } from '../../src/domain/tilgang.ts'
import { aapneTestdevice, foerste, type Testdevice } from '../support/device.ts'
import { finished, inRoot, released, ROM, runBackup, runRestore, tempDir } from './support/backup.ts'

/** Devices that talk to a real server over HTTP, and a server that is put back to its copy under them. */

/** A real server on this folder, at a port of its own choosing. */
async function startServer(dataDir: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', inRoot('src/server/main.ts')], {
    env: { PATH: process.env.PATH, PORT: '0', DIST_DIR: '/finnes-ikke', HELTIDSHJULET_DEMO: '1', DATA_DIR: dataDir },
    cwd: inRoot('.'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = await new Promise<string>((done) => {
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      if (said.includes('Stopp med')) done(said)
    })
  })
  return {
    address: /http:\/\/localhost:\d+/.exec(output)![0],
    async stop() {
      child.kill('SIGTERM')
      await exit
    },
  }
}

/** What outlives the servers: a folder, whoever serves it now, and the devices. */
async function world() {
  const dataDir = tempDir()
  const now = { server: await startServer(dataDir) }

  async function device(key: string, online = () => true): Promise<Testdevice> {
    const { address } = now.server
    const login = await fetch(`${address}/api/demo/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ bruker: key }),
    })
    const cookie = login.headers.getSetCookie()[0]!.split(';')[0]!
    const { bruker } = (await login.json()) as { bruker: Bruker }
    const ask: typeof fetch = (path, init) => {
      if (!online()) return Promise.reject(new TypeError('Ikke nett'))
      return fetch(`${now.server.address}${String(path)}`, { ...init, headers: { ...init?.headers, cookie } })
    }
    const opened = await aapneTestdevice({ bruker, fetch: ask, naa: Date.now })
    onTestFinished(() => opened.slettAlt())
    return opened
  }
  const backup = async () => {
    expect(await runBackup(dataDir)).toMatchObject({ code: 0 })
    return join(dataDir, 'sikkerhetskopier', finished(join(dataDir, 'sikkerhetskopier')).sort().at(-1)!)
  }
  /** Stops, puts the copy back and starts again. By hand: as one does who does not know of `npm run restore`. */
  const backTo = async (copy: string, byHand = false) => {
    await now.server.stop()
    await released()
    if (byHand) copyFileSync(copy, join(dataDir, 'demo.db'))
    else expect(await runRestore(dataDir, copy)).toMatchObject({ code: 0 })
    now.server = await startServer(dataDir)
  }
  return { device, backup, backTo }
}

const write = (d: Testdevice, id: string, set: Record<string, string>) =>
  d.write({ rom: ROM, type: 'aktivitet', id, set })
const titles = async (d: Testdevice) =>
  Object.fromEntries(
    (await foerste(d.rows('aktivitet', ROM)))
      .filter((r) => /^[a-z]\d$/.test(r.id))
      .map((r): [string, string] => [r.id, `${r.tittel} ${r.ansvarlig ?? ''}`.trim()]),
  )
const status = async (d: Testdevice) => {
  const { venter, trengerDeg, tilkoblet } = await foerste(d.status)
  return { venter, trengerDeg, tilkoblet }
}
const QUIET = { venter: 0, trengerDeg: 0, tilkoblet: true }

test.each([
  ['med npm run restore', false],
  ['ved at noen kopierte filen på plass', true],
])(
  'alt som var bekreftet, er der igjen etter at serveren er lagt tilbake %s',
  async (_, byHand) => {
    const w = await world()
    const bondihagen = await w.device('avdelingsleder-bondihagen')
    const leader = await w.device('prosjektleder')
    await write(bondihagen, 'a1', { tittel: 'Før kopien' })
    await bondihagen.synk()
    await leader.synk()

    const copy = await w.backup()
    await bondihagen.synk()
    await leader.synk()
    // In the copy: no need to remember it any longer.
    expect(await bondihagen.db.acked.count()).toBe(0)

    await write(bondihagen, 'a2', { tittel: 'Etter kopien' })
    await write(bondihagen, 'a1', { ansvarlig: 'fagkoordinator' })
    await bondihagen.synk()
    await leader.synk()
    await write(leader, 'b1', { tittel: 'Prosjektlederens' })
    await write(leader, 'a2', { ansvarlig: 'prosjektleder' })
    await leader.synk()
    await bondihagen.synk()
    expect(await bondihagen.db.acked.count()).toBe(2)
    await write(bondihagen, 'a3', { tittel: 'Ikke sendt ennå' })

    await w.backTo(copy, byHand)
    for (const d of [bondihagen, leader, bondihagen, leader]) await d.synk()
    const all = {
      a1: 'Før kopien fagkoordinator',
      a2: 'Etter kopien prosjektleder',
      a3: 'Ikke sendt ennå',
      b1: 'Prosjektlederens',
    }
    expect(await titles(bondihagen)).toEqual(all)
    expect(await titles(leader)).toEqual(all)
    expect(await status(bondihagen)).toEqual(QUIET)
    expect(await status(leader)).toEqual(QUIET)
    // A device that has never seen any of it gets it from the server.
    const fresh = await w.device('tillitsvalgt-bondihagen')
    await fresh.synk()
    expect(await titles(fresh)).toEqual(all)

    await w.backup()
    await bondihagen.synk()
    expect(await bondihagen.db.acked.count()).toBe(0)
  },
  120_000,
)

test('et nettbrett som var borte mens serveren ble lagt tilbake og kopiert på nytt, lar seg ikke lure av at versjonene er brukt om igjen', async () => {
  const w = await world()
  const away = { is: false }
  const lost = await w.device('avdelingsleder-bondihagen', () => !away.is)
  const leader = await w.device('prosjektleder')
  await write(lost, 'a1', { tittel: 'Grunnlag' })
  await lost.synk()
  const copy = await w.backup()
  await lost.synk()

  // Acknowledged after the copy, on a tablet that then lies in a drawer.
  await write(lost, 'a2', { tittel: 'Bekreftet og glemt' })
  await lost.synk()
  expect(await status(lost)).toEqual(QUIET)
  away.is = true

  // The server goes on from the copy, past the version that the tablet stands at, and is copied: «safe up to 4» is of another 2.
  await w.backTo(copy)
  await leader.synk()
  for (const id of ['b1', 'b2', 'b3']) {
    await write(leader, id, { tittel: `Den nye ${id}` })
    await leader.synk()
  }
  await w.backup()

  away.is = false
  await lost.synk()
  await leader.synk()
  const all = { a1: 'Grunnlag', a2: 'Bekreftet og glemt', b1: 'Den nye b1', b2: 'Den nye b2', b3: 'Den nye b3' }
  expect(await titles(lost)).toEqual(all)
  expect(await titles(leader)).toEqual(all)
  expect(await status(lost)).toEqual(QUIET)
}, 120_000)
