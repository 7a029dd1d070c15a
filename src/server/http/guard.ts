import { createMiddleware } from 'hono/factory'
import { fault } from './feil.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const hostname = (host: string): string => host.replace(/:\d+$/, '')

/** In demo mode: answers only those who asked for this machine by its own name, so that no website can point a name of its own at it. */
export const onlyLoopback = createMiddleware(async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return LOOPBACK.has(hostname(host)) ? next() : fault(c, 'HH-414')
})

/** What changes something must come from our own pages: JSON (which no foreign form can send unasked), and our origin where the browser tells it. */
export const sameSite = (baseUrl: string) =>
  createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const origin = c.req.header('origin')
    if (origin !== undefined && !isOurs(origin, baseUrl, c.req.header('host') ?? new URL(c.req.url).host))
      return fault(c, 'HH-414')
    const json = /^application\/json(;|$)/i.test(c.req.header('content-type') ?? '')
    if (!json && c.req.method !== 'DELETE') return fault(c, 'HH-415')
    // A DELETE has no body to be JSON; a foreign page can send one only after asking first, which nobody answers.
    return next()
  })

function isOurs(origin: string, baseUrl: string, host: string): boolean {
  if (origin === baseUrl) return true
  return URL.canParse(origin) && new URL(origin).host === host && LOOPBACK.has(hostname(host))
}
