import type { Dato } from './dato.ts'
import type { EnhetPost } from './enhet.ts'
import { INDIKATORER, type Indikatornavn } from './indikatorer.ts'
import { erFersk, harAntall, type MaalingPost } from './maaling.ts'

/** A figure rolled up from sub-units, by teller and nevner, hours by their sum: percentages are never averaged. */
export interface Samlet {
  /** `null` for hours: they are added up, and there is nothing to divide by. */
  teller: number | null
  nevner: number | null
  verdi: number
  /** Of a survey: how many were asked; `null` where one of the units did not write it. */
  spurt: number | null
  /** Ids of the units that are in it, and of those below that have no count from the last 13 months. */
  enheter: string[]
  mangler: string[]
  /** First and last day of the measurements that are in it. */
  fraOgMed: Dato
  tilOgMed: Dato
  eksempel: boolean
}

/** Hours are added up as they are; the rest by teller and nevner. */
const iTimer = (i: Indikatornavn): boolean => INDIKATORER[i].benevning === 'timer'

type Tre = readonly Pick<EnhetPost, 'id' | 'overordnet'>[]

/** Why a total is not always the sum of its units; shown wherever a roll-up is. */
export const SAMLET_FORBEHOLD =
  'En person med stilling i to enheter telles i begge. Derfor kan et samlet tall avvike fra tallet for hele virksomheten.'

/**
 * The units below, each with its newest count from the last 13 months. `null` where none has one.
 *
 * A unit's own count goes before the units under it; a published percentage without a count cannot be rolled up,
 * and what is under it is used instead. The scope's own measurement is not looked at here: it goes before all of this
 * (domain/noekkeltall.ts).
 */
export function samlet(
  rot: string,
  indikator: Indikatornavn,
  maalinger: readonly MaalingPost[],
  enheter: Tre,
  idag: Dato,
): Samlet | null {
  const siste = sistePerEnhet(indikator, maalinger, idag)
  const med: MaalingPost[] = []
  const mangler: string[] = []
  const besoekt = new Set([rot])
  const samle = (over: string): void => {
    for (const e of enheter) {
      if (e.overordnet !== over || besoekt.has(e.id)) continue
      besoekt.add(e.id)
      const m = siste.get(e.id)
      if (m) med.push(m)
      else if (enheter.some((b) => b.overordnet === e.id)) samle(e.id)
      else mangler.push(e.id)
    }
  }
  samle(rot)
  if (med.length === 0) return null
  const legg = (n: (m: MaalingPost) => number | null): number => med.reduce((sum, m) => sum + (n(m) ?? 0), 0)
  const antall = iTimer(indikator) ? null : { teller: legg((m) => m.teller), nevner: legg((m) => m.nevner) }
  const dager = med.map((m) => m.dato).sort()
  return {
    teller: antall?.teller ?? null,
    nevner: antall?.nevner ?? null,
    verdi: antall ? (antall.teller * 100) / antall.nevner : legg((m) => m.verdi),
    spurt: med.every((m) => m.spurt !== null) ? legg((m) => m.spurt) : null,
    enheter: med.map((m) => m.enhet),
    mangler,
    fraOgMed: dager[0]!,
    tilOgMed: dager.at(-1)!,
    eksempel: med.some((m) => m.eksempel),
  }
}

function sistePerEnhet(indikator: Indikatornavn, maalinger: readonly MaalingPost[], idag: Dato) {
  const siste = new Map<string, MaalingPost>()
  const kanLeggesSammen = (m: MaalingPost): boolean => (iTimer(indikator) ? m.verdi !== null : harAntall(m))
  for (const m of maalinger) {
    if (m.indikator !== indikator || !kanLeggesSammen(m) || m.dato > idag || !erFersk(m.dato, idag)) continue
    const foer = siste.get(m.enhet)
    if (!foer || foer.dato < m.dato || (foer.dato === m.dato && foer.id < m.id)) siste.set(m.enhet, m)
  }
  return siste
}

/**
 * The roll-up through time: one point a month, on the last day something was measured in it.
 *
 * Only days on which the same units had a figure as have one today: else a new unit would look like a leap.
 */
export function samletSerie(
  rot: string,
  indikator: Indikatornavn,
  maalinger: readonly MaalingPost[],
  enheter: Tre,
  idag: Dato,
): Samlet[] {
  const naa = samlet(rot, indikator, maalinger, enheter, idag)
  if (!naa) return []
  const med = new Set(naa.enheter)
  const perMaaned = new Map<string, Dato>()
  for (const m of maalinger) {
    if (m.indikator !== indikator || !med.has(m.enhet) || m.dato > idag) continue
    const maaned = m.dato.slice(0, 7)
    if ((perMaaned.get(maaned) ?? '') < m.dato) perMaaned.set(maaned, m.dato)
  }
  return [...perMaaned.values()]
    .sort()
    .map((dag) => samlet(rot, indikator, maalinger, enheter, dag))
    .filter((s) => s !== null)
    .filter((s) => s.enheter.length === med.size && s.enheter.every((e) => med.has(e)))
}
