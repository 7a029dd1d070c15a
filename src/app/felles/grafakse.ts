import { aarsslutt } from '../../domain/maalsti.ts'

/** Axes of the small charts: few hair lines at round figures, and years that do not crowd. */

const STEG = [1, 2, 5, 10, 20, 25, 50]

/** Round figures that hold the values between the first and the last, three or four of them. */
export function akseverdier(verdier: readonly number[], flest = 4): number[] {
  if (verdier.length === 0) return [0, 50, 100]
  const lav = Math.min(...verdier)
  const hoey = Math.max(...verdier)
  for (let faktor = 1; ; faktor *= 100) {
    for (const steg of STEG.map((s) => s * faktor)) {
      const foerste = Math.floor(lav / steg) * steg
      const siste = Math.max(Math.ceil(hoey / steg) * steg, foerste + steg)
      const antall = Math.round((siste - foerste) / steg) + 1
      if (antall <= flest) return Array.from({ length: antall }, (_, i) => foerste + i * steg)
    }
  }
}

export interface Aarsmerke {
  aar: number
  /** Where it stands on the axis of years. */
  t: number
}

/**
 * The years under the axis, with at least `avstand` years between them, counted back from the last.
 *
 * With milestones each year stands under its end, where its milestone is; without, in its middle.
 */
export function aarsmerker(fra: number, til: number, milepaelaar: readonly number[], avstand: number): Aarsmerke[] {
  const aar =
    milepaelaar.length > 0
      ? [...new Set([Math.round(fra) - 1, ...milepaelaar])].map((a) => ({ aar: a, t: aarsslutt(a) }))
      : Array.from({ length: Math.max(1, Math.ceil(til) - Math.floor(fra)) }, (_, i) => Math.floor(fra) + i).map(
          (a) => ({
            aar: a,
            t: a + 0.5,
          }),
        )
  const valgt: Aarsmerke[] = []
  for (const m of aar.filter((a) => a.t >= fra - 0.01 && a.t <= til + 0.01).reverse()) {
    if (valgt.length === 0 || valgt[0]!.t - m.t >= avstand) valgt.unshift(m)
  }
  return valgt
}
