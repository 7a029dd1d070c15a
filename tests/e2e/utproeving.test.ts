import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { leggTilDager, leggTilMaaneder, skrivDato } from '../../src/domain/dato.ts'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** A trial from plan to decision, made without a network, and seen by the other party. */

const IDAG = new Date().toISOString().slice(0, 10)
/** More than three months ago, and not yet twelve. */
const START = leggTilMaaneder(leggTilDager(IDAG, -3), -4)
let server: Server
let browser: Browser
let enheter: BrowserContext[]
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startServer()
  enheter = []
})
afterEach(async () => {
  for (const e of enheter) await e.close()
  await server.remove()
})
async function nettbrett(): Promise<BrowserContext> {
  const e = await newDevice(browser, { viewport: SIZES.nettbrett, acceptDownloads: true })
  enheter.push(e)
  return e
}
async function iBeggeDrakter(side: Page) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await side.emulateMedia({ colorScheme })
    await side.locator(`html[data-color-scheme="${colorScheme}"]`).waitFor()
    await side.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
    expect(await axefunn(side)).toEqual([])
  }
}

test('en utprøving går fra plan til beslutning uten nett, sier hva som mangler, og den tillitsvalgte sier synet sitt', async () => {
  const hennes = await nettbrett()
  const side = await loggInn(hennes, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/utproevinger?enhet=bondihagen')
  await hennes.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))

  await knapp(side, 'Ny utprøving').click()
  await felt(side, 'Navn').fill('Lange dager i påsken')
  await felt(side, 'Start').fill(START)
  await felt(side, 'Varighet').fill('12')
  await knapp(side, 'Legg til mål').click()
  const overtid = side.getByRole('group', { name: 'Mål 2', exact: true })
  await felt(overtid, 'Med egne ord').fill('Overtid')
  await felt(overtid, 'Telles i').fill('timer')
  await felt(overtid, 'Før').fill('tretti')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText(/^Skriv verdiene med sifre/))
  await felt(overtid, 'Før').fill('30,5')
  expect(await axefunn(side)).toEqual([])
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Lange dager i påsken» er lagt til.'))

  await side.getByRole('link', { name: /Lange dager i påsken.*Planlagt/s }).click()
  await ser(side.getByRole('columnheader', { name: `Etter 12 måneder ${skrivDato(leggTilMaaneder(START, 12))}` }))

  await knapp(side, 'Flytt til ny fase').click()
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Lange dager i påsken»: oppstart.'))
  await knapp(side, 'Flytt til ny fase').click()
  await felt(side, 'Fra og med').fill('2020-01-01')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Dagen kan ikke være før forrige fase begynte.'))
  await felt(side, 'Fra og med').fill(IDAG)
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Lange dager i påsken»: utprøving.'))
  await ser(side.getByText(/^Mangler målingen/))

  await knapp(side, 'Endre').click()
  await felt(overtid, 'Etter 3 måneder').fill('22')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Utprøvingen er endret.'))
  await ser(side.getByRole('cell', { name: /^22\stimer.*−8,5\stimer.*regnet ut av Heltidshjulet/s }))

  await knapp(side, 'Flytt til ny fase').click()
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Lange dager i påsken»: evaluering.'))
  await knapp(side, 'Flytt til ny fase').click()
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Skriv resultatet først: hva viste utprøvingen?'))
  await felt(side, 'Resultat').fill('Mindre overtid og roligere helger.')
  await felt(side, 'Beslutning').fill('Blir fast ordning fra høsten.')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Lange dager i påsken»: videreføres.'))
  await ser(side.getByText('Mindre overtid og roligere helger.'))
  await iBeggeDrakter(side)

  // «Angre» takes the decision back, and the text with it.
  await side.getByRole('button', { name: 'Angre' }).click()
  await serIkke(side.getByText('Mindre overtid og roligere helger.'))
  await knapp(side, 'Flytt til ny fase').click()
  await felt(side, 'Neste fase').selectOption('justeres')
  await felt(side, 'Resultat').fill('Mindre overtid, men for lange dager.')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Lange dager i påsken»: justeres.'))
  await hennes.setOffline(false)
  await ser(synkmerke(side, /^Alt er synkronisert/))

  const tillitsvalgt = await loggInn(await nettbrett(), server, 'tillitsvalgt Bondihagen')
  await aapne(tillitsvalgt, server, '/utproevinger?enhet=bondihagen')
  await tillitsvalgt.getByRole('link', { name: /Lange dager i påsken.*Justeres/s }).click()
  await serIkke(knapp(tillitsvalgt, 'Endre'))
  await tillitsvalgt.locator('label', { hasText: 'Enig' }).first().click()
  await knapp(tillitsvalgt, 'Lagre syn').click()
  await ser(tillitsvalgt.getByText('Synet ditt er lagret.'))
  await iBeggeDrakter(tillitsvalgt)
})
