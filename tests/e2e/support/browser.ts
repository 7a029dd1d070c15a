import { rmSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright'
import { browserArgs, findBrowser } from '../../../scripts/browser.mjs'
import { tempDir } from './server.ts'

/** The sizes that the product is looked at in. */
export const SIZES = {
  telefon: { width: 390, height: 844 },
  nettbrett: { width: 820, height: 1180 },
  laptop: { width: 1280, height: 800 },
} as const

const inNorway: BrowserContextOptions = {
  locale: 'nb-NO',
  timezoneId: 'Europe/Oslo',
  viewport: SIZES.nettbrett,
  reducedMotion: 'reduce',
}
const launchOptions = { executablePath: findBrowser(), args: browserArgs }

/** Wide, for a busy machine: what is waited for comes within a second on a quiet one. */
const WAIT_MS = 30_000

function patient(context: BrowserContext): BrowserContext {
  context.setDefaultTimeout(WAIT_MS)
  return context
}

export const launchBrowser = (): Promise<Browser> => chromium.launch(launchOptions)

/** One device: a browser profile that nobody else shares, kept in memory. */
export const newDevice = async (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  patient(await browser.newContext({ ...inNorway, ...options }))

/** A device whose browser can be closed and opened again: its profile lies on disk. */
export interface Tablet {
  open(): Promise<BrowserContext>
  /** Closes the browser, if it is open, and removes the profile. */
  remove(): Promise<void>
}

export function newTablet(): Tablet {
  const profile = tempDir()
  let last: BrowserContext | undefined
  return {
    async open() {
      last = patient(await chromium.launchPersistentContext(profile, { ...launchOptions, ...inNorway }))
      return last
    },
    async remove() {
      await last?.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
