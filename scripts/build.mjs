// npm run build: the app to dist/ and the server to dist-server/, each only when something that it is made of has changed.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { distDir, distServerDir, inRoot, root } from './lib/house.mjs'
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
  const result = await build({ configFile: halves[half].config, logLevel: 'warn', mode: 'production' })
  if (half === 'app') await finishApp(/** @type {Output} */ (result))
  writeStamp(halves[half].dir, stamp)
  console.log(`${half}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/**
 * Compresses, then measures: a build above the budget is whole but gets no stamp, and fails again until it is put right.
 * @typedef {import('vite').Rolldown.RolldownOutput} Output
 * @param {Output} result
 */
async function finishApp({ output }) {
  const { budget, lateInFirst, measure } = await import('./lib/budget.mjs')
  const { precompress } = await import('./lib/precompress.mjs')
  await precompress(distDir)
  const { anyones, before, bytes, files } = await measure(distDir)
  const kB = (/** @type {number} */ n) => (n / 1000).toFixed(1)
  console.log(
    `Login and Oversikt load ${kB(before)} kB of JavaScript (brotli) before they stand. ` +
      `With sync, writing and the first filling, which follow by themselves, ${kB(bytes)} of ${kB(budget)} kB`,
  )
  const early = lateInFirst(output, anyones, readFileSync(inRoot('src/domain/tabeller.ts'), 'utf8'))
  if (early.length > 0)
    throw new Error(
      `Late tables, yet loaded at once: ${early.join(', ')}. Something that login, Oversikt or the sync loads imports them: split it off.`,
    )
  if (bytes > budget) {
    for (const { file, bytes } of files) {
      console.log(`${kB(bytes).padStart(7)} kB  ${file}, of which before minifying:`)
      const chunk = output.find(({ fileName }) => fileName === file)
      const modules = chunk?.type === 'chunk' ? Object.entries(chunk.modules) : []
      modules.sort(([, a], [, b]) => b.renderedLength - a.renderedLength)
      for (const [id, { renderedLength }] of modules.slice(0, 25))
        console.log(`${kB(renderedLength).padStart(20)} kB  ${relative(root, id.replace('\0', ''))}`)
    }
    throw new Error(
      'Above the budget: load what is not needed at once by import() where it is used, or say it shorter.',
    )
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  stopUnlessReady()
  process.env.NODE_ENV = 'production'
  try {
    await buildHalf('server')
    await buildHalf('app')
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  }
}
