import { sisteDel } from './brudd.ts'
import { somAar } from './dato.ts'
import type { Punkt } from './noekkeltall.ts'

/** Where the next measurements are expected if it goes on as it went: a band, never a line. */
export interface Framskriving {
  /** Along the axis of years (`somAar`), evenly spaced, from the last measurement on. Percent, 0–100. */
  punkter: { t: number; lav: number; hoey: number }[]
}

/** The share of new measurements that the band should hold, as the legend says it. */
export const SIKKERHET = '8 av 10'
export const FRAMSKRIVING_AAR = 2.3
export const FRAMSKRIVING_MINST = 3

/** A band narrower than this would claim more than a count of people can bear. Percentage points. */
const MINSTE_SPREDNING = 0.4
const STEG = 12

/**
 * A straight line by least squares through the measurements, with the interval that a new measurement
 * falls in eight times of ten (prediction interval, Student's t).
 *
 * `null` with fewer than three measurements or all on one day. It reaches 2.3 years ahead at most, and never
 * further than the measurements reach back. Only measurements since the last break are in it. The baseline of a target is not a measurement and is left out.
 */
export function framskriv(punkter: readonly Punkt[], tak = 100): Framskriving | null {
  const maalte = sisteDel(punkter)
    .filter((p) => p.slag !== 'basis')
    .map((p) => ({ t: somAar(p.dato), v: p.verdi }))
  const n = maalte.length
  if (n < FRAMSKRIVING_MINST) return null
  const t0 = Math.max(...maalte.map((p) => p.t))
  const spenn = t0 - Math.min(...maalte.map((p) => p.t))
  if (spenn === 0) return null
  const mt = sum(maalte.map((p) => p.t)) / n
  const mv = sum(maalte.map((p) => p.v)) / n
  const sxx = sum(maalte.map((p) => (p.t - mt) ** 2))
  const stigning = sum(maalte.map((p) => (p.t - mt) * (p.v - mv))) / sxx
  const linje = (t: number): number => mv + stigning * (t - mt)
  const rest = Math.sqrt(sum(maalte.map((p) => (p.v - linje(p.t)) ** 2)) / (n - 2))
  const spredning = Math.max(rest, MINSTE_SPREDNING)
  const bredde = (t: number): number => t90(n - 2) * spredning * Math.sqrt(1 + 1 / n + (t - mt) ** 2 / sxx)
  const klem = (v: number): number => Math.min(tak, Math.max(0, v))
  const lengde = Math.min(FRAMSKRIVING_AAR, spenn)
  return {
    punkter: Array.from({ length: STEG + 1 }, (_, i) => {
      const t = t0 + (lengde * i) / STEG
      return { t, lav: klem(linje(t) - bredde(t)), hoey: klem(linje(t) + bredde(t)) }
    }),
  }
}

const sum = (a: readonly number[]): number => a.reduce((s, x) => s + x, 0)

/** Student's t, 90th percentile: exact to three decimals up to ten degrees of freedom, within 0.01 above. */
const T90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372]
const t90 = (frihetsgrader: number): number =>
  T90[frihetsgrader - 1] ?? 1.2816 * (1 + (1.2816 ** 2 + 1) / (4 * frihetsgrader))
