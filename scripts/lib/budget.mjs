import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotlied } from './precompress.mjs'

/** All JavaScript that login and Oversikt load, brotli, in bytes. Chart.js alone is 47 000: it must come later. */
export const budget = 100_000

const entries = ['index.html', 'src/app/logginn/LoggInnPage.vue', 'src/app/oversikt/OversiktPage.vue']

/**
 * @typedef {{ file: string, imports?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest as Vite writes it: source path to chunk
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
 * @param {string} distDir
 * @returns {Promise<{ bytes: number, files: { file: string, bytes: number }[] }>} largest first
 */
export async function measure(distDir) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(distDir, '.vite/manifest.json'), 'utf8'))
  // A page whose chunk cannot be found would make the figure look better than it is.
  const missing = entries.filter((key) => manifest[key] === undefined)
  if (missing.length > 0) throw new Error(`The build has no chunk for ${missing.join(', ')}`)
  const files = await Promise.all(
    filesFor(manifest, entries).map(async (file) => ({
      file,
      bytes: (await brotlied(readFileSync(join(distDir, file)))).length,
    })),
  )
  files.sort((a, b) => b.bytes - a.bytes)
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files }
}
