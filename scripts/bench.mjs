// npm run bench: cold start without a network, local save, a list of positions, sizes, and what the server can take, each beside its floor or its budget.
// `-- --only=cold,save,list,report,push,fill,change,devices,ops,sizes` chooses rows; `-- --json` prints one JSON object instead; `-- --runs=21` starts more often;
// PORT (8080) and the one after it are used.
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.mjs'
import { measureColdStart } from './bench/cold.mjs'
import { measureList } from './bench/list.mjs'
import { measureReport } from './bench/report.mjs'
import { measureSave } from './bench/save.mjs'
import { measureSizes } from './bench/sizes.mjs'
import { heading, kB, line } from './bench/stats.mjs'
import { measureChange, measureFill, measureMany, measurePush, measureThroughput } from './bench/sync/measure.mjs'
import { isBuilt } from './build.mjs'
import { inRoot } from './lib/house.mjs'
import { stopUnlessReady } from './lib/ready.mjs'
import { run } from './lib/run.mjs'

stopUnlessReady()

const rows = ['cold', 'save', 'list', 'report', 'push', 'fill', 'change', 'devices', 'ops', 'sizes']
const inBrowser = ['cold', 'save', 'list', 'report', 'push', 'fill', 'change']
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '11' },
    only: { type: 'string', default: rows.join() },
  },
})
const only = new Set(values.only.split(','))
const unknown = [...only].filter((name) => !rows.includes(name))
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}: choose among ${rows.join(', ')}`)
  process.exit(2)
}
const port = Number(process.env.PORT ?? 8080)
/** Milliseconds, and how many times the floor something may take. */
const targets = {
  coldStart: 500,
  saveMedian: 1.5,
  saveP95: 2,
  list: 2000,
  report: 3000,
  push: 1.5,
  fill: 1.5,
  fillBytes: 1.2e6,
  usable: 2000,
  change: 25,
  changeBytes: 1000,
  /** How much dearer a change may be with five times as many records. */
  changeGrowth: 1.2,
  devicesWhole: 1.5,
  devicesP99: 1.25,
  memory: 150e6,
  opsPerSecond: 10_000,
}
const say = (/** @type {string} */ text) => values.json || console.log(text)

if (!isBuilt()) {
  say('Building')
  const { code, output } = await run([inRoot('scripts/build.mjs')], { seconds: 300 })
  if (code !== 0) {
    console.error(output)
    process.exit(code)
  }
}

const machine = { processors: availableParallelism(), load: loadavg()[0] ?? 0 }
const executablePath = inBrowser.some((name) => only.has(name)) ? ensureBrowser(say) : ''
const how = { executablePath, port, say }
/** @template R @param {string} name @param {() => Promise<R>} measure @returns {Promise<R | undefined>} */
const row = async (name, measure) => (only.has(name) ? measure() : undefined)
const cold = await row('cold', () => measureColdStart({ ...how, runs: Math.max(5, Number(values.runs)) }))
const save = await row('save', () => measureSave({ ...how, rounds: 200 }))
const list = await row('list', () => measureList({ ...how, rounds: 9 }))
const report = await row('report', () => measureReport({ ...how, rounds: 9 }))
const push = await row('push', () => measurePush(how))
const fill = await row('fill', () => measureFill(how))
const change = await row('change', () => measureChange(how, 20_000))
const changeLarge = await row('change', () => measureChange(how, 100_000))
const devices = await row('devices', () => measureMany(how))
const ops = await row('ops', () => measureThroughput(how))
const sizes = await row('sizes', measureSizes)

const verdict = (/** @type {boolean} */ met) => (met ? '✓' : '✗')
/** @param {string} what @param {number} reached @param {number} target */
const times = (what, reached, target) =>
  `${verdict(reached <= target)} ${what} ${reached.toFixed(2)} ×, target ${target} ×`
if (values.json)
  console.log(
    JSON.stringify(
      { targets, machine, cold, save, list, report, push, fill, change, changeLarge, devices, ops, sizes },
      null,
      2,
    ),
  )
else {
  if (cold)
    console.log(`
Cold start, offline, ${cold.records} records (${cold.own} of the own unit), processor slowed ${cold.slowed} times; ms from navigation start
${heading}
${line("Oversikt: the own unit's figures", cold.app)}
${line("the app's own page, from the database", cold.live)}
${line("floor: a bare Dexie page, the unit's rows", cold.floor)}
  ${verdict(cold.app.median <= targets.coldStart)} median ${cold.app.median.toFixed(0)} ms, target ${targets.coldStart} ms`)
  if (save)
    console.log(`
Local save, on the disk (strict); ms
${heading}
${line('device.write', save.device)}
${line('floor: bare IndexedDB, same bytes', save.bare)}
  ${times('median', save.device.median / save.bare.median, targets.saveMedian)}   ${times('p95', save.device.p95 / save.bare.p95, targets.saveP95)}`)
  if (list)
    console.log(`
A list of ${list.rows} positions, from the file to its figures, a new worker each time; ms
${heading}
${line('Excel (.xlsx)', list.xlsx)}
${line('floor: unpacked, each cell seen once', list.floor)}
${line('text (.csv)', list.csv)}
  ${verdict(list.xlsx.median <= targets.list)} median ${list.xlsx.median.toFixed(0)} ms, target ${targets.list} ms (${(list.xlsx.median / list.floor.median).toFixed(1)} × the floor)`)
  if (report)
    console.log(`
The year's report of ${report.units} units (${report.rows} rows), offline, the page's thread slowed ${report.slowed} times; ms from the press
${heading}
${line('all of it in the page', report.app)}
${line('of it, the longest the page stood still', report.longest)}
${line('floor: all rows read, nothing made of them', report.floor)}
  ${verdict(report.app.median <= targets.report)} median ${report.app.median.toFixed(0)} ms, target ${targets.report} ms`)
  if (push)
    console.log(`
${push.count} queued changes, from the first request until all are confirmed; ms
${heading}
${line('the device', push.app)}
${line('floor: the same bytes in requests of 500', push.floor)}
  ${times('median', push.app.median / push.floor.median, targets.push)}`)
  if (fill)
    console.log(`
A new device with ${fill.count} records, ${fill.ownCount} of them in the unit that is looked at first; ms
${heading}
${line('all of them', fill.app)}
${line("the unit's", fill.usable)}
${line('floor: one file, bare Dexie bulkPut', fill.floor)}
  ${times('all', fill.app.median / fill.floor.median, targets.fill)}   ${verdict(fill.usable.median <= targets.usable)} usable after ${fill.usable.median.toFixed(0)} ms, target ${targets.usable}
  ${verdict(fill.sent <= targets.fillBytes)} ${kB(fill.sent)} over the network, target ${kB(targets.fillBytes)}`)
  for (const one of [change, changeLarge])
    if (one)
      console.log(`
One change by another, until it stands on a device with ${one.records} records; ms
${heading}
${line('the device', one.app)}
${line('floor: a hint, a fetch, a bare put', one.floor)}
  ${verdict(one.app.median <= targets.change)} median ${one.app.median.toFixed(1)} ms, target ${targets.change} (${(one.app.median / one.floor.median).toFixed(2)} × the floor)
  ${verdict(one.bodies <= targets.changeBytes)} ${one.bodies} bytes of request and answer together, target ${targets.changeBytes}; ${one.all} with headers`)
  if (change && changeLarge)
    console.log(
      `  ${times('five times as many records', changeLarge.app.median / change.app.median, targets.changeGrowth)}`,
    )
  if (devices)
    console.log(`
${devices.devices} devices push ${devices.changes} changes each and pull, 8 at a time; ms
${heading}
${line('all of them', devices.appWhole)}
${line('floor: the same bytes, one transaction each', devices.floorWhole)}
${line('one request', devices.app)}
${line('floor', devices.floor)}
  ${times('whole', devices.appWhole.median / devices.floorWhole.median, targets.devicesWhole)}   ${times('p99', devices.app.p99 / devices.floor.p99, targets.devicesP99)} (${devices.app.p99.toFixed(0)} and ${devices.floor.p99.toFixed(0)} ms)
  ${verdict(devices.memory <= targets.memory)} the server held ${(devices.memory / 1e6).toFixed(0)} MB at most, target ${targets.memory / 1e6} MB`)
  if (ops)
    console.log(`
Requests of 500 ops, SQLite at synchronous=FULL, with history and merge; ms a request
${heading}
${line('the server', ops.app)}
${line('floor: the same bytes, one transaction each', ops.floor)}
  ${verdict(ops.perSecond >= targets.opsPerSecond)} ${ops.perSecond.toFixed(0)} ops/s, target ${targets.opsPerSecond} (floor ${((500_000 / ops.floor.median) | 0).toFixed(0)})`)
  if (sizes)
    console.log(`
Sizes
  JavaScript of login and Oversikt, brotli  ${kB(sizes.initialJs)}
  with sync, writing and the first filling  ${kB(sizes.withAfter)} of ${kB(sizes.budget)}
  Kept by the service worker                ${sizes.precache.files} files, ${kB(sizes.precache.raw)} (${kB(sizes.precache.sent)} over the network)`)
  if (machine.load > machine.processors)
    console.log(
      `\nThe machine was busy (load ${machine.load.toFixed(1)} on ${machine.processors} processors): compare with the floors only, and measure again when it is quiet.`,
    )
}
