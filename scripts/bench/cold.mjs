/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserArgs } from '../browser.mjs'
import { inRoot } from '../lib/house.mjs'
import { othersLike, putRows, readRows, RECORDS } from './records.mjs'
import { serveFiles, startApp } from './servers.mjs'
import { spread } from './stats.mjs'

/**
 * Cold start without a network: a new browser process, everything from the device, the processor slowed four times.
 * The clock runs from the browser's own navigation start until the own unit's figures have been painted (they may stand in the picture
 * that the service worker lays in the page), and on until the app's own page, read from the database, has taken the picture's place.
 * The slowing (CDP) holds for the page's thread; the service worker's is as fast as the machine.
 */

const SLOWED = 4
const UNIT = { button: 'Logg inn som avdelingsleder Bondihagen', name: 'Bondihagen', space: 'unit:bondihagen' }
const here = (/** @type {string} */ name) => new URL(name, import.meta.url)

/** @param {{ executablePath: string, port: number, runs: number, say: (line: string) => void }} how */
export async function measureColdStart({ executablePath, port, runs, say }) {
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-bench-'))
  const profile = join(dir, 'profile')
  const app = await startApp({ port, dataDir: join(dir, 'data') })
  const floor = await serveFiles(
    {
      'index.html': here('floor/index.html'),
      'page.js': here('floor/page.js'),
      'sw.js': here('floor/sw.js'),
      'dexie.js': new URL(`file://${inRoot('node_modules/dexie/dist/modern/dexie.mjs')}`),
    },
    port + 1,
  )
  const open = () =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      args: browserArgs,
      locale: 'nb-NO',
      timezoneId: 'Europe/Oslo',
      viewport: { width: 820, height: 1180 },
    })
  try {
    say(`Filling a device with ${RECORDS} records`)
    const filled = await fill(await open(), app.url, floor.url)
    await app.stop()
    await floor.stop()
    /** @type {{ app: number[], live: number[], floor: number[] }} */
    const times = { app: [], live: [], floor: [] }
    say(`Starting the browser ${2 * runs} times, server stopped, processor slowed ${SLOWED} times`)
    for (let run = 0; run < runs; run++) {
      // Each in turn, so that a busy moment of the machine falls on both.
      times.floor.push((await once(await open(), `${floor.url}/?space=${UNIT.space}`, floorShown)).shown)
      const { shown, live } = await once(await open(), app.url, appShown)
      times.app.push(shown)
      times.live.push(live)
    }
    return { slowed: SLOWED, ...filled, app: spread(times.app), live: spread(times.live), floor: spread(times.floor) }
  } finally {
    await app.stop()
    await floor.stop()
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Logs in, waits for the first filling and the service worker, and fills both databases to the same size.
 * @param {import('playwright').BrowserContext} context
 * @param {string} appUrl
 * @param {string} floorUrl
 */
async function fill(context, appUrl, floorUrl) {
  const page = await context.newPage()
  await page.goto(appUrl)
  await page.getByRole('button', { name: UNIT.button }).click()
  await page.getByRole('heading', { level: 1, name: UNIT.name }).waitFor()
  await page.getByText(/\d\s%/).first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await pictured(page)
  const database = await page.evaluate(async () => {
    const all = await indexedDB.databases()
    return all.map(({ name }) => name ?? '').find((name) => name.startsWith('heltidshjulet-')) ?? ''
  })
  const there = await readRows(page, database)
  const own = there.filter(({ space }) => space === UNIT.space)
  const others = othersLike(own, RECORDS - there.length)
  await putRows(page, database, others)

  await page.goto(floorUrl)
  await page.waitForFunction(() => document.querySelector('main')?.dataset.antall)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await putRows(page, 'gulv', [...there, ...others])
  await context.close()
  return { records: there.length + others.length, own: own.length }
}

/**
 * Waits until the app has drawn the picture of Oversikt and has nothing more to draw, as when somebody has read the page.
 * @param {import('playwright').Page} page
 */
async function pictured(page) {
  const drawn = () =>
    page.evaluate(async () => (await (await caches.open('heltidshjulet-bilde')).match('/bilde'))?.text())
  for (let attempt = 0, former = ''; attempt < 30; attempt++) {
    const now = (await drawn()) ?? ''
    if (now !== '' && now === former) return
    former = now
    await new Promise((done) => setTimeout(done, 3000))
  }
  throw new Error('The app has drawn no picture of Oversikt')
}

/**
 * One start of the page, in a browser process that has only just finished starting itself. What watches is put in by the protocol alone:
 * a driver's own helpers in the page would be compiled on the slowed thread, before anything is painted.
 * @param {import('playwright').BrowserContext} context
 * @param {string} url
 * @param {(unit: string) => boolean} shown whether the rows stand in the page
 * @returns {Promise<{ shown: number, live: number }>} milliseconds: painted, and painted by the app's own page
 */
async function once(context, url, shown) {
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await browserStands(context)
    const session = await context.newCDPSession(page)
    await session.send('Runtime.enable')
    await session.send('Page.enable')
    await session.send('Runtime.addBinding', { name: 'maalt' })
    const measured = new Promise((resolve) =>
      session.on('Runtime.bindingCalled', ({ name, payload }) => name === 'maalt' && resolve(JSON.parse(payload))),
    )
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${watch.toString()})(${shown.toString()}, ${JSON.stringify(UNIT.name)})`,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    await session.send('Page.navigate', { url })
    const tooLong = new Promise((_, no) =>
      setTimeout(() => no(new Error(`Nothing was shown of ${url}`)), 60_000).unref(),
    )
    return await Promise.race([measured, tooLong])
  } finally {
    await context.close()
  }
}

/**
 * Waits until a browser that has just been started has made its own windows and rests: its processes use next to nothing.
 * Its own start is not the page's, and on two cores the two would be measured as one.
 * @param {import('playwright').BrowserContext} context
 */
async function browserStands(context) {
  const browser = context.browser()
  if (browser === null) throw new Error('The context has no browser')
  const session = await browser.newBrowserCDPSession()
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
  }
  for (let attempt = 0, before = await used(); attempt < 40; attempt++) {
    await new Promise((done) => setTimeout(done, 250))
    const now = await used()
    if (now - before < 0.01) break
    before = now
  }
  await session.detach()
}

/** Runs in the page. @param {(unit: string) => boolean} shown @param {string} unit */
function watch(shown, unit) {
  /** @type {Record<string, number>} */
  const times = {}
  const done = (/** @type {string} */ name, /** @type {number} */ at) => {
    times[name] = at
    if (times.shown && times.live) Object.assign(window).maalt(JSON.stringify(times))
  }
  // After the frame that paints it.
  const painted = (/** @type {string} */ name) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(name, performance.now())
      port2.postMessage(0)
    })
  let seen = false
  const observer = new MutationObserver(() => {
    if (!shown(unit)) return
    if (!seen) painted('shown')
    seen = true
    if (document.getElementById('bilde') !== null) return
    observer.disconnect()
    painted('live')
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true })
}

/** Runs in the page. @param {string} unit */
function appShown(unit) {
  const main = document.querySelector('main')
  return main?.querySelector('h1')?.textContent?.includes(unit) === true && /\d\s%/.test(main.textContent ?? '')
}

/** Runs in the page. */
function floorShown() {
  return document.querySelector('main ul li') !== null
}
