import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { erLagretForFrakoblet, gaaTil, knapp, kryss, loggInn, ser, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

const AKTIVITET = 'Spørre deltidsansatte om de ønsker større stilling'

let server: Server
let browser: Browser
let nettbrett: BrowserContext
let side: Page
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startServer()
  nettbrett = await newDevice(browser)
  side = await loggInn(nettbrett, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
})
afterEach(async () => {
  await nettbrett.close()
  await server.remove()
})

async function kryssAv() {
  await gaaTil(side, 'Aktiviteter')
  await kryss(side, AKTIVITET).click()
  await ser(side.getByText(`«${AKTIVITET}» er ferdig.`))
}
async function erSendt() {
  await ser(synkmerke(side, /^Alt er synkronisert/))
  await synkmerke(side, /^Alt er synkronisert/)
    .getByRole('link')
    .click()
  await ser(side.getByRole('listitem').filter({ hasText: AKTIVITET }).filter({ hasText: 'Tatt imot' }))
}

test('svarer et gjestenett med sin egen side, sier appen «Frakoblet», viser egne tall og sender siden', async () => {
  await nettbrett.route('**/api/**', (forespoersel) =>
    forespoersel.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Velkommen til gjestenettet</h1>' }),
  )
  await side.reload()
  await ser(synkmerke(side, /^Frakoblet/))
  await ser(side.getByRole('heading', { level: 1, name: 'Bondihagen' }))
  await kryssAv()
  await ser(synkmerke(side, /^Frakoblet.*1 endring venter/))
  expect(await side.getByRole('alert').count()).toBe(0)

  await nettbrett.unrouteAll()
  await erSendt()
})

test('svarer tjeneren aldri, åpner appen like fort med det som ligger på nettbrettet', async () => {
  await nettbrett.route('**/api/**', () => undefined)
  await side.reload()
  await ser(side.getByRole('heading', { level: 1, name: 'Bondihagen' }))
  await kryssAv()
  await ser(synkmerke(side, /1 endring venter/))
  expect(await side.getByRole('alert').count()).toBe(0)
})

test('er økten utløpt, går arbeidet videre, og alt sendes når hun har logget inn igjen', async () => {
  await nettbrett.clearCookies()
  await kryssAv()
  const merke = synkmerke(side, 'Frakoblet – logg inn for å sende 1 endring')
  await ser(merke)
  await side.reload()
  await ser(merke)
  await ser(side.getByRole('listitem').filter({ hasText: AKTIVITET }))
  expect(await kryss(side, AKTIVITET).isChecked()).toBe(true)

  await merke.getByRole('link').click()
  await ser(side.getByText(/sendes når du har logget inn/))
  await knapp(side, 'Logg inn som avdelingsleder Bondihagen').click()
  await erSendt()
})
