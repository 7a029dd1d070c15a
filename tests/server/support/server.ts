import { randomBytes, randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import type { Bruker, Rolle } from '../../../src/domain/tilgang.ts'
import type { AdminWorld } from '../../../src/server/admin/world.ts'
import { createApp } from '../../../src/server/app.ts'
import { createAuth } from '../../../src/server/auth/auth.ts'
import { ensureDemoUsers } from '../../../src/server/auth/demo.ts'
import type { BackupStatus } from '../../../src/server/backup/schedule.ts'
import { createDeviceNotes } from '../../../src/server/auth/sessions.ts'
import { insertUser } from '../../../src/server/auth/users.ts'
import { createWho } from '../../../src/server/auth/who.ts'
import { createStreams } from '../../../src/server/http/streams.ts'
import { share } from '../../../src/server/instances.ts'
import { openLine } from '../../../src/server/line.ts'
import { createStore } from '../../../src/server/sync/store.ts'
import { openTestDatabase, type TestPostgres } from '../../support/dialects.ts'

export const PASSORD = 'et langt og godt passord'
/** The same for all, as instances on one database must have it. */
const SECRET = randomBytes(32).toString('base64')
/** Its hash: slow to make, so made once. */
let known: Promise<string> | undefined

export interface Options {
  demo?: boolean
  baseUrl?: string
  distDir?: string
  heartbeatMs?: number
  /** How the automatic backups stand. */
  backup?: () => BackupStatus
  /** One of several instances on this database, with the line between them. */
  shared?: TestPostgres
}

/** A whole server on a real database, with a clock that the test moves. */
export async function testServer(options: Options = {}) {
  const { demo = false, baseUrl = 'http://localhost', distDir = '/finnes-ikke' } = options
  const { db, close } = await (options.shared?.open() ?? openTestDatabase())
  const clock = { now: Date.now() }
  const log: string[] = []
  const writeLog = (line: string) => void log.push(line)
  const now = () => clock.now
  const uuid = () => randomUUID()
  const ownStore = createStore({ db, now, uuid, log: writeLog })
  await ownStore.seed(
    ['tpf1', 'bondihagen', 'hurum'].map((id) => ({
      space: 'project',
      type: 'enhet',
      id,
      set: { navn: id, nivaa: 'avdeling' },
    })),
    'heltidshjulet',
  )
  // What the test writes comes after what was there from the start.
  clock.now += 1000
  const auth = await createAuth({
    db,
    uuid,
    log: writeLog,
    secret: SECRET,
    baseUrl,
    trustedOrigins: [baseUrl],
  })
  const line =
    options.shared &&
    (await openLine({ url: options.shared.url, db, instance: uuid(), log: writeLog, lookMs: 60_000, retryMs: 20 }))
  const own = { store: ownStore, who: createWho({ db, auth, now }), streams: createStreams() }
  const { store, who, streams } = line === undefined ? own : share(own, line)
  const { hash: hashPassword } = (await auth.$context).password
  const token = () => randomBytes(32).toString('base64url')
  const admin: AdminWorld = { db, store, who, streams, now, uuid, token, hashPassword, baseUrl }
  const app = createApp({
    config: { demo, baseUrl, distDir },
    store,
    auth,
    admin,
    who,
    streams,
    noteDevice: createDeviceNotes(db),
    ping: async () => void (await sql`select 1`.execute(db)),
    now,
    ip: (c: Context) => c.req.header('x-test-ip') ?? '10.0.0.1',
    versjon: '1.2.3',
    kommune: 'Asker kommune',
    log: writeLog,
    heartbeatMs: options.heartbeatMs ?? 20_000,
    backup: options.backup ?? null,
  })
  if (demo) await ensureDemoUsers(db, clock.now, uuid)
  onTestFinished(async () => {
    streams.endAll()
    await line?.close()
    await close()
  })

  /** Makes a user, and gives a client that is logged in as them. */
  async function as(rolle: Rolle, enheter: string[] = [], navn: string = rolle) {
    const bruker: Bruker = { id: uuid(), navn, rolle, enheter }
    await insertUser(
      db,
      { ...bruker, epost: `${bruker.id}@test.no`, passwordHash: await (known ??= hashPassword(PASSORD)) },
      clock.now,
      uuid,
    )
    const { headers } = await auth.api.startSession({ body: { userId: bruker.id }, returnHeaders: true })
    const cookie = cookieOf(headers)
    return { ...client(app, cookie), cookie, bruker, epost: `${bruker.id}@test.no` }
  }
  return { app, db, store, auth, admin, streams, clock, log, as, anonymous: client(app), close }
}
export type TestServer = Awaited<ReturnType<typeof testServer>>

export const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((s) => s.split(';')[0])
    .join('; ')

export interface Answer<T> {
  status: number
  body: T
  headers: Headers
  code: string | undefined
}

type Fault = { error?: { code?: string } } | null

/** Asks the app as a browser with these cookies would. */
export function client(app: Pick<Hono, 'request'>, cookie?: string) {
  async function ask<T>(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const headers: Record<string, string> = { ...extra }
    if (cookie !== undefined) headers.cookie = cookie
    if (body !== undefined) headers['content-type'] ??= 'application/json'
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await app.request(path, { method, headers, ...(body === undefined ? {} : { body: text }) })
    const raw = await response.text()
    const json = response.headers.get('content-type')?.includes('json') ?? false
    const parsed = (json ? JSON.parse(raw) : raw) as T
    const code = json ? (parsed as Fault)?.error?.code : undefined
    return { status: response.status, body: parsed, headers: response.headers, code }
  }
  return {
    cookie,
    get: <T = unknown>(path: string, extra?: Record<string, string>) => ask<T>('GET', path, undefined, extra),
    post: <T = unknown>(path: string, body: unknown = {}, extra?: Record<string, string>) =>
      ask<T>('POST', path, body, extra),
    patch: <T = unknown>(path: string, body: unknown) => ask<T>('PATCH', path, body),
    delete: <T = unknown>(path: string, extra?: Record<string, string>) => ask<T>('DELETE', path, undefined, extra),
  }
}
export type Client = ReturnType<typeof client>

/** A sync request that pushes nothing. */
export const pull = (replica: string, now: number) => ({
  protocol: 1,
  replica,
  device: 'Testnettbrett',
  schema: 1,
  now,
  push: [],
  spaces: [],
})
