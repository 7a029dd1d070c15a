import type { Dato } from '../dato.ts'
import type { HOVEDINDIKATORER } from '../indikatorer.ts'
import { sisteMaaling, verdiAv, type MaalingPost } from '../maaling.ts'
import { avrund } from '../tallformat.ts'
import type { Omfangstall } from './telling.ts'

export type Telt = (typeof HOVEDINDIKATORER)[number]
export interface Antall {
  teller: number
  nevner: number
}

/**
 * The two measurements that a scope's count comes to. Årsverk to the hundredth, and never more than one for each person: where the
 * average is over 100 %, 100 % is what a measurement can hold.
 */
export const antallI = (t: Omfangstall): Record<Telt, Antall> => ({
  andelHeltid: { teller: t.heltid, nevner: t.ansatte },
  gjennomsnittligStilling: { teller: Math.min(t.ansatte, avrund(t.aarsverk, 2)), nevner: t.ansatte },
})

export const prosentAv = ({ teller, nevner }: Antall): number => verdiAv({ teller, nevner, verdi: null })

/** A figure beside the last one before it. */
export interface Sammenlignet {
  verdi: number
  /** The newest measurement up to the day before; from the day itself where `sammeDag`. */
  foer: { verdi: number; dato: Dato; teller: number | null; nevner: number | null } | null
  /** Percentage points since then. */
  endring: number | null
  /** The measurement of the same day that this one takes the place of. */
  erstatter: string | null
}

export function sammenlign(
  antall: Antall,
  enhet: string,
  indikator: Telt,
  maalinger: readonly MaalingPost[],
  dato: Dato,
): Sammenlignet {
  const verdi = prosentAv(antall)
  const siste = sisteMaaling(maalinger, enhet, indikator, dato)
  if (!siste) return { verdi, foer: null, endring: null, erstatter: null }
  const foer = { verdi: verdiAv(siste), dato: siste.dato, teller: siste.teller, nevner: siste.nevner }
  return { verdi, foer, endring: verdi - foer.verdi, erstatter: siste.dato === dato ? siste.id : null }
}
