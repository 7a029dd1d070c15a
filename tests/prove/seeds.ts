import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { root } from '../../scripts/lib/house.mjs'
import type { Outcome } from './sim/simulate.ts'
import type { Step } from './sim/steps.ts'

/** Many seeds of the simulation, over the cores of the machine. */

export interface Seeds {
  bundle: string
  profile: 'brief' | 'plain' | 'everything' | 'restores'
  steps: number
  from: number
  /** Seeds from `from` to this, `by` apart. */
  to: number
  by?: number
  until: number
  /** Ends at the first fault. */
  untilFault?: boolean
  shrink?: boolean
  workers?: number
  each?: (r: Outcome) => void
}

export interface Sum {
  seeds: number
  ops: number
  requests: number
  rows: number
  faults: Outcome[]
  shrunk: { seed: number; shrunk: { steps: Step[]; fault: string } }[]
}

export async function runSeeds(s: Seeds): Promise<Sum> {
  const sum: Sum = { seeds: 0, ops: 0, requests: 0, rows: 0, faults: [], shrunk: [] }
  const by = s.by ?? 1
  const workers = s.workers ?? Math.min(availableParallelism(), s.to - s.from)
  const stops: (() => void)[] = []
  const one = (n: number) =>
    new Promise<void>((done) => {
      const child = spawn(
        process.execPath,
        [
          '--import',
          'fake-indexeddb/auto',
          s.bundle,
          s.profile,
          s.steps,
          s.from + n * by,
          workers * by,
          s.to,
          s.until,
        ].map(String),
        { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, HH_SHRINK: s.shrink ? '1' : '0' } },
      )
      const atExit = () => child.kill('SIGKILL')
      process.once('exit', atExit)
      stops.push(atExit)
      createInterface({ input: child.stdout }).on('line', (line) => {
        const r = JSON.parse(line) as Outcome | Sum['shrunk'][number]
        if ('shrunk' in r) return sum.shrunk.push(r)
        sum.seeds++
        sum.ops += r.ops
        sum.requests += r.requests
        sum.rows += r.rows
        s.each?.(r)
        if (r.fault !== null) {
          sum.faults.push(r)
          if (s.untilFault) for (const stop of stops) stop()
        }
        return undefined
      })
      child.once('close', (code, signal) => {
        process.off('exit', atExit)
        if (code !== 0 && signal === null && sum.faults.length === 0)
          sum.faults.push({ seed: -1, fault: `the process ended with ${code}`, ops: 0, requests: 0, rows: 0 })
        done()
      })
    })
  await Promise.all(Array.from({ length: workers }, (_, n) => one(n)))
  return sum
}
