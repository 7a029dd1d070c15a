import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getAdapter } from 'better-auth/db/adapter'
import type { Kysely } from 'kysely'
import * as v from 'valibot'
import type { Database } from '../schema.ts'
import { isPostgres } from '../transaction.ts'
import { withHashedTokens } from './hashed-tokens.ts'

const DAY_S = 86_400
/** A tablet may lie in a drawer for weeks, and its session rolls on each day it is used. */
export const SESSION_DAYS = 30
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128

export interface AuthWorld {
  db: Kysely<Database>
  secret: string
  /** The origin that people type; its host is what passkeys belong to, and `https` makes the cookies secure. */
  baseUrl: string
  trustedOrigins: string[]
  uuid: () => string
  /** Takes a line when something fails inside; never who tried to log in. */
  log: (line: string) => void
}

/**
 * Accounts by better-auth on our own tables: password and passkey. Nobody signs up by themselves;
 * users are made by one-time links (invitations.ts). A locked user gets no session whatever the way in.
 */
export async function createAuth(world: AuthWorld) {
  const options = authOptions(world)
  // No transactions of its own: SQLite has one connection, and the hook below would wait for the one it is called in.
  const type = isPostgres(world.db) ? 'postgres' : 'sqlite'
  const adapter = await getAdapter({ ...options, database: { db: world.db, type, transaction: false } })
  return betterAuth({ ...options, database: () => withHashedTokens(adapter) })
}

/** Everything but the database. */
export function authOptions({ db, secret, baseUrl, trustedOrigins, uuid, log }: AuthWorld) {
  return {
    appName: 'Heltidshjulet',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins,
    telemetry: { enabled: false },
    logger: { level: 'error', disableColors: true, log: (_, message) => log(`better-auth: ${message}`) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    session: { expiresIn: SESSION_DAYS * DAY_S, updateAge: DAY_S },
    account: { encryptOAuthTokens: true },
    // Ours counts per account too (limiter.ts), and is the only one.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'heltidshjulet',
      useSecureCookies: baseUrl.startsWith('https:'),
      database: { generateId: uuid },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: { create: { before: async (session) => ((await mayLogIn(db, session.userId)) ? undefined : false) } },
    },
    plugins: [
      passkey({ rpID: new URL(baseUrl).hostname, rpName: 'Heltidshjulet', origin: trustedOrigins }),
      directSession,
    ],
  } satisfies BetterAuthOptions
}
export type Auth = Awaited<ReturnType<typeof createAuth>>

async function mayLogIn(db: Kysely<Database>, userId: string): Promise<boolean> {
  const row = await db.selectFrom('bruker').select('sperret').where('user_id', '=', userId).executeTakeFirst()
  return row?.sperret === 0
}

/** A session for a user whom the server itself vouches for: the demo's, and one who has just used a one-time link. Has no path, so no request reaches it. */
const directSession = {
  id: 'direct-session',
  endpoints: {
    startSession: createAuthEndpoint({ method: 'POST', body: v.object({ userId: v.string() }) }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
      const session = user && (await ctx.context.internalAdapter.createSession(user.id))
      if (!user || !session) return { started: false }
      await setSessionCookie(ctx, { session, user })
      return { started: true }
    }),
  },
} as const
