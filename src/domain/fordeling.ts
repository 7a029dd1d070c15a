import { leggTilMaaneder, type Dato } from './dato.ts'
import type { EnhetPost } from './enhet.ts'
import { erFersk } from './maaling.ts'
import type { Kjoenn, Stilling, Stillingsbilde } from './stillingsbilde.ts'
import { aarsverkI, ansatteI, heltidI, sisteBilde } from './stillingstall.ts'
import { YRKER, type Yrke } from './toern.ts'

/** Sizes of positions, from the lower bound up to, not including, the next; the last is whole positions. Percent. */
export const STOERRELSER = [
  { id: '0-20', navn: 'Under 20 %', fraOgMed: 0 },
  { id: '20-40', navn: '20–40 %', fraOgMed: 20 },
  { id: '40-60', navn: '40–60 %', fraOgMed: 40 },
  { id: '60-80', navn: '60–80 %', fraOgMed: 60 },
  { id: '80-100', navn: '80–<100 %', fraOgMed: 80 },
  { id: '100', navn: '100 %', fraOgMed: 100 },
] as const
export type Stoerrelse = (typeof STOERRELSER)[number]['id']

export const stoerrelseAv = (prosent: number): Stoerrelse => STOERRELSER.findLast((s) => prosent >= s.fraOgMed)!.id

/** How many people have each size, in the order of `STOERRELSER`. */
export const fordeling = (stillinger: readonly Pick<Stilling, 'prosent' | 'antall'>[]): number[] =>
  STOERRELSER.map(({ id }) => ansatteI(stillinger.filter((s) => stoerrelseAv(s.prosent) === id)))

/** What a group comes to. A share is worked out from the counts, never averaged. */
export interface Gruppetall<G extends string> {
  gruppe: G
  ansatte: number
  heltid: number
  aarsverk: number
}

const gruppetall = <G extends string>(gruppe: G, stillinger: readonly Stilling[]): Gruppetall<G> => ({
  gruppe,
  ansatte: ansatteI(stillinger),
  heltid: heltidI(stillinger),
  aarsverk: aarsverkI(stillinger),
})

export const etterKjoenn = (stillinger: readonly Stilling[]): Gruppetall<Kjoenn | ''>[] =>
  grupper(['kvinne', 'mann', ''] as const, stillinger, (s) => s.kjoenn)
export const etterYrke = (stillinger: readonly Stilling[]): Gruppetall<Yrke | ''>[] =>
  grupper([...YRKER, ''] as const, stillinger, (s) => s.yrke)

/** The groups in which there is anybody. */
const grupper = <G extends string>(
  alle: readonly G[],
  stillinger: readonly Stilling[],
  av: (s: Stilling) => G,
): Gruppetall<G>[] =>
  alle
    .map((g) =>
      gruppetall(
        g,
        stillinger.filter((s) => av(s) === g),
      ),
    )
    .filter((g) => g.ansatte > 0)

export type BildePost = Stillingsbilde & { id: string }

/** The positions of a unit, or of all below it, on a day. */
export interface Samletbilde {
  stillinger: Stilling[]
  fraOgMed: Dato
  tilOgMed: Dato
  /** The units that are in it. */
  enheter: string[]
  /** Those below that have no picture from the last 13 months. */
  mangler: string[]
  kilder: string[]
  eksempel: boolean
}

/**
 * The unit's own newest picture, else the newest of each unit below; none older than 13 months. `null` where there is none.
 *
 * A person with positions in two units is in both.
 */
export function samletbilde(
  rot: string,
  bilder: readonly BildePost[],
  enheter: readonly Pick<EnhetPost, 'id' | 'overordnet'>[],
  idag: Dato,
  bare?: ReadonlySet<string>,
): Samletbilde | null {
  const med: BildePost[] = []
  const mangler: string[] = []
  const sett = new Set<string>()
  const samle = (id: string): void => {
    if (sett.has(id)) return
    sett.add(id)
    const b = bare && !bare.has(id) ? undefined : sisteBilde(bilder, id, idag)
    const under = enheter.filter((e) => e.overordnet === id)
    if (b && erFersk(b.dato, idag)) med.push(b)
    else if (under.length > 0) for (const e of under) samle(e.id)
    else mangler.push(id)
  }
  samle(rot)
  if (med.length === 0) return null
  const dager = med.map((b) => b.dato).sort()
  return {
    stillinger: med.flatMap((b) => b.stillinger),
    fraOgMed: dager[0]!,
    tilOgMed: dager.at(-1)!,
    enheter: med.map((b) => b.enhet),
    mangler,
    kilder: [...new Set(med.map((b) => b.kilde).filter(Boolean))],
    eksempel: med.some((b) => b.eksempel),
  }
}

/** The positions now and about a year before, of the same units; `foer` is `null` where they were not counted then. */
export function foerOgNaa(
  rot: string,
  bilder: readonly BildePost[],
  enheter: readonly Pick<EnhetPost, 'id' | 'overordnet'>[],
  idag: Dato,
): { naa: Samletbilde; foer: Samletbilde | null } | null {
  const naa = samletbilde(rot, bilder, enheter, idag)
  if (!naa) return null
  const med = new Set(naa.enheter)
  const eldst = bilder
    .filter((b) => med.has(b.enhet))
    .map((b) => b.dato)
    .sort()[0]!
  const iFjor = leggTilMaaneder(naa.tilOgMed, -11)
  const foer = samletbilde(rot, bilder, enheter, iFjor < eldst ? eldst : iFjor, med)
  const samme = foer && foer.enheter.length === med.size && foer.tilOgMed < naa.fraOgMed
  return { naa, foer: samme ? foer : null }
}
