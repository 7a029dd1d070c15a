import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { syncRequestSkjema } from '../../sync/requestskjema.ts'
import type { Who } from '../auth/who.ts'
import type { DeviceCookie } from '../http/devicecookie.ts'
import { readBody } from '../http/body.ts'
import { loggedIn, type WithCaller } from '../http/caller.ts'
import { answerFeil, fault } from '../http/feil.ts'
import type { Store } from '../sync/store.ts'

export interface SyncRoutes {
  store: Store
  who: Who
  /** Told which session a device came with. */
  noteDevice: (replica: string, sessionId: string) => Promise<void>
  device: DeviceCookie
}

/** What a device asks: sync, and the history of one record. */
export function syncRoutes({ store, who, noteDevice, device }: SyncRoutes) {
  return new Hono<WithCaller>()
    .post('/sync', loggedIn(who), compress(), async (c) => {
      const body = await readBody(c, syncRequestSkjema, 'HH-301')
      if (!body.ok) return answerFeil(c, body.feil)
      const { bruker, sessionId } = c.var.caller
      const answer = await store.sync(bruker, body.verdi)
      if (!answer.ok) return answerFeil(c, answer.feil)
      const { replica, former } = body.verdi
      if (!answer.verdi.forked) await noteDevice(replica, sessionId)
      const before = former === undefined ? [] : [former, device.read(c, bruker)]
      const found = await store.former(
        bruker,
        before.filter((id) => id !== '' && id !== replica),
      )
      // Where there was another, the cookie is left as it is until the device has stored the answer, and asks no more.
      if (found !== null) return c.json({ ...answer.verdi, former: found })
      if (device.read(c, bruker) !== replica) device.remember(c, bruker, replica)
      return c.json(answer.verdi)
    })
    .get('/history', loggedIn(who), async (c) => {
      const { space, type, id } = c.req.query()
      if (space === undefined || type === undefined || id === undefined) return fault(c, 'HH-301')
      const answer = await store.history(c.var.caller.bruker, space, type, id)
      return answer.ok ? c.json(answer.verdi) : answerFeil(c, answer.feil)
    })
}
