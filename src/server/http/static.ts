import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/**
 * The built app: files with a hash in their name for ever, everything else (index.html, sw.js, the manifest)
 * asked for anew each time. A path that is no file is a screen of the app, and gets index.html.
 */
export function staticRoutes(distDir: string) {
  const app = new Hono()
  if (!existsSync(join(distDir, 'index.html')))
    return app.get('*', (c) =>
      c.text(
        'Heltidshjulet: serveren går, men appen er ikke bygget. Kjør «npm run build» og start på nytt, eller bruk «npm run dev».',
        c.req.path === '/' ? 200 : 404,
      ),
    )
  const file = serveStatic({ root: distDir, precompressed: true })
  const index = serveStatic({ root: distDir, path: 'index.html', precompressed: true })
  const hidden = /\/\.|\.(br|gz)$/
  return app
    .get('*', async (c, next) => {
      await next()
      const forEver = c.res.ok && c.req.path.startsWith('/assets/')
      c.res.headers.set('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .get('*', (c, next) => (hidden.test(c.req.path) ? next() : file(c, next)))
    .get('*', (c, next) => (isScreen(c.req.path) ? index(c, next) : next()))
    .get('*', (c) => c.text('Filen finnes ikke.', 404))
}

/** A screen's path has no ending; a file that is missing must not be answered with a page. */
const isScreen = (path: string): boolean => !/\.[^/]*$/.test(path)
