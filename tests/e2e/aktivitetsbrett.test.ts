import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Locator, Page } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** The board beside the list: moving a card with the pointer, with the keyboard and with one finger, without a network. */

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

const kolonne = (side: Page, navn: string): Locator =>
  side.getByRole('region', { name: new RegExp(`^${navn}`) }).and(side.locator('[data-kolonne]'))
const kort = (sted: Locator, tittel: string): Locator => sted.getByRole('listitem').filter({ hasText: tittel })

/** Takes hold of a card's title and lets go over a column's heading. */
async function dra(side: Page, hva: Locator, til: Locator) {
  await hva.scrollIntoViewIfNeeded()
  const fra = (await hva.boundingBox())!
  await side.mouse.move(fra.x + 20, fra.y + 20)
  await side.mouse.down()
  await side.mouse.move(fra.x + 40, fra.y + 40, { steps: 4 })
  const maal = (await til.getByRole('heading').boundingBox())!
  await side.mouse.move(maal.x + 60, maal.y + 20, { steps: 6 })
  await side.mouse.up()
}

/** It stands where it stood a moment ago. */
async function erIRo(noe: Locator) {
  let foer = ''
  await expect.poll(async () => foer === (foer = JSON.stringify(await noe.boundingBox()))).toBe(true)
}

test('et kort flyttes ved å dra og med tastaturet, uten nett, og brettet står der etter en ny lasting', async () => {
  const enhet = await newDevice(browser, { viewport: SIZES.nettbrett })
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/aktiviteter')
  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
  await knapp(side, 'Brett').click()
  await ser(kolonne(side, 'Planlagt'))
  expect(await axefunn(side)).toEqual([])

  const tittel = (await kolonne(side, 'Planlagt').getByRole('link').first().textContent())!.trim()
  await dra(side, kort(kolonne(side, 'Planlagt'), tittel), kolonne(side, 'I gang'))
  await ser(side.getByText(`«${tittel}» er flyttet til I gang.`))
  await ser(kolonne(side, 'I gang').getByRole('link', { name: tittel }))
  // The press that ended the drag opened nothing.
  expect(new URL(side.url()).pathname).toBe('/aktiviteter')
  await knapp(side, 'Angre').click()
  await ser(kolonne(side, 'Planlagt').getByRole('link', { name: tittel }))

  // Escape lets go without a move.
  const boks = (await kort(kolonne(side, 'Planlagt'), tittel).boundingBox())!
  await side.mouse.move(boks.x + 20, boks.y + 20)
  await side.mouse.down()
  await side.mouse.move(boks.x + 300, boks.y + 20, { steps: 4 })
  await ser(side.locator('.skygge'))
  await side.keyboard.press('Escape')
  await serIkke(side.locator('.skygge'))
  await side.mouse.up()
  await ser(kolonne(side, 'Planlagt').getByRole('link', { name: tittel }))

  const flytt = knapp(side, `Flytt «${tittel}» til …`)
  expect((await flytt.boundingBox())!.height).toBeGreaterThanOrEqual(48)
  await flytt.focus()
  await side.keyboard.press('Enter')
  const ark = side.getByRole('dialog', { name: `Flytt «${tittel}» til` })
  await ser(ark.getByText('Her står den nå'))
  await side.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
  expect(await axefunn(side)).toEqual([])
  await knapp(ark, 'Ferdig').focus()
  await side.keyboard.press('Enter')
  await ser(kolonne(side, 'Ferdig').getByRole('link', { name: tittel }))
  // Whoever used the keyboard goes with the card.
  await expect.poll(() => flytt.evaluate((f) => f === document.activeElement)).toBe(true)
  await side.keyboard.press('Enter')
  await side.keyboard.press('Escape')
  await serIkke(ark)

  await felt(side, 'Søk').fill(tittel)
  await side.reload()
  await ser(kolonne(side, 'Ferdig').getByRole('link', { name: tittel }))
  expect(await felt(side, 'Søk').inputValue()).toBe(tittel)
  await expect.poll(() => side.locator('[data-kolonne] li').count()).toBe(1)
  await enhet.close()
})

test('den som ikke skriver i enheten, ser brettet og får vite hvorfor kortet ikke kan flyttes', async () => {
  const enhet = await newDevice(browser, { viewport: SIZES.laptop })
  const side = await loggInn(enhet, server, 'tillitsvalgt Bondihagen')
  await aapne(side, server, '/aktiviteter?visning=brett')
  const foerste = kolonne(side, 'I gang').getByRole('listitem').first()
  await ser(foerste)
  expect(await knapp(side, /^Flytt/).count()).toBe(0)
  await dra(side, foerste, kolonne(side, 'Ferdig'))
  await ser(side.getByText(/^Bare de som leder enheten, kan flytte aktiviteten/))
  await enhet.close()
})

test('på en telefon går man fra kolonne til kolonne, og fingeren drar kortet i knappen', async () => {
  const enhet = await newDevice(browser, { viewport: SIZES.telefon, hasTouch: true, isMobile: true })
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await aapne(side, server, '/aktiviteter?visning=brett')
  const gaaTil = side.getByRole('group', { name: 'Gå til kolonne' })
  await knapp(gaaTil, /^I gang/).click()
  await expect.poll(() => kolonne(side, 'I gang').boundingBox()).toMatchObject({ x: 20 })
  expect(await axefunn(side)).toEqual([])
  const tittel = (await kolonne(side, 'I gang').getByRole('link').first().textContent())!.trim()
  const grep = knapp(side, `Flytt «${tittel}» til …`)
  // Clear of the menu below, and at rest.
  await grep.evaluate((e) => e.scrollIntoView({ block: 'center', inline: 'nearest' }))
  await erIRo(grep)
  const fra = (await grep.boundingBox())!
  const naa = await enhet.newCDPSession(side)
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    naa.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const y = fra.y + 24
  await finger('touchStart', fra.x + 30, y)
  await finger('touchMove', fra.x + 60, y)
  await finger('touchMove', 380, y)
  // Held at the edge, the board goes along to the next column.
  const ferdig = async () => (await kolonne(side, 'Ferdig').boundingBox())!
  await expect.poll(async () => (await ferdig()).x).toBeLessThan(200)
  // Away from the edge it comes to rest: how far it had gone by then is a matter of how busy the machine is.
  await finger('touchMove', 200, y)
  await erIRo(kolonne(side, 'Ferdig'))
  const { x, width } = await ferdig()
  const midt = (Math.max(0, x) + Math.min(390, x + width)) / 2
  await finger('touchMove', midt, y)
  await finger('touchEnd', midt, y)
  await ser(side.getByText(`«${tittel}» er flyttet til Ferdig.`))
  await enhet.close()
})
