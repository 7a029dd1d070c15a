import { Hono } from 'hono'
import * as v from 'valibot'
import type { Auth } from '../auth/auth.ts'
import { DEMO_USERS } from '../auth/demo.ts'
import type { Who } from '../auth/who.ts'
import { readBody } from '../http/body.ts'
import { answerFeil, fault } from '../http/feil.ts'
import { answerLoggedIn } from './login.ts'

const loginSchema = v.object({ bruker: v.picklist(DEMO_USERS.map((d) => d.key)) })

/** Login without a password, as one of the ready users. Exists in demo mode only, which nobody outside the machine can reach. */
export function demoRoutes({ auth, who }: { auth: Auth; who: Who }) {
  return new Hono()
    .get('/demo/brukere', (c) =>
      c.json({
        brukere: DEMO_USERS.map(({ key, visningsnavn, bruker }) => ({ ...bruker, bruker: key, visningsnavn })),
      }),
    )
    .post('/demo/login', async (c) => {
      const body = await readBody(c, loginSchema, 'HH-411')
      if (!body.ok) return answerFeil(c, body.feil)
      const user = DEMO_USERS.find((d) => d.key === body.verdi.bruker)
      if (user === undefined) return fault(c, 'HH-411')
      const { headers } = await auth.api.startSession({ body: { userId: user.bruker.id }, returnHeaders: true })
      return answerLoggedIn(c, who, headers)
    })
}
