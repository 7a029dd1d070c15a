import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AdminWorld } from './admin/world.ts'
import type { Auth } from './auth/auth.ts'
import { createLimiter } from './auth/limiter.ts'
import type { Who } from './auth/who.ts'
import type { BackupStatus } from './backup/schedule.ts'
import type { Config } from './config.ts'
import { deviceCookie } from './http/devicecookie.ts'
import { fault } from './http/feil.ts'
import { onlyLoopback, sameSite } from './http/guard.ts'
import { headers, noStore } from './http/headers.ts'
import { staticRoutes } from './http/static.ts'
import type { Streams } from './http/streams.ts'
import { isHouseFault, isUnstorable } from './housefault.ts'
import { adminRoutes } from './routes/admin.ts'
import { demoRoutes } from './routes/demo.ts'
import { doorRoutes } from './routes/doors.ts'
import { eventRoutes } from './routes/events.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { handoverRoutes } from './routes/overlevering.ts'
import { kalenderRoutes } from './routes/kalender.ts'
import { loginRoutes } from './routes/login.ts'
import { syncRoutes } from './routes/sync.ts'
import type { Store } from './sync/store.ts'

const BODY_MAX = 1.5 * 1024 * 1024
const QUARTER_HOUR_MS = 15 * 60_000
/** A municipality sits behind one address, so its limit is wide; an account's is narrow. */
const TRIES_PER_IP = 300
const TRIES_PER_ACCOUNT = 10

/** Everything the routes need of the world. */
export interface AppWorld {
  config: Pick<Config, 'demo' | 'baseUrl' | 'distDir'>
  store: Store
  auth: Auth
  admin: AdminWorld
  who: Who
  streams: Streams
  noteDevice: (replica: string, sessionId: string) => Promise<void>
  /** Rejects when the database does not answer. */
  ping: () => Promise<void>
  /** How the automatic backups stand; `null` where there are none. */
  backup?: (() => BackupStatus) | null
  now: () => number
  /** Address of the one who calls. */
  ip: (c: Context) => string
  versjon: string
  kommune: string
  /** Takes a line for the log; never the content of a request. */
  log: (line: string) => void
  heartbeatMs?: number
}

/** The whole server as one function from request to answer: `/api` and, for everything else, the built app. */
export function createApp(world: AppWorld) {
  const { config, now } = world
  const limits = {
    perIp: createLimiter({ max: TRIES_PER_IP, windowMs: QUARTER_HOUR_MS, now }),
    perAccount: createLimiter({ max: TRIES_PER_ACCOUNT, windowMs: QUARTER_HOUR_MS, now }),
  }

  const device = deviceCookie(config.baseUrl.startsWith('https:'))
  const api = new Hono()
    .use(noStore, sameSite(config.baseUrl))
    .use(bodyLimit({ maxSize: BODY_MAX, onError: (c) => fault(c, 'HH-413') }))
    .get('/health', (c) =>
      world.ping().then(
        () => c.json({ status: 'ok', ...(world.backup ? { backup: world.backup() } : {}) }),
        () => fault(c, 'HH-503'),
      ),
    )
    .get('/om', (c) => c.json({ demo: config.demo, versjon: world.versjon, kommune: world.kommune }))
    .route('/', loginRoutes({ ...world, ...limits, device }))
    .route('/', doorRoutes({ ...world, ...limits }))
    .route('/', invitationRoutes({ ...world, ...limits }))
    .route('/', kalenderRoutes({ ...world, ...limits }))
    .route('/', syncRoutes({ ...world, device }))
    .route('/', handoverRoutes(world))
    .route('/', eventRoutes({ heartbeatMs: 20_000, ...world }))
    .route('/', adminRoutes(world.admin, world.backup ?? null))
  if (config.demo) api.route('/', demoRoutes(world))
  api.all('*', (c) => fault(c, 'HH-404'))

  const app = new Hono()
  if (config.demo) app.use(onlyLoopback)
  app.use(headers(config.baseUrl.startsWith('https:')))
  app.route('/api', api)
  app.route('/', staticRoutes(config.distDir))
  app.onError((e, c) => {
    world.log(`${c.req.method} ${c.req.routePath} ${e.stack ?? e.message}`)
    return fault(c, isHouseFault(e) ? 'HH-503' : isUnstorable(e) ? 'HH-301' : 'HH-500')
  })
  return app
}
