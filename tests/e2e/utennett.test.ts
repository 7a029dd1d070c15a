import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, gaaTil, knapp, kryss, loggInn, ser, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice, newTablet, type Tablet } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

const AKTIVITET = 'Spørre deltidsansatte om de ønsker større stilling'
const OPPGAVE = 'Skaffe vikar ved fravær'

let server: Server
let tablet: Tablet
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startServer()
  tablet = newTablet()
})
afterEach(async () => {
  await server.remove()
  await tablet.remove()
})

const status = (side: Page) => side.getByRole('listitem').filter({ hasText: OPPGAVE }).getByRole('combobox')
const visMaaling = (side: Page) => side.getByText(/41 av 54/).first()

async function registrerMaaling(side: Page) {
  await knapp(side, 'Registrer måling').click()
  await felt(side, 'Teller').fill('41')
  await felt(side, 'Nevner').fill('54')
  await knapp(side, 'Lagre måling').click()
}

async function serAlleTre(side: Page) {
  await gaaTil(side, 'Aktiviteter')
  await ser(kryss(side, AKTIVITET))
  expect(await kryss(side, AKTIVITET).isChecked()).toBe(true)
  await gaaTil(side, 'TØRN')
  await ser(status(side))
  expect(await status(side).inputValue()).toBe('droeftet')
  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Målinger' }).click()
  await ser(visMaaling(side))
}

/** The prosjektleder's three windows, opened before anything happens. What is written on them is gone if they are loaded again. */
async function prosjektlederenFoelgerMed(enhet: BrowserContext) {
  const maalinger = await loggInn(enhet, server, 'prosjektleder')
  await aapne(maalinger, server, '/maalinger?enhet=bondihagen')
  const aktiviteter = await aapne(await enhet.newPage(), server, '/aktiviteter?enhet=bondihagen')
  const toern = await aapne(await enhet.newPage(), server, '/toern?enhet=bondihagen')
  const vinduer = [maalinger, aktiviteter, toern]
  for (const vindu of vinduer) await vindu.evaluate(() => (document.body.dataset['lest'] = 'én gang'))
  return {
    async serAlleTre() {
      await ser(visMaaling(maalinger))
      await ser(aktiviteter.locator('li:has(input:checked)', { hasText: AKTIVITET }))
      await expect.poll(() => status(toern).inputValue(), { timeout: 30_000 }).toBe('droeftet')
    },
    lastetPaaNytt: async () =>
      (await Promise.all(vinduer.map((v) => v.evaluate(() => document.body.dataset['lest'])))).some(
        (merke) => merke === undefined,
      ),
  }
}

test('det hun skriver mens tjeneren er nede, står etter at nettleseren er lukket, og når prosjektlederen av seg selv', async () => {
  const prosjektleder = await prosjektlederenFoelgerMed(await newDevice(browser))

  let nettbrett = await tablet.open()
  let side = await loggInn(nettbrett, server, 'avdelingsleder Bondihagen')
  await ser(side.getByRole('heading', { level: 1, name: 'Bondihagen' }))
  await erLagretForFrakoblet(side)

  await server.kill()
  await side.reload()
  await ser(synkmerke(side, /^Frakoblet/))
  await registrerMaaling(side)
  await gaaTil(side, 'Aktiviteter')
  await kryss(side, AKTIVITET).click()
  await ser(side.getByText(`«${AKTIVITET}» er ferdig.`))
  await gaaTil(side, 'TØRN')
  await status(side).selectOption({ label: 'drøftet' })
  await ser(side.getByText(`«${OPPGAVE}» er satt til drøftet.`))
  await ser(synkmerke(side, /^Frakoblet.*3 endringer venter/))

  await nettbrett.close()
  nettbrett = await tablet.open()
  side = await nettbrett.newPage()
  await side.goto(server.url)
  await ser(synkmerke(side, /^Frakoblet.*3 endringer venter/))
  await serAlleTre(side)

  await server.start()
  await ser(synkmerke(side, /^Alt er synkronisert/))
  await prosjektleder.serAlleTre()
  expect(await prosjektleder.lastetPaaNytt()).toBe(false)
  await serAlleTre(side)
})
