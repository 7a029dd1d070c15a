import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './house.mjs'

/** What each half is built from. A file outside the list cannot change the result. */
const sources = {
  app: ['index.html', 'public', 'src/app', 'src/data', 'src/report', 'src/sync', 'src/domain', 'vite.config.ts'],
  server: ['src/server', 'src/sync', 'src/domain', 'vite.server.config.ts'],
}
const common = ['scripts/lib', 'package.json', 'package-lock.json', 'tsconfig.base.json']

/** @typedef {keyof typeof sources} Half */

/**
 * The files under a path, sorted; nothing for a path that is not there.
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/**
 * A hash of the names and contents of everything that a half is built from. Contents, not times: a fresh clone of the
 * same commit has the same stamp.
 * @param {Half} half
 * @param {string} [base] the repository to read
 */
export function stampOf(half, base = root) {
  const hash = createHash('sha256')
  for (const file of [...sources[half], ...common].flatMap((path) => filesUnder(join(base, path))))
    hash.update(relative(base, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const fileName = '.stamp'

/**
 * @param {string} outDir
 * @returns {string | undefined}
 */
export function readStamp(outDir) {
  const file = join(outDir, fileName)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/**
 * @param {string} outDir
 * @param {string} stamp
 */
export const writeStamp = (outDir, stamp) => writeFileSync(join(outDir, fileName), stamp)
