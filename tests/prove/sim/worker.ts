import { BRIEF, EVERYTHING, PLAIN, RESTORES, shrink, simulate } from './simulate.ts'

/** Runs seeds one after the other and tells of each on a line of its own: the process that `seeds.ts` starts. */

const [profile, steps, from, by, to, until] = process.argv.slice(2)
const profiles = { brief: BRIEF, plain: PLAIN, everything: EVERYTHING, restores: RESTORES }
const o = { ...profiles[profile as keyof typeof profiles], steps: Number(steps) }
const tell = (x: unknown) => process.stdout.write(`${JSON.stringify(x)}\n`)

// Dexie says when a database is deleted under a tab that is closed already.
console.warn = () => undefined
for (let seed = Number(from); seed < Number(to) && Date.now() < Number(until); seed += Number(by)) {
  const r = await simulate(seed, o)
  tell(r)
  if (r.fault !== null && process.env.HH_SHRINK === '1') tell({ seed, shrunk: await shrink(seed, o) })
  // What hangs would hang on beside the next.
  if (r.fault === 'Error: hangs') process.exit(1)
}
process.exit(0)
