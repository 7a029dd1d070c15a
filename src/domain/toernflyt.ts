import { delteMinutter, kanFlyttes, YRKER, type Flyttbar, type Yrke } from './toern.ts'

/** Work that goes from one profession to another, in minutes a week. */
export interface Flyt {
  fra: Yrke
  til: Yrke
  minutter: number
}

/** What can be moved, from whom to whom, shared where several should do it: one entry for each pair that has any, in the order of the professions. */
export function flyter(oppgaver: readonly Flyttbar[]): Flyt[] {
  const sum = new Map<string, Flyt>()
  for (const o of oppgaver.filter(kanFlyttes))
    for (const { yrke: til, minutter } of delteMinutter(o)) {
      if (til === o.gjoerIDag) continue
      const par = `${o.gjoerIDag}${til}`
      sum.set(par, { fra: o.gjoerIDag, til, minutter: (sum.get(par)?.minutter ?? 0) + minutter })
    }
  return YRKER.flatMap((fra) => YRKER.flatMap((til) => sum.get(`${fra}${til}`) ?? []))
}

/** Minutes a week that each profession gives away and gets. Both sides have the same sum. */
export interface Flyttesum {
  totalt: number
  girFraSeg: Record<Yrke, number>
  faar: Record<Yrke, number>
}

export function flyttesum(strommer: readonly Flyt[]): Flyttesum {
  const sum: Flyttesum = { totalt: 0, girFraSeg: ingen(), faar: ingen() }
  for (const f of strommer) {
    sum.totalt += f.minutter
    sum.girFraSeg[f.fra] += f.minutter
    sum.faar[f.til] += f.minutter
  }
  return sum
}

const ingen = (): Record<Yrke, number> => ({ V: 0, H: 0, A: 0, S: 0, B: 0 })

/**
 * Minutes as hours with one decimal, rounded so that they add up to their rounded sum: the parts that lose most by
 * rounding down are rounded up. Otherwise a picture could say 8,1 + 4,1 = 8,1.
 */
export function somTimer(minutter: readonly number[]): number[] {
  const tideler = minutter.map((m) => m / 6)
  const ned = tideler.map((t) => Math.floor(t + 1e-9))
  const rest = Math.round(tideler.reduce((a, b) => a + b, 0) + 1e-9) - ned.reduce((a, b) => a + b, 0)
  const opp = tideler
    .map((t, i) => ({ i, tapt: t - ned[i]! }))
    .sort((a, b) => b.tapt - a.tapt || a.i - b.i)
    .slice(0, rest)
  for (const { i } of opp) ned[i]!++
  return ned.map((t) => t / 10)
}

/** `37,6` */
export const skrivTimer = (timer: number): string => timer.toFixed(1).replace('.', ',')
