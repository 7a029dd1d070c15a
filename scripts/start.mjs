// npm start: builds what has changed, then runs the server in this process, so that Ctrl-C reaches it and leaves nothing behind.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt } from './build.mjs'
import { distDir, distServerDir, inRoot } from './lib/house.mjs'
import { stopUnlessReady } from './lib/ready.mjs'

stopUnlessReady()

if (!isBuilt()) {
  console.log('Building Heltidshjulet. This is done once, and again only when something has changed.')
  // A process of its own: the builder's memory is given back before the server starts.
  const { status } = spawnSync(process.execPath, [inRoot('scripts/build.mjs')], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

process.env.NODE_ENV ??= 'production'
process.env.HELTIDSHJULET_DEMO ??= '1'
process.env.DIST_DIR = distDir

await import(pathToFileURL(join(distServerDir, 'main.js')).href)
