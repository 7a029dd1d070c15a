/** Points on a line: in order, at least so far apart, only where there is free ground, and as near as may be to where they would be. */

export interface Strekning {
  fra: number
  til: number
}

/**
 * Places for points that wish to stand at `oensket` (rising). `avstand[i]` is the least distance from i to i + 1,
 * `ledig` the free stretches in order. `null` when they do not fit.
 */
export function fordel(
  oensket: readonly number[],
  avstand: readonly number[],
  ledig: readonly Strekning[],
): number[] | null {
  let best: number[] | null = null
  let pris = Infinity
  const minst = Math.min(...avstand)
  const plasser = ledig.map((l) => (avstand.length > 0 ? Math.floor((l.til - l.fra) / minst + 1e-9) + 1 : 1))
  for (const antall of delinger(oensket.length, plasser)) {
    const plass = medDeling(oensket, avstand, ledig, antall)
    if (!plass) continue
    const p = plass.reduce((sum, x, i) => sum + (x - oensket[i]!) ** 2, 0)
    if (p < pris) [best, pris] = [plass, p]
  }
  return best
}

/** All ways to put n things, in order, into boxes that hold so many each. */
function delinger(n: number, [foerste, ...resten]: readonly number[]): number[][] {
  if (foerste === undefined) return n === 0 ? [[]] : []
  const hoeyst = Math.min(n, foerste)
  const minst = Math.max(0, n - resten.reduce((sum, p) => sum + p, 0))
  return Array.from({ length: Math.max(0, hoeyst - minst + 1) }, (_, i) => minst + i).flatMap((i) =>
    delinger(n - i, resten).map((d) => [i, ...d]),
  )
}

function medDeling(
  oensket: readonly number[],
  avstand: readonly number[],
  ledig: readonly Strekning[],
  antall: readonly number[],
): number[] | null {
  const ut: number[] = []
  for (const [j, n] of antall.entries()) {
    const start = ut.length
    for (let i = start; i < start + n; i++) {
      const etter = i > 0 ? ut[i - 1]! + avstand[i - 1]! : -Infinity
      ut.push(Math.max(oensket[i]!, ledig[j]!.fra, etter))
    }
    let tak = ledig[j]!.til
    for (let i = ut.length - 1; i >= start; i--) {
      ut[i] = Math.min(ut[i]!, tak)
      tak = ut[i]! - (avstand[i - 1] ?? 0)
    }
    const foerst = Math.max(ledig[j]!.fra, start > 0 ? ut[start - 1]! + avstand[start - 1]! : -Infinity)
    if (n > 0 && ut[start]! < foerst - 1e-9) return null
  }
  return ut
}

/** A stretch without others: what is left of it, in order. */
export function uten(hele: Strekning, bort: readonly Strekning[]): Strekning[] {
  let ledig = [hele]
  for (const b of bort)
    ledig = ledig.flatMap((l) =>
      b.til <= l.fra || b.fra >= l.til
        ? [l]
        : [
            { fra: l.fra, til: b.fra },
            { fra: b.til, til: l.til },
          ].filter((d) => d.til >= d.fra),
    )
  return ledig
}
