import * as v from 'valibot'
import { eksempel, id, tittel } from './felt.ts'
import { etterRang, rangMellom, rangSkjema } from './rang.ts'

/** A point in an activity's checklist. A row of its own, so that what several tablets write without a network is all there when they meet. */
export const sjekkpunktSkjema = v.object({
  /** The activity it belongs to, in the same space. */
  aktivitet: id,
  tekst: tittel('Punktet'),
  gjort: v.optional(v.boolean(), false),
  /** Its place in the list. */
  rang: rangSkjema,
  eksempel,
})
export type Sjekkpunkt = v.InferOutput<typeof sjekkpunktSkjema>

type Plassert = Pick<Sjekkpunkt, 'rang'> & { id: string }

/** One activity's points, as they stand in its list. */
export const sjekklisteFor = <T extends Plassert & Pick<Sjekkpunkt, 'aktivitet'>>(
  punkter: readonly T[],
  aktivitet: string,
): T[] => punkter.filter((p) => p.aktivitet === aktivitet).sort(etterRang)

/** The rank of a new point, last in the list. `sist`: the one just added, where the list does not show it yet. */
export function rangSist(liste: readonly Plassert[], id: string, sist = ''): string {
  const foer = [sist, liste.at(-1)?.rang ?? ''].sort().at(-1)!
  return rangMellom(foer === '' ? null : foer, null, id)
}

/** The rank that moves a point one place up (−1) or down (1) in its sorted list; `null` where it is at the end already. */
export function rangFlyttet(liste: readonly Plassert[], id: string, steg: -1 | 1): string | null {
  const fra = liste.findIndex((p) => p.id === id)
  const til = fra + steg
  if (fra < 0 || til < 0 || til >= liste.length) return null
  const andre = liste.filter((p) => p.id !== id)
  const foer = andre[til - 1]?.rang ?? null
  // Two that were given the same place are passed together.
  const etter = andre.slice(til).find((p) => foer === null || p.rang > foer)
  return rangMellom(foer, etter?.rang ?? null, id)
}

export interface Sjekket {
  gjort: number
  av: number
}

/** How far each activity's checklist has come, by the activity's id; one without points is not in it. */
export function sjekketPer(punkter: readonly Pick<Sjekkpunkt, 'aktivitet' | 'gjort'>[]): Map<string, Sjekket> {
  const per = new Map<string, Sjekket>()
  for (const p of punkter) {
    const { gjort, av } = per.get(p.aktivitet) ?? { gjort: 0, av: 0 }
    per.set(p.aktivitet, { gjort: gjort + (p.gjort ? 1 : 0), av: av + 1 })
  }
  return per
}
