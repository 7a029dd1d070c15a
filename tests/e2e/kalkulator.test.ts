import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext } from 'playwright'
import { erLagretForFrakoblet, loggInn, ser, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
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

test('timene TØRN-listen kan flytte i helgen, følger med inn i kalkulatoren, uten at resten av kladden røres', async () => {
  const side = await loggInn(nettbrett, server, 'avdelingsleder Bondihagen')
  await side.goto(`${server.url}/kalkulator`)
  await side.getByLabel('Helgetimer', { exact: true }).fill('300')
  await ser(side.getByRole('img', { name: /^60\sansatte dekker helgene/ }).first())
  await side.goto(`${server.url}/toern`)
  await ser(side.getByText(/På en helg er det 1,5 timer som kan gå til servicemedarbeidere/))
  await side.getByRole('link', { name: 'Se hva det gir i Heltidskalkulatoren' }).click()
  await ser(side.getByText(/Oppgavedeling er satt til 1,5 timer i helgen, fra TØRN-listen/))
  expect(await side.getByLabel('Helgetimer', { exact: true }).inputValue()).toBe('300')
  expect(await side.getByLabel('Oppgavedeling, skriv tallet').inputValue()).toBe('1,5')
  expect(await axefunn(side)).toEqual([])
  await side.waitForURL((u) => !u.searchParams.has('flyttes'))
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
