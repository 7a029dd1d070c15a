import { Hono, type Context } from 'hono'
import { isAPIError } from 'better-auth/api'
import * as v from 'valibot'
import type { Auth } from '../auth/auth.ts'
import type { Limiter } from '../auth/limiter.ts'
import { asEmail } from '../auth/users.ts'
import type { Who } from '../auth/who.ts'
import type { DeviceCookie } from '../http/devicecookie.ts'
import { readBody } from '../http/body.ts'
import { loggedIn } from '../http/caller.ts'
import { answerFeil, fault } from '../http/feil.ts'
import type { Streams } from '../http/streams.ts'

export interface LoginRoutes {
  auth: Auth
  who: Who
  streams: Streams
  /** Address of the one who calls. */
  ip: (c: Context) => string
  perIp: Limiter
  perAccount: Limiter
  device: DeviceCookie
}

const loginSchema = v.object({
  epost: v.pipe(v.string('Skriv e-postadressen.'), v.trim(), v.minLength(1, 'Skriv e-postadressen.'), v.maxLength(254)),
  passord: v.pipe(v.string('Skriv passordet.'), v.minLength(1, 'Skriv passordet.'), v.maxLength(1024)),
})

/** `behold`: what the user has in the browser stays there until the next login. */
const logoutSchema = v.object({ behold: v.optional(v.boolean(), false) })

export function loginRoutes({ auth, who, streams, ip, perIp, perAccount, device }: LoginRoutes) {
  return new Hono()
    .post('/login', async (c) => {
      const body = await readBody(c, loginSchema, 'HH-411')
      if (!body.ok) return answerFeil(c, body.feil)
      const epost = asEmail(body.verdi.epost)
      // Both are counted before the password is looked at: many tries at the same moment get no further.
      const wait = Math.max(perIp.take(ip(c)), perAccount.take(epost))
      if (wait > 0) return tooMany(c, wait)
      try {
        const { headers } = await auth.api.signInEmail({
          body: { email: epost, password: body.verdi.passord },
          headers: new Headers({ 'user-agent': c.req.header('user-agent') ?? '' }),
          returnHeaders: true,
        })
        perAccount.forgive(epost)
        return await answerLoggedIn(c, who, headers)
      } catch (e) {
        if (!isAPIError(e)) throw e
        return fault(c, e.body?.code === 'FAILED_TO_CREATE_SESSION' ? 'HH-405' : 'HH-402')
      }
    })
    .post('/logout', async (c) => {
      const body = await readBody(c, logoutSchema, 'HH-411')
      const behold = body.ok && body.verdi.behold
      const caller = await who(c.req.raw.headers)
      const { headers } = await auth.api.signOut({
        headers: new Headers({ cookie: c.req.header('cookie') ?? '' }),
        returnHeaders: true,
      })
      who.forget()
      if (caller !== null) streams.endSession(caller.sessionId)
      if (caller !== null && !behold) device.forget(c, caller.bruker)
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      return c.json({ ok: true })
    })
    .get('/meg', loggedIn(who), (c) => c.json({ bruker: c.var.caller.bruker }))
}

/** Answers who has just been logged in, with the cookie that says so. */
export async function answerLoggedIn(c: Context, who: Who, from: Headers): Promise<Response> {
  const cookies = from.getSetCookie()
  const caller = await who(new Headers({ cookie: cookies.map((s) => s.split(';')[0]).join('; ') }))
  if (caller === null) return fault(c, 'HH-405')
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  return c.json({ bruker: caller.bruker })
}

/** Answers one who has tried too often, with when there is a next time. */
export function tooMany(c: Context, waitMs: number): Response {
  const minutes = Math.ceil(waitMs / 60_000)
  c.header('retry-after', String(Math.ceil(waitMs / 1000)))
  return fault(c, 'HH-429', `For mange forsøk. Vent ${minutes} ${minutes === 1 ? 'minutt' : 'minutter'} og prøv igjen.`)
}
