import { helgeandel, type Helgeordning } from './helg.ts'
import type { Indikatornavn } from './indikatorer.ts'
import { HELTID_FRA } from './stillingstall.ts'

/** The search behind `hvaskaltil.ts`. Sizes are tenths of a percent here: 1000 is a full position. */

export interface Stillingsgruppe {
  /** Percent, at most one decimal. Over 100 is heltid, and is left alone. */
  prosent: number
  /** How many people. */
  antall: number
}

export interface Enhetsstillinger {
  besatt: readonly Stillingsgruppe[]
  ledig: readonly Stillingsgruppe[]
}

export interface Milepaelmaal {
  indikator: Extract<Indikatornavn, 'andelHeltid' | 'gjennomsnittligStilling'>
  /** Percent, 0–100. */
  verdi: number
}

export interface Rammer {
  /** Årsverk that may come to, beyond what is vacant. */
  aarsverk: number
  /** The weekends that must be covered; `null` where nobody has said what they need. */
  helg: Omit<Helgeordning, 'aarsverk'> | null
}

/** What goes first when both cannot be smallest. */
export type Foerst = 'beroerte' | 'aarsverk'

export const FULL = 1000
const HELTID = HELTID_FRA * 10

const sum = (tall: readonly number[]): number => tall.reduce((a, b) => a + b, 0)
/** Each person's size. */
const hver = (grupper: readonly Stillingsgruppe[]): number[] =>
  grupper.flatMap((g) => Array.from({ length: g.antall }, () => Math.round(g.prosent * 10)))
const opp = (n: number): number => Math.ceil(n - 1e-6)

export interface Oppgave {
  /** Largest first. */
  besatt: readonly number[]
  /** All that is vacant, added up. */
  ledig: number
  /** Fewest and most new posts, and the smallest that carries its weekends. */
  minstPoster: number
  flestPoster: number
  minstePost: number
}

/** One way of doing it: who is lifted, the new posts' sizes, what comes to and what is left. */
export interface Vei {
  loeft: (readonly [fra: number, til: number])[]
  poster: number[]
  tilfoert: number
  tilOvers: number
}

export function lesOppgave(s: Enhetsstillinger, helg: Rammer['helg']): Oppgave {
  const besatt = hver(s.besatt).sort((a, b) => b - a)
  const ledige = hver(s.ledig)
  const felles = { besatt, ledig: sum(ledige), flestPoster: ledige.length }
  if (helg === null) return { ...felles, minstPoster: 0, minstePost: 1 }
  // What one person's weekends come to, and what of the weekends the vacancies would have taken.
  const del = helgeandel(helg) * FULL
  const dekker = (stoerrelser: readonly number[]): number => sum(stoerrelser.map((p) => Math.min(p, del)))
  const igjen = Math.max(0, Math.min((helg.helgetimer / helg.uketimer) * FULL - dekker(besatt), dekker(ledige)))
  const minstPoster = opp(igjen / del)
  // Vacancies that are smaller than a weekend post can only become as small ones again.
  const rekker = minstPoster * opp(del) <= felles.ledig
  return { ...felles, minstPoster, minstePost: rekker ? Math.min(FULL, opp(del)) : Math.floor(igjen / minstPoster) }
}

type Grenser = readonly [lavest: number, hoeyest: number]

/** Shares so much out: each post to its lowest, then one after the other up to its highest. */
function fordel(grenser: readonly Grenser[], aarsverk: number): Pick<Vei, 'poster' | 'tilOvers'> {
  let tilOvers = aarsverk - sum(grenser.map(([lavest]) => lavest))
  const poster = grenser.map(([lavest, hoeyest]) => {
    const mer = Math.min(tilOvers, hoeyest - lavest)
    tilOvers -= mer
    return lavest + mer
  })
  return { poster, tilOvers }
}

const like = (antall: number, grenser: Grenser): Grenser[] => Array.from({ length: antall }, () => grenser)
const kostnad = (loeft: Vei['loeft']): number => sum(loeft.map(([fra, til]) => til - fra))

/** `ramme` is how much may come to; `null` where the way takes more, or there is none. */
type Veifinner = (o: Oppgave, maal: number, ramme: number, store: number, smaa: number) => Vei | null

/** So many posts of at least 80 % and so many smaller ones; then as many lifts to 80 % as the share takes. */
const tilAndel: Veifinner = (o, maal, ramme, store, smaa) => {
  const under = o.besatt.filter((p) => p < HELTID)
  const heltid = o.besatt.length - under.length + store
  const antall = Math.max(0, opp((maal / 100) * (o.besatt.length + store + smaa)) - heltid)
  if (antall > under.length) return null
  const loeft = under.slice(0, antall).map((p) => [p, HELTID] as const)
  const minst = Math.min(o.minstePost, HELTID - 1)
  const tilfoert = Math.max(0, kostnad(loeft) + store * HELTID + smaa * minst - o.ledig)
  if (tilfoert > ramme) return null
  const grenser = [...like(store, [HELTID, FULL]), ...like(smaa, [minst, HELTID - 1])]
  return { loeft, tilfoert, ...fordel(grenser, o.ledig + tilfoert - kostnad(loeft)) }
}

/** So many posts of any size; what they cannot take goes to as few as possible of those who have a position. */
const tilSnitt: Veifinner = (o, maal, ramme, antall) => {
  const trengs = Math.max(0, opp(maal * 10 * (o.besatt.length + antall)) - sum(o.besatt))
  const tilfoert = Math.max(0, Math.max(trengs, antall * o.minstePost) - o.ledig)
  if (tilfoert > ramme) return null
  const loeft = loeftMed(o.besatt, Math.max(0, trengs - antall * FULL))
  if (loeft === null) return null
  return {
    loeft,
    tilfoert,
    ...fordel(like(antall, [o.minstePost, FULL]), o.ledig + tilfoert - kostnad(loeft)),
  }
}

/** As few lifts as come to the sum; of so few, those with the largest positions that suffice. `null` where nobody has room for it. */
function loeftMed(besatt: readonly number[], trengs: number): Vei['loeft'] | null {
  const under = besatt.filter((p) => p < FULL)
  const tilOgMed = [0]
  for (const p of under) tilOgMed.push(tilOgMed.at(-1)! + FULL - p)
  const rom = (fra: number, antall: number): number => tilOgMed[fra + antall]! - tilOgMed[fra]!
  let antall = 0
  while (antall < under.length && rom(under.length - antall, antall) < trengs) antall++
  if (rom(under.length - antall, antall) < trengs) return null
  let fra = 0
  while (rom(fra, antall) < trengs) fra++
  let rest = trengs
  return under.slice(fra, fra + antall).map((p) => {
    const mer = Math.min(FULL - p, rest)
    rest -= mer
    return [p, p + mer] as const
  })
}

/** Smaller goes first, figure by figure. */
const erFoer = (a: readonly number[], b: readonly number[]): boolean => {
  const i = a.findIndex((x, j) => x !== b[j])
  return i >= 0 && a[i]! < b[i]!
}

/** The best of all ways to divide the vacant årsverk into posts; `null` where none keeps within the limit. */
export function bestVei(o: Oppgave, maal: Milepaelmaal, ramme: number, foerst: Foerst): Vei | null {
  const erAndel = maal.indikator === 'andelHeltid'
  const finn = erAndel ? tilAndel : tilSnitt
  let best: { vei: Vei; rang: number[] } | null = null
  for (let antall = o.minstPoster; antall <= o.flestPoster; antall++) {
    for (let smaa = 0; smaa <= (erAndel ? antall : 0); smaa++) {
      const vei = finn(o, maal.verdi, ramme, antall - smaa, smaa)
      if (vei === null) continue
      const [a, b] = [vei.loeft.length, vei.tilfoert]
      const rang = [...(foerst === 'beroerte' ? [a, b] : [b, a]), smaa, vei.tilOvers, antall]
      if (best === null || erFoer(rang, best.rang)) best = { vei, rang }
    }
  }
  return best?.vei ?? null
}
