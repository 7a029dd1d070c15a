import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { maaVises } from '../../src/app/maavises.ts'
import { FOERSTE_RUTER } from '../../src/app/router.ts'
import { SENE_RUTER } from '../../src/app/ruter.ts'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { gaaTil, loggInn, ser, synkmerke, type Bruker } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/**
 * Every page of the router for every role that may see it, in light and dark.
 *
 * The prosjektleder, who may see all, looks at each in both sizes and both themes; the others in two of the four, so that
 * a page's other faces are seen too, and the whole takes a minute or two.
 */

type Visning = readonly [stoerrelse: 'telefon' | 'laptop', colorScheme: 'light' | 'dark']
const ALLE: Visning[] = [
  ['telefon', 'light'],
  ['telefon', 'dark'],
  ['laptop', 'dark'],
  ['laptop', 'light'],
]
const VISNINGER: Visning[][] = [ALLE, [ALLE[0]!, ALLE[2]!], [ALLE[1]!, ALLE[3]!]]

const BRUKERE: Record<Exclude<Rolle, 'verneombud'>, Bruker> = {
  prosjektleder: 'prosjektleder',
  virksomhetsleder: 'virksomhetsleder TPF 1',
  avdelingsleder: 'avdelingsleder Bondihagen',
  tillitsvalgt: 'tillitsvalgt Bondihagen',
  leser: 'leser',
}
const AKTIVITET = '/aktiviteter/eks-bondihagen-a1'
const OPPGAVE = '/toern/eks-bondihagen-t01'
const AAR = new Date().getFullYear()

/** Where a path has a parameter: what stands in its place. */
const EKSEMPEL: Record<string, string[]> = {
  '/': ['/'],
  '/enhet/:id': ['/enhet/bondihagen', '/enhet/asker'],
  '/enhet/:id/veien': ['/enhet/bondihagen/veien'],
  '/aarshjul/:aar(\\d{4})?': ['/aarshjul', '/aarshjul/2024?kvartal=hele'],
  '/aarshjul/:aar(\\d{4})/utskrift': [`/aarshjul/${AAR}/utskrift`],
  '/aktiviteter': ['/aktiviteter', '/aktiviteter?visning=brett'],
  '/aktiviteter/:id': [AKTIVITET],
  '/toern/:id': [OPPGAVE],
  // With a position it is looked at in utlysning.test.ts: the demo has none.
  '/utlysninger/:id': ['/utlysninger/finnes-ikke'],
  // With a trial it is looked at in utproeving.test.ts.
  '/utproevinger/:id': ['/utproevinger/finnes-ikke'],
  '/rapporter/:rapport(aarsrapport|styringsgruppen|ledermoetet|mbm|likestilling|heltidspotten)': [
    '/rapporter/aarsrapport',
    '/rapporter/mbm',
    '/rapporter/likestilling?aar=2023',
    '/rapporter/heltidspotten?aar=2024',
  ],
  // With one in them they are looked at in kickoff.test.ts.
  '/kickoff/:id': ['/kickoff/finnes-ikke'],
  '/kickoff/:id/protokoll': ['/kickoff/finnes-ikke/protokoll'],
  '/kickoff/:id/vegg': ['/kickoff/finnes-ikke/vegg'],
  '/:sti(.*)*': ['/finnes/ikke'],
}
/** Shown at length only while something is unsent; has a test of its own below. */
const FOR_SEG = ['/loggut', '/inviter/:token']
/** Forms that lie over a page. */
const ARK = [
  '/aktiviteter?ny=1',
  '/toern?ny=1',
  `${AKTIVITET}?endre=1`,
  `${OPPGAVE}?endre=1`,
  '/utlysninger?ny=1',
  '/utproevinger?ny=1',
]

const stierFor = (rolle: Rolle): string[] => [
  ...[...FOERSTE_RUTER, ...SENE_RUTER]
    .filter((r) => !FOR_SEG.includes(r.path) && maaVises(r.meta, rolle))
    .flatMap(({ path }) => EKSEMPEL[path] ?? [path]),
  ...(rolle === 'avdelingsleder' ? ARK : []),
]

let server: Server
let browser: Browser
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** The theme has been taken up, and no colour is on its way from one to the other. */
async function erFerdigTegnet(side: Page, colorScheme: string) {
  await side.locator(`html[data-color-scheme="${colorScheme}"]`).waitFor()
  await side.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
}

async function funnPaa(side: Page, visninger: Visning[]): Promise<string[]> {
  await ser(side.getByRole('heading', { level: 1 }))
  await side.locator('.lasting').first().waitFor({ state: 'detached' })
  const funn: string[] = []
  for (const [stoerrelse, colorScheme] of visninger) {
    await side.setViewportSize(SIZES[stoerrelse])
    await side.emulateMedia({ colorScheme })
    await erFerdigTegnet(side, colorScheme)
    const her = new URL(side.url())
    const nye = await axefunn(side)
    funn.push(...nye.map((f) => `${her.pathname}${her.search} ${stoerrelse} ${colorScheme}: ${f}`))
  }
  return funn
}

describe.each(Object.entries(BRUKERE))('%s', (rolle, bruker) => {
  test('alle sidene rollen kan se, følger WCAG 2.2 AA, i lyst og mørkt', { timeout: 300_000 }, async () => {
    const enhet = await newDevice(browser)
    const side = await loggInn(enhet, server, bruker)
    const nr = Object.keys(BRUKERE).indexOf(rolle)
    const visninger = VISNINGER[nr === 0 ? 0 : 1 + (nr % 2)]!
    const funn: string[] = []
    for (const sti of stierFor(rolle as Rolle)) {
      await side.goto(server.url + sti)
      funn.push(...(await funnPaa(side, visninger)))
    }
    await enhet.close()
    expect(funn).toEqual([])
  })
})

test('innlogging, invitasjon og utlogging med usendte endringer følger WCAG 2.2 AA', async () => {
  const enhet = await newDevice(browser)
  const prosjektleder = await loggInn(enhet, server, 'prosjektleder')
  const invitert = await enhet.request.post(`${server.url}/api/admin/invitasjoner`, {
    data: { navn: 'Ny leder', epost: 'ny@asker.invalid', rolle: 'avdelingsleder', enheter: ['bondihagen'] },
    headers: { origin: server.url },
  })
  const { lenke } = (await invitert.json()) as { lenke: string }
  const fremmed = await newDevice(browser)
  const side = await fremmed.newPage()
  const funn: string[] = []
  for (const sti of ['/logginn', new URL(lenke).pathname, '/inviter/finnes-ikke']) {
    await side.goto(server.url + sti)
    funn.push(...(await funnPaa(side, ALLE)))
  }

  await gaaTil(prosjektleder, 'Årshjul')
  await enhet.setOffline(true)
  await ser(synkmerke(prosjektleder, /^Frakoblet/))
  await prosjektleder.getByRole('checkbox', { checked: false, disabled: false }).first().click()
  await ser(synkmerke(prosjektleder, /1 endring venter/))
  await gaaTil(prosjektleder, 'Mer')
  await prosjektleder.getByRole('link', { name: 'Logg ut' }).click()
  await ser(prosjektleder.getByRole('heading', { name: '1 endring er ikke sendt' }))
  funn.push(...(await funnPaa(prosjektleder, ALLE)))
  await enhet.close()
  await fremmed.close()
  expect(funn).toEqual([])
})
