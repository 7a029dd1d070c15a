import { build } from 'vite'
import { inRoot } from '../lib/house.mjs'

/**
 * The shipped device as a page gets it, with what a measurement does in the page: `entry.js`, and what it loads later.
 * @param {string} entry the file under scripts/bench/
 * @returns {Promise<Record<string, string>>}
 */
export async function bundled(entry) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: inRoot(),
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: inRoot('scripts/bench', entry), formats: ['es'], fileName: 'entry' },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const output = first !== undefined && 'output' in first ? first.output : []
  return Object.fromEntries(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part.code]] : [])))
}
