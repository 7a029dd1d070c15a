/// <reference lib="dom" />
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserArgs } from '../../browser.mjs'
import { bundled } from '../bundled.mjs'
import { spread } from '../stats.mjs'
import { activities, logIn, post, syncRequest, uuid } from './client.mjs'

/** The shipped device in Chromium against the shipped server, beside the least that a page and a server can do with the same bytes. */

const UNIT = 'unit:bondihagen'
const OTHER = 'unit:hurum'

/** @typedef {{ url: string }} At */
/** @typedef {{ app: At, floor: At, dir: string, executablePath: string }} Where */

/**
 * A page of the product's own origin, logged in, with what is measured loaded into it.
 * @template R
 * @param {Where} where
 * @param {string} user
 * @param {(tab: import('playwright').Page, bruker: unknown) => Promise<R>} measure
 */
async function inPage({ app, executablePath }, user, measure) {
  const files = await bundled('sync/device-entry.js')
  const browser = await chromium.launch({ executablePath, args: browserArgs })
  try {
    const context = await browser.newContext({ bypassCSP: true })
    await context.route(`${app.url}/measured/*`, (route) => {
      const body = files[new URL(route.request().url()).pathname.slice('/measured/'.length)]
      return body === undefined ? route.abort() : route.fulfill({ contentType: 'text/javascript', body })
    })
    const answer = await context.request.post(`${app.url}/api/demo/login`, { data: { bruker: user } })
    if (!answer.ok()) throw new Error(`Could not log in as ${user}: ${await answer.text()}`)
    const tab = await context.newPage()
    await tab.goto(`${app.url}/api/health`)
    await tab.addScriptTag({ type: 'module', url: '/measured/entry.js' })
    await tab.waitForFunction(() => 'forget' in globalThis)
    const cookie = await logIn(app.url, user)
    const { text } = await post(`${app.url}/api/sync`, syncRequest({ replica: uuid(), only: [] }), cookie)
    return await measure(tab, JSON.parse(text).user)
  } finally {
    await browser.close()
  }
}

/** @template R @param {import('playwright').Page} tab @param {string} what @param {unknown} args @returns {Promise<R>} */
const call = (tab, what, args) =>
  tab.evaluate(([name, value]) => Reflect.get(globalThis, name)(value), /** @type {const} */ ([what, args]))

/**
 * 5,000 queued changes until all are confirmed, beside the same bytes in requests of 500.
 * @param {Where} where
 * @param {number} rounds
 */
export const measureQueue = (where, rounds) =>
  inPage(where, 'avdelingsleder-bondihagen', async (tab, bruker) => {
    /** @type {{ app: number[], floor: number[] }} */
    const times = { app: [], floor: [] }
    for (let round = 0; round < rounds; round++) {
      /** @type {{ took: number, floor: number }} */
      const { took, floor } = await call(tab, 'measurePush', {
        bruker,
        space: UNIT,
        count: 5000,
        name: `queue-${round}`,
        floor: where.floor.url,
      })
      times.app.push(took)
      times.floor.push(floor)
    }
    return { count: 5000, app: spread(times.app), floor: spread(times.floor) }
  })

/**
 * A new device of the prosjektleder's with all rows, `ownCount` of them in the unit that she looks at first.
 * @param {Where} where
 * @param {number} rounds
 */
export async function measureNewDevice(where, rounds) {
  const [count, ownCount] = [20_000, 2_000]
  await fillServer(where.app, UNIT, ownCount)
  await fillServer(where.app, OTHER, count - ownCount)
  return inPage(where, 'prosjektleder', async (tab, bruker) => {
    /** @type {{ app: number[], usable: number[], floor: number[] }} */
    const times = { app: [], usable: [], floor: [] }
    let sent = 0
    const weigh = (/** @type {import('playwright').Response} */ response) => {
      if (response.url().endsWith('/api/sync'))
        void response
          .request()
          .sizes()
          .then(({ responseBodySize, requestBodySize }) => (sent += responseBodySize + requestBodySize))
    }
    for (let round = 0; round < rounds; round++) {
      if (round === 0) tab.on('response', weigh)
      /** @type {{ took: number, usable: number }} */
      const { took, usable } = await call(tab, 'measureFill', { bruker, name: 'fill', own: UNIT, ownCount, count })
      if (round === 0) {
        tab.off('response', weigh)
        const file = join(where.dir, 'rows.json')
        writeFileSync(
          file,
          /** @type {string} */ (await tab.evaluate((b) => Reflect.get(globalThis, 'rowsOf')(b, 'fill'), bruker)),
        )
        await post(`${where.floor.url}/files`, [{ name: '/rows.json', type: 'application/json', from: file }])
      }
      times.app.push(took)
      times.usable.push(usable)
      await call(tab, 'forget', 'fill')
      times.floor.push(await call(tab, 'measureFillFloor', { name: 'bare', url: `${where.floor.url}/rows.json` }))
    }
    return { count, ownCount, sent, app: spread(times.app), usable: spread(times.usable), floor: spread(times.floor) }
  })
}

/**
 * One change by another, until it stands in the database of a device that has all rows; beside a hint, a fetch and a bare put.
 * @param {Where} where
 * @param {{ records: number, rounds: number }} how `records` on the device
 */
export async function measureOneChange(where, { records, rounds }) {
  await fillServer(where.app, UNIT, records)
  const cookie = await logIn(where.app.url, 'prosjektleder')
  const replica = uuid()
  return inPage(where, 'avdelingsleder-bondihagen', async (tab, bruker) => {
    const held = await call(tab, 'listen', { bruker, name: 'listen' })
    await call(tab, 'listenFloor', { url: where.floor.url })
    /** @type {{ app: number[], floor: number[] }} */
    const times = { app: [], floor: [] }
    /** @type {Promise<{ bodies: number, all: number }>[]} */
    const weighed = []
    tab.on('response', (response) => {
      if (response.url().endsWith('/api/sync')) weighed.push(weight(response.request()))
    })
    for (let n = 1; n <= rounds; n++) {
      const [change] = activities({ space: UNIT, count: 1, seq: n })
      const id = change?.id
      const arrived = call(tab, 'arrives', id)
      const began = performance.now()
      const { status, text } = await post(
        `${where.app.url}/api/sync`,
        syncRequest({ replica, push: [change], only: [] }),
        cookie,
      )
      if (status !== 200 || JSON.parse(text).results[0]?.status !== 'applied') throw new Error(text.slice(0, 500))
      await arrived
      times.app.push(performance.now() - began)
      const arrivedFloor = call(tab, 'arrivesFloor', id)
      const before = performance.now()
      await post(`${where.floor.url}/push`, { push: [change] })
      await arrivedFloor
      times.floor.push(performance.now() - before)
    }
    const weights = await Promise.all(weighed)
    return {
      records: Number(held),
      app: spread(times.app),
      floor: spread(times.floor),
      bodies: spread(weights.map(({ bodies }) => bodies)).median,
      all: spread(weights.map(({ all }) => all)).median,
    }
  })
}

/** What a request weighed, both ways: bodies as they were sent, and all of it. @param {import('playwright').Request} request */
async function weight(request) {
  const s = await request.sizes()
  const bodies = s.requestBodySize + s.responseBodySize
  return { bodies, all: bodies + s.requestHeadersSize + s.responseHeadersSize }
}

/** @param {At} app @param {string} space @param {number} count */
async function fillServer(app, space, count) {
  const cookie = await logIn(app.url, 'prosjektleder')
  const replica = uuid()
  for (let n = 0; n < count; n += 500) {
    const push = activities({ space, count: Math.min(500, count - n), seq: n + 1 })
    const { status, text } = await post(`${app.url}/api/sync`, syncRequest({ replica, push, only: [] }), cookie)
    if (status !== 200) throw new Error(text.slice(0, 500))
  }
}
