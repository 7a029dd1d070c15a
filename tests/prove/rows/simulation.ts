import { bundle, SMALL } from '../build.ts'
import { deadline, sized, type How, type Outcome, type Row } from '../row.ts'
import { runSeeds, type Seeds, type Sum } from '../seeds.ts'

const WORKER = 'tests/prove/sim/worker.ts'
const DEVICES = 5

/** Even seeds run what is shipped, odd ones with small pages and requests. */
export async function both(
  how: Pick<How, 'seed' | 'minutes' | 'say'>,
  s: Pick<Seeds, 'profile' | 'steps'> & { count: number },
): Promise<Sum> {
  const shipped = await bundle('shipped', WORKER)
  const small = await bundle('small', WORKER, SMALL)
  const until = deadline(how)
  if (how.seed !== null)
    return runSeeds({
      ...s,
      bundle: how.seed % 2 === 0 ? shipped : small,
      from: how.seed,
      to: how.seed + 1,
      until,
      shrink: true,
    })
  let done = 0
  const each = () => {
    if (++done % 100 === 0) how.say(`  ${done} of ${s.count} seeds`)
  }
  // One core each; the seed says which, so that it can be run again.
  const half = (file: string, odd: number) =>
    runSeeds({ ...s, bundle: file, from: odd, to: s.count + 1, by: 2, until, each, workers: 1 })
  const sums = await Promise.all([half(shipped, 2), half(small, 1)])
  return sums.reduce((a, b) => ({
    seeds: a.seeds + b.seeds,
    ops: a.ops + b.ops,
    requests: a.requests + b.requests,
    rows: a.rows + b.rows,
    faults: [...a.faults, ...b.faults],
    shrunk: [...a.shrunk, ...b.shrunk],
  }))
}

export function tell(name: string, sum: Sum, count: number): Outcome {
  for (const { seed, shrunk } of sum.shrunk)
    console.log(
      `  seed ${seed}, made smaller:\n${shrunk.steps.map((x) => `    ${JSON.stringify(x)}`).join('\n')}\n    ${shrunk.fault}`,
    )
  const first = sum.faults[0]
  const n = (x: number) => x.toLocaleString('en')
  const size = `${n(sum.seeds)} of ${n(count)} seeds, ${n(sum.ops)} ops, ${n(sum.requests)} requests`
  return {
    ok: sum.faults.length === 0,
    figures: first
      ? `${size}; ${sum.faults.length} violations. First: ${first.fault} (again: npm run prove -- --only ${name} --seed ${first.seed})`
      : `${size}, 0 violations`,
  }
}

export const simulation: Row = {
  name: 'sim',
  title: `${DEVICES} devices, clocks, crashes, a restored server and a network that does its worst: every invariant holds`,
  async run(how) {
    const count = how.seed === null ? sized(how, 120, 10_000) : 1
    const steps = how.quick ? 40 : DEVICES * 200
    return tell('sim', await both(how, { profile: 'everything', steps, count }), count)
  },
}

export const restores: Row = {
  name: 'restore',
  title: 'server put back to earlier copies, devices restored and cloned: nothing that a device still has is lost',
  async run(how) {
    const count = how.seed === null ? sized(how, 40, 200) : 1
    return tell('restore', await both(how, { profile: 'restores', steps: how.quick ? 40 : 200, count }), count)
  },
}
