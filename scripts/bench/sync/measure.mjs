import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startApp } from '../servers.mjs'
import { measureNewDevice, measureOneChange, measureQueue } from './device.mjs'
import { measureDevices, measureOps } from './load.mjs'

/** The rows of the sync: the built server and the floor beside it, each a process with a database of its own. */

/** @typedef {{ port: number, executablePath: string, say: (line: string) => void }} How */

/**
 * @template R
 * @param {How} how
 * @param {(app: Awaited<ReturnType<typeof startApp>>, floor: { url: string }, dir: string) => Promise<R>} measure
 */
async function between({ port }, measure) {
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-bench-'))
  const app = await startApp({ port, dataDir: join(dir, 'data') })
  const floor = await startFloor(port + 1, join(dir, 'floor.db'))
  try {
    return await measure(app, floor, dir)
  } finally {
    await app.stop()
    await floor.stop()
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @param {number} port @param {string} file */
async function startFloor(port, file) {
  const script = fileURLToPath(new URL('floor-server.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, String(port), file], { stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 100; attempt++) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    )
    if (up) break
    await new Promise((done) => setTimeout(done, 50))
  }
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** @param {How} how */
export const measureMany = (how) => {
  how.say('200 devices, 20 changes each, 8 at a time')
  return between(how, (app, floor) => measureDevices(app, floor, 5))
}

/** @param {How} how */
export const measureThroughput = (how) => {
  how.say('Requests of 500 ops')
  return between(how, (app, floor) => measureOps(app, floor, 20))
}

/** @param {How} how */
export const measurePush = (how) => {
  how.say('5,000 queued changes')
  return between(how, (app, floor, dir) => measureQueue({ app, floor, dir, ...how }, 5))
}

/** @param {How} how */
export const measureFill = (how) => {
  how.say('A new device with 20,000 records')
  return between(how, (app, floor, dir) => measureNewDevice({ app, floor, dir, ...how }, 5))
}

/** @param {How} how @param {number} records on the device */
export const measureChange = (how, records) => {
  how.say(`One change at another device, ${records} records`)
  return between(how, (app, floor, dir) => measureOneChange({ app, floor, dir, ...how }, { records, rounds: 100 }))
}
