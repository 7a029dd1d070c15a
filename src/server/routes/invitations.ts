import { Hono, type Context } from 'hono'
import { accept, acceptSchema, lookAt } from '../admin/accept.ts'
import type { AdminWorld } from '../admin/world.ts'
import type { Auth } from '../auth/auth.ts'
import type { Limiter } from '../auth/limiter.ts'
import { readBody } from '../http/body.ts'
import { answerFeil } from '../http/feil.ts'
import { answerLoggedIn, tooMany } from './login.ts'

export interface InvitationRoutes {
  admin: AdminWorld
  auth: Auth
  ip: (c: Context) => string
  perIp: Limiter
}

/** One-time links, for whoever holds one. */
export function invitationRoutes({ admin, auth, ip, perIp }: InvitationRoutes) {
  return new Hono()
    .get('/invitasjon/:token', async (c) => {
      const seen = await lookAt(admin, c.req.param('token'))
      if (!seen.ok) return answerFeil(c, seen.feil)
      const { navn, epost, rolle, enheter, utloeper, nyttPassord } = seen.verdi
      return c.json({ navn, epost, rolle, enheter, utloeper, nyttPassord })
    })
    .post('/invitasjon/:token', async (c) => {
      // Hashing a password is slow: nobody may keep the server busy with it.
      const wait = perIp.take(ip(c))
      if (wait > 0) return tooMany(c, wait)
      const body = await readBody(c, acceptSchema, 'HH-411')
      if (!body.ok) return answerFeil(c, body.feil)
      const user = await accept(admin, c.req.param('token'), body.verdi)
      if (!user.ok) return answerFeil(c, user.feil)
      const { headers } = await auth.api.startSession({ body: { userId: user.verdi }, returnHeaders: true })
      return answerLoggedIn(c, admin.who, headers)
    })
}
