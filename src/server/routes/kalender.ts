import { Hono, type Context } from 'hono'
import type { Limiter } from '../auth/limiter.ts'
import type { Who } from '../auth/who.ts'
import { loggedIn, type WithCaller } from '../http/caller.ts'
import { fault } from '../http/feil.ts'
import { calendarFor, deleteAddress, makeAddress, readAddress, type KalenderVerden } from '../kalender.ts'
import { tooMany } from './login.ts'

export interface KalenderRoutes {
  admin: KalenderVerden
  who: Who
  ip: (c: Context) => string
  perIp: Limiter
}

/** A person's own calendar address, and the calendar itself, which asks with nothing but the address. */
export function kalenderRoutes({ admin: world, who, ip, perIp }: KalenderRoutes) {
  return new Hono<WithCaller>()
    .get('/kalender/:fil{[A-Za-z0-9_-]{43}\\.ics}', async (c) => {
      const text = await calendarFor(world, c.req.param('fil').slice(0, -'.ics'.length))
      if (text !== null) return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8' })
      // Only those who guess are counted: a calendar service asks for many people from one address.
      const wait = perIp.take(ip(c))
      return wait > 0 ? tooMany(c, wait) : fault(c, 'HH-418')
    })
    .use('/kalenderadresse', loggedIn(who))
    .get('/kalenderadresse', async (c) => c.json({ adresse: await readAddress(world, c.var.caller.bruker.id) }))
    .post('/kalenderadresse', async (c) => c.json(await makeAddress(world, c.var.caller.bruker), 201))
    .delete('/kalenderadresse', async (c) => {
      await deleteAddress(world, c.var.caller.bruker)
      return c.json({ ok: true })
    })
}
