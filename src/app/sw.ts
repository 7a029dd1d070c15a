/// <reference lib="webworker" />
import { lesBilder, type Bilder } from './stores/bildelager.ts'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { KAMERASIDE } from './kameraside.ts'

/**
 * The app's files, kept on the device. Touches only GET of what was built; never `/api/`, so that what is
 * sent goes straight to the server and never waits in a queue of the browser's.
 */

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

// `/` is the shell's, below: else it would be answered here, as the file it is.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '' })
cleanupOutdatedCaches()
const skall = createHandlerBoundToURL('/index.html')
registerRoute(
  new NavigationRoute(async (o) => medKamera(await skall(o)), { allowlist: [new RegExp(`^${KAMERASIDE}/?(\\?|$)`)] }),
)
registerRoute(
  new NavigationRoute(
    async (valg) => {
      const paaOversikt = valg.url.pathname === '/' && valg.url.search === ''
      const [side, bilder] = await Promise.all([skall(valg), paaOversikt ? lesBilder() : null])
      return bilder ? medBilde(side, bilder) : side
    },
    { denylist: [/^\/api\//] },
  ),
)

/** The page with today's picture of Oversikt in it, where there is one that this version of the app has drawn. */
async function medBilde(side: Response, { bruker, stil, utseende, dager }: Bilder): Promise<Response> {
  // As `dagVed` in domain/dato.ts, which a worker's own build does not reach: YYYY-MM-DD on the wall in Norway.
  const bilde = dager[new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format()]
  if (bilde === undefined) return side
  const html = await side.text()
  const fylt = html
    .replace('<html ', () => `<html data-color-scheme="${utseende}" `)
    .replace('<div id="app">', (app) => `<div id="bilde" data-bruker="${bruker}">${bilde}</div>${app}`)
  return new Response(html.includes(`"${stil}"`) ? fylt : html, { headers: utpakket(side) })
}

/** The same page with the one policy that differs; everything else as the server gave it. */
function medKamera(svar: Response): Response {
  const headers = utpakket(svar)
  const regler = headers.get('permissions-policy')
  if (regler !== null) headers.set('permissions-policy', regler.replace('camera=()', 'camera=(self)'))
  return new Response(svar.body, { status: svar.status, statusText: svar.statusText, headers })
}

/** An answer's headers without what tells how it was packed: the body is unpacked already. */
function utpakket(svar: Response): Headers {
  const headers = new Headers(svar.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return headers
}

self.addEventListener('message', (hendelse: ExtendableMessageEvent) => {
  const melding: unknown = hendelse.data
  if (typeof melding === 'object' && melding !== null && 'type' in melding && melding.type === 'SKIP_WAITING')
    void self.skipWaiting()
})
