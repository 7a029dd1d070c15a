import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { budget } from '../../scripts/lib/budget.mjs'
import { distDir } from '../../scripts/lib/house.mjs'
import { brotlied } from '../../scripts/lib/precompress.mjs'
import { loggInn, type Bruker } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The build counts what login and Oversikt load by its own map of the files; here a browser is asked what it fetched. */

let server: Server
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

test.each<Bruker>(['prosjektleder', 'avdelingsleder Bondihagen', 'tillitsvalgt Bondihagen', 'leser'])(
  'den som logger inn som %s på et nytt nettbrett, henter ikke mer enn budsjettet tillater',
  async (som) => {
    // Without the service worker, which keeps every file there is for a day without a network.
    const nettbrett = await newDevice(browser, { serviceWorkers: 'block' })
    const hentet = new Set<string>()
    nettbrett.on('response', (svar) => {
      const { pathname } = new URL(svar.url())
      if (pathname.endsWith('.js')) hentet.add(pathname)
    })
    // The last thing that a device in contact with the server does by itself.
    const sisteOrd = nettbrett.waitForEvent('response', (svar) => svar.url().endsWith('/api/overlevering/nettbrett'))
    const side = await loggInn(nettbrett, server, som)
    await sisteOrd
    await side.waitForLoadState('networkidle')
    await nettbrett.close()

    const filer = await Promise.all([...hentet].map(async (fil) => ({ fil, bytes: await stoerrelse(fil) })))
    const sum = filer.reduce((alt, { bytes }) => alt + bytes, 0)
    expect(filer.map(({ fil }) => fil)).toEqual(expect.arrayContaining([expect.stringMatching(/\/work-/)]))
    expect(sum, JSON.stringify(filer)).toBeLessThanOrEqual(budget)
  },
)

const stoerrelse = async (fil: string): Promise<number> => (await brotlied(readFileSync(join(distDir, fil)))).length
