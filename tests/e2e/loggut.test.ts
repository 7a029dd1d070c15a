import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, gaaTil, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** Whoever logs out with something unsent chooses what becomes of it, and the next one on the same tablet has nothing to do with it. */

const AKTIVITET = 'Lyse ut to ledige helgestillinger som én heltidsstilling'
const STI = '/aktiviteter/eks-bondihagen-a5'

let server: Server
let browser: Browser
let enhet: BrowserContext
let side: Page
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The avdelingsleder has written something without a network, and is about to log out. */
beforeEach(async () => {
  server = await startServer()
  enhet = await newDevice(browser, { acceptDownloads: true })
  side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, STI)
  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
  await knapp(side, 'Endre').click()
  await felt(side, 'Ansvarlig').fill('turnusansvarlig')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Aktiviteten er endret.'))
  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Logg ut' }).click()
  await ser(side.getByRole('heading', { name: '1 endring er ikke sendt' }))
})
afterEach(async () => {
  await enhet.close()
  await server.remove()
})

const verdi = (tekst: string) => side.locator('dd', { hasText: tekst })

test('beholdes det, ser ikke den neste det og sender det ikke; den som skrev det, sender det selv', async () => {
  expect(await axefunn(side)).toEqual([])
  await knapp(side, 'Logg ut og behold på nettbrettet').click()
  await ser(knapp(side, 'Logg inn som prosjektleder'))
  await enhet.setOffline(false)
  await side.close()

  side = await loggInn(enhet, server, 'prosjektleder')
  await ser(synkmerke(side, /^Alt er synkronisert/))
  await aapne(side, server, STI)
  await ser(side.getByRole('heading', { level: 1, name: AKTIVITET }))
  await serIkke(verdi('turnusansvarlig'))
  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Logg ut' }).click()
  await ser(knapp(side, 'Logg inn som prosjektleder'))
  await side.close()

  side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await ser(synkmerke(side, /^Alt er synkronisert/))
  await aapne(side, server, STI)
  await ser(verdi('turnusansvarlig'))
})

test('en kopi på fil har det som ikke er sendt', async () => {
  const [fil] = await Promise.all([side.waitForEvent('download'), knapp(side, 'Lagre kopi til fil').click()])
  await ser(side.getByText(/Kopien er lagret blant nedlastingene dine/))
  expect(readFileSync(await fil.path(), 'utf8')).toContain('turnusansvarlig')
})

test('å sende det venter på nett, og logger så ut', async () => {
  await knapp(side, 'Send nå og logg ut').click()
  await ser(side.getByText(/Endringene sendes så snart nettbrettet har nett/))
  await enhet.setOffline(false)
  await ser(knapp(side, 'Logg inn som prosjektleder'))
  await side.close()
  side = await loggInn(enhet, server, 'prosjektleder')
  await aapne(side, server, STI)
  await ser(verdi('turnusansvarlig'))
})

test('det kastes ikke uten at det er skrevet at det skal kastes', async () => {
  await knapp(side, 'Kast og logg ut …').click()
  await felt(side, 'Skriv «slett» for å bekrefte').fill('ja')
  await knapp(side, 'Kast og logg ut').click()
  await ser(side.getByText('Skriv «slett» for å bekrefte.'))
  await felt(side, 'Skriv «slett» for å bekrefte').fill('slett')
  await knapp(side, 'Kast og logg ut').click()
  await ser(knapp(side, 'Logg inn som prosjektleder'))
  await enhet.setOffline(false)
  await side.close()
  side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await aapne(side, server, STI)
  await ser(side.getByRole('heading', { level: 1, name: AKTIVITET }))
  await serIkke(verdi('turnusansvarlig'))
})
