import { JEVNT_BEHOV, UKER_I_AARET } from './helgekonstanter.ts'
import { HELTID_FRA } from './stillingstall.ts'

/**
 * Helgematematikk: what a way of staffing the weekends allows. A conversation aid, not a roster: night posts,
 * day-only posts and Friday evening change the figures, and absence cover is not in them.
 */
export interface Helgeordning {
  /** Årsverk in the plan, without cover for absence. */
  aarsverk: number
  /** Staffed hours on one weekend, Saturday and Sunday, all who must be there. */
  helgetimer: number
  /** Hours one person works on one working weekend. */
  timerPerHelg: number
  /** Works every so many weekends: 3 is every third. */
  frekvens: number
  /** Hours a week in a full position. */
  uketimer: number
}

/** Heltid as a share of a full position. */
const HELTIDSANDEL = HELTID_FRA / 100

/** Up and down to whole people; what floating point adds or takes (0,9 × 300 ÷ 5 = 54,00000000000001) makes nobody. */
const tak = (n: number): number => Math.ceil(n - 1e-9)
const gulv = (n: number): number => Math.floor(n + 1e-9)

/** Årsverk that staffed hours a week come to. */
export const aarsverkAvTimer = (timerIUken: number, uketimer: number): number => timerIUken / uketimer

/** People needed for the weekends to be covered; never fewer than one. */
export const hoderTilHelgen = (o: Pick<Helgeordning, 'helgetimer' | 'timerPerHelg' | 'frekvens'>): number =>
  Math.max(1, tak((o.helgetimer / o.timerPerHelg) * o.frekvens))

/** The average position that is possible when that many share the årsverk, 0–100. */
export const muligSnittprosent = (o: Helgeordning): number => Math.min(1, o.aarsverk / hoderTilHelgen(o)) * 100

/** How much of a full-timer's time is weekend, 0–1. Also the smallest position that carries its weekends: «helgestilling». */
export const helgeandel = (o: Pick<Helgeordning, 'timerPerHelg' | 'frekvens' | 'uketimer'>): number =>
  o.timerPerHelg / (o.frekvens * o.uketimer)

/** How much of all staffed time is weekend, 0–1. Above `helgeandel` not everybody can have a full position. */
export const behovsandel = (o: Pick<Helgeordning, 'aarsverk' | 'helgetimer' | 'uketimer'>): number =>
  o.helgetimer / (o.aarsverk * o.uketimer)

/**
 * The largest possible number of people with at least so large a position (0–1 of a full one), when the rest have
 * weekend-only posts. At most as many as the weekends need.
 */
export function flestMed(minsteandel: number, o: Helgeordning): number {
  const hoder = hoderTilHelgen(o)
  const s = helgeandel(o)
  const tilOvers = o.aarsverk - s * hoder
  if (tilOvers < -1e-9) return 0
  return s >= minsteandel ? hoder : Math.max(0, Math.min(hoder, gulv(tilOvers / (minsteandel - s))))
}

/** Hours of a weekend that nobody covers when so many people with full positions share it; 0 where all is covered. */
export const hullMed = (ansatte: number, o: Helgeordning): number =>
  Math.max(0, o.helgetimer - (ansatte * o.timerPerHelg) / o.frekvens)

/** How much of the weekend is covered when every årsverk is one full position, 0–1; may be above 1. */
export const dekningAlleHele = (o: Helgeordning): number => (o.aarsverk * o.timerPerHelg) / (o.frekvens * o.helgetimer)

/** The same where the need is even over the week: two sevenths of the hours lie in the weekend. */
export const dekningVedJevntBehov = (o: Pick<Helgeordning, 'timerPerHelg' | 'frekvens' | 'uketimer'>): number =>
  helgeandel(o) / JEVNT_BEHOV

/** Weekend hours in a year for one employee. */
export const helgetimerIAaret = (
  o: Pick<Helgeordning, 'timerPerHelg' | 'frekvens'>,
  uker: number = UKER_I_AARET,
): number => (o.timerPerHelg * uker) / o.frekvens

/** All that is told of one arrangement. */
export interface Helgeregnskap {
  hoder: number
  /** 0–100. */
  snittprosent: number
  /** Smallest weekend post, 0–100. */
  helgestillingprosent: number
  /** How many can have a full position, and how many Asker's heltid (80–100 %), at most. */
  fulle: number
  heltid: number
  /** Årsverk that must come to before all who the weekends need can have 100 %, and 80 %. */
  manglerTilFulle: number
  manglerTilHeltid: number
  /** What would let all have full positions, all else alike: weekends this often, or this many hours on a weekend. */
  frekvensForFulle: number
  timerForFulle: number
  /** 0–1: of the weekend, when all årsverk are full positions. */
  dekningAlleHele: number
  timerIAaret: number
}

export function helgeregnskap(o: Helgeordning): Helgeregnskap {
  const hoder = hoderTilHelgen(o)
  return {
    hoder,
    snittprosent: muligSnittprosent(o),
    helgestillingprosent: helgeandel(o) * 100,
    fulle: flestMed(1, o),
    heltid: flestMed(HELTIDSANDEL, o),
    manglerTilFulle: Math.max(0, hoder - o.aarsverk),
    manglerTilHeltid: Math.max(0, hoder * HELTIDSANDEL - o.aarsverk),
    frekvensForFulle: (o.aarsverk * o.timerPerHelg) / o.helgetimer,
    timerForFulle: (o.helgetimer * o.frekvens) / o.aarsverk,
    dekningAlleHele: dekningAlleHele(o),
    timerIAaret: helgetimerIAaret(o),
  }
}
