/**
 * A table of people by unit and group that is to be shown to others than those it counts, and what of it must be hidden.
 *
 * Every unit has a total, and any number of ways to divide its people (by gender, by profession, by size of position). Each figure
 * has two parts, those with heltid and those with deltid: a share is worked out from both, so they are shown or hidden together.
 */

/** People with heltid and people with deltid. */
export type Par = readonly [heltid: number, deltid: number]

/** A way to divide people: the categories, and for each which part it can hold (`null`: both). */
export type Inndeling = Readonly<Record<string, 0 | 1 | null>>

/** A unit that has none below it in the table. What it holds of a category it does not name, is nobody. */
export interface Blad {
  /** The unit itself first, then each one above it. */
  sti: readonly string[]
  alle: Par
  /** By division and category; each division adds up to `alle`. */
  deler: Readonly<Record<string, Readonly<Record<string, Par>>>>
}

export interface Tabell {
  inndelinger: Readonly<Record<string, Inndeling>>
  blader: readonly Blad[]
}

/** One figure of the table: a unit, and a category of a division, or everyone (`''`, `''`). */
export interface Celle {
  enhet: string
  inndeling: string
  kategori: string
}

export const cellenoekkel = (enhet: string, inndeling = '', kategori = ''): string =>
  `${enhet}|${inndeling}|${kategori}`

/** What a unit at the foot of the table holds of a category. */
export const iBlad = (b: Blad, inndeling: string, kategori: string): Par =>
  inndeling === '' ? b.alle : (b.deler[inndeling]?.[kategori] ?? [0, 0])

/** Every figure of the table with its value, by key: those above are the sum of those below. */
export function celleverdier(t: Tabell): Map<string, { celle: Celle; par: Par }> {
  const ut = new Map<string, { celle: Celle; par: Par }>()
  const slag = [['', ''] as const, ...kategorier(t)]
  for (const b of t.blader) {
    for (const enhet of b.sti) {
      for (const [inndeling, kategori] of slag) {
        const nk = cellenoekkel(enhet, inndeling, kategori)
        const foer = ut.get(nk)?.par ?? [0, 0]
        const [h, d] = iBlad(b, inndeling, kategori)
        ut.set(nk, { celle: { enhet, inndeling, kategori }, par: [foer[0] + h, foer[1] + d] })
      }
    }
  }
  return ut
}

/** Every division with each of its categories. */
export const kategorier = (t: Tabell): (readonly [inndeling: string, kategori: string])[] =>
  Object.entries(t.inndelinger).flatMap(([inndeling, k]) =>
    Object.keys(k).map((kategori) => [inndeling, kategori] as const),
  )
