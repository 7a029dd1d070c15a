import type { AarshjulPost, Aarshjuloppgave } from './aarshjul.ts'
import { aarAv, kvartalAv, sisteDagIKvartal, sisteDagIMaaned, type Dato, type Kvartal } from './dato.ts'

/**
 * What an activity looks like on a given day; the first that fits:
 * done, cancelled, part of a plan that nobody has adopted, from a document that does not say what was done and past its deadline,
 * late, due this quarter, or still to come. That it was moved is said beside it (`erFlyttet`).
 */
export const OPPGAVETILSTANDER = [
  'gjort',
  'over_fristen',
  'forfaller',
  'kommer',
  'ikke_registrert',
  'utkast',
  'utgaar',
] as const
export type Oppgavetilstand = (typeof OPPGAVETILSTANDER)[number]

/** When an activity is to be done, as exactly as it is known. */
export type Tidspunkt = Pick<Aarshjuloppgave, 'aar' | 'kvartal' | 'maaned' | 'dato'>

/** The last day it can be done in time: its date, else the last day of its month or quarter. */
export const fristFor = (o: Tidspunkt): Dato =>
  o.dato ?? (o.maaned === null ? sisteDagIKvartal(o.aar, o.kvartal) : sisteDagIMaaned(o.aar, o.maaned))

export function tilstandFor(o: Aarshjuloppgave, idag: Dato): Oppgavetilstand {
  if (o.gjortDato) return 'gjort'
  if (o.utgaarDato) return 'utgaar'
  if (o.tilstand === 'utkast') return 'utkast'
  const frist = fristFor(o)
  if (frist < idag) return o.kilde ? 'ikke_registrert' : 'over_fristen'
  return aarAv(frist) === aarAv(idag) && kvartalAv(frist) === kvartalAv(idag) ? 'forfaller' : 'kommer'
}

export type Kryss = Partial<Pick<Aarshjuloppgave, 'gjortDato' | 'gjortAv'>>

/**
 * The fields that change when an activity is ticked off on a day by a role.
 * None where it is done already (the first tick stands), is cancelled or is still a draft.
 */
export function kryssAv(o: Aarshjuloppgave, idag: Dato, rolle: string): Kryss {
  return o.gjortDato || o.utgaarDato || o.tilstand === 'utkast' ? {} : { gjortDato: idag, gjortAv: rolle }
}

/** The fields that change when a tick is taken away; none where there is no tick. */
export const angreKryss = (o: Aarshjuloppgave): Kryss => (o.gjortDato ? { gjortDato: null, gjortAv: '' } : {})

/** Order of the list: quarter, place in the quarter, and then id, so that two devices never disagree. */
export const iRekkefoelge = (a: AarshjulPost, b: AarshjulPost): number =>
  a.kvartal - b.kvartal || a.rekkefoelge - b.rekkefoelge || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** A year's activities in list order, each with its number 1–n: the number on the wheel. */
export const nummerer = <T extends AarshjulPost>(oppgaver: readonly T[], aar: number): (T & { nr: number })[] =>
  oppgaver
    .filter((o) => o.aar === aar)
    .sort(iRekkefoelge)
    .map((o, i) => ({ ...o, nr: i + 1 }))

/** The place after the last one in a quarter. */
export const nesteRekkefoelge = (oppgaver: readonly AarshjulPost[], aar: number, kvartal: Kvartal): number =>
  Math.max(0, ...oppgaver.filter((o) => o.aar === aar && o.kvartal === kvartal).map((o) => o.rekkefoelge)) + 1

export interface Opptelling {
  gjort: number
  /** All but the cancelled. */
  av: number
  overFristen: number
  utkast: number
}

export function tellOpp(oppgaver: readonly Aarshjuloppgave[], idag: Dato): Opptelling {
  const antall = (t: Oppgavetilstand) => oppgaver.filter((o) => tilstandFor(o, idag) === t).length
  const av = oppgaver.length - antall('utgaar')
  return { gjort: antall('gjort'), av, overFristen: antall('over_fristen'), utkast: antall('utkast') }
}

/** The years that have activities, oldest first. */
export const aarMedOppgaver = (oppgaver: readonly Aarshjuloppgave[]): number[] =>
  [...new Set(oppgaver.map((o) => o.aar))].sort((a, b) => a - b)

/** The year to open with: this year where it has activities, else the latest; this year where there is nothing at all. */
export function foersteValgAvAar(oppgaver: readonly Aarshjuloppgave[], idag: Dato): number {
  const aarene = aarMedOppgaver(oppgaver)
  return aarene.includes(aarAv(idag)) ? aarAv(idag) : (aarene.at(-1) ?? aarAv(idag))
}

/** What is wrong with a due day for a year and a quarter, in words; `null` when it fits or there is none. */
export function feilIDato(dato: Dato | null, aar: number, kvartal: Kvartal): string | null {
  if (!dato || (aarAv(dato) === aar && kvartalAv(dato) === kvartal)) return null
  return `Datoen ligger ikke i ${kvartal}. kvartal ${aar}. Velg en annen dato eller et annet kvartal.`
}

/** A quarter's months, 1–12. */
export const maanederI = (kvartal: Kvartal): number[] => [kvartal * 3 - 2, kvartal * 3 - 1, kvartal * 3]
