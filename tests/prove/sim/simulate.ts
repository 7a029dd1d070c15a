import { act } from './act.ts'
import { checkQuiet } from './check.ts'
import { happen, letGo } from './happen.ts'
import type { ServerOptions } from './server.ts'
import { stepsOf, type Profile, type Step } from './steps.ts'
import { openWorld } from './world.ts'

export interface Options extends Profile {
  /** Steps of the run: each one thing that a person does, with what happens around it. */
  steps: number
  open?: ServerOptions['open']
  /** Longest time a run may take on the wall, ms: one that hangs is a fault too. */
  limit?: number
}

export interface Outcome {
  seed: number
  /** `null` when every invariant held. */
  fault: string | null
  ops: number
  requests: number
  rows: number
}

export const PLAIN: Profile = { devices: 5, events: 2, restores: 0, clones: 0, grants: 0 }
export const EVERYTHING: Profile = { devices: 5, events: 2, restores: 4, clones: 0, grants: 4 }
export const RESTORES: Profile = { devices: 5, events: 2, restores: 10, clones: 10, grants: 0 }

/** For `npm test`: as much as a minute holds. */
export const BRIEF: Profile = { devices: 3, events: 1, restores: 4, clones: 1, grants: 4 }

export const simulate = (seed: number, o: Options): Promise<Outcome> => run(seed, stepsOf(seed, o.steps, o), o)

/** Runs the steps in a world of their own, lets everything fall quiet, and checks. */
export async function run(seed: number, steps: readonly Step[], o: Options): Promise<Outcome> {
  const w = await openWorld(seed, o.devices, o.open)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, no) => {
    timer = setTimeout(() => no(new Error('hangs')), o.limit ?? 120_000)
  })
  let fault: string | null = null
  try {
    await Promise.race([late, play(w, steps)])
  } catch (e) {
    fault = e instanceof Error ? `${e.name === 'Violation' ? '' : `${e.name}: `}${e.message}` : String(e)
    if (process.env.HH_STACK && e instanceof Error) fault += `\n${e.stack}`
  } finally {
    clearTimeout(timer)
  }
  if (fault !== 'Error: hangs') {
    await letGo(w).catch(() => undefined)
    for (const u of w.units) await u.end().catch(() => undefined)
    await w.server.close().catch(() => undefined)
  }
  return { seed, fault, ops: w.written.size, requests: w.requests, rows: w.rows }
}

async function play(w: Awaited<ReturnType<typeof openWorld>>, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    w.time += 1000
    await act(w, step.op)
    for (const u of w.units) if (u.nr === ('who' in step.op ? step.op.who : -1) % w.units.length) await u.note()
    for (const e of step.events) await happen(w, e)
  }
  await letGo(w)
  for (const u of w.units) await (await u.handover()).lever()
  for (let round = 0; round < 2; round++)
    for (const u of w.units) {
      await u.note()
      const held = await u.sync(0, 'whole', 0)
      if (held) throw new Error('held when all should be quiet')
    }
  await checkQuiet(w)
}

/** The fewest of the steps that still break a promise: halves, quarters … are left out as long as it breaks without them. */
export async function shrink(
  seed: number,
  o: Options,
  deadline = Date.now() + 120_000,
): Promise<{ steps: Step[]; fault: string }> {
  let steps = stepsOf(seed, o.steps, o)
  let fault = (await run(seed, steps, o)).fault ?? ''
  const breaks = async (some: Step[]): Promise<boolean> => {
    const r = await run(seed, some, o)
    if (r.fault === null) return false
    fault = r.fault
    steps = some
    return true
  }
  for (
    let size = Math.ceil(steps.length / 2);
    size >= 1 && Date.now() < deadline;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = steps.length - size; at >= -size + 1 && Date.now() < deadline; at -= size) {
      const from = Math.max(0, at)
      await breaks([...steps.slice(0, from), ...steps.slice(from + size)])
    }
  }
  for (let i = 0; i < steps.length && Date.now() < deadline; i++)
    for (let k = steps[i]!.events.length - 1; k >= 0 && Date.now() < deadline; k--)
      await breaks(steps.map((s, j) => (j === i ? { ...s, events: s.events.filter((_, m) => m !== k) } : s)))
  return { steps, fault }
}
