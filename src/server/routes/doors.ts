import { Hono, type Context } from 'hono'
import type { Auth } from '../auth/auth.ts'
import type { Limiter } from '../auth/limiter.ts'
import type { Who } from '../auth/who.ts'
import { fault, type Kode } from '../http/feil.ts'
import { tooMany } from './login.ts'

export interface DoorRoutes {
  auth: Auth
  who: Who
  ip: (c: Context) => string
  perIp: Limiter
  /** Rejects when the database does not answer. */
  ping: () => Promise<void>
}

/**
 * Doors of better-auth that are open from outside, and what a refusal means there; all the rest has a route of
 * ours, or is not used. Those that answer with a session say so by the cookie alone: scripts never see a token.
 */
const DOORS: Record<string, { refused: Kode; session?: true }> = {
  'passkey/generate-register-options': { refused: 'HH-412' },
  'passkey/verify-registration': { refused: 'HH-412' },
  'passkey/generate-authenticate-options': { refused: 'HH-412' },
  'passkey/verify-authentication': { refused: 'HH-412', session: true },
  'passkey/list-user-passkeys': { refused: 'HH-412' },
  'passkey/delete-passkey': { refused: 'HH-412' },
  'change-password': { refused: 'HH-416', session: true },
}

/** Passkeys, and a new password for one who knows the old. */
export function doorRoutes({ auth, who, ip, perIp, ping }: DoorRoutes) {
  return new Hono().all('/auth/*', async (c) => {
    const door = DOORS[c.req.path.slice('/api/auth/'.length)]
    if (door === undefined) return fault(c, 'HH-404')
    // Asking too, not only answering: each challenge is kept until it is answered or runs out.
    const wait = perIp.take(ip(c))
    if (wait > 0) return tooMany(c, wait)
    const answer = await auth.handler(c.req.raw)
    who.forget()
    if (answer.status >= 500) {
      // Its answer does not say why: a database that is away throws here, and is told as such.
      await ping()
      return fault(c, 'HH-500')
    }
    if (!answer.ok) return fault(c, await whyRefused(answer, door.refused))
    if (door.session === undefined) return answer
    for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    return c.json({ ok: true })
  })
}

async function whyRefused(answer: Response, refused: Kode): Promise<Kode> {
  const body: unknown = await answer.json().catch(() => null)
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  if (code === 'SESSION_NOT_FRESH') return 'HH-417'
  return code === 'UNAUTHORIZED' ? 'HH-401' : refused
}
