import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, gaaTil, knapp, loggInn, ser, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** From a milestone to the smallest set of changes that reaches it, and from there to a scenario or an activity. */

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

test('neste milepæl står der fra før; svaret sies i ord uten nett, og blir scenario og aktivitet', async () => {
  const side = await loggInn(nettbrett, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await server.stop()
  await side.goto(`${server.url}/enhet/bondihagen`)
  await side.getByRole('link', { name: 'Hva skal til for å nå målet?' }).click()
  await ser(side.getByRole('heading', { level: 1, name: 'Hva skal til?' }))
  await ser(synkmerke(side, /^Frakoblet/))
  expect(await felt(side, 'Milepæl i prosent').inputValue()).toBe('40')
  // Two of 48 from 18 with heltid: the two largest below 80 %.
  await ser(side.getByRole('heading', { name: 'Dette gir 40\u00a0% heltid' }))
  await ser(side.getByText(/fra 78,8 til 80.%: 0,02.årsverk\./))
  await ser(side.getByText(/2.ansatte.*får større stilling\./))
  const linje = side.getByRole('row', { name: /^Med heltid/ }).getByRole('cell')
  expect(await linje.allTextContents()).toEqual(['18', '20'])
  expect(await axefunn(side)).toEqual([])

  await felt(side, 'Ledige stillinger').fill('50 mange')
  await felt(side, 'Milepæl i prosent').fill('95')
  await ser(side.getByText('Skriv ett tall for hver ledig stilling, med mellomrom, for eksempel 50 50 80.'))
  await felt(side, 'Ledige stillinger').fill('50 50 80')
  await felt(side, 'Årsverk som kan komme til').fill('1')
  await ser(side.getByRole('heading', { name: 'Rammene rekker ikke til 95\u00a0% heltid' }))
  await ser(side.getByText(/Det trengs .*årsverk til\./))

  await felt(side, 'Årsverk som kan komme til').fill('3')
  await felt(side, 'Milepæl i prosent').fill('50')
  await ser(side.getByRole('heading', { name: 'Dette gir 50\u00a0% heltid' }))
  await knapp(side, 'Lagre som scenario').click()
  await ser(side.getByRole('heading', { level: 3, name: 'Til 50\u00a0% heltid' }))
  await ser(side.getByText(/Lys ut 3.stillinger på 80.%: 2,4.årsverk\./))

  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Hva skal til?' }).click()
  await knapp(side, 'Lag aktivitet').click()
  await ser(side.getByRole('heading', { level: 1, name: 'Til 40\u00a0% heltid' }))
  await ser(side.getByText(/Løft 2.stillinger fra 78,8 til 80.%/))
})

test('uten talte stillinger sies det hva som skal til for å få svar', async () => {
  const side = await loggInn(nettbrett, server, 'prosjektleder')
  await aapne(side, server, '/hva-skal-til?enhet=phr')
  await ser(side.getByRole('heading', { name: 'Stillingene er ikke talt ennå' }))
  await ser(side.getByRole('link', { name: 'Importer stillinger' }))
})
