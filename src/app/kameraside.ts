/**
 * The one page that may use the camera. What a document may do is settled when it is loaded, so this page is always loaded as
 * a document of its own: by the server's headers, by the service worker (sw.ts) and by the router, which goes there and away
 * by loading.
 */
export const KAMERASIDE = '/synkronisering/motta'
