import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext } from 'playwright'
import { erLagretForFrakoblet, loggInn, ser, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

let server: Server
let browser: Browser
let nettbrett: BrowserContext
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startServer()
  nettbrett = await newDevice(browser, { viewport: SIZES.nettbrett })
})
afterEach(async () => {
  await nettbrett.close()
  await server.remove()
})

test('kalkulatoren regner uten nett, begynner med stillingene som er talt, og skrives ut på ett ark', async () => {
  const side = await loggInn(nettbrett, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await server.stop()
  await side.goto(`${server.url}/kalkulator`)
  await ser(synkmerke(side, /^Frakoblet/))
  expect(await side.getByLabel('Årsverk', { exact: true }).inputValue()).toBe('29,6')
  await side.getByLabel('Helgetimer', { exact: true }).fill('300')
  await ser(side.getByRole('img', { name: /^60\sansatte dekker helgene/ }).first())
  await side.getByRole('slider', { name: 'Helger med langvakt' }).fill('100')
  await ser(side.getByRole('img', { name: /^36\sansatte dekker helgene/ }))

  const pdf = (await side.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})
