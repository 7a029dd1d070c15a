import { readFileSync } from 'node:fs'
import { spread } from '../stats.mjs'
import { activities, logIn, post, syncRequest, uuid } from './client.mjs'

/** What the server can take: many devices at once, and how many changes a second. */

const UNIT = 'unit:bondihagen'
const USER = 'avdelingsleder-bondihagen'
const DEVICES = 200
const CHANGES = 20
const AT_ONCE = 8

/**
 * 200 devices push 20 changes each, and ask for what others wrote, 8 of them at a time; beside the floor, which takes and sends the same bytes.
 * All begin where the round began, in one unit: the first is sent her own 20 rows, the last 4,000.
 * @param {{ url: string, pid: number }} app
 * @param {{ url: string }} floor
 * @param {number} rounds each in turn, so that a busy moment of the machine falls on both
 */
export async function measureDevices(app, floor, rounds) {
  const cookie = await logIn(app.url, USER)
  const at = { spaces: await standing(app.url, cookie) }
  /** @type {{ app: number[], floor: number[], appWhole: number[], floorWhole: number[] }} */
  const times = { app: [], floor: [], appWhole: [], floorWhole: [] }
  const one = async (/** @type {(body: string) => Promise<void>} */ send, /** @type {number[]} */ each) => {
    const bodies = Array.from({ length: DEVICES }, () =>
      JSON.stringify(syncRequest({ replica: uuid(), push: activities({ space: UNIT, count: CHANGES }), ...at })),
    )
    const started = performance.now()
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
          const sent = performance.now()
          await send(body)
          each.push(performance.now() - sent)
        }
      }),
    )
    return performance.now() - started
  }
  for (let round = 0; round < rounds; round++) {
    const from = round * DEVICES * CHANGES
    times.floorWhole.push(
      await one(async (body) => {
        const { text } = await post(`${floor.url}/push`, `{"from":${from},${body.slice(1)}`)
        if (JSON.parse(text).rows.length < CHANGES) throw new Error(text.slice(0, 500))
      }, times.floor),
    )
    times.appWhole.push(
      await one(async (body) => {
        const { status, text } = await post(`${app.url}/api/sync`, body, cookie)
        const { results } = JSON.parse(text)
        if (status !== 200 || results.length !== CHANGES || results.some(notApplied))
          throw new Error(text.slice(0, 500))
      }, times.app),
    )
    // Each round from where the one before ended, as devices that are kept up to date.
    at.spaces = await standing(app.url, cookie)
  }
  return {
    devices: DEVICES,
    changes: CHANGES,
    app: spread(times.app),
    floor: spread(times.floor),
    appWhole: spread(times.appWhole),
    floorWhole: spread(times.floorWhole),
    memory: peakMemory(app.pid),
  }
}

const notApplied = (/** @type {{ status: string }} */ { status }) => status !== 'applied'

/**
 * Requests of 500 ops, one after another, on the disk before each is answered: with history and merge in the product.
 * @param {{ url: string }} app
 * @param {{ url: string }} floor
 * @param {number} requests
 */
export async function measureOps(app, floor, requests) {
  const cookie = await logIn(app.url, USER)
  const replica = uuid()
  let spaces = await standing(app.url, cookie)
  /** @type {{ app: number[], floor: number[] }} */
  const times = { app: [], floor: [] }
  for (let n = 0; n < requests; n++) {
    const push = activities({ space: UNIT, count: 500, seq: n * 500 + 1 })
    const body = JSON.stringify(syncRequest({ replica, push, spaces, only: [] }))
    const started = performance.now()
    await post(`${floor.url}/push`, body)
    const between = performance.now()
    const { status, text } = await post(`${app.url}/api/sync`, body, cookie)
    times.app.push(performance.now() - between)
    times.floor.push(between - started)
    const answer = /** @type {{ results: { status: string }[], spaces: typeof spaces }} */ (JSON.parse(text))
    if (status !== 200 || answer.results.some(notApplied)) throw new Error(text.slice(0, 500))
    // As a device does: the next time it asks from where this answer has brought it.
    spaces = spaces.map((at) => {
      const { id, epoch, ver, mark } = answer.spaces.find((space) => space.id === at.id) ?? at
      return { id, epoch, ver, mark }
    })
  }
  return { app: spread(times.app), floor: spread(times.floor), perSecond: 500_000 / spread(times.app).median }
}

/**
 * Where a device that has everything stands.
 * @param {string} url
 * @param {string} cookie
 */
export async function standing(url, cookie) {
  /** @type {{ id: string, epoch: string, ver: number, mark: string }[]} */
  let spaces = []
  const replica = uuid()
  for (let more = true; more;) {
    const { text } = await post(`${url}/api/sync`, syncRequest({ replica, spaces }), cookie)
    const answer =
      /** @type {{ spaces: { id: string, epoch: string, ver: number, mark: string, more: boolean }[] }} */ (
        JSON.parse(text)
      )
    spaces = answer.spaces.map(({ id, epoch, ver, mark }) => ({ id, epoch, ver, mark }))
    more = answer.spaces.some((space) => space.more)
  }
  return spaces
}

/** The most memory the process has held, in bytes; `NaN` where the system does not say. @param {number} pid */
function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  } catch {
    return NaN
  }
}
