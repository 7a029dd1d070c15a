import { sisteDel } from './brudd.ts'
import { dagerFra, type Dato } from './dato.ts'
import { INDIKATORER } from './indikatorer.ts'
import { erNaadd, stipunkter, type Milepael } from './maalsti.ts'
import type { Noekkeltall } from './noekkeltall.ts'

/** How fast it has gone, and how fast it must go: side by side, in the indicator's unit a year. */
export interface Tempo {
  /** From the first to the last measurement of the period; `null` where there are too few, or too close, since the last break. */
  hittil: { perAar: number; fra: Dato; til: Dato } | null
  /** What it takes from the newest measurement to the end of the milestone's year; `null` where every milestone is reached. */
  trengs: { perAar: number; maaneder: number; milepael: Milepael } | null
}

/** The pace so far is that of the last two years: what was done before says little of what is done now. */
export const TEMPO_DAGER = 730
/** Measurements closer than half a year say nothing of a year. */
export const TEMPO_MINST_DAGER = 180
const AAR = 365.25

/**
 * The pace of a figure that has a target path; `null` without a path or a measurement.
 *
 * Positive is upwards, also where lower is better. The baseline of the target is not a measurement. Nothing reaches across a break.
 */
export function tempo(t: Pick<Noekkeltall, 'indikator' | 'punkter' | 'maaltall'>, idag: Dato): Tempo | null {
  const maalte = sisteDel(t.punkter).filter((p) => p.slag !== 'basis')
  const sist = maalte.at(-1)
  if (!t.maaltall || !sist) return null
  const foerst = maalte.find((p) => dagerFra(p.dato, sist.dato) <= TEMPO_DAGER)!
  const dager = dagerFra(foerst.dato, sist.dato)
  const { retning } = INDIKATORER[t.indikator]
  const milepael = stipunkter(t.maaltall)
    .slice(1)
    .find((m) => `${m.aar}-12-31` > idag && !erNaadd(sist.verdi, m.verdi, retning))
  const igjen = milepael ? dagerFra(idag, `${milepael.aar}-12-31`) : 0
  return {
    hittil:
      dager < TEMPO_MINST_DAGER
        ? null
        : { perAar: ((sist.verdi - foerst.verdi) / dager) * AAR, fra: foerst.dato, til: sist.dato },
    trengs: milepael
      ? {
          perAar: ((milepael.verdi - sist.verdi) / igjen) * AAR,
          maaneder: Math.max(1, Math.round(igjen / (AAR / 12))),
          milepael,
        }
      : null,
  }
}
