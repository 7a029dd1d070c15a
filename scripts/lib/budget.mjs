import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterwards, firstFilling, firstScreens } from './first-screens.mjs'
import { brotlied } from './precompress.mjs'

/**
 * The JavaScript that login and Oversikt load, brotli, in bytes: with what follows by itself when they stand (sync and writing) and
 * with what the first filling brings, so that nothing is won by only moving it there. Chart.js alone is 47 000: it must come later.
 */
export const budget = 100_000

/**
 * @typedef {{ file: string, name?: string, imports?: string[], dynamicImports?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest as Vite writes it: source path, or the file's name, to chunk
 */

/**
 * The files that a browser fetches for the entries: their chunks and everything that these import statically.
 * @param {Manifest} manifest
 * @param {string[]} keys
 */
export function filesFor(manifest, keys) {
  /** @type {Set<string>} */
  const seen = new Set()
  /** @param {string} key */
  const visit = (key) => {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(key)) return
    seen.add(key)
    for (const next of chunk.imports ?? []) visit(next)
  }
  keys.forEach(visit)
  return [...new Set([...seen].map((key) => manifest[key]?.file ?? ''))].filter((file) => file.endsWith('.js'))
}

/**
 * What a screen loads by import() when it is shown: each role, and each way to log in, has its own part, and a person
 * sees one of them. A page of its own is not a part.
 * @param {Manifest} manifest
 * @param {string} folder
 * @returns {string[][]} the alternatives; the first is none
 */
const partsOf = (manifest, folder) => {
  const later = new Set(Object.values(manifest).flatMap(({ dynamicImports = [] }) => dynamicImports))
  const parts = [...later].filter((key) => key.startsWith(`src/app/${folder}/`) && !key.endsWith('Page.vue'))
  return [[], ...parts.map((key) => [key])]
}

/**
 * The chunk that a source went into: its own, or where nothing of its own is left of it, that of the group that
 * vite.config.ts puts it in.
 * @param {Manifest} manifest
 * @param {string} path
 * @param {string} group
 */
const chunkOf = (manifest, path, group) =>
  path in manifest ? path : Object.keys(manifest).find((key) => manifest[key]?.name === group)

/**
 * What the person who loads most loads.
 * @param {string} distDir
 * @returns {Promise<{ bytes: number, before: number, files: { file: string, bytes: number }[], anyones: string[] }>} `before`: of
 *   `bytes`, what must be there before the page stands; the files largest first; `anyones`: the files of all alternatives, without those of the first filling
 */
export async function measure(distDir) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(distDir, '.vite/manifest.json'), 'utf8'))
  const html = readFileSync(join(distDir, 'index.html'), 'utf8')
  const [, ...pages] = firstScreens
  const scripts = Object.keys(manifest).filter((key) => html.includes(`src="/${manifest[key]?.file}"`))
  const keysOf = (/** @type {string[]} */ paths, /** @type {string} */ group) =>
    paths.flatMap((path) => chunkOf(manifest, path, group) ?? [])
  const first = [...scripts, ...keysOf(pages, 'foerst')]
  const after = keysOf(afterwards, 'work')
  const filling = keysOf(firstFilling, 'sene')
  // A page whose chunk cannot be found would make the figure look better than it is.
  const missing = pages.filter((path) => chunkOf(manifest, path, 'foerst') === undefined)
  if (scripts.length === 0) missing.push('index.html')
  if (missing.length > 0) throw new Error(`The build has no chunk for ${missing.join(', ')}`)

  /** @type {Map<string, Promise<number>>} */
  const sizes = new Map()
  /** @param {string} file */
  const sizeOf = (file) => {
    const size = sizes.get(file) ?? brotlied(readFileSync(join(distDir, file))).then(({ length }) => length)
    sizes.set(file, size)
    return size
  }
  const combinations = partsOf(manifest, 'logginn').flatMap((login) =>
    partsOf(manifest, 'oversikt').map((role) => [...login, ...role]),
  )
  const sized = (/** @type {string[]} */ keys) =>
    Promise.all(filesFor(manifest, keys).map(async (file) => ({ file, bytes: await sizeOf(file) })))
  const sum = (/** @type {{ bytes: number }[]} */ files) => files.reduce((total, { bytes }) => total + bytes, 0)
  const alternatives = await Promise.all(
    combinations.map(async (parts) => {
      const before = sum(await sized([...first, ...parts]))
      const early = await sized([...first, ...parts, ...after])
      const files = await sized([...first, ...parts, ...after, ...filling])
      return { bytes: sum(files), before, early, files: files.sort((a, b) => b.bytes - a.bytes) }
    }),
  )
  const { bytes, before, files } = alternatives.reduce((most, next) => (next.bytes > most.bytes ? next : most))
  return {
    bytes,
    before,
    files,
    anyones: [...new Set(alternatives.flatMap(({ early }) => early.map(({ file }) => file)))],
  }
}

/**
 * Late tables (docs/hus.md, «A new table») whose schema lies in the first load all the same.
 * @param {{ fileName: string, modules?: Record<string, unknown> }[]} output the build's files, each with the modules in it by id
 * @param {string[]} loaded the files that login and Oversikt load
 * @param {string} list the source of src/domain/tabeller.ts
 * @returns {string[]} names of their source files
 */
export function lateInFirst(output, loaded, list) {
  const ids = output
    .filter(({ fileName }) => loaded.includes(fileName))
    .flatMap(({ modules = {} }) => Object.keys(modules))
  const late = [...list.matchAll(/await import\('\.\/([\w/-]+\.ts)'\)/g)].map(([, file]) => `src/domain/${file}`)
  return late.filter((file) => ids.some((id) => id.endsWith(`/${file}`)))
}
