// npm run build: the app to dist/ and the server to dist-server/, each only when something that it is made of has changed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { distDir, distServerDir, inRoot } from './lib/house.mjs'
import { stopUnlessReady } from './lib/ready.mjs'
import { readStamp, stampOf, writeStamp } from './lib/stamp.mjs'

/** Whether both halves lie built from exactly these sources. */
export const isBuilt = () => isFresh('app') && isFresh('server')

const halves = {
  app: { dir: distDir, result: join(distDir, 'index.html'), config: inRoot('vite.config.ts') },
  server: { dir: distServerDir, result: join(distServerDir, 'main.js'), config: inRoot('vite.server.config.ts') },
}

/** @param {keyof typeof halves} half */
function isFresh(half) {
  const { dir, result } = halves[half]
  return existsSync(result) && readStamp(dir) === stampOf(half)
}

/** @param {keyof typeof halves} half */
async function buildHalf(half) {
  if (isFresh(half)) return console.log(`${half}: nothing has changed since the last build`)
  const started = performance.now()
  // Taken before: a file saved meanwhile makes the next build run, rather than be lost.
  const stamp = stampOf(half)
  const { build } = await import('vite')
  await build({ configFile: halves[half].config, logLevel: 'warn', mode: 'production' })
  if (half === 'app') await finishApp()
  writeStamp(halves[half].dir, stamp)
  console.log(`${half}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** Measures before it compresses: a build above the budget gets no stamp, and fails again until it is put right. */
async function finishApp() {
  const { budget, measure } = await import('./lib/budget.mjs')
  const { precompress } = await import('./lib/precompress.mjs')
  const { bytes, files } = await measure(distDir)
  const kB = (/** @type {number} */ n) => (n / 1000).toFixed(1)
  console.log(`Login and Oversikt load ${kB(bytes)} kB of JavaScript (brotli); the budget is ${kB(budget)} kB`)
  if (bytes > budget) {
    for (const file of files) console.log(`  ${kB(file.bytes).padStart(6)} kB  ${file.file}`)
    throw new Error('Above the budget: load what is not needed at once by import() where it is used.')
  }
  await precompress(distDir)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  stopUnlessReady()
  process.env.NODE_ENV = 'production'
  try {
    await buildHalf('app')
    await buildHalf('server')
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  }
}
