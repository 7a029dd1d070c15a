import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../../scripts/postgres.mjs'
import { insertUser } from '../../src/server/auth/users.ts'
import { readConfig } from '../../src/server/config.ts'
import { openPostgres } from '../../src/server/postgres.ts'
import { start } from '../../src/server/start.ts'

const SECRET = 'en-hemmelighet-som-er-lang-nok-til-dette'

/** Starts the whole server in this process, on a port that is free. */
async function startHere(databaseUrl: string, more: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'heltidshjulet-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const env = { PORT: '0', DIST_DIR: '/finnes-ikke', DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
  const config = readConfig({ ...env, HELTIDSHJULET_SECRET: SECRET, ...more })
  if (!config.ok) throw new Error(config.feil.tekst)
  const log: string[] = []
  const running = await start(config.verdi, { now: Date.now, uuid: randomUUID, log: (line) => log.push(line) })
  return { ...running, log, at: `http://localhost:${running.port}` }
}

test('tjeneren holder ut at databasen faller ut: ingen får skylden, og ingenting bekreftet er borte', async () => {
  const postgres = await startPostgres({ durable: true })
  onTestFinished(postgres.stop)
  const url = await postgres.create('heltidshjulet')

  // Two that start at once on an empty database fill it once, and only one of them after the other.
  const [server, other] = await Promise.all([startHere(url), startHere(url)])
  onTestFinished(() => server.stop())
  await other.stop()
  const { db, close } = await openPostgres({ url, log: () => undefined })
  const count = async (table: 'op' | 'record') =>
    (
      await db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  expect(await count('op')).toBe(await count('record'))
  const before = await count('record')
  expect(before).toBeGreaterThan(50)

  const bruker = { id: 'pl', navn: 'Kari', rolle: 'prosjektleder' as const, enheter: [] }
  await insertUser(db, { ...bruker, epost: 'kari@test.no', passwordHash: null }, Date.now(), randomUUID)
  await close()
  const link = `${server.at}/api/invitasjon/${server.link!.lenke.split('/').at(-1)}`
  const json = { 'content-type': 'application/json' }
  const made = await fetch(link, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ passord: 'et langt passord', navn: 'Ola', epost: 'ola@test.no' }),
  })
  // The link of the one that started last is the one that works; either is one of the two.
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0]
  const session = cookie ?? (await loginByOther(other.link!.lenke, server.at))
  const replica = randomUUID()
  const sync = (seq: number) => {
    const opId = randomUUID()
    const op = {
      ...{ opId, seq, txnId: opId, kind: 'set', space: 'unit:bondihagen', type: 'aktivitet', id: `a${seq}`, base: {} },
      ...{ set: { tittel: `Endring ${seq}` }, schema: 1, t: Date.now() },
    }
    const body = { protocol: 1, replica, schema: 1, now: Date.now(), push: [op], spaces: [], only: [] }
    return fetch(`${server.at}/api/sync`, {
      method: 'POST',
      headers: { ...json, cookie: session },
      body: JSON.stringify(body),
    })
  }
  expect(await (await sync(1)).json()).toMatchObject({ results: [{ status: 'applied' }], nextSeq: 2 })

  await postgres.crash()
  expect((await fetch(`${server.at}/api/health`)).status).toBe(503)
  for (const answer of [
    await sync(2),
    await fetch(`${server.at}/api/meg`, { headers: { cookie: `${session}; ukjent=1` } }),
    await fetch(`${server.at}/api/login`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ epost: 'ola@test.no', passord: 'et langt passord' }),
    }),
    await fetch(`${server.at}/api/auth/passkey/generate-authenticate-options`),
  ])
    expect({ url: answer.url, status: answer.status, body: await answer.json() }).toMatchObject({
      status: 503,
      body: { error: { code: 'HH-503' } },
    })

  await postgres.restart()
  await expect.poll(async () => (await fetch(`${server.at}/api/health`)).status, { timeout: 10_000 }).toBe(200)
  expect(await (await sync(2)).json()).toMatchObject({ results: [{ status: 'applied', ver: 2 }], nextSeq: 3 })
  const after = await openPostgres({ url, log: () => undefined })
  const rows = await after.db.selectFrom('record').select('id').where('space', '=', 'unit:bondihagen').execute()
  expect(rows.map((r) => r.id).sort()).toContain('a1')
  await after.close()
})

/** Uses the other link, where two started at once and only one of theirs is worth anything. */
async function loginByOther(link: string, at: string): Promise<string> {
  const made = await fetch(`${at}/api/invitasjon/${link.split('/').at(-1)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ passord: 'et langt passord', navn: 'Ola', epost: 'ola@test.no' }),
  })
  return made.headers.getSetCookie()[0]!.split(';')[0]!
}

test('en database som ikke svarer, stopper starten med én setning, uten passordet', async () => {
  await expect(startHere('postgres://heltid:hemmelig@127.0.0.1:1/heltidshjulet')).rejects.toMatchObject({
    kode: 'HH-106',
    message: expect.not.stringContaining('hemmelig'),
  })
})
