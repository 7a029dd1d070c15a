import type { BrowserContext, Locator, Page } from 'playwright'
import type { Server } from './server.ts'

/** What a person does and sees, by the names that stand in the product. */

export type Bruker =
  | 'prosjektleder'
  | 'virksomhetsleder TPF 1'
  | 'avdelingsleder Bondihagen'
  | 'avdelingsleder Hurum'
  | 'tillitsvalgt Bondihagen'
  | 'leser'

export const ser = (noe: Locator): Promise<void> => noe.waitFor()
export const serIkke = (noe: Locator): Promise<void> => noe.waitFor({ state: 'hidden' })

export const knapp = (side: Page | Locator, navn: string | RegExp): Locator =>
  side.getByRole('button', { name: navn, exact: true })
export const felt = (side: Page | Locator, navn: string): Locator => side.getByLabel(navn, { exact: true })
export const kryss = (side: Page | Locator, tittel: string): Locator =>
  side.getByRole('checkbox', { name: tittel, exact: true })

/** Logs in by the demo's button; resolves when Oversikt stands there and all that the user may see has been fetched. */
export async function loggInn(enhet: BrowserContext, server: Server, som: Bruker): Promise<Page> {
  const side = await enhet.newPage()
  await side.goto(`${server.url}/logginn`)
  await hentetAlt(side, () => knapp(side, `Logg inn som ${som}`).click())
  await ser(side.getByRole('navigation', { name: 'Hovedmeny' }))
  return side
}

/** Opens an address of the app in a tab, and waits until the device there is up to date. */
export async function aapne(side: Page, server: Server, sti: string): Promise<Page> {
  await hentetAlt(side, () => side.goto(server.url + sti))
  return side
}

/** A device listens for news from the moment when it has fetched everything else. */
async function hentetAlt(side: Page, ved: () => Promise<unknown>): Promise<void> {
  await Promise.all([side.waitForResponse((svar) => svar.url().endsWith('/api/events')), ved()])
}

/** The sync mark, once it begins as told. */
export const synkmerke = (side: Page, begynner: string | RegExp): Locator =>
  side.getByRole('status').filter({ has: side.getByRole('link', { name: begynner }) })

/** The app's files lie on the device: from now on it opens without a network. */
export const erLagretForFrakoblet = (side: Page): Promise<void> =>
  side.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

/** Goes to another page by the menu, as a person does: without loading the app anew. */
export async function gaaTil(side: Page, navn: 'Oversikt' | 'Årshjul' | 'Aktiviteter' | 'TØRN' | 'Mer'): Promise<void> {
  const lenke = side.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: navn, exact: true })
  await lenke.click()
  await ser(lenke.and(side.locator('[aria-current="page"]')))
}
