/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/**
 * The app's files, kept on the device. Touches only GET of what was built; never `/api/`, so that what is
 * sent goes straight to the server and never waits in a queue of the browser's.
 */

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//] }))

self.addEventListener('message', (hendelse: ExtendableMessageEvent) => {
  const melding: unknown = hendelse.data
  if (typeof melding === 'object' && melding !== null && 'type' in melding && melding.type === 'SKIP_WAITING')
    void self.skipWaiting()
})
