// Keeps the page's files, so that it opens without a network as the app does.
const files = ['/', '/page.js', '/dexie.js']
addEventListener('install', (event) => event.waitUntil(caches.open('gulv').then((cache) => cache.addAll(files))))
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) =>
  event.respondWith(caches.match(new URL(event.request.url).pathname).then((kept) => kept ?? fetch(event.request))),
)
