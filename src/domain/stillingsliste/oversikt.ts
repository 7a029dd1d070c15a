import type { Yrke } from '../toern.ts'
import { erTom, lesDag, lesProsent, somTekst, DELER, type Celle } from './celle.ts'
import { flatt, type Kolonner, type Kolonneslag } from './kolonner.ts'
import { somAnsettelse, somPermisjon, somYrke, type Ansettelse, type Permisjon } from './ord.ts'
import { cellerI, enhetstekst, noekkelFor } from './rad.ts'

/** A word of the list, how many rows have it, and what it is taken for. */
export interface Ord<T> {
  /** By which it is told apart. */
  noekkel: string
  tekst: string
  rader: number
  kjent: T
}

/** The different words in the columns that decide, the most frequent first; what a person may have to explain before the list is counted. */
export interface Listeoversikt {
  enheter: (Ord<null> & { virksomhet: string })[]
  ansettelser: Ord<Ansettelse | null>[]
  permisjoner: Ord<Permisjon | null>[]
  yrker: Ord<Yrke | ''>[]
  /** The extracts that the list holds, where it holds several, the newest first. */
  uttrekk: Ord<null>[]
  /** Sizes look as if they were written 0–1. */
  andel: boolean
}

/** More than so many different words in a column is not a column of words. */
export const FLEST_ORD = 400

export function listeoversikt(rader: readonly (readonly Celle[])[], kolonner: Kolonner): Listeoversikt {
  const celle = cellerI(kolonner)
  const ordI = <T>(slag: Kolonneslag, kjent: (tekst: string) => T, flat = true): Ord<T>[] =>
    kolonner.includes(slag)
      ? tell(rader, (rad) => {
          const tekst = somTekst(celle(rad, slag))
          return { noekkel: flat ? flatt(tekst) : tekst, tekst }
        }).map((o) => ({ ...o, kjent: kjent(o.tekst) }))
      : []
  return {
    enheter: enheterI(rader, kolonner),
    ansettelser: ordI('ansettelse', somAnsettelse),
    permisjoner: ordI('permisjon', somPermisjon),
    yrker: ordI('yrke', somYrke),
    uttrekk: ordI('uttrekk', () => null, false).sort((a, b) => (nyhet(a.tekst) < nyhet(b.tekst) ? 1 : -1)),
    andel: erAndel(rader.map((rad) => celle(rad, 'prosent'))),
  }
}

const nyhet = (tekst: string): string => lesDag(tekst) ?? tekst

function enheterI(rader: readonly (readonly Celle[])[], kolonner: Kolonner): Listeoversikt['enheter'] {
  if (!kolonner.some((s) => s === 'enhet' || s === 'enhetsnr' || s === 'virksomhet')) return []
  const celle = cellerI(kolonner)
  return tell(rader, (rad) => {
    const noekkel = noekkelFor(celle, rad)
    return { noekkel, tekst: enhetstekst(noekkel) }
  }).map((o) => ({ ...o, kjent: null, virksomhet: o.noekkel.split('\n')[2] ?? '' }))
}

function tell(
  rader: readonly (readonly Celle[])[],
  les: (rad: readonly Celle[]) => { noekkel: string; tekst: string },
): { noekkel: string; tekst: string; rader: number }[] {
  const funnet = new Map<string, { noekkel: string; tekst: string; rader: number }>()
  for (const rad of rader) {
    const { noekkel, tekst } = les(rad)
    const foer = funnet.get(noekkel)
    if (foer) foer.rader++
    else if (!erTom(tekst)) funnet.set(noekkel, { noekkel, tekst, rader: 1 })
  }
  return [...funnet.values()].sort((a, b) => b.rader - a.rader).slice(0, FLEST_ORD)
}

/** Fractions go up to 1, and a person or two a little over; a list in which nobody has more than 1,5 % is one of them. */
function erAndel(celler: readonly Celle[]): boolean {
  let stoerst = 0
  for (const c of celler) {
    if (typeof c === 'string' && c.includes('%')) return false
    const p = lesProsent(c, false)
    if (typeof p === 'number') stoerst = Math.max(stoerst, p)
  }
  return stoerst > 0 && stoerst <= 1.5 * DELER
}
