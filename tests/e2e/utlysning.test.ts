import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The written assessment of a part-time position: made without a network, discussed from the other party's own login, printed. */

const AAR = new Date().getFullYear()
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

test('vurderingen skrives uten nett, sier hva som mangler, og den tillitsvalgte sier synet sitt selv', async () => {
  const hennes = await nettbrett()
  const side = await loggInn(hennes, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/utlysninger')
  await ser(side.getByRole('heading', { name: 'Ingen utlysninger ennå' }))
  await hennes.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))

  await knapp(side, 'Ny utlysning').click()
  await felt(side, 'Stilling').fill('Renholder, kveld')
  await felt(side, 'Stillingsprosent').fill('seksti')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Skriv et tall med sifre, for eksempel 54 eller 30,5.'))
  await felt(side, 'Stillingsprosent').fill('60')
  await felt(side, 'Nattevakter').check()
  await felt(side, 'Begrunnelse').fill('=To nattevakter er igjen.')
  expect(await axefunn(side)).toEqual([])
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Renholder, kveld» er lagt til.'))

  await side.getByRole('link', { name: /Renholder, kveld.*Mangler 4 punkter/s }).click()
  await ser(side.getByText(/Mangler: hvilke alternativer som er vurdert, fortrinnsrett/))
  await knapp(side, 'Endre').click()
  await felt(side, 'Slå sammen med en annen ledig stilling').check()
  await felt(side, 'Fortrinnsrett for deltidsansatte (§ 14-3)').selectOption('ingen')
  await felt(side, 'Krav om stilling tilsvarende faktisk arbeidstid (§ 14-4 a)').selectOption('ingen')
  await felt(side, 'Drøftet').fill(`${AAR}-01-02`)
  await felt(side, 'Drøftet med').fill('tillitsvalgt, Fagforbundet')
  await felt(side, 'Utfall').selectOption('utlyst')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Skriv dagen stillingen ble lyst ut, så den telles med.'))
  await felt(side, 'Lyst ut').fill(`${AAR}-01-20`)
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Utlysningen er endret.'))
  await serIkke(side.getByText('Vurderingen er ikke ferdig.'))
  for (const colorScheme of ['dark', 'light'] as const) {
    await side.emulateMedia({ colorScheme })
    await side.locator(`html[data-color-scheme="${colorScheme}"]`).waitFor()
    await side.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
    expect(await axefunn(side)).toEqual([])
  }
  const pdf = (await side.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)

  await side.getByRole('link', { name: 'Alle utlysninger' }).click()
  await ser(side.getByRole('link', { name: /Renholder, kveld.*Lyst ut/s }))
  await ser(side.getByRole('listitem').filter({ hasText: new RegExp(`^${AAR}: 0 av 1 utlyst som heltid`) }))
  const [fil] = await Promise.all([side.waitForEvent('download'), knapp(side, 'Last ned (CSV)').click()])
  const csv = readFileSync(await fil.path(), 'utf8')
  expect(csv).toContain('Renholder, kveld;')
  expect(csv).toContain(`'=To nattevakter er igjen.`)
  await hennes.setOffline(false)
  await ser(synkmerke(side, /^Alt er synkronisert/))

  const tillitsvalgt = await loggInn(await nettbrett(), server, 'tillitsvalgt Bondihagen')
  await aapne(tillitsvalgt, server, '/utlysninger')
  await tillitsvalgt.getByRole('link', { name: /Renholder, kveld/ }).click()
  await serIkke(knapp(tillitsvalgt, 'Endre'))
  await tillitsvalgt.locator('label', { hasText: 'Uenig' }).click()
  await knapp(tillitsvalgt, 'Lagre syn').click()
  await ser(tillitsvalgt.getByText('Synet ditt er lagret.'))
  await ser(synkmerke(tillitsvalgt, /^Alt er synkronisert/))
  await aapne(side, server, '/utlysninger')
  await side.getByRole('link', { name: /Renholder, kveld/ }).click()
  await ser(side.getByText('Uenig', { exact: true }))
})
