import { Hono } from 'hono'
import { nettbrettSkjema, overleveringSkjema, type Overleveringssvar } from '../../sync/overlevering/messages.ts'
import { writeAudit } from '../admin/audit.ts'
import type { AdminWorld } from '../admin/world.ts'
import type { Who } from '../auth/who.ts'
import { readBody } from '../http/body.ts'
import { loggedIn, type WithCaller } from '../http/caller.ts'
import { answerFeil } from '../http/feil.ts'
import type { Store } from '../sync/store.ts'
import { fromBase64url } from '../sync/overlevering/keys.ts'

export interface HandoverRoutes {
  store: Store
  who: Who
  admin: Pick<AdminWorld, 'db' | 'now'>
}

/** Hand-over without a network. Whoever is logged in may carry: what counts is the author's right, and the carrier learns nothing of the content. */
export function handoverRoutes({ store, who, admin: { db, now } }: HandoverRoutes) {
  return new Hono<WithCaller>()
    .post('/overlevering/nettbrett', loggedIn(who), async (c) => {
      const body = await readBody(c, nettbrettSkjema, 'HH-301')
      if (!body.ok) return answerFeil(c, body.feil)
      return c.json(await store.handover.meet(c.var.caller.bruker, body.verdi))
    })
    .post('/overlevering', loggedIn(who), async (c) => {
      const body = await readBody(c, overleveringSkjema, 'HH-301')
      if (!body.ok) return answerFeil(c, body.feil)
      const taken = await store.handover.take(fromBase64url(body.verdi.pakke))
      if (!taken.ok) return answerFeil(c, taken.feil)
      const { forfatter, ...answer } = taken.verdi
      if (answer.nye > 0)
        await writeAudit(db, now(), c.var.caller.bruker, 'overlevering.levert', forfatter.id, {
          navn: forfatter.navn,
          ...answer,
        })
      return c.json<Overleveringssvar>(answer)
    })
}
