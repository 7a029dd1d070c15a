import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { aapne, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The prosjektleder follows the pilot units up; the unit sees its own way, made from what it has done already. */

const IDAG = new Date().toISOString().slice(0, 10)
let server: Server
let browser: Browser
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

test('prosjektlederen skriver siden når og hvem som følger opp; enheten ser det og veien sin, uten å skrive noe to ganger', async () => {
  const hans = await newDevice(browser, { viewport: SIZES.nettbrett })
  const prosjektleder = await loggInn(hans, server, 'prosjektleder')
  await aapne(prosjektleder, server, '/mer')
  await prosjektleder.getByRole('link', { name: 'Piloter', exact: true }).click()
  const rad = prosjektleder.getByRole('row', { name: /^Bondihagen/ })
  await ser(rad.getByRole('cell', { name: 'Forberedes' }))
  await knapp(prosjektleder, /^Endre Bondihagen/).click()
  await felt(prosjektleder, 'Med siden').fill('2025-03-01')
  await felt(prosjektleder, 'Følges opp av').fill('ressursteam HR')
  await knapp(prosjektleder, 'Lagre').click()
  await ser(rad.getByRole('cell', { name: '1. mars 2025' }))
  await ser(rad.getByRole('cell', { name: 'ressursteam HR' }))
  await ser(synkmerke(prosjektleder, /^Alt er synkronisert/))

  const hennes = await newDevice(browser, { viewport: SIZES.nettbrett })
  const leder = await loggInn(hennes, server, 'avdelingsleder Bondihagen')
  await aapne(leder, server, '/utproevinger?enhet=bondihagen&ny=1')
  await felt(leder, 'Navn').fill('Fagteam på natt')
  await felt(leder, 'Fase nå').selectOption('utproeving')
  await felt(leder, 'Start').fill(IDAG)
  await knapp(leder, 'Lagre').click()
  await leder.getByRole('link', { name: /^Tallene for/ }).click()
  await leder.getByRole('link', { name: 'Veien vår' }).click()
  await ser(leder.getByText(/med siden 1\. mars 2025 · prøver ut · følges opp av ressursteam HR/))
  await ser(leder.getByRole('listitem').filter({ hasText: /1\. mars.*Enheten ble med/s }))
  await ser(leder.getByRole('listitem').filter({ hasText: /Utprøvingen i gang.*Fagteam på natt/s }))
  await ser(leder.getByRole('listitem').filter({ hasText: /Aktivitet ferdig.*Kick-off om heltid/s }))
  const kommer = leder.getByRole('region', { name: 'Det som kommer' })
  await ser(kommer.getByRole('listitem').filter({ hasText: /Måling etter 3 måneder.*Fagteam på natt/s }))
  await leder.getByRole('link', { name: 'Fagteam på natt' }).first().click()
  await ser(leder.getByRole('heading', { level: 1, name: 'Fagteam på natt' }))
  await ser(synkmerke(leder, /^Alt er synkronisert/))

  // Who is not a leader of several does not find the page of all of them.
  await aapne(leder, server, '/mer')
  await ser(leder.getByRole('link', { name: 'Utprøvinger', exact: true }))
  await serIkke(leder.getByRole('link', { name: 'Piloter', exact: true }))

  await ser(rad.getByRole('cell', { name: 'Prøver ut' }))
  await prosjektleder.setViewportSize({ width: 320, height: 800 })
  const kort = prosjektleder.getByRole('listitem').filter({ hasText: 'Bondihagen' })
  await ser(kort.getByText('1 i gang'))
  for (const colorScheme of ['dark', 'light'] as const) {
    await prosjektleder.emulateMedia({ colorScheme })
    await prosjektleder.locator(`html[data-color-scheme="${colorScheme}"]`).waitFor()
    await prosjektleder.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
    expect(await axefunn(prosjektleder)).toEqual([])
  }
  expect(await prosjektleder.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await rad
    .or(kort)
    .getByRole('link', { name: /^Bondihagen/ })
    .first()
    .click()
  await ser(prosjektleder.getByRole('heading', { level: 1, name: 'Veien vår' }))
  await hans.close()
  await hennes.close()
})
