/// <reference lib="dom" />
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { chromium } from 'playwright'
import { browserArgs } from '../browser.mjs'
import { distDir, inRoot } from '../lib/house.mjs'
import { serveFiles } from './servers.mjs'
import { spread } from './stats.mjs'

export const ROWS = 10_000

/**
 * A list of positions, from the chosen file to its figures, by the worker that is shipped; a new worker each time, as for a person.
 * @param {{ executablePath: string, port: number, rounds: number, say: (line: string) => void }} how
 */
export async function measureList({ executablePath, port, rounds, say }) {
  const assets = readdirSync(join(distDir, 'assets')).filter((name) => name.endsWith('.js'))
  const worker = assets.find((name) => name.startsWith('liste.worker-'))
  if (worker === undefined) throw new Error('The build has no worker for lists')
  const server = await serveFiles(
    {
      'index.html': page,
      'entry.js': await bundled(),
      'liste.js': `import '/assets/${worker}'`,
      'floor.js': new URL('floor/list.js', import.meta.url),
      'fflate.js': new URL(`file://${inRoot('node_modules/fflate/esm/browser.js')}`),
      ...Object.fromEntries(
        assets.map((name) => [`assets/${name}`, new URL(`file://${join(distDir, 'assets', name)}`)]),
      ),
    },
    port,
  )
  const browser = await chromium.launch({ executablePath, args: browserArgs })
  try {
    say(`Reading a list of ${ROWS} positions ${rounds} times`)
    const tab = await browser.newPage()
    await tab.goto(server.url)
    await tab.waitForFunction(() => document.body.dataset.klar)
    /** @type {{ xlsx: number[], csv: number[], floor: number[] }} */
    const times = await tab.evaluate(([n, rows]) => Reflect.get(globalThis, 'measureList')(n, rows), [rounds, ROWS])
    return { rows: ROWS, xlsx: spread(times.xlsx), csv: spread(times.csv), floor: spread(times.floor) }
  } finally {
    await browser.close()
    await server.stop()
  }
}

const page =
  '<!doctype html><html lang="nb"><meta charset="utf-8"><body><script type="module" src="/entry.js"></script></body></html>'

/** @returns {Promise<string>} */
async function bundled() {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: inRoot(),
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: inRoot('scripts/bench/list-entry.js'), formats: ['es'], fileName: 'entry' },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const output = first !== undefined && 'output' in first ? first.output : []
  const entry = output.find((part) => part.type === 'chunk' && part.isEntry)
  if (entry?.type !== 'chunk') throw new Error('Nothing was built')
  return entry.code
}
