import type { Ansettelse, Permisjon } from './ord.ts'

/** Who counts: the municipality's own rule, as data (domain/asker/utvalgsregel.ts). */
export interface Utvalgsregel {
  ansettelser: Record<Ansettelse, boolean>
  /** A row on leave is left out where this is false. Whoever fills in for them counts by their own row. */
  permisjoner: Record<Permisjon, boolean>
  /** Titles that are outside, with small letters. */
  utenfor: RegExp
  /** Where the rule is taken from, and what is our reading of it. */
  kilde: string
}

/** Why a row is outside the population that is counted. */
export type Utenfor = Exclude<Ansettelse, 'fast'> | 'foedsel' | 'helUloennet' | 'unntatt'

/** The reason why a row is not counted, by the rule; `null` where it counts. Unknown words count: they are asked about. */
export function utenforUtvalget(
  regel: Utvalgsregel,
  rad: { ansettelse: Ansettelse | null; permisjon: Permisjon | null; tittel: string },
): Utenfor | null {
  const { ansettelse, permisjon } = rad
  if (ansettelse !== null && ansettelse !== 'fast' && !regel.ansettelser[ansettelse]) return ansettelse
  if (regel.utenfor.test(rad.tittel.toLowerCase())) return 'unntatt'
  if ((permisjon === 'foedsel' || permisjon === 'helUloennet') && !regel.permisjoner[permisjon]) return permisjon
  return null
}
