import { parseArgs } from 'node:util'
import { rows } from './rows.ts'

/** `npm run prove`: each row of docs/maalinger.md, a line for each, and a summary. Exit code 1 when anything broke a promise. */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string' },
    count: { type: 'string' },
    minutes: { type: 'string' },
  },
})
const number = (x: string | undefined) => (x === undefined ? null : Number(x))
const names = values.only?.split(',')
const chosen = rows.filter((r) => names === undefined || names.includes(r.name))
if (chosen.length === 0 || names?.some((n) => !rows.some((r) => r.name === n))) {
  console.error(`--only takes: ${rows.map((r) => r.name).join(', ')}`)
  process.exit(2)
}

let failed = 0
for (const row of chosen) {
  const started = performance.now()
  let outcome
  try {
    outcome = await row.run({
      quick: values.quick,
      seed: number(values.seed),
      count: number(values.count),
      minutes: number(values.minutes),
      say: (line) => console.log(line),
    })
  } catch (e) {
    outcome = { ok: false, figures: e instanceof Error ? (e.stack ?? e.message) : String(e) }
  }
  if (!outcome.ok) failed++
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `${outcome.ok ? '✓' : '✗'} ${row.name.padEnd(9)}${seconds.padStart(6)} s  ${row.title}\n${' '.repeat(20)}${outcome.figures}`,
  )
}
console.log(`${chosen.length - failed} rows hold, ${failed} do not`)
process.exit(failed === 0 ? 0 : 1)
