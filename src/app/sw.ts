/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { KAMERASIDE } from './kameraside.ts'

/**
 * The app's files, kept on the device. Touches only GET of what was built; never `/api/`, so that what is
 * sent goes straight to the server and never waits in a queue of the browser's.
 */

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
const side = createHandlerBoundToURL('/index.html')
registerRoute(
  new NavigationRoute(async (o) => medKamera(await side(o)), { allowlist: [new RegExp(`^${KAMERASIDE}/?(\\?|$)`)] }),
)
registerRoute(new NavigationRoute(side, { denylist: [/^\/api\//] }))

/** The same page with the one policy that differs; everything else as the server gave it. */
function medKamera(svar: Response): Response {
  const headers = new Headers(svar.headers)
  const regler = headers.get('permissions-policy')
  if (regler !== null) headers.set('permissions-policy', regler.replace('camera=()', 'camera=(self)'))
  // The body is unpacked already.
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(svar.body, { status: svar.status, statusText: svar.statusText, headers })
}

self.addEventListener('message', (hendelse: ExtendableMessageEvent) => {
  const melding: unknown = hendelse.data
  if (typeof melding === 'object' && melding !== null && 'type' in melding && melding.type === 'SKIP_WAITING')
    void self.skipWaiting()
})
