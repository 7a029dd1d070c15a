import { expect } from 'vitest'
import { both, tell } from '../prove/rows/simulation.ts'
import { BRIEF, shrink, simulate } from '../prove/sim/simulate.ts'
import { openTestDatabase } from './dialects.ts'

/** The part of `npm run prove` that `npm test` has time for. */

const STEPS = 40
/** On a quiet machine all of them fit. On a busy one the rest is left to `npm run prove`, which counts them. */
const MINUTES = 0.8

/** Every second story with small pages and requests, on all cores. */
export async function journeysOnSqlite(count: number): Promise<void> {
  const sum = await both(
    { seed: null, minutes: MINUTES, say: () => undefined },
    { profile: 'brief', steps: STEPS, count },
  )
  const [first] = sum.faults
  if (first) await explain(first.seed, 'SQLite')
  const { ok, figures } = tell('sim', sum, count)
  expect(ok, figures).toBe(true)
  console.log(figures)
}

/** The same stories, without what only a file can: to be put back to an earlier copy. */
export async function journeysOnPostgres(count: number): Promise<void> {
  for (let seed = 1; seed <= count; seed++)
    if ((await simulate(seed, onPostgres)).fault !== null) await explain(seed, 'PostgreSQL', onPostgres)
}

const onPostgres = { ...BRIEF, restores: 0, clones: 0, steps: STEPS, open: () => openTestDatabase() }

/** Fails with the least that breaks the promise. */
async function explain(
  seed: number,
  where: string,
  how = { ...BRIEF, steps: STEPS } as Parameters<typeof simulate>[1],
): Promise<void> {
  const { steps, fault } = await shrink(seed, how, Date.now() + 60_000)
  const story = steps.map((s) => JSON.stringify(s)).join('\n')
  if (fault !== '') expect.fail(`seed ${seed} on ${where}, made smaller: ${fault}\n${story}`)
}
