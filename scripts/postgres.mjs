// Finds the programs of PostgreSQL, installs them where there are none, and starts throw-away servers for tests and measurements.
// `node scripts/postgres.mjs` starts one, prints its address, and stops it with Ctrl-C.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

/** Where packages put them: Debian and Ubuntu, Red Hat, Homebrew, Postgres.app. The newest version first. */
const usualRoots = [
  '/usr/lib/postgresql',
  '/usr',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/Applications/Postgres.app/Contents/Versions',
]

/** @param {string} dir */
function holdsServer(dir) {
  try {
    for (const name of ['initdb', 'postgres']) accessSync(join(dir, name), constants.X_OK)
    return true
  } catch {
    return false
  }
}

const numberIn = (/** @type {string} */ name) => Number(/\d+/.exec(name)?.[0] ?? 0)

/**
 * The folder with `initdb` and `postgres`: POSTGRES_BIN, then PATH, then the usual places. `undefined` when there is none.
 * Throws when POSTGRES_BIN points at a folder without them.
 */
export function findPostgres() {
  const chosen = process.env.POSTGRES_BIN
  if (chosen !== undefined && chosen !== '') {
    if (holdsServer(chosen)) return chosen
    throw new Error(`POSTGRES_BIN is ${chosen}, where there is no initdb and postgres. Correct it, or unset it.`)
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).find(holdsServer)
  if (onPath !== undefined) return onPath
  return usualRoots
    .filter((root) => existsSync(root))
    .flatMap((root) => [
      ...readdirSync(root)
        .filter((name) => /^(postgresql@?|pgsql-)?\d*$/.test(name) || name === 'latest')
        .sort((a, b) => numberIn(b) - numberIn(a))
        .map((name) => join(root, name, 'bin')),
    ])
    .find(holdsServer)
}

/**
 * As findPostgres, but installs it when there is none: by apt-get as root on Debian and Ubuntu.
 * @param {(line: string) => void} say
 */
export function ensurePostgres(say = console.error) {
  const found = findPostgres()
  if (found !== undefined) return found
  byApt(say)
  const installed = findPostgres()
  if (installed !== undefined) return installed
  throw new Error(
    'No PostgreSQL was found, and none could be installed. Install PostgreSQL 13 or later, or set POSTGRES_BIN to the folder with initdb and postgres.',
  )
}

/** @param {(line: string) => void} say */
function byApt(say) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  say('No PostgreSQL found: installing the package "postgresql" by apt-get')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 2, 2], env, timeout: 600_000 }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], options)
}

/** PostgreSQL will not run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {}
  const [, , uid, gid] = spawnSync('getent', ['passwd', 'nobody']).stdout.toString().split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

const freePort = () =>
  new Promise((/** @type {(port: number) => void} */ done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/**
 * Lives as long as its standard input: then the server is stopped and its folder removed, also when whoever started it
 * was killed and had no time for it.
 */
const KEEPER = `
  trap '' INT TERM HUP
  dir=$1; shift
  "$@" &
  pid=$!
  read -r word
  if [ "$word" = crash ]; then kill -KILL $pid; else kill -INT $pid; fi
  wait $pid
  if [ "$word" != crash ]; then rm -rf "$dir"; fi
`

/**
 * @typedef {object} Postgres
 * @property {string} url of the database `postgres`, as its owner
 * @property {number} port
 * @property {(name: string, template?: string) => Promise<string>} create a database; gives its url
 * @property {(name: string) => Promise<void>} drop a database, whoever is connected to it
 * @property {() => Promise<void>} crash ends it as a power cut would
 * @property {() => Promise<void>} restart starts it again on the same port and files
 * @property {() => Promise<void>} stop ends it and removes its files
 */

/**
 * Starts a server of its own on a free port of 127.0.0.1, with its files in a temporary folder.
 * @param {object} [options]
 * @param {boolean} [options.durable] waits for the disk as a real one does; not needed where nothing is measured or crashed
 * @param {number} [options.connections] how many may be open
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ durable = false, connections = 200, say = console.error } = {}) {
  const bin = ensurePostgres(say)
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-pg-'))
  const user = unprivileged()
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid)
  const data = join(dir, 'data')
  const env = { ...process.env, LC_ALL: 'C' }
  const init = spawn(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'heltid', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...user, env, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let complaint = ''
  init.stderr.on('data', (/** @type {Buffer} */ part) => (complaint += part.toString()))
  const [code] = await once(init, 'close')
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${complaint}`)

  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: dir,
    max_connections: connections,
    log_min_messages: 'fatal',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  const command = [
    join(bin, 'postgres'),
    ...['-D', data, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const url = `postgres://heltid@127.0.0.1:${port}/postgres`

  /** @type {import('node:child_process').ChildProcess} */
  let keeper
  async function run() {
    keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', dir, ...command], {
      ...user,
      env,
      cwd: dir,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    await answering(url)
  }
  /** @param {string} word */
  async function end(word) {
    if (keeper.exitCode !== null || keeper.signalCode !== null) return
    const closed = once(keeper, 'close')
    keeper.stdin?.end(`${word}\n`)
    await closed
  }
  /** @param {string} sql */
  async function ask(sql) {
    const client = new pg.Client(url)
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }

  await run()
  return {
    url,
    port,
    async create(name, template = 'template1') {
      await ask(`create database "${name}" template "${template}"`)
      return url.replace(/postgres$/, name)
    },
    drop: (name) => ask(`drop database if exists "${name}" with (force)`),
    crash: () => end('crash'),
    restart: run,
    async stop() {
      await end('stop')
      // Left by one that was crashed and never started again.
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const PATIENCE_MS = 30_000

/**
 * Resolves when the server takes connections.
 * @param {string} url
 */
async function answering(url) {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const client = new pg.Client(url)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (fault) {
      if (Date.now() > until) throw fault
      await new Promise((done) => setTimeout(done, 25))
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = await startPostgres({ durable: true })
  console.log(server.url)
  console.log('Stop with Ctrl-C. Everything in it is thrown away.')
  process.on('SIGINT', () => void server.stop().then(() => process.exit(0)))
}
