import { readFileSync } from 'node:fs'
import { build, type Plugin } from 'vite'
import { inRoot } from '../../scripts/lib/house.mjs'
import { modern } from '../../vite.config.ts'

/** Builds the shipped sources into one file that Node runs, with named lines of them exchanged. */

export interface Exchange {
  file: string
  /** Must be there exactly once: a test that plants its fault nowhere proves nothing. */
  from: string
  to: string
}

/** Small pages and requests, so that what takes thousands of rows in life takes seven here. Nothing else differs from what is shipped. */
export const SMALL: Exchange[] = [
  {
    file: 'src/sync/limits.ts',
    from: 'export const OPS_PER_FORESPOERSEL = 500',
    to: 'export const OPS_PER_FORESPOERSEL = 5',
  },
  { file: 'src/sync/limits.ts', from: 'export const RADER_PER_SIDE = 2000', to: 'export const RADER_PER_SIDE = 7' },
]

/** @returns the file that was built */
export async function bundle(name: string, entry: string, exchanges: readonly Exchange[] = []): Promise<string> {
  for (const { file, from } of exchanges) {
    const times = readFileSync(inRoot(file), 'utf8').split(from).length - 1
    if (times !== 1) throw new Error(`${file} has this ${times} times, must have it once: ${from}`)
  }
  const outDir = inRoot('.cache/prove', name)
  await build({
    root: inRoot(),
    configFile: false,
    logLevel: 'warn',
    cacheDir: inRoot('.cache/prove/vite'),
    publicDir: false,
    plugins: [exchange(exchanges)],
    // The Dexie that browsers get. One file also starts quicker, and every seed that hangs starts a new process.
    resolve: { alias: modern },
    ssr: { noExternal: true, external: ['@photostructure/sqlite', 'fake-indexeddb/auto', 'pg'] },
    build: {
      ssr: inRoot(entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' } },
    },
  })
  return inRoot('.cache/prove', name, 'main.mjs')
}

const exchange = (exchanges: readonly Exchange[]): Plugin => ({
  name: 'exchange',
  enforce: 'pre',
  transform(code, id) {
    const mine = exchanges.filter(({ file }) => id === inRoot(file))
    return mine.length === 0 ? null : mine.reduce((text, { from, to }) => text.replace(from, () => to), code)
  },
})
