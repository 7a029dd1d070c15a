import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The browser throws away what lies in it: the person is told what is safe and what is gone, once. */

const STI = '/aktiviteter/eks-bondihagen-a5'
const TITTEL = 'Lyse ut to ledige helgestillinger som én heltidsstilling'
const ALT_SENDT = /^Alt er synkronisert/

let server: Server
let browser: Browser
let enhet: BrowserContext
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startServer()
  enhet = await newDevice(browser)
})
afterEach(async () => {
  await enhet.close()
  await server.remove()
})

const varselet = (side: Page) =>
  side.locator('section').filter({ has: side.getByRole('heading', { name: 'Nettleseren har tømt lagringen' }) })

async function endreAnsvarlig(side: Page, verdi: string) {
  await knapp(side, 'Endre').click()
  await felt(side, 'Ansvarlig').fill(verdi)
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Aktiviteten er endret.'))
}

/** The same, and the server has answered that it has it: the mark alone may still tell of the moment before. */
async function endreOgSend(side: Page, verdi: string) {
  const svar = side.waitForResponse(
    (r) => r.url().endsWith('/api/sync') && (r.request().postData() ?? '').includes(verdi),
  )
  await endreAnsvarlig(side, verdi)
  await svar
  await ser(synkmerke(side, ALT_SENDT))
}

/** As a browser does it: behind the app's back, when no page of it is open. */
async function toem(side: Page, hva: string): Promise<Page> {
  const tom = await enhet.newPage()
  await side.close()
  const kontroll = await enhet.newCDPSession(tom)
  await kontroll.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: hva })
  return tom
}

test('det som ikke var sendt, sies med navn; det bekreftede hentes tilbake; og det sies én gang', async () => {
  let side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, STI)
  await endreOgSend(side, 'fagkoordinator')
  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
  await endreAnsvarlig(side, 'turnusansvarlig')

  side = await toem(side, 'indexeddb')
  await side.goto(server.url)
  await ser(varselet(side).getByText(/hentes tilbake når nettbrettet får nett/))
  await ser(varselet(side).getByText(`Aktivitet: ${TITTEL}`).first())
  expect(await knapp(varselet(side), 'Jeg har lest det').count()).toBe(0)

  await enhet.setOffline(false)
  await ser(varselet(side).getByText(/1 endring ble skrevet her uten å rekke fram, og er borte/))
  expect(await varselet(side).getByRole('listitem').allTextContents()).toEqual([
    expect.stringContaining(`Aktivitet: ${TITTEL}`) as string,
  ])
  expect(await axefunn(side)).toEqual([])
  await aapne(side, server, STI)
  await ser(side.locator('dd', { hasText: 'fagkoordinator' }).first())
  await knapp(varselet(side), 'Jeg har lest det').click()
  await serIkke(varselet(side))
  await aapne(side, server, '/')
  await ser(side.getByRole('heading', { level: 1 }))
  await serIkke(varselet(side))
})

test('var alt bekreftet, er ingenting tapt, og det sies', async () => {
  let side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await aapne(side, server, STI)
  await endreOgSend(side, 'fagkoordinator')
  side = await toem(side, 'indexeddb')
  await side.goto(server.url)
  await ser(varselet(side).getByText(/Ingenting er tapt/))
  await serIkke(varselet(side).getByRole('listitem'))
})

test('er alt nettleseren selv husker borte, vet tjeneren likevel at det har vært et nettbrett her', async () => {
  let side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await ser(synkmerke(side, ALT_SENDT))
  side = await toem(side, 'indexeddb,local_storage,service_workers,cache_storage')
  await side.goto(`${server.url}/logginn`)
  await knapp(side, 'Logg inn som avdelingsleder Bondihagen').click()
  await ser(varselet(side).getByText(/Den hørte sist fra dette nettbrettet/))
})

test('den som har logget ut, og en annen på samme nettbrett, får ikke høre om noe slikt', async () => {
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await side.goto(`${server.url}/loggut`)
  await ser(knapp(side, 'Logg inn som prosjektleder'))
  for (const som of ['avdelingsleder Bondihagen', 'prosjektleder'] as const) {
    await side.close()
    const ny = await loggInn(enhet, server, som)
    await ser(synkmerke(ny, ALT_SENDT))
    await serIkke(varselet(ny))
    await ny.close()
  }
})
