import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { distDir } from '../../scripts/lib/house.mjs'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, tempDir, type Server } from './support/server.ts'

let browser: Browser
let server: Server
const dist = tempDir()
beforeAll(async () => {
  cpSync(distDir, dist, { recursive: true })
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ dist })])
})
afterAll(async () => {
  await browser.close()
  await server.remove()
  rmSync(dist, { recursive: true, force: true })
})

/** Lays another version where the first one lies: another index.html, and the service worker that knows it. */
function leggUtNyVersjon() {
  const skriv = (fil: string, endre: (tekst: string) => string) => {
    const sti = join(dist, fil)
    const foer = readFileSync(sti, 'utf8')
    const etter = endre(foer)
    expect(etter).not.toBe(foer)
    writeFileSync(sti, etter)
    for (const pakket of ['.br', '.gz']) rmSync(sti + pakket, { force: true })
  }
  skriv('index.html', (html) => html.replace('<head>', '<head><meta name="versjon" content="2">'))
  skriv('sw.js', (js) => js.replace(/"[0-9a-f]{32}"(?=,"url":"index\.html")/, `"${'f'.repeat(32)}"`))
}

test('en ny versjon venter til den tas imot, og et halvutfylt skjema står der etterpå', async () => {
  const side = await loggInn(await newDevice(browser), server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/maalinger/ny?enhet=bondihagen')
  await felt(side, 'Teller').fill('41')
  await felt(side, 'Nevner').fill('5')
  const tilbud = side.getByRole('complementary', { name: 'Ny versjon' })
  expect(await tilbud.isVisible()).toBe(false)

  leggUtNyVersjon()
  // The app looks for a new version each hour, and when it is taken up again.
  await side.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await ser(tilbud.getByText(/^Ny versjon/))
  expect(await felt(side, 'Nevner').inputValue()).toBe('5')
  await felt(side, 'Nevner').fill('54')

  await knapp(tilbud, 'Oppdater nå').click()
  await side.locator('meta[name="versjon"]').waitFor({ state: 'attached' })
  await ser(side.getByText('Det du begynte på sist, står her fortsatt.'))
  expect(await felt(side, 'Teller').inputValue()).toBe('41')
  expect(await felt(side, 'Nevner').inputValue()).toBe('54')

  await knapp(side, 'Lagre måling').click()
  await ser(side.getByText('Målingen er lagret på nettbrettet.'))
  expect(await tilbud.isVisible()).toBe(false)
})
