import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext } from 'playwright'
import { felt, gaaTil, knapp, kryss, loggInn, ser, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

let server: Server
let browser: Browser
let enheter: BrowserContext[]
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})
beforeEach(() => {
  enheter = []
})
afterEach(async () => {
  for (const enhet of enheter) await enhet.close()
})
async function enhet(valg: Parameters<typeof newDevice>[1] = {}) {
  const ny = await newDevice(browser, valg)
  enheter.push(ny)
  return ny
}

test('et kryss i årshjulet, satt uten nett, vises hos de andre etterpå, og Angre tar det tilbake', async () => {
  const laptop = await enhet()
  const avdelingsleder = await loggInn(await enhet(), server, 'avdelingsleder Bondihagen')
  const prosjektleder = await loggInn(laptop, server, 'prosjektleder')
  for (const side of [prosjektleder, avdelingsleder]) {
    await gaaTil(side, 'Årshjul')
    await knapp(side, '2024').click()
    await knapp(side, /^1\. kvartal/)
      .first()
      .click()
  }
  const tittel = (
    await prosjektleder
      .getByRole('checkbox', { checked: false })
      .first()
      .locator('xpath=ancestor::li')
      .locator('b')
      .innerText()
  ).trim()
  await ser(kryss(avdelingsleder, tittel))

  await laptop.setOffline(true)
  await ser(synkmerke(prosjektleder, /^Frakoblet/))
  await kryss(prosjektleder, tittel).click()
  await ser(synkmerke(prosjektleder, /^Frakoblet.*1 endring venter/))
  expect(await kryss(avdelingsleder, tittel).isChecked()).toBe(false)

  await laptop.setOffline(false)
  await ser(synkmerke(prosjektleder, /^Alt er synkronisert/))
  await ser(avdelingsleder.getByRole('checkbox', { name: tittel, exact: true, checked: true }))

  await knapp(prosjektleder, 'Angre').click()
  await ser(avdelingsleder.getByRole('checkbox', { name: tittel, exact: true, checked: false }))
  expect(await kryss(prosjektleder, tittel).isChecked()).toBe(false)
})

test('en måling registreres med høyst fem trykk fra Oversikt til lagret, utenom tastingen', async () => {
  const side = await loggInn(
    await enhet({ viewport: SIZES.telefon, hasTouch: true }),
    server,
    'avdelingsleder Bondihagen',
  )
  let antall = 0
  const trykk = async (paa: ReturnType<typeof knapp>) => {
    antall += 1
    await paa.tap()
  }
  await trykk(knapp(side, 'Registrer måling'))
  await trykk(felt(side, 'Teller'))
  await side.keyboard.type('41')
  await trykk(felt(side, 'Nevner'))
  await side.keyboard.type('54')
  await trykk(knapp(side, 'Lagre måling'))
  await ser(side.getByText('Målingen er lagret på nettbrettet.'))
  expect(antall).toBeLessThanOrEqual(5)
})
