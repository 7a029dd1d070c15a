import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Locator, Page } from 'playwright'
import { felt, knapp, loggInn, ser, serIkke } from './support/app.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The wheel by keyboard alone: from here on nothing is clicked, and nothing is focused but by the keys. */

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

const FLEST_TRYKK = 150

const harFokus = (noe: Locator): Promise<boolean> => noe.evaluate((e) => e === document.activeElement)

/** Presses Tab until it has the focus, and asserts that the focus can be seen. */
async function tabTil(side: Page, noe: Locator): Promise<void> {
  await ser(noe)
  for (let i = 0; i < FLEST_TRYKK && !(await harFokus(noe)); i++) await side.keyboard.press('Tab')
  expect(await harFokus(noe), `${String(noe)} is reached by Tab`).toBe(true)
  expect(await noe.evaluate((e) => e.matches(':focus-visible'))).toBe(true)
}
async function trykk(side: Page, noe: Locator, tast = 'Enter'): Promise<void> {
  await tabTil(side, noe)
  await side.keyboard.press(tast)
}

test.each(['laptop', 'telefon'] as const)('årshjulet med bare tastatur: %s', async (stoerrelse) => {
  const enhet = await newDevice(browser, { viewport: SIZES[stoerrelse] })
  const side = await loggInn(enhet, server, 'prosjektleder')
  const meny = side.getByRole('navigation', { name: 'Hovedmeny' })
  await trykk(side, meny.getByRole('link', { name: 'Årshjul', exact: true }))

  // The year and the quarter: one stop each, the arrows go on.
  const aar = side.getByRole('group', { name: 'År', exact: true })
  await tabTil(side, knapp(aar, '2026'))
  await side.keyboard.press('ArrowLeft')
  await side.keyboard.press('Enter')
  await ser(aar.getByRole('button', { name: '2025', pressed: true }))
  const kvartal = side.getByRole('group', { name: 'Kvartal', exact: true })
  await tabTil(side, kvartal.getByRole('button', { pressed: true }))
  for (let i = 0; i < 4 && !(await kvartal.getByRole('button', { name: /^2\./, pressed: true }).isVisible()); i++)
    await side.keyboard.press('ArrowRight')
  await ser(side.getByRole('heading', { name: /^2\. kvartal/ }))

  // Tick off, and take it back.
  const boks = side.getByRole('checkbox', { name: 'Undervisning «Heltidspotten»', exact: true })
  const avkrysset = (paa: boolean) =>
    side.getByRole('checkbox', { name: 'Undervisning «Heltidspotten»', exact: true, checked: paa })
  await trykk(side, boks, 'Space')
  await ser(avkrysset(true))
  await trykk(side, knapp(side, 'Angre'))
  await ser(avkrysset(false))

  // Open it, and come back to where one was.
  const rad = boks.locator('xpath=ancestor::li').getByRole('button')
  await trykk(side, rad)
  const ark = side.getByRole('dialog')
  await ser(ark)
  await side.keyboard.press('Escape')
  await serIkke(ark)
  expect(await harFokus(rad)).toBe(true)

  // Every activity of the year has a stop of its own.
  await trykk(side, knapp(side, /^(Hele året|Se hele året)/))
  await ser(side.getByRole('heading', { name: /^Hele året/ }))
  const alle = await side.getByRole('checkbox').count()
  expect(alle).toBeGreaterThanOrEqual(25)
  const naadd = new Set<string>()
  for (let i = 0; i < FLEST_TRYKK && naadd.size < alle; i++) {
    await side.keyboard.press('Tab')
    const id = await side.evaluate(() => {
      const e = document.activeElement
      return e instanceof HTMLInputElement && e.type === 'checkbox' ? (e.closest('li')?.id ?? '') : ''
    })
    if (id) naadd.add(id)
  }
  expect(naadd.size).toBe(alle)

  // Two years, a new activity, and the sheet.
  await trykk(side, knapp(side, 'To år ved siden av hverandre'))
  await ser(side.getByRole('region', { name: 'Årshjul 2024' }))
  await trykk(side, knapp(side, 'Vis ett år'))
  await trykk(side, knapp(side, 'Ny aktivitet'))
  await tabTil(side, felt(side.getByRole('dialog'), 'Tittel'))
  await side.keyboard.type(`Eksempel: befaring, ${stoerrelse}`)
  await trykk(side, knapp(side.getByRole('dialog'), /^(Legg til|Lagre|Opprett)/))
  await ser(side.getByRole('checkbox', { name: `Eksempel: befaring, ${stoerrelse}`, exact: true }))
  await trykk(side, knapp(side, 'Abonner'))
  await ser(knapp(side.getByRole('dialog'), 'Lag adresse'))
  await side.keyboard.press('Escape')
  expect(await harFokus(knapp(side, 'Abonner'))).toBe(true)
  await enhet.close()
})
