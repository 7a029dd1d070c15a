import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { aapne, felt, gaaTil, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** Another has logged in in the same browser: the one whose login it no longer is, is told so, and nothing of hers goes in the other's name. */

const STI = '/aktiviteter/eks-bondihagen-a5'

let server: Server
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

test('det som skrives mens en annen er logget inn i nettleseren, venter på den som skrev det, og det sies hvorfor', async () => {
  const enhet = await newDevice(browser)
  const hennes = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await aapne(hennes, server, STI)
  await ser(synkmerke(hennes, /^Alt er synkronisert/))
  // A tab that sleeps does not hear of it.
  const svar = await enhet.request.post(`${server.url}/api/demo/login`, {
    data: { bruker: 'prosjektleder' },
    headers: { origin: server.url },
  })
  expect(svar.status()).toBe(200)

  await knapp(hennes, 'Endre').click()
  await felt(hennes, 'Ansvarlig').fill('turnusansvarlig')
  await knapp(hennes, 'Lagre').click()
  await ser(hennes.getByText('Aktiviteten er endret.'))
  await ser(synkmerke(hennes, /^Frakoblet.*logg inn for å sende 1 endring/))
  await gaaTil(hennes, 'Mer')
  await hennes.getByRole('link', { name: 'Synkronisering' }).click()
  await ser(hennes.getByText(/^En annen er logget inn i denne nettleseren/))

  const kontor = await newDevice(browser)
  const annen = await loggInn(kontor, server, 'prosjektleder')
  await aapne(annen, server, STI)
  await ser(annen.getByRole('heading', { level: 1 }))
  await serIkke(annen.locator('dd', { hasText: 'turnusansvarlig' }))
  await kontor.close()

  await hennes.getByRole('link', { name: 'Logg inn igjen for å sende' }).click()
  await ser(hennes.getByText(/En annen enn .* er logget inn i denne nettleseren/))
  await knapp(hennes, 'Logg inn som avdelingsleder Bondihagen').click()
  await ser(synkmerke(hennes, /^Alt er synkronisert/))
  await aapne(hennes, server, STI)
  await ser(hennes.locator('dd', { hasText: 'turnusansvarlig' }).first())
  await enhet.close()
})
