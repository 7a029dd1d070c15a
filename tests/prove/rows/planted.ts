import { bundle, SMALL } from '../build.ts'
import { planted } from '../planted/faults.ts'
import { sized, type Row } from '../row.ts'
import { runSeeds } from '../seeds.ts'

/** How many seeds a fault is given to show itself. */
const SEEDS = 300

export const plantedFaults: Row = {
  name: 'planted',
  title: `${planted.length} faults planted in the shipped code, one at a time: the simulation finds each`,
  async run(how) {
    const some = planted.slice(0, sized(how, planted.length, planted.length))
    const hidden: string[] = []
    let most = 0
    for (const [i, p] of some.entries()) {
      if (how.seed !== null && i !== how.seed) continue
      const file = await bundle('planted', 'tests/prove/sim/worker.ts', [...SMALL, p])
      const sum = await runSeeds({
        bundle: file,
        profile: p.profile,
        steps: 40,
        from: 1,
        to: SEEDS + 1,
        until: Infinity,
        untilFault: true,
      })
      const first = sum.faults[0]
      if (!first) hidden.push(p.name)
      most = Math.max(most, sum.seeds)
      how.say(
        `  ${first ? '✓' : '✗'} ${String(i).padStart(2)} ${p.name}: ${first ? `seed ${first.seed}: ${first.fault!.split('\n')[0]!.slice(0, 110)}` : `not found in ${sum.seeds} seeds`}`,
      )
    }
    return {
      ok: hidden.length === 0,
      figures: `${some.length - hidden.length} of ${some.length} found, each within ${most} seeds of 40 steps${hidden.length > 0 ? `; not found: ${hidden.join('; ')}` : ''}`,
    }
  },
}
