import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { listefil } from '../support/listefil.ts'
import { aapne, erLagretForFrakoblet, felt, gaaTil, knapp, loggInn, ser, synkmerke } from './support/app.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** From a file of positions to what two parties can agree on, on one tablet without a network, and on to the project leader. */

let server: Server
let browser: Browser
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

const grafen = async (side: Page): Promise<string> => {
  const graf = side.getByRole('img', { name: /^Andel heltid/ }).first()
  await ser(graf)
  return (await graf.getAttribute('aria-label')) ?? ''
}
const scenario = (side: Page, navn: string) =>
  side.getByRole('listitem').filter({ has: side.getByRole('heading', { level: 3, name: navn, exact: true }) })

test('600 stillinger importeres uten nett, grafen flytter seg, et scenario regnes ut fra dem, og prosjektlederen ser det hele', async () => {
  const nettbrett = await newDevice(browser, { viewport: SIZES.nettbrett })
  const side = await loggInn(nettbrett, server, 'avdelingsleder Bondihagen')
  await aapne(side, server, '/enhet/bondihagen')
  const foer = await grafen(side)
  await erLagretForFrakoblet(side)
  await nettbrett.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))

  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Målinger' }).click()
  await knapp(side, 'Importer stillinger').click()
  await felt(side, 'Velg fil').setInputFiles({
    name: 'stillinger.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(listefil(600, ['Bondihagen bofellesskap']).csv),
  })
  await expect.poll(() => felt(side, 'Ansatte').innerText()).toBe('538')
  await knapp(side, 'Lagre måling').click()
  await ser(side.getByRole('heading', { level: 1, name: 'Bondihagen bofellesskap' }))
  await expect.poll(() => grafen(side), { timeout: 30_000 }).not.toBe(foer)
  const etter = await grafen(side)
  expect(etter).toContain('38,5')

  await side.getByRole('link', { name: 'Åpne kalkulatoren' }).click()
  // 538 people at 65.6 % on average.
  await expect.poll(() => felt(side, 'Årsverk').inputValue()).toMatch(/^35[23](,\d+)?$/)
  await felt(side, 'Helgetimer').fill('3000')
  await side.getByRole('slider', { name: 'Helger med langvakt' }).fill('100')
  await felt(side, 'Navn på et nytt scenario').fill('Langvakt for alle')
  await knapp(side, 'Lagre scenarioet').click()
  await ser(side.getByText('«Langvakt for alle» er lagret.'))
  const hennes = await scenario(side, 'Langvakt for alle').innerText()
  await ser(synkmerke(side, /^Frakoblet/))

  await nettbrett.setOffline(false)
  await ser(synkmerke(side, /^Alt er synkronisert/))
  const kontor = await newDevice(browser, { viewport: SIZES.laptop })
  const prosjektleder = await loggInn(kontor, server, 'prosjektleder')
  await aapne(prosjektleder, server, '/enhet/bondihagen')
  expect(await grafen(prosjektleder)).toBe(etter)
  await aapne(prosjektleder, server, '/kalkulator?enhet=bondihagen')
  const hos = scenario(prosjektleder, 'Langvakt for alle')
  await ser(hos)
  const tall = (tekst: string) => tekst.match(/\d[\d\s]*ansatte|\d+(,\d+)?\s%/g)
  expect(tall(hennes)).not.toBe(null)
  expect(tall(await hos.innerText())).toEqual(tall(hennes))
  await nettbrett.close()
  await kontor.close()
})
