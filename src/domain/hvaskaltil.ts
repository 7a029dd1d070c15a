import {
  bestVei,
  FULL,
  lesOppgave,
  type Enhetsstillinger,
  type Foerst,
  type Milepaelmaal,
  type Oppgave,
  type Rammer,
  type Stillingsgruppe,
  type Vei,
} from './hvaskaltilveier.ts'
import { aarsverkI, ansatteI, heltidI } from './stillingstall.ts'

export type { Enhetsstillinger, Foerst, Milepaelmaal, Rammer, Stillingsgruppe }

/**
 * What it takes: the smallest set of changes that brings a unit's positions to a milestone.
 *
 * Method. Those who have a position may be lifted. Vacant positions are a pool of årsverk that may be advertised again in
 * other sizes, in as many posts or fewer. Staffing does not go down, and no more årsverk come to than what vikar hours
 * can pay. All ways of dividing the pool are looked through, and for each the cheapest lifts: for a share of heltid the
 * largest positions under 80 % (lifting others costs more), for an average the largest gaps (fewer do not suffice). So the
 * answer is exact: no other set has fewer people, and none with as few has fewer årsverk.
 *
 * Limits. Whoever is lifted works as many weekends as before; each new post takes its share of them; the weekends are
 * covered at least as well as with every vacancy filled as it was, or in full. Professions, shifts, and who wants what
 * are not known here.
 */

export type Tiltak =
  | { slag: 'loeft'; antall: number; fra: number; til: number }
  /** Vacant årsverk advertised as so many posts of this size. */
  | { slag: 'utlys'; antall: number; til: number }

export interface Stillingstall {
  ansatte: number
  heltid: number
  aarsverk: number
  /** Percent. */
  andelHeltid: number
  gjennomsnittligStilling: number
}

export interface HvaSkalTil {
  /** Whether the milestone is reached within the limits. When not, `tiltak` goes as far as they allow. */
  naadd: boolean
  tiltak: Tiltak[]
  /** People who have a position today and get another. */
  beroerte: number
  /** Årsverk that come to beyond what is vacant, and vacant ones that are left to use. */
  tilfoert: number
  tilOvers: number
  etter: Stillingstall
  /** Årsverk more than the limits allow that the milestone would take at least; 0 when it is reached. */
  mangler: number
}

/** How the unit stands when everybody in the groups is counted. */
export function tellStillinger(grupper: readonly Stillingsgruppe[]): Stillingstall {
  const [ansatte, heltid, aarsverk] = [ansatteI(grupper), heltidI(grupper), aarsverkI(grupper)]
  const del = (n: number): number => (ansatte === 0 ? 0 : (n / ansatte) * 100)
  return { ansatte, heltid, aarsverk, andelHeltid: del(heltid), gjennomsnittligStilling: del(aarsverk) }
}

/** The smallest set of changes that reaches the milestone; when the limits forbid it, the way that comes furthest, and what is missing. */
export function hvaSkalTil(
  stillinger: Enhetsstillinger,
  maal: Milepaelmaal,
  rammer: Rammer,
  foerst: Foerst = 'beroerte',
): HvaSkalTil {
  const o = lesOppgave(stillinger, rammer.helg)
  const ramme = Math.floor(rammer.aarsverk * FULL + 1e-6)
  const helt = bestVei(o, maal, ramme, foerst)
  if (helt) return somSvar(o, helt, 0)
  const utenRamme = bestVei(o, maal, Infinity, 'aarsverk')
  return somSvar(o, saaLangt(o, maal, ramme, foerst), (utenRamme?.tilfoert ?? Infinity) - ramme)
}

/** The way that comes furthest: to the highest tenth of a percent that can be reached. */
function saaLangt(o: Oppgave, maal: Milepaelmaal, ramme: number, foerst: Foerst): Vei {
  const vei = (tideler: number) => bestVei(o, { ...maal, verdi: tideler / 10 }, ramme, foerst)
  let [naas, naasIkke] = [0, Math.ceil(maal.verdi * 10)]
  while (naasIkke - naas > 1) {
    const midt = Math.floor((naas + naasIkke) / 2)
    if (vei(midt)) naas = midt
    else naasIkke = midt
  }
  return vei(naas) ?? { loeft: [], poster: [], tilfoert: 0, tilOvers: o.ledig }
}

function somSvar(o: Oppgave, vei: Vei, mangler: number): HvaSkalTil {
  const etter = [...o.besatt]
  for (const [fra, til] of vei.loeft) etter[etter.indexOf(fra)] = til
  return {
    naadd: mangler === 0,
    tiltak: [
      ...samle(vei.loeft.map(([fra, til]) => ({ slag: 'loeft' as const, antall: 1, fra: fra / 10, til: til / 10 }))),
      ...samle(vei.poster.map((til) => ({ slag: 'utlys' as const, antall: 1, til: til / 10 }))),
    ],
    beroerte: vei.loeft.length,
    tilfoert: vei.tilfoert / FULL,
    tilOvers: vei.tilOvers / FULL,
    etter: tellStillinger([...etter, ...vei.poster].map((p) => ({ prosent: p / 10, antall: 1 }))),
    mangler: mangler / FULL,
  }
}

/** Equal ones as one, in the order they come. */
function samle<T extends Tiltak>(tiltak: readonly T[]): T[] {
  const samlet = new Map<string, T>()
  for (const t of tiltak) {
    const noekkel = JSON.stringify({ ...t, antall: 0 })
    const foer = samlet.get(noekkel)
    if (foer) foer.antall += t.antall
    else samlet.set(noekkel, { ...t })
  }
  return [...samlet.values()]
}
