import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, kryss, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The checklist of an activity, on two tablets without a network, with the keyboard alone. */

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

const STI = '/aktiviteter/eks-bondihagen-a1'
const sjekkliste = (side: Page) => side.getByRole('region', { name: 'Sjekkliste' })
const harFokus = (side: Page, navn: string) =>
  expect.poll(() => knapp(side, navn).evaluate((k) => k === document.activeElement)).toBe(true)

async function skriv(side: Page, punkter: string[]) {
  await felt(side, 'Nytt punkt').focus()
  for (const tekst of punkter) {
    await side.keyboard.type(tekst)
    await side.keyboard.press('Enter')
    // The keyboard stays: the next point is typed at once.
    await ser(kryss(side, tekst))
    expect(await felt(side, 'Nytt punkt').evaluate((f) => f === document.activeElement)).toBe(true)
    await expect.poll(() => felt(side, 'Nytt punkt').inputValue()).toBe('')
  }
}
const punktene = (side: Page) => sjekkliste(side).getByRole('listitem').allTextContents()

test('punkter skrives, krysses av, flyttes, rettes og slettes uten nett på to nettbrett, og ingenting går tapt', async () => {
  const [ene, andre] = [
    await newDevice(browser, { viewport: SIZES.nettbrett }),
    await newDevice(browser, { viewport: SIZES.nettbrett }),
  ]
  const hennes = await loggInn(ene, server, 'avdelingsleder Bondihagen')
  const prosjekt = await loggInn(andre, server, 'prosjektleder')
  for (const [enhet, side] of [
    [ene, hennes],
    [andre, prosjekt],
  ] as const) {
    await erLagretForFrakoblet(side)
    await aapne(side, server, STI)
    await enhet.setOffline(true)
    await ser(synkmerke(side, /^Frakoblet/))
    await ser(sjekkliste(side))
  }
  expect(await axefunn(hennes)).toEqual([])

  await skriv(hennes, ['Spørre de ansatte', 'Regne på helgene', 'Drøfte i MBM'])
  await skriv(prosjekt, ['Sende tallene'])
  await kryss(hennes, 'Spørre de ansatte').focus()
  await hennes.keyboard.press('Space')
  await ser(sjekkliste(hennes).getByText('1 av 3 gjort'))

  await knapp(hennes, 'Rediger listen').focus()
  await hennes.keyboard.press('Enter')
  const opp = knapp(hennes, 'Flytt «Drøfte i MBM» opp')
  expect((await opp.boundingBox())!.height).toBeGreaterThanOrEqual(48)
  await opp.focus()
  await hennes.keyboard.press('Enter')
  await harFokus(hennes, 'Flytt «Drøfte i MBM» opp')
  await hennes.keyboard.press('Enter')
  // First now, it can only go down: there the keyboard waits.
  await harFokus(hennes, 'Flytt «Drøfte i MBM» ned')
  await felt(hennes, 'Punkt 3').fill('Regne på helgene og nettene')
  await hennes.keyboard.press('Enter')
  await ser(hennes.getByText('Punktet er endret.'))
  expect(await axefunn(hennes)).toEqual([])
  await knapp(hennes, 'Slett «Spørre de ansatte»').focus()
  await hennes.keyboard.press('Enter')
  await ser(hennes.getByText('«Spørre de ansatte» er slettet.'))
  await harFokus(hennes, 'Slett «Regne på helgene og nettene»')
  await knapp(hennes, 'Angre').click()
  await knapp(hennes, 'Ferdig med å redigere').click()
  await expect
    .poll(() => punktene(hennes))
    .toEqual(['Drøfte i MBM', 'Spørre de ansatte', 'Regne på helgene og nettene'])
  expect(await kryss(hennes, 'Spørre de ansatte').isChecked()).toBe(true)

  await ene.setOffline(false)
  await andre.setOffline(false)
  for (const side of [hennes, prosjekt]) {
    await ser(sjekkliste(side).getByText('1 av 4 gjort'))
    for (const tekst of ['Drøfte i MBM', 'Spørre de ansatte', 'Regne på helgene og nettene', 'Sende tallene'])
      await ser(kryss(side, tekst))
  }
  expect(await punktene(prosjekt)).toEqual(await punktene(hennes))

  await aapne(hennes, server, '/aktiviteter?sok=nettene')
  await ser(hennes.getByText(/1 av 4 punkter/))
  await knapp(hennes, 'Brett').click()
  await ser(hennes.locator('[data-kolonne]').getByText('1 av 4 punkter'))
  await serIkke(hennes.getByText('Ingen treff'))
  expect(await axefunn(hennes)).toEqual([])
  await ene.close()
  await andre.close()
})
