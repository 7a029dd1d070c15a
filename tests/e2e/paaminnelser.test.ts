import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { dagVed, kvartalAv } from '../../src/domain/dato.ts'
import { felt, gaaTil, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

let server: Server
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

test('det som forfaller i dag, står under Påminnelser og på ikonet, til det krysses av, også uten nett', async () => {
  const enhet = await newDevice(browser)
  // What the system is told: a browser in a test has no icon to look at.
  await enhet.addInitScript(() => {
    const paa = (n: number) => {
      document.documentElement.dataset['merke'] = String(n)
      return Promise.resolve()
    }
    Object.assign(navigator, { setAppBadge: paa, clearAppBadge: () => paa(0) })
    // As where the app is installed: only then is there an icon.
    const spoer = window.matchMedia.bind(window)
    window.matchMedia = (q) => (q.includes('standalone') ? Object.assign(spoer('all'), {}) : spoer(q))
  })
  const side = await loggInn(enhet, server, 'prosjektleder')
  const merke = async () => Number(await side.locator('html').getAttribute('data-merke'))
  const blir = (n: number) => side.locator(`html[data-merke="${n}"]`).waitFor({ state: 'attached' })
  await side.locator('html[data-merke]').waitFor({ state: 'attached' })
  const foer = await merke()

  const idag = dagVed(Date.now())
  await side.goto(`${server.url}/aarshjul/${idag.slice(0, 4)}?kvartal=${kvartalAv(idag)}`)
  await knapp(side, 'Ny aktivitet').click()
  const ark = side.getByRole('dialog')
  await felt(ark, 'Tittel').fill('Eksempel: ring kommunalsjefen')
  await felt(ark, 'Frist').fill(idag)
  await knapp(ark, 'Lagre').click()
  await blir(foer + 1)

  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Påminnelser', exact: true }).click()
  const lenke = side.getByRole('link', { name: 'Eksempel: ring kommunalsjefen' })
  await ser(lenke)
  expect(await lenke.locator('xpath=..').innerText()).toContain('I dag · Årshjulet')

  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
  await lenke.click()
  await side.getByRole('checkbox', { name: 'Eksempel: ring kommunalsjefen', exact: true }).click()
  await blir(foer)
  await side.goBack()
  await ser(side.getByRole('heading', { name: 'Påminnelser' }))
  await serIkke(lenke)
  await enhet.close()
})
