import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { aapne, erLagretForFrakoblet, gaaTil, knapp, loggInn, ser, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The page that the leader takes to the MBM: reached from where she works, made without a network, one A4. */

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

test('arket til neste MBM sier hva som skal drøftes og hva som ble avtalt sist, på én side, uten nett', async () => {
  const enhet = await newDevice(browser, { viewport: SIZES.nettbrett })
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/rapporter/mbm?enhet=bondihagen')
  await ser(knapp(side, 'Skriv ut'))
  await gaaTil(side, 'Oversikt')
  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))

  const tilArket = side.getByRole('region', { name: 'Til neste MBM' }).getByRole('link', { name: 'Arket til møtet' })
  expect((await tilArket.boundingBox())!.height).toBeGreaterThanOrEqual(48)
  await tilArket.focus()
  await side.keyboard.press('Enter')
  await ser(side.getByRole('heading', { level: 2, name: 'Dette skal drøftes' }))
  const rad = (sak: string) => side.getByRole('row').filter({ hasText: sak })
  await ser(rad('Spørre deltidsansatte om de ønsker større stilling').getByText('Venter på de ansattes syn'))
  await ser(rad('Evaluere langvaktene i helgen').getByText(/^Skal evalueres/))
  await ser(side.getByRole('heading', { level: 2, name: 'Avtalt sist, og hva det ble til' }))
  expect(await axefunn(side)).toEqual([])
  const pdf = (await side.pdf({ format: 'A4' })).toString('latin1')
  expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('1')

  await gaaTil(side, 'Aktiviteter')
  const fraListen = side.getByRole('link', { name: 'Til neste MBM' })
  expect(await axefunn(side)).toEqual([])
  await fraListen.focus()
  await side.keyboard.press('Enter')
  await ser(side.getByRole('heading', { level: 2, name: 'Dette skal drøftes' }))
  await enhet.close()
})
