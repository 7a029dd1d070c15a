import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, expect, test } from 'vitest'
import { readConfig } from '../../src/server/config.ts'
import { start } from '../../src/server/start.ts'

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Runs the real process, with nothing in its environment but what is given. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', inRoot('src/server/main.ts')], {
    env: { PATH: process.env.PATH, PORT: '0', DIST_DIR: '/finnes-ikke', ...env },
    cwd: inRoot('.'),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (d: Buffer) => {
      output += d.toString()
      for (const look of waiting) look()
    })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  return {
    child,
    exit,
    output: () => output,
    /** Resolves with what has been printed once it holds the text; rejects when the process ends first. */
    printed: (text: string) =>
      Promise.race([
        new Promise<string>((done) => {
          const look = () => output.includes(text) && done(output)
          waiting.add(look)
          look()
        }),
        exit.then((code) => Promise.reject(new Error(`exit ${code}: ${output}`))),
      ]),
  }
}

/** Starts in this process, on a port that is free. */
async function startHere(env: Record<string, string>) {
  const config = readConfig({ PORT: '0', DIST_DIR: '/finnes-ikke', ...env })
  if (!config.ok) throw new Error(config.feil.tekst)
  return start(config.verdi, { now: Date.now, uuid: randomUUID, log: () => undefined })
}

const SECRET = 'en-hemmelighet-som-er-lang-nok-til-dette'

test('uten hemmelighet stopper starten med én setning og kode 1', async () => {
  const p = run({ DATA_DIR: tempDir() })
  expect(await p.exit).toBe(1)
  expect(p.output()).toMatch(/^HH-102: Sett HELTIDSHJULET_SECRET til minst 32 tilfeldige tegn .+\.\n$/)
})

test('en database som ikke er en database, stopper starten uten å røre den', async () => {
  const dir = tempDir()
  writeFileSync(join(dir, 'demo.db'), 'dette er ikke en database, men noe noen har lagt her')
  await expect(startHere({ DATA_DIR: dir, HELTIDSHJULET_DEMO: '1' })).rejects.toMatchObject({
    kode: 'HH-105',
    message: expect.stringMatching(/^Databasen .+demo\.db kan ikke åpnes/),
  })
  expect(statSync(join(dir, 'demo.db')).size).toBe(52)
})

test('en mappe som ikke kan lages, stopper starten', async () => {
  const dir = tempDir()
  writeFileSync(join(dir, 'fil'), '')
  const env = { DATA_DIR: join(dir, 'fil', 'data'), HELTIDSHJULET_DEMO: '1' }
  await expect(startHere(env)).rejects.toMatchObject({ kode: 'HH-103' })
})

test('demoen starter, sier hvor den er, og stopper rent med Ctrl-C', async () => {
  const dir = tempDir()
  const first = run({ DATA_DIR: dir, HELTIDSHJULET_DEMO: '1' })
  const output = await first.printed('Stopp med Ctrl-C.')
  const address = /http:\/\/localhost:\d+/.exec(output)![0]
  expect(output).toContain('Demomodus: bare denne maskinen kommer inn.')
  expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok' })
  expect(statSync(join(dir, 'demo-secret')).mode & 0o777).toBe(0o600)

  const login = await fetch(`${address}/api/demo/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ bruker: 'prosjektleder' }),
  })
  const cookie = login.headers.getSetCookie()[0]!.split(';')[0]!
  const events = await fetch(`${address}/api/events`, { headers: { cookie } })
  const port = new URL(address).port
  await expect(startHere({ DATA_DIR: tempDir(), HELTIDSHJULET_DEMO: '1', PORT: port })).rejects.toMatchObject({
    kode: 'HH-104',
    message: expect.stringContaining(`Port ${port} er opptatt`),
  })

  first.child.kill('SIGINT')
  expect(await first.exit).toBe(0)
  expect(await events.text()).toContain('retry:')

  // The session outlives a restart, and what is there already is not filled in twice.
  const third = run({ DATA_DIR: dir, HELTIDSHJULET_DEMO: '1', PORT: port })
  await third.printed('Stopp med Ctrl-C.')
  expect((await fetch(`${address}/api/meg`, { headers: { cookie } })).status).toBe(200)
  third.child.kill('SIGTERM')
  expect(await third.exit).toBe(0)
}, 30_000)

test('utenfor demo gis en engangslenke til den første prosjektlederen, og bare så lenge det ikke er noen', async () => {
  const dir = tempDir()
  const env = { DATA_DIR: dir, HELTIDSHJULET_SECRET: SECRET, BASE_URL: 'http://localhost:1234' }
  const first = run(env)
  const output = await first.printed('Stopp med Ctrl-C.')
  const token = /http:\/\/localhost:1234\/inviter\/([\w-]{43})\n/.exec(output)?.[1]
  expect(token).toBeDefined()
  expect(output).not.toContain('Eksempel')
  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(existsSync(join(dir, 'demo.db'))).toBe(false)

  const again = await startHere({ ...env, HELTIDSHJULET_NY_LENKE: '1' })
  expect(again.link?.lenke).toMatch(/^http:\/\/localhost:1234\/inviter\//)
  expect(again.link?.lenke).not.toContain(token)
  const link = `http://localhost:${again.port}/api/invitasjon/${again.link?.lenke.split('/').at(-1)}`
  const body = JSON.stringify({ passord: 'et langt passord', navn: 'Ola', epost: 'ola@test.no' })
  const made = await fetch(link, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(made.status).toBe(200)
  await again.stop()

  const later = await startHere(env)
  expect(later.link).toBeNull()
  await later.stop()
}, 30_000)
