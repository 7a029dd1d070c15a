import { VAKTER_PER_HELG, VANLIG_VAKT, UKETIMER, LANGVAKT, OMREGNINGER } from './helgekonstanter.ts'
import type { Helgeordning } from './helg.ts'

/** How it is today. */
export interface Utgangspunkt {
  aarsverk: number
  /** Staffed hours on one weekend. */
  helgetimer: number
  /** Length of the weekend's shifts, hours; the average where they differ. */
  vaktlengde: number
  frekvens: number
  /** Hours a week in a full position. */
  uketimer: number
}

/** The five levers, side by side: staffing, task sharing, langvakt, weekend frequency, årsplan. */
export interface Helgespaker {
  frekvens: number
  /** Length of a langvakt, hours. */
  langvakt: number
  /** Share of each one's working weekends that are langvakt weekends, 0–1. */
  langvaktandel: number
  /** Årsverk more in the plan; below 0 fewer. */
  flereAarsverk: number
  /** Weekend hours that others than those who are counted take over. */
  flyttedeTimer: number
  /** Vikar hours in a year that become positions, and the hours that make one position. */
  vikartimer: number
  omregning: number
}

export const STANDARD_UTGANGSPUNKT: Omit<Utgangspunkt, 'aarsverk' | 'helgetimer'> = {
  vaktlengde: VANLIG_VAKT,
  frekvens: 3,
  uketimer: UKETIMER.turnus.verdi,
}

/** All levers at rest: as today. */
export const spakerIDag = (u: Pick<Utgangspunkt, 'frekvens'>): Helgespaker => ({
  frekvens: u.frekvens,
  langvakt: LANGVAKT.tilOgMed,
  langvaktandel: 0,
  flereAarsverk: 0,
  flyttedeTimer: 0,
  vikartimer: 0,
  omregning: OMREGNINGER[0].verdi,
})

export const ordningIDag = (u: Utgangspunkt): Helgeordning => ({
  aarsverk: u.aarsverk,
  helgetimer: u.helgetimer,
  timerPerHelg: VAKTER_PER_HELG * u.vaktlengde,
  frekvens: u.frekvens,
  uketimer: u.uketimer,
})

/** Positions that hours in a year come to. */
export const aarsverkAvVikartimer = (timerIAaret: number, omregning: number = OMREGNINGER[0].verdi): number =>
  timerIAaret / omregning

/** Average length of the weekend's shifts when some of the weekends are langvakt weekends, hours. */
export const vaktlengdeMed = (u: Pick<Utgangspunkt, 'vaktlengde'>, s: Helgespaker): number =>
  s.langvaktandel * s.langvakt + (1 - s.langvaktandel) * u.vaktlengde

/**
 * The arrangement that the levers give.
 *
 * Task sharing takes hours out of the weekend and leaves the årsverk: what is freed is worked on other days. At least one
 * weekend hour and a tenth of an årsverk are left, so that there is something to count.
 */
export const medSpaker = (u: Utgangspunkt, s: Helgespaker): Helgeordning => ({
  aarsverk: Math.max(0.1, u.aarsverk + s.flereAarsverk + aarsverkAvVikartimer(s.vikartimer, s.omregning)),
  helgetimer: Math.max(1, u.helgetimer - s.flyttedeTimer),
  timerPerHelg: VAKTER_PER_HELG * vaktlengdeMed(u, s),
  frekvens: s.frekvens,
  uketimer: u.uketimer,
})

/** Whether every lever is where it is today. */
export const erSomIDag = (u: Utgangspunkt, s: Helgespaker): boolean =>
  s.frekvens === u.frekvens &&
  s.langvaktandel === 0 &&
  s.flereAarsverk === 0 &&
  s.flyttedeTimer === 0 &&
  s.vikartimer === 0
