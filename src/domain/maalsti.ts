import { somAar, type Dato } from './dato.ts'
import { INDIKATORER, type Indikator, type Indikatornavn } from './indikatorer.ts'
import type { Maaltall } from './maaltall.ts'
import { avrund, skrivKort, skrivKortProsent } from './tallformat.ts'

/** The target path: straight lines between milestones, each at the end of its year. */

export type Milepael = Maaltall['basis']
type Sti = Pick<Maaltall, 'basis' | 'milepaeler'>

/** Where a year's milestone stands on the axis of years: its end, so 2024 stands at 2025.0. */
export const aarsslutt = (aar: number): number => aar + 1

/** Baseline first, then the milestones. A milestone of the baseline's year or before it is not part of the path. */
export const stipunkter = (sti: Sti): Milepael[] => [sti.basis, ...sti.milepaeler.filter((m) => m.aar > sti.basis.aar)]

/**
 * The path's value on a day, in percent.
 *
 * `null` before the end of the baseline's year: there is no path yet. After the last milestone it stays there.
 */
export function stiVerdi(sti: Sti, dag: Dato): number | null {
  const t = somAar(dag)
  const punkter = stipunkter(sti)
  if (t < aarsslutt(punkter[0]!.aar)) return null
  const neste = punkter.findIndex((p) => aarsslutt(p.aar) > t)
  if (neste === -1) return punkter.at(-1)!.verdi
  const fra = punkter[neste - 1]!
  const til = punkter[neste]!
  return fra.verdi + ((til.verdi - fra.verdi) * (t - aarsslutt(fra.aar))) / (til.aar - fra.aar)
}

/**
 * How far from the path, in percentage points with two decimals; positive is better than the path.
 *
 * Rounded before it is judged, so that what is shown and what the status says never disagree.
 */
export function avstandTilSti(verdi: number, sti: Sti, dag: Dato, retning: Indikator['retning']): number | null {
  const ventet = stiVerdi(sti, dag)
  if (ventet === null) return null
  return avrund(retning === 'opp' ? verdi - ventet : ventet - verdi, 2)
}

export const STATUSER = ['foran', 'i_rute', 'bak', 'mangler'] as const
export type Status = (typeof STATUSER)[number]

/** Up to so many percentage points under the path is still «i rute». */
export const I_RUTE_MARGIN = 1

/** Judged on the day of the measurement, against the path of that day. `null` where there is no path. */
export function statusMotSti(
  verdi: number,
  maaltall: Maaltall | undefined,
  maalt: Dato,
): Exclude<Status, 'mangler'> | null {
  if (!maaltall) return null
  const avstand = avstandTilSti(verdi, maaltall, maalt, INDIKATORER[maaltall.indikator].retning)
  if (avstand === null) return null
  if (avstand >= 0) return 'foran'
  return avstand >= -I_RUTE_MARGIN ? 'i_rute' : 'bak'
}

/** Whether a value has come as far as a milestone, in the indicator's own direction. Thousandths of a point do not count. */
export const erNaadd = (verdi: number, milepael: number, retning: Indikator['retning']): boolean =>
  retning === 'opp' ? verdi >= milepael - 1e-9 : verdi <= milepael + 1e-9

/** The milestone whose year ends next, today's year included; after the last, the last. `null` where there is none. */
export const nesteMilepael = (sti: Sti, idag: Dato): Milepael | null => {
  const milepaeler = stipunkter(sti).slice(1)
  return milepaeler.find((m) => `${m.aar}-12-31` >= idag) ?? milepaeler.at(-1) ?? null
}

/** A milestone's figure with its unit: `40 %`, `250 timer`. */
export const skrivMilepael = (indikator: Indikatornavn, verdi: number): string =>
  INDIKATORER[indikator].benevning === '%' ? skrivKortProsent(verdi) : `${skrivKort(verdi)}\u00a0timer`
