/// <reference lib="dom" />
import { chromium } from 'playwright'
import { browserArgs } from '../browser.mjs'
import { bundled } from './bundled.mjs'
import { serveFiles } from './servers.mjs'
import { spread } from './stats.mjs'

const WARM_UP = 20

/**
 * «Lagret på nettbrettet»: the shipped `device.write` (record and outbox in one strict transaction, checked, with
 * what it takes to undo) beside a bare strict IndexedDB transaction that puts the same two objects.
 * @param {{ executablePath: string, port: number, rounds: number, say: (line: string) => void }} how
 */
export async function measureSave({ executablePath, port, rounds, say }) {
  const server = await serveFiles({ 'index.html': page, ...(await bundled('save-entry.js')) }, port)
  const browser = await chromium.launch({ executablePath, args: browserArgs })
  try {
    say(`Saving ${rounds} changes`)
    const tab = await browser.newPage()
    await tab.goto(server.url)
    await tab.waitForFunction(() => document.body.dataset.klar)
    /** @type {{ device: number[], bare: number[] }} */
    const times = await tab.evaluate((n) => Reflect.get(globalThis, 'measureSave')(n), rounds + WARM_UP)
    return { device: spread(times.device.slice(WARM_UP)), bare: spread(times.bare.slice(WARM_UP)) }
  } finally {
    await browser.close()
    await server.stop()
  }
}

const page =
  '<!doctype html><html lang="nb"><meta charset="utf-8"><body><script type="module" src="/entry.js"></script></body></html>'
