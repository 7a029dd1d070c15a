import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { aapne, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

const AKTIVITET = 'Lyse ut to ledige helgestillinger som én heltidsstilling'
const STI = '/aktiviteter/eks-bondihagen-a5'

let server: Server
let browser: Browser
let avdelingsleders: BrowserContext
let prosjektleders: BrowserContext
let avdelingsleder: Page
let prosjektleder: Page
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Both have the same activity open, each on their own device. */
beforeEach(async () => {
  server = await startServer()
  avdelingsleders = await newDevice(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
  prosjektleders = await newDevice(browser)
  avdelingsleder = await loggInn(avdelingsleders, server, 'avdelingsleder Bondihagen')
  prosjektleder = await loggInn(prosjektleders, server, 'prosjektleder')
  for (const side of [avdelingsleder, prosjektleder]) {
    await aapne(side, server, STI)
    await ser(side.getByRole('heading', { level: 1, name: AKTIVITET }))
  }
})
afterEach(async () => {
  await avdelingsleders.close()
  await prosjektleders.close()
  await server.remove()
})

async function mister(enhet: BrowserContext, side: Page) {
  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
}
async function endre(side: Page, navn: string, verdi: string) {
  await knapp(side, 'Endre').click()
  await felt(side, navn).fill(verdi)
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Aktiviteten er endret.'))
}
async function faarNett(enhet: BrowserContext, side: Page, merke: RegExp) {
  await enhet.setOffline(false)
  await ser(synkmerke(side, merke))
}
const ALT_SENDT = /^Alt er synkronisert/
const verdi = (side: Page, navn: string, tekst: string) =>
  side.locator('dl > div', { has: side.locator('dt', { hasText: navn }) }).locator('dd', { hasText: tekst })

test('endrer to hvert sitt felt i samme aktivitet uten nett, står begge endringene', async () => {
  await mister(avdelingsleders, avdelingsleder)
  await mister(prosjektleders, prosjektleder)
  await endre(avdelingsleder, 'Ansvarlig', 'turnusansvarlig')
  await endre(prosjektleder, 'Beskrivelse', 'Avklares i MBM først.')
  await faarNett(avdelingsleders, avdelingsleder, ALT_SENDT)
  await faarNett(prosjektleders, prosjektleder, ALT_SENDT)
  for (const side of [avdelingsleder, prosjektleder]) {
    await ser(verdi(side, 'Ansvarlig', 'turnusansvarlig'))
    await ser(verdi(side, 'Beskrivelse', 'Avklares i MBM først.'))
  }
})

test('endrer to samme felt, gjelder det som ble skrevet sist; det andre står i historikken og kan tas inn igjen', async () => {
  await mister(avdelingsleders, avdelingsleder)
  await mister(prosjektleders, prosjektleder)
  await endre(avdelingsleder, 'Ansvarlig', 'fagkoordinator')
  await endre(prosjektleder, 'Ansvarlig', 'HR')
  await faarNett(prosjektleders, prosjektleder, ALT_SENDT)
  await faarNett(avdelingsleders, avdelingsleder, /^1 endring trenger deg/)
  for (const side of [avdelingsleder, prosjektleder]) await ser(verdi(side, 'Ansvarlig', 'HR'))

  await avdelingsleder.getByText('Historikk').click()
  await ser(avdelingsleder.getByRole('listitem').filter({ hasText: 'fagkoordinator' }))

  await synkmerke(avdelingsleder, /^1 endring trenger deg/)
    .getByRole('link')
    .click()
  await ser(avdelingsleder.getByText('Du skrev: fagkoordinator'))
  await ser(avdelingsleder.getByText('Gjelder nå: HR'))
  await knapp(avdelingsleder, 'Ta inn igjen min').click()
  await ser(synkmerke(avdelingsleder, ALT_SENDT))
  await ser(verdi(prosjektleder, 'Ansvarlig', 'fagkoordinator'))
})

test('den som har mistet tilgangen mens nettet var borte, ser hvorfor endringen ble avvist, og kan kopiere det som ble skrevet', async () => {
  await mister(avdelingsleders, avdelingsleder)
  await endre(avdelingsleder, 'Beskrivelse', 'Fortrinnsretten er avklart 😀')
  const svar = await prosjektleders.request.patch(`${server.url}/api/admin/brukere/demo-avdelingsleder-bondihagen`, {
    data: { enheter: ['hurum'] },
    headers: { origin: server.url },
  })
  expect(svar.status()).toBe(200)

  await faarNett(avdelingsleders, avdelingsleder, /^1 endring trenger deg/)
  await synkmerke(avdelingsleder, /^1 endring trenger deg/)
    .getByRole('link')
    .click()
  await ser(avdelingsleder.getByText(/Det du skrev, ligger fortsatt her/))
  await ser(avdelingsleder.getByText('Fortrinnsretten er avklart 😀'))
  await knapp(avdelingsleder, 'Kopier teksten').click()
  await ser(avdelingsleder.getByText('Teksten er kopiert.'))
  const kopiert = await avdelingsleder.evaluate(() => navigator.clipboard.readText())
  expect(kopiert).toContain('Beskrivelse: Fortrinnsretten er avklart 😀')

  await knapp(avdelingsleder, 'Fjern').click()
  await serIkke(avdelingsleder.getByText('Fortrinnsretten er avklart 😀'))
  await ser(synkmerke(avdelingsleder, ALT_SENDT))
})
