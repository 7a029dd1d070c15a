import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { erLagretForFrakoblet, loggInn, ser } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The picture of Oversikt that comes with the page: there before the app is, the same as the app's own page, and nobody else's. */

let browser: Browser
let server: Server
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

const lagret = (side: Page) =>
  side.evaluate(async () => (await (await caches.open('heltidshjulet-bilde')).match('/bilde'))?.text())

/** What stood in the page when it was parsed, before the app was read in; `null` where there was no picture. */
async function aapneOgSe(side: Page, url: string): Promise<string | null> {
  await side.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () =>
      Object.assign(window, { bildet: document.getElementById('bilde')?.textContent ?? null }),
    )
  })
  await side.goto(url)
  return side.evaluate(() => Reflect.get(window, 'bildet') as string | null)
}

test('tallene for egen enhet kommer med siden, og appens egen side tar over', async () => {
  const enhet = await newDevice(browser)
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await expect.poll(() => lagret(side), { timeout: 30_000 }).toContain('Bondihagen')
  const vist = (await side.locator('main h1').textContent()) ?? ''

  const ny = await side.context().newPage()
  const bildet = await aapneOgSe(ny, server.url)
  expect(bildet).toContain(vist)
  expect(bildet).toMatch(/\d\s%/)
  await ny.locator('#bilde').waitFor({ state: 'detached' })
  await ser(ny.getByRole('heading', { level: 1, name: 'Bondihagen' }))
  expect(await ny.locator('#app main h1').textContent()).toBe(vist)
  // What does not belong to the day is not in it: how the sync went when it was drawn.
  expect(await lagret(side)).not.toMatch(/role=\\"status\\" class=\\"synk ikke-utskrift\\"/)
  await ny.close()

  await side.goto(`${server.url}/loggut`)
  await side.waitForURL('**/logginn')
  expect(await lagret(side)).toBeUndefined()
  expect(await aapneOgSe(side, server.url)).toBeNull()
})

test('den som har rullet ned på siden, blir stående der mens bildet tas', async () => {
  const enhet = await newDevice(browser)
  const side = await loggInn(enhet, server, 'prosjektleder')
  await side.getByRole('link', { name: 'Årshjul', exact: true }).click()
  await ser(side.getByRole('heading', { level: 1, name: /Årshjul/ }))
  await side.locator('main .lasting').first().waitFor({ state: 'detached' })
  await side.evaluate(() => {
    window.scrollTo(0, 300)
    addEventListener('scroll', () =>
      Object.assign(window, { lavest: Math.min(Number(Reflect.get(window, 'lavest') ?? 300), scrollY) }),
    )
  })
  await expect.poll(() => lagret(side), { timeout: 30_000 }).toContain('main')
  expect(await side.evaluate(() => [scrollY > 0, Number(Reflect.get(window, 'lavest') ?? 300) > 0])).toEqual([
    true,
    true,
  ])
  await enhet.close()
})
