import { createMiddleware } from 'hono/factory'
import type { Caller, Who } from '../auth/who.ts'
import { fault } from './feil.ts'

export interface WithCaller {
  Variables: { caller: Caller }
}

/** Lets only those who are logged in go on, and sends the rolled-on cookie back with the answer. */
export const loggedIn = (who: Who) =>
  createMiddleware<WithCaller>(async (c, next) => {
    const caller = await who(c.req.raw.headers)
    if (caller === null) return fault(c, 'HH-401')
    c.set('caller', caller)
    await next()
    for (const cookie of caller.setCookie) c.header('set-cookie', cookie, { append: true })
  })

/** Lets only a prosjektleder go on. Comes after `loggedIn`. */
export const onlyProsjektleder = createMiddleware<WithCaller>(async (c, next) =>
  c.var.caller.bruker.rolle === 'prosjektleder' ? next() : fault(c, 'HH-403'),
)
