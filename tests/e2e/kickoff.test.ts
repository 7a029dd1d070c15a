import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** A kick-off in a room without coverage: one tablet alone runs all of it, with the server stopped; another's notes come along later. */

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

test('ett nettbrett alene leder hele kick-offen uten nett, og beslutningen blir én aktivitet', async () => {
  const hennes = await nettbrett()
  const side = await loggInn(hennes, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await hennes.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))

  await side.getByRole('link', { name: 'Mer', exact: true }).click()
  await side.getByRole('link', { name: 'Kick-off', exact: true }).click()
  await ser(side.getByRole('heading', { name: 'Ingen kick-off ennå' }))
  await knapp(side, 'Ny kick-off').click()
  await felt(side, 'Tillitsvalgte').fill('2')
  await felt(side, 'Ansatte').fill('tolv')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Skriv et tall med sifre, for eksempel 54 eller 30,5.'))
  await felt(side, 'Ansatte').fill('12')
  expect(await axefunn(side)).toEqual([])
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Forberedelsene er lagret.'))

  await knapp(side, 'Lede').click()
  await knapp(side, 'Start').click()
  await ser(side.getByRole('heading', { name: 'Velkommen: hvorfor heltid' }))
  await side.reload()
  await ser(side.getByRole('timer', { name: /^1[45]:\d\d igjen/ }))
  await knapp(side, 'Neste').click()
  await ser(side.getByRole('heading', { name: 'Våre tall' }))
  await knapp(side, 'Angre').click()
  await ser(side.getByRole('heading', { name: 'Velkommen: hvorfor heltid' }))
  expect(await axefunn(side)).toEqual([])

  await knapp(side, 'Lapper').click()
  for (const lapp of ['Lengre vakter i helgen', '<b>Ro</b> på morgenen', 'Per er vanskelig']) {
    await felt(side, 'Skriv en lapp').fill(lapp)
    await side.keyboard.press('Enter')
    await ser(side.getByText(lapp, { exact: true }))
  }
  await felt(side, 'Tema for «Lengre vakter i helgen»').fill('Helg')
  await side.keyboard.press('Tab')
  await ser(side.getByText('Lagt under «Helg».'))
  await knapp(side, /^Skjul «Per er vanskelig»/).click()
  await knapp(side, 'Skjul').click()
  await ser(side.getByText('Skjult: Nevner en person'))
  expect(await axefunn(side)).toEqual([])

  await knapp(side, 'Prioritere').click()
  await knapp(side, 'Merk «Helg»').click()
  await knapp(side, 'Merk «Helg»').click()
  await ser(side.getByLabel('2 merker'))
  // The theme gets another name: its marks go along.
  await knapp(side, 'Lapper').click()
  await felt(side, 'Tema for «Lengre vakter i helgen»').fill('Helgene')
  await side.keyboard.press('Tab')
  await ser(side.getByText('Lagt under «Helgene».'))
  await knapp(side, 'Prioritere').click()
  await ser(side.getByLabel('2 merker'))
  expect(await axefunn(side)).toEqual([])

  await side.getByRole('link', { name: 'Vis på veggen' }).click()
  await ser(side.getByRole('heading', { name: 'Velkommen: hvorfor heltid', level: 1 }))
  expect(await axefunn(side)).toEqual([])
  await side.getByRole('link', { name: 'Lukk veggen' }).click()

  await knapp(side, 'Beslutte').click()
  await knapp(side, 'Ny beslutning').click()
  await felt(side, 'Hva vi skal gjøre').fill('Prøve langvakter annenhver helg')
  await felt(side, 'Ansvarlig').fill('avdelingsleder')
  await felt(side, 'De tillitsvalgtes syn').selectOption('utsatt')
  expect(await axefunn(side)).toEqual([])
  await knapp(side, 'Lagre').click()
  await knapp(side, /^Lag aktivitet/).click()
  await ser(side.getByText('«Prøve langvakter annenhver helg» er blitt en aktivitet.'))
  await felt(side, 'Det vi ikke ble enige om').fill('Hvor lange vaktene skal være.')
  await knapp(side, 'Lagre uenigheten').click()
  await knapp(side, 'Avslutt kick-offen').click()

  await ser(side.getByRole('heading', { name: 'Protokoll fra kick-off', level: 1 }))
  const protokoll = side.getByRole('article')
  for (const tekst of [
    'Hvor lange vaktene skal være.',
    'En lapp er skjult: Nevner en person.',
    'Prøve langvakter annenhver helg',
    'Utsatt',
  ])
    await ser(protokoll.getByText(tekst).first())
  expect(await protokoll.innerText()).not.toContain('Per er vanskelig')
  expect(await axefunn(side)).toEqual([])

  await knapp(side, 'Bekreft for ledelsen').click()
  await knapp(side, 'Bekreft for de tillitsvalgte').click()
  await ser(protokoll.getByText(/^For de tillitsvalgte: bekreftet .* fra innloggingen til avdelingsleder\.$/i))
  expect(await axefunn(side)).toEqual([])

  await hennes.setOffline(false)
  await aapne(side, server, '/synkronisering')
  await ser(synkmerke(side, /^Alt er synkronisert/))
  const andre = await loggInn(await nettbrett(), server, 'tillitsvalgt Bondihagen')
  await aapne(andre, server, '/kickoff')
  await andre.getByRole('link', { name: 'Kick-off Bondihagen', exact: false }).click()
  await ser(andre.getByText('Det som skrives nå, er med i protokollen', { exact: false }))
  await knapp(andre, 'Beslutte').click()
  await ser(andre.getByRole('link', { name: /^Se aktiviteten/ }))
})

test('to nettbrett uten nett skriver og merker hver for seg, ser ikke hverandres før det vises, og da er alt der', async () => {
  const [a, b] = [await nettbrett(), await nettbrett()]
  const leder = await loggInn(a, server, 'avdelingsleder Bondihagen')
  await aapne(leder, server, '/kickoff')
  await knapp(leder, 'Ny kick-off').click()
  await felt(leder, 'Lappene: ingen ser andres først').check()
  await felt(leder, 'Merkene: ingen ser summen først').check()
  await knapp(leder, 'Lagre').click()
  await ser(leder.getByText('Forberedelsene er lagret.'))
  await ser(synkmerke(leder, /^Alt er synkronisert/))
  const tillitsvalgt = await loggInn(b, server, 'tillitsvalgt Bondihagen')
  await aapne(tillitsvalgt, server, new URL(leder.url()).pathname)
  for (const [e, side, tekst] of [
    [a, leder, 'Fra lederen'],
    [b, tillitsvalgt, 'Fra den tillitsvalgte'],
  ] as const) {
    await erLagretForFrakoblet(side)
    await e.setOffline(true)
    await knapp(side, 'Lapper').click()
    await felt(side, 'Skriv en lapp').fill(tekst)
    await side.keyboard.press('Enter')
    await knapp(side, 'Prioritere').click()
    await knapp(side, `Merk «${tekst}»`).click()
    await ser(side.getByText('1 merke er satt', { exact: false }))
  }
  for (const [e, side] of [
    [a, leder],
    [b, tillitsvalgt],
  ] as const) {
    await e.setOffline(false)
    await ser(synkmerke(side, /^Alt er synkronisert/))
  }
  for (const side of [leder, tillitsvalgt]) await ser(side.getByText('1 merke er satt', { exact: false }))
  expect(await axefunn(leder)).toEqual([])
  await knapp(leder, 'Vis merkene for alle').click()
  await knapp(leder, 'Ja, vis').click()
  await ser(leder.getByText('Merkene vises for alle.'))
  for (const side of [leder, tillitsvalgt]) await ser(side.getByText('2 merker er satt', { exact: false }))
  await knapp(tillitsvalgt, 'Lapper').click()
  await ser(tillitsvalgt.getByText('Fra den tillitsvalgte', { exact: true }))
  expect(await tillitsvalgt.getByText('Fra lederen', { exact: true }).count()).toBe(0)
  await knapp(tillitsvalgt, 'Vis lappene for alle').click()
  await knapp(tillitsvalgt, 'Ja, vis').click()
  await knapp(leder, 'Lapper').click()
  for (const side of [leder, tillitsvalgt]) {
    await ser(side.getByText('Fra lederen', { exact: true }))
    await ser(side.getByText('Fra den tillitsvalgte', { exact: true }))
  }
})
