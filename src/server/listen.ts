import { serve, type ServerType } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Config } from './config.ts'
import { StartFeil } from './startfeil.ts'

/** Address at the other end of the line. */
export const ipFromSocket = (c: Context): string => getConnInfo(c).remote.address ?? ''
/** The last one in the list is what the nearest proxy saw; those before it are what the caller said. */
export const ipFromProxy = (c: Context): string =>
  c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || ipFromSocket(c)

/** Starts listening; throws `StartFeil` when that cannot be had. */
export function listen(fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Config) {
  return new Promise<{ server: ServerType; port: number }>((done, fail) => {
    const server = serve({ fetch, port, hostname: host }, (info) => done({ server, port: info.port }))
    server.once('error', (e: NodeJS.ErrnoException) => fail(listenFault(e, host, port)))
  })
}

function listenFault(e: NodeJS.ErrnoException, host: string, port: number): Error {
  if (e.code === 'EADDRINUSE')
    return new StartFeil(
      'HH-104',
      `Port ${port} er opptatt. Stopp det som bruker den, eller velg en annen, for eksempel PORT=${port + 1}.`,
      { cause: e },
    )
  return new StartFeil('HH-104', `Serveren kan ikke lytte på ${host}:${port} (${e.code}). Sjekk HOST og PORT.`, {
    cause: e,
  })
}

const GRACE_MS = 2000

/** Resolves when the last request is answered, or cut off after two seconds. */
export function closed(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    if (!('closeAllConnections' in server)) return
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  })
}
