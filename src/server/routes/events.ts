import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Who } from '../auth/who.ts'
import { loggedIn, type WithCaller } from '../http/caller.ts'
import type { Streams } from '../http/streams.ts'
import type { Store } from '../sync/store.ts'

export interface EventRoutes {
  store: Store
  who: Who
  streams: Streams
  heartbeatMs: number
}

/**
 * Hints that a space has moved, only for spaces that the user may read. Several moves of a space that
 * nobody has heard of yet are one hint. A comment now and then keeps proxies from closing the line, and
 * is when an ended session is found out; a revoked one is ended at once through `streams`.
 */
export function eventRoutes({ store, who, streams, heartbeatMs }: EventRoutes) {
  return new Hono<WithCaller>().get('/events', loggedIn(who), (c) => {
    const { bruker, sessionId } = c.var.caller
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      const heads = new Map<string, number>()
      let open = true
      let wake = (): void => undefined
      const end = () => {
        open = false
        wake()
      }
      const stopListening = [
        store.onHint(({ space, head }) => {
          heads.set(space, head)
          wake()
        }),
        streams.add({ userId: bruker.id, sessionId, end }),
      ]
      stream.onAbort(end)
      try {
        await stream.write('retry: 3000\n\n')
        while (open) {
          if (heads.size > 0) {
            const moved = [...heads]
            heads.clear()
            const rights = await store.grants(bruker)
            for (const [space, head] of moved)
              if (space in rights) await stream.writeSSE({ event: 'hint', data: JSON.stringify({ space, head }) })
            continue
          }
          const woken = await new Promise<boolean>((done) => {
            const timer = setTimeout(() => done(false), heartbeatMs)
            wake = () => {
              clearTimeout(timer)
              done(true)
            }
          })
          if (woken) continue
          if ((await who(c.req.raw.headers)) === null) break
          await stream.write(': her\n\n')
        }
      } finally {
        for (const stop of stopListening) stop()
      }
    })
  })
}
