import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'

const text = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt'])
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** @param {Buffer} content */
export const brotlied = (content) =>
  brotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })

/**
 * Lays `.br` and `.gz` beside every text file under a folder, so that the server never compresses while it answers.
 * A file under 1 kB is left alone: it fits in one packet anyhow.
 * @param {string} dir
 */
export async function precompress(dir) {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name))
  const wanted = files.filter((file) => text.has(extname(file)) && statSync(file).size >= 1024)
  await Promise.all(
    wanted.map(async (file) => {
      const content = readFileSync(file)
      const [br, gz] = await Promise.all([brotlied(content), zip(content, { level: 9 })])
      writeFileSync(`${file}.br`, br)
      writeFileSync(`${file}.gz`, gz)
    }),
  )
  return wanted.length
}
