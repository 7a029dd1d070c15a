import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { distDir, distServerDir, root } from '../../../scripts/lib/house.mjs'

/** The real server as a process of its own, with a data folder of its own and a port that stays the same over restarts. */
export interface Server {
  readonly url: string
  /** Where it keeps its database. */
  readonly dataDir: string
  /** Starts it again on the same data and the same port; resolves when it answers. */
  start(): Promise<void>
  /** As Ctrl-C does: it ends in its own time. */
  stop(): Promise<void>
  /** As a power cut does: the process is gone at once, with whatever it had not written. */
  kill(): Promise<void>
  /** Ends it and removes the data. */
  remove(): Promise<void>
}

export interface Running {
  child: ChildProcess
  /** All that it has written so far. */
  output: () => string
  /** Resolves with the exit code; `null` when a signal ended it. */
  ended: Promise<number | null>
}

export const tempDir = (): string => mkdtempSync(join(tmpdir(), 'heltidshjulet-e2e-'))

/** A Node program of the project, running beside the test. Ends with the test process at the latest. */
export function runNode(args: string[], env: Record<string, string>): Running {
  // Vitest sets a BASE_URL of its own, which our server would take for its address.
  const { BASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const atExit = () => child.kill('SIGKILL')
  process.once('exit', atExit)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()))
  const ended = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      process.off('exit', atExit)
      done(code)
    }),
  )
  return { child, output: () => output, ended }
}

/** Resolves when the program has written the words; rejects with all that it wrote when it ends without them. */
export function hasWritten({ child, output, ended }: Running, words: string): Promise<void> {
  return new Promise((done, fail) => {
    const look = () => {
      if (output().includes(words)) done()
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    look()
    void ended.then((code) => fail(new Error(`Ended with ${code} before «${words}»:\n${output()}`)))
  })
}

/** A port on this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}

/** Starts the built server in demo mode with the built app, or with another build of it. */
export async function startServer({ dist = distDir }: { dist?: string } = {}): Promise<Server> {
  const main = join(distServerDir, 'main.js')
  for (const built of [main, join(dist, 'index.html')])
    if (!existsSync(built)) throw new Error(`${built} is not there. Run "npm run build" first.`)
  const port = await freePort()
  const dataDir = tempDir()
  let running: Running | undefined

  const end = async (signal: NodeJS.Signals) => {
    running?.child.kill(signal)
    await running?.ended
    running = undefined
  }
  const server: Server = {
    url: `http://localhost:${port}`,
    dataDir,
    async start() {
      const env = { PORT: String(port), DATA_DIR: dataDir, DIST_DIR: dist, HELTIDSHJULET_DEMO: '1' }
      running = runNode([main], env)
      await hasWritten(running, 'Heltidshjulet er klart')
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}
