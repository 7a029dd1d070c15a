import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** Finding an activity among many, without a network. */

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

test('søk i titler og logg, og filtre, virker uten nett og står der etter en ny lasting', async () => {
  const enhet = await newDevice(browser)
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/aktiviteter')
  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
  const lenker = side.locator('main a[href^="/aktiviteter/"]')
  const alle = await lenker.count()

  // A word of the log, in another form.
  await felt(side, 'Søk').fill('fortrinnsretter')
  await ser(side.getByRole('link', { name: /^Lyse ut to ledige helgestillinger/ }))
  await expect.poll(() => lenker.count()).toBe(1)
  expect(await axefunn(side)).toEqual([])
  await felt(side, 'Søk').fill('finnes ikke')
  await ser(side.getByText('Ingen treff'))
  expect(await axefunn(side)).toEqual([])
  await felt(side, 'Søk').fill('')
  await expect.poll(() => lenker.count()).toBe(alle)

  await felt(side, 'Legg til filter').selectOption({ label: 'Over fristen' })
  await ser(knapp(side, 'Fjern filteret Over fristen'))
  const forfalte = await lenker.count()
  expect(forfalte).toBeGreaterThan(0)
  expect(forfalte).toBeLessThan(alle)
  await side.reload()
  await ser(knapp(side, 'Fjern filteret Over fristen'))
  await expect.poll(() => lenker.count()).toBe(forfalte)
  await felt(side, 'Legg til filter').selectOption({ label: 'Ferdig' })
  await ser(side.getByText('Ingen treff'))
  for (const navn of ['Over fristen', 'Ferdig']) {
    const filter = knapp(side, `Fjern filteret ${navn}`)
    await filter.focus()
    await side.keyboard.press('Enter')
    await serIkke(filter)
  }
  await expect.poll(() => lenker.count()).toBe(alle)
  await enhet.close()
})
