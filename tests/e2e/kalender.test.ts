import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { felt, gaaTil, knapp, loggInn, ser } from './support/app.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
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

test('en kalenderadresse lages, kopieres, hentes uten innlogging, og er død når den er slettet', async () => {
  const enhet = await newDevice(browser, {
    viewport: SIZES.telefon,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await gaaTil(side, 'Årshjul')
  await knapp(side, 'Abonner').click()
  const ark = side.getByRole('dialog', { name: 'Abonner i kalenderen' })
  await knapp(ark, 'Lag adresse').click()
  await knapp(ark, 'Kopier adressen').click()
  await ser(side.getByText('Adressen er kopiert.'))
  const adresse = await side.evaluate(() => navigator.clipboard.readText())
  expect(adresse).toBe(await felt(ark, 'Din private adresse').inputValue())
  expect(await ark.getByRole('link', { name: 'Åpne i kalenderen' }).getAttribute('href')).toBe(
    adresse.replace(/^https?/, 'webcal'),
  )

  const svar = await fetch(adresse)
  expect(svar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const kalender = new ICAL.Component(ICAL.parse(await svar.text()) as unknown[])
  const hendelser = kalender.getAllSubcomponents('vevent').map((h) => new ICAL.Event(h))
  expect(hendelser.length).toBeGreaterThan(10)
  for (const h of hendelser) expect(h.startDate.isDate).toBe(true)

  await knapp(ark, 'Lukk').click()
  await knapp(side, 'Abonner').click()
  await ser(ark.getByText(/Sist hentet/))
  await knapp(ark, 'Slett adressen').click()
  await ser(knapp(ark, 'Lag adresse'))
  expect((await fetch(adresse)).status).toBe(404)

  await knapp(ark, 'Lukk').click()
  await enhet.setOffline(true)
  await knapp(side, 'Abonner').click()
  await ser(ark.getByText('Tjeneren svarer ikke. Prøv igjen når nettbrettet har nett.'))
  await enhet.close()
})
