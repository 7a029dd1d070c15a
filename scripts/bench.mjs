// npm run bench: cold start without a network, local save, and sizes, each beside its floor or its budget.
// `-- --json` prints one JSON object instead; `-- --runs=21` starts more often; PORT (8080) and the one after it are used.
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.mjs'
import { measureColdStart } from './bench/cold.mjs'
import { measureSave } from './bench/save.mjs'
import { measureSizes } from './bench/sizes.mjs'
import { heading, kB, line } from './bench/stats.mjs'
import { isBuilt } from './build.mjs'
import { inRoot } from './lib/house.mjs'
import { stopUnlessReady } from './lib/ready.mjs'
import { run } from './lib/run.mjs'

stopUnlessReady()

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '11' } },
})
const port = Number(process.env.PORT ?? 8080)
/** Milliseconds, and how many times the bare write a save may take. */
const targets = { coldStart: 500, saveMedian: 1.5, saveP95: 2 }
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
const executablePath = ensureBrowser(say)
const how = { executablePath, port, say }
const cold = await measureColdStart({ ...how, runs: Math.max(11, Number(values.runs)) })
const save = await measureSave({ ...how, rounds: 200 })
const sizes = await measureSizes()

const verdict = (/** @type {boolean} */ met) => (met ? '✓' : '✗')
if (values.json) console.log(JSON.stringify({ targets, machine, cold, save, sizes }, null, 2))
else {
  const medians = save.device.median / save.bare.median
  const late = save.device.p95 / save.bare.p95
  console.log(`
Cold start, offline, ${cold.records} records (${cold.own} of the own unit), processor slowed ${cold.slowed} times; ms from navigation start
${heading}
${line("Oversikt: the own unit's figures", cold.app)}
${line("floor: a bare Dexie page, the unit's rows", cold.floor)}
  ${verdict(cold.app.median <= targets.coldStart)} median ${cold.app.median.toFixed(0)} ms, target ${targets.coldStart} ms

Local save, on the disk (strict); ms
${heading}
${line('device.write', save.device)}
${line('floor: bare IndexedDB, same bytes', save.bare)}
  ${verdict(medians <= targets.saveMedian)} median ${medians.toFixed(2)} ×, target ${targets.saveMedian} ×   ${verdict(late <= targets.saveP95)} p95 ${late.toFixed(2)} ×, target ${targets.saveP95} ×

Sizes
  JavaScript of login and Oversikt, brotli  ${kB(sizes.initialJs)} of ${kB(sizes.budget)}
  with sync and writing, which follow       ${kB(sizes.withAfter)} of ${kB(sizes.budgetWithAfter)}
  Kept by the service worker                ${sizes.precache.files} files, ${kB(sizes.precache.raw)} (${kB(sizes.precache.sent)} over the network)`)
  if (machine.load > machine.processors)
    console.log(
      `\nThe machine was busy (load ${machine.load.toFixed(1)} on ${machine.processors} processors): compare with the floors only, and measure again when it is quiet.`,
    )
}
