import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { budget, measure } from '../lib/budget.mjs'
import { distDir } from '../lib/house.mjs'
import { brotlied } from '../lib/precompress.mjs'

const compressed = /\.(js|css|html|svg|webmanifest)$/

/** What a first visit loads, and what the service worker then keeps for the rest. Bytes. */
export async function measureSizes() {
  const worker = readFileSync(join(distDir, 'sw.js'), 'utf8')
  const urls = [...new Set([...worker.matchAll(/"?url"?:["'`]([^"'`]+)["'`]/g)].map((hit) => hit[1] ?? ''))]
  const files = await Promise.all(
    urls.map(async (url) => {
      const content = readFileSync(join(distDir, url))
      return { raw: content.length, sent: compressed.test(url) ? (await brotlied(content)).length : content.length }
    }),
  )
  const sum = (/** @type {'raw' | 'sent'} */ key) => files.reduce((total, file) => total + file[key], 0)
  const { before, bytes } = await measure(distDir)
  return {
    initialJs: before,
    budget,
    withAfter: bytes,
    precache: { files: files.length, raw: sum('raw'), sent: sum('sent') },
  }
}
