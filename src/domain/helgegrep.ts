import { helgeregnskap, type Helgeordning, type Helgeregnskap } from './helg.ts'
import { JEVNT_BEHOV } from './helgekonstanter.ts'
import { medSpaker, ordningIDag, spakerIDag, type Helgespaker, type Utgangspunkt } from './helgespaker.ts'

/** The five levers in the order they are always shown: by nothing but habit, so that none is put first for being the best. */
export const GREP = ['bemanning', 'oppgavedeling', 'langvakt', 'frekvens', 'aarsplan'] as const
export type Grep = (typeof GREP)[number]

/** What each lever consists of. */
const DELER: Record<Grep, readonly (keyof Helgespaker)[]> = {
  bemanning: ['flereAarsverk'],
  oppgavedeling: ['flyttedeTimer'],
  langvakt: ['langvakt', 'langvaktandel'],
  frekvens: ['frekvens'],
  aarsplan: ['vikartimer', 'omregning'],
}

/** The levers at rest, but for the one. */
export const bare = (grep: Grep, u: Utgangspunkt, s: Helgespaker): Helgespaker => ({
  ...spakerIDag(u),
  ...Object.fromEntries(DELER[grep].map((d) => [d, s[d]])),
})

/** Whether a lever does anything. The length of a langvakt that nobody works does not. */
export const erBrukt = (grep: Grep, u: Pick<Utgangspunkt, 'frekvens'>, s: Helgespaker): boolean =>
  ({
    bemanning: s.flereAarsverk !== 0,
    oppgavedeling: s.flyttedeTimer !== 0,
    langvakt: s.langvaktandel !== 0,
    frekvens: s.frekvens !== u.frekvens,
    aarsplan: s.vikartimer !== 0,
  })[grep]

export interface Grepsvar {
  grep: Grep
  brukt: boolean
  /** What the lever gives alone; as today where it is at rest. */
  regnskap: Helgeregnskap
}

/** Each lever by itself. Together they give more or less than the sum: that is worked out with all of them at once. */
export const hvertGrep = (u: Utgangspunkt, s: Helgespaker): Grepsvar[] =>
  GREP.map((grep) => ({
    grep,
    brukt: erBrukt(grep, u, s),
    regnskap: helgeregnskap(medSpaker(u, bare(grep, u, s))),
  }))

/** How it is today and with the levers. */
export function foerOgMed(
  u: Utgangspunkt,
  s: Helgespaker,
): Record<'foer' | 'med', { ordning: Helgeordning; regnskap: Helgeregnskap }> {
  const svar = (ordning: Helgeordning) => ({ ordning, regnskap: helgeregnskap(ordning) })
  return { foer: svar(ordningIDag(u)), med: svar(medSpaker(u, s)) }
}

/** The weekend hours where as many are at work every day: two sevenths of the week's, whole hours. */
export const jevneHelgetimer = (aarsverk: number, uketimer: number): number =>
  Math.round(aarsverk * uketimer * JEVNT_BEHOV)
