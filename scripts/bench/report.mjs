/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserArgs } from '../browser.mjs'
import { startApp } from './servers.mjs'
import { spread } from './stats.mjs'
import { logIn, post, syncRequest, uuid } from './sync/client.mjs'

/**
 * The year's report of a municipality with a hundred units, from the press on its link until all of it stands in the page, offline, the
 * page's thread slowed four times. Beside it the floor: the same rows read from the same database, and nothing made of them.
 * The slowing (CDP) holds for the page's thread; the worker that makes the report is as fast as the machine, so it is told apart.
 */

const SLOWED = 4
const UNITS = 100
const MONTHS = 35
const ACTIVITIES = 7
const TASKS = 14
const OPS_AT_ONCE = 400

/** @param {{ executablePath: string, port: number, rounds: number, say: (line: string) => void }} how */
export async function measureReport({ executablePath, port, rounds, say }) {
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-bench-'))
  const app = await startApp({ port, dataDir: join(dir, 'data') })
  const browser = await chromium.launch({ executablePath, args: browserArgs })
  try {
    say(`A report of ${UNITS} units`)
    const rows = await fill(app.url)
    const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo' })
    const page = await context.newPage()
    await page.goto(app.url)
    await page.getByRole('button', { name: 'Logg inn som prosjektleder' }).click()
    await page.getByRole('status').filter({ hasText: 'Alt er synkronisert' }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.goto(`${app.url}/rapporter`)
    await page.getByRole('link', { name: 'Årsrapport', exact: true }).waitFor()
    await context.setOffline(true)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    /** @type {{ app: number[], longest: number[], floor: number[] }} */
    const times = { app: [], longest: [], floor: [] }
    for (let round = 0; round < rounds; round++) {
      times.floor.push(await page.evaluate(readAll))
      const { whole, longest } = await page.evaluate(openReport)
      times.app.push(whole)
      times.longest.push(longest)
      await page.goBack()
      await page.getByRole('link', { name: 'Årsrapport', exact: true }).waitFor()
    }
    return {
      units: UNITS,
      rows,
      slowed: SLOWED,
      app: spread(times.app),
      longest: spread(times.longest),
      floor: spread(times.floor),
    }
  } finally {
    await browser.close()
    await app.stop()
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Writes a municipality as the prosjektleder's device would: units, measurements, activities and TØRN lists.
 * @param {string} url
 */
async function fill(url) {
  const cookie = await logIn(url, 'prosjektleder')
  const replica = uuid()
  // The units first, in a message of their own: what one may write is worked out when a message comes.
  const made = Array.from({ length: UNITS }, (_, i) => unit(i))
  const ops = [...made.map(([first]) => first), ...made.flatMap(([, ...rest]) => rest)]
  for (let from = 0, to = UNITS; from < ops.length; from = to, to += OPS_AT_ONCE) {
    const push = ops.slice(from, to).map((op, i) => ({ ...op, seq: from + i + 1 }))
    const { status, text } = await post(`${url}/api/sync`, syncRequest({ replica, push }), cookie)
    const refused = JSON.parse(text).results?.find((/** @type {{ status: string }} */ r) => r.status !== 'applied')
    if (status !== 200 || refused) throw new Error(JSON.stringify(refused) ?? text.slice(0, 500))
  }
  return ops.length
}

/** @param {number} nr */
function unit(nr) {
  const id = `maalt-${nr}`
  const space = `unit:${id}`
  const people = 20 + (nr % 37)
  return [
    write('project', 'enhet', id, {
      navn: `Avdeling ${nr}`,
      nivaa: 'avdeling',
      overordnet: 'ho1',
      pilot: nr % 2 === 0,
    }),
    ...Array.from({ length: MONTHS }, (_, m) =>
      write(space, 'maaling', `${id}-m${m}`, {
        enhet: id,
        indikator: 'andelHeltid',
        dato: `${2024 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01`,
        teller: 3 + ((nr + m) % (people - 3)),
        nevner: people,
      }),
    ),
    ...Array.from({ length: ACTIVITIES }, (_, a) =>
      write(space, 'aktivitet', `${id}-a${a}`, {
        tittel: `Aktivitet ${a}`,
        tiltaksmaal: `T${(a % 4) + 1}`,
        status: 'i_gang',
      }),
    ),
    ...Array.from({ length: TASKS }, (_, t) =>
      write(space, 'toernoppgave', `${id}-t${t}`, {
        oppgave: `Oppgave ${t}`,
        kategori: 'stell',
        gjoerIDag: 'V',
        boerGjoere: 'H',
        minutter: 10 + t,
        hvorOfte: '1/dag',
        status: 'innfoert',
      }),
    ),
  ]
}

/** @param {string} space @param {string} type @param {string} id @param {Record<string, unknown>} set */
function write(space, type, id, set) {
  const opId = uuid()
  const base = Object.fromEntries(Object.keys(set).map((field) => [field, null]))
  return { opId, txnId: opId, kind: 'set', space, type, id, set, base, schema: 1, t: Date.now() }
}

/** Runs in the page: every row of the database, and the clock. */
async function readAll() {
  const started = performance.now()
  const all = await indexedDB.databases()
  const name = all.map((d) => d.name ?? '').find((n) => n.startsWith('heltidshjulet-')) ?? ''
  const db = /** @type {IDBDatabase} */ (
    await new Promise((done, failed) => {
      const open = indexedDB.open(name)
      open.onsuccess = () => done(open.result)
      open.onerror = () => failed(open.error)
    })
  )
  const rows = db.transaction('record').objectStore('record').getAll()
  await new Promise((done) => (rows.onsuccess = done))
  db.close()
  if (rows.result.length < 1000) throw new Error('The device has not been filled')
  return performance.now() - started
}

/** Runs in the page: the press, and the last part of the report painted; with the longest time that the page stood still. */
async function openReport() {
  let longest = 0
  const watcher = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  watcher.observe({ entryTypes: ['longtask'] })
  const started = performance.now()
  const link = [...document.querySelectorAll('main a')].find((a) => a.textContent?.trim() === 'Årsrapport')
  if (!(link instanceof HTMLElement)) throw new Error('There is no link to the report')
  link.click()
  await new Promise((/** @type {(value?: unknown) => void} */ done) => {
    const look = () => (document.getElementById('om-tallene') ? done() : requestAnimationFrame(look))
    look()
  })
  const whole = performance.now() - started
  watcher.disconnect()
  return { whole, longest }
}
