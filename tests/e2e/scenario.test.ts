import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** What the parties have worked out together is kept, held beside other ways, and taken further; also without a network. */

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
  const e = await newDevice(browser, { viewport: SIZES.nettbrett })
  enheter.push(e)
  return e
}
const rad = (side: Page, navn: string) =>
  side.getByRole('listitem').filter({ has: side.getByRole('heading', { level: 3, name: navn, exact: true }) })
const lagret = (side: Page, navn: string) => ser(side.getByText(`«${navn}» er lagret.`))

test('lagres uten nett, sammenlignes og blir en aktivitet; den andre parten ser det og lagrer sitt eget', async () => {
  const hennes = await nettbrett()
  const side = await loggInn(hennes, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/kalkulator')
  await hennes.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
  await felt(side, 'Helgetimer').fill('300')
  await side.getByRole('slider', { name: 'Helger med langvakt' }).fill('100')
  await felt(side, 'Navn på et nytt scenario').fill('Langvakt alle helger')
  await knapp(side, 'Lagre scenarioet').click()
  await lagret(side, 'Langvakt alle helger')
  await ser(rad(side, 'Langvakt alle helger').getByText('36 ansatte'))

  // Without a name it has its own words.
  await side.getByRole('slider', { name: 'Helgefrekvens' }).fill('4')
  await knapp(side, 'Lagre scenarioet').click()
  await lagret(side, '12,5\u00a0timer, alle helgene · hver 4. helg')
  for (const boks of await side.getByRole('checkbox', { name: /^Sammenlign/ }).all()) await boks.check()
  const tabell = side.getByRole('region', { name: 'Scenarioene side om side' })
  await ser(tabell)
  const linje = tabell.getByRole('row', { name: /^Ansatte helgene krever/ }).getByRole('cell')
  expect(await linje.allTextContents()).toEqual(['60', '36', '48'])
  expect(await axefunn(side)).toEqual([])

  await rad(side, 'Langvakt alle helger').getByRole('button', { name: 'Lag aktivitet' }).click()
  await ser(side.getByRole('heading', { level: 1, name: 'Langvakt alle helger' }))
  await ser(side.getByText(/Langvakt: 12,5.timer, alle helgene\./))
  await hennes.setOffline(false)
  await ser(synkmerke(side, /^Alt er synkronisert/))

  const tillitsvalgt = await loggInn(await nettbrett(), server, 'tillitsvalgt Bondihagen')
  await aapne(tillitsvalgt, server, '/kalkulator')
  const hans = rad(tillitsvalgt, 'Langvakt alle helger')
  await ser(hans)
  await serIkke(hans.getByRole('button', { name: 'Slett' }))
  await serIkke(hans.getByRole('button', { name: 'Lag aktivitet' }))
  await hans.getByRole('button', { name: 'Åpne' }).click()
  await ser(tillitsvalgt.getByRole('img', { name: /^36\sansatte dekker helgene/ }))
  await felt(tillitsvalgt, 'Navn på et nytt scenario').fill('Langvakt, forslag fra oss')
  await knapp(tillitsvalgt, 'Lagre scenarioet').click()
  await lagret(tillitsvalgt, 'Langvakt, forslag fra oss')
  await ser(synkmerke(tillitsvalgt, /^Alt er synkronisert/))

  const prosjektleder = await loggInn(await nettbrett(), server, 'prosjektleder')
  await aapne(prosjektleder, server, '/kalkulator?enhet=bondihagen')
  for (const navn of ['Langvakt alle helger', 'Langvakt, forslag fra oss']) await ser(rad(prosjektleder, navn))
})

test('ens eget åpnes, endres og slettes, og slettingen kan angres', async () => {
  const side = await loggInn(await nettbrett(), server, 'avdelingsleder Bondihagen')
  await aapne(side, server, '/kalkulator')
  await felt(side, 'Helgetimer').fill('300')
  await felt(side, 'Navn på et nytt scenario').fill('Som i dag')
  await knapp(side, 'Lagre scenarioet').click()
  await lagret(side, 'Som i dag')
  await rad(side, 'Som i dag').getByRole('button', { name: 'Åpne' }).click()
  await side.getByRole('slider', { name: 'Helgefrekvens' }).fill('2')
  await felt(side, 'Navn på scenarioet').fill('Annenhver helg')
  await knapp(side, 'Lagre endringene').click()
  await ser(side.getByText('«Annenhver helg» er endret.'))
  await ser(rad(side, 'Annenhver helg').getByText('40 ansatte'))
  await serIkke(rad(side, 'Som i dag'))
  await rad(side, 'Annenhver helg').getByRole('button', { name: 'Slett' }).click()
  await ser(side.getByText('«Annenhver helg» er slettet.'))
  await serIkke(rad(side, 'Annenhver helg'))
  await knapp(side, 'Angre').click()
  await ser(rad(side, 'Annenhver helg'))
})
