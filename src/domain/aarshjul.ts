import * as v from 'valibot'
import { lenkeSkjema } from './aarshjullenke.ts'
import { aarAv, kvartalAv, sisteDagIKvartal, sisteDagIMaaned, type Dato, type Kvartal } from './dato.ts'
import { aar, dato, eksempel, id, kortTekst, langTekst, tittel, valgfriDato } from './felt.ts'

/** Whom an activity of the year wheel concerns, from the outermost ring inwards. */
export const RINGER = ['virksomhet', 'psu', 'prosjekt', 'heltidspotten'] as const
export type Ring = (typeof RINGER)[number]

export const RINGNAVN: Record<Ring, string> = {
  virksomhet: 'Virksomhet',
  psu: 'PSU og styringsgruppe',
  prosjekt: 'Prosjekt',
  heltidspotten: 'Heltidspotten',
}

/** Whether an activity comes back, said by a person; empty: nobody has said, and it is found by its return in other years. */
export const GJENTAKELSER = ['', 'hvert_aar', 'hvert_kvartal', 'nei'] as const

const kvartal = v.picklist([1, 2, 3, 4])
const maanedEllerIngen = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)))
const FLEST_ENHETER = 200
const FLEST_LENKER = 50

export const aarshjuloppgaveSkjema = v.object({
  aar,
  kvartal,
  tittel: tittel('Tittel'),
  ring: v.picklist(RINGER),
  /** Place in the quarter's list, from 1. */
  rekkefoelge: v.optional(v.number(), 1),
  /** A role, never a person's name. */
  ansvarlig: kortTekst('Ansvarlig'),
  /** The due day, where it is known; else the month's or the quarter's last day is meant. */
  dato: valgfriDato,
  /** The month (1–12, in the quarter), where it is known and no day is. */
  maaned: v.optional(maanedEllerIngen, null),
  /** The units that it concerns; none: all. A unit above stands for those under it. */
  enheter: v.optional(v.pipe(v.array(id), v.maxLength(FLEST_ENHETER)), []),
  gjentakelse: v.optional(v.picklist(GJENTAKELSER), ''),
  /** Where it stood before it was moved; stays the first place when it is moved again. With when, by which role and why: they merge together. */
  flyttetFra: v.optional(
    v.nullable(v.object({ aar, kvartal, maaned: maanedEllerIngen, dato: v.nullable(dato) })),
    null,
  ),
  flyttetDato: valgfriDato,
  flyttetAv: kortTekst('Flyttet av'),
  flyttetGrunn: kortTekst('Grunn'),
  /** The day it was cancelled, by which role and why: they merge together. */
  utgaarDato: valgfriDato,
  utgaarAv: kortTekst('Avlyst av'),
  utgaarGrunn: kortTekst('Grunn'),
  /** What it led to. */
  lenker: v.optional(v.pipe(v.array(lenkeSkjema), v.maxLength(FLEST_LENKER, 'Det er plass til 50 lenker.')), []),
  /** The day it was ticked off, and by which role; both or neither (they merge together). */
  gjortDato: valgfriDato,
  gjortAv: kortTekst('Gjort av'),
  kommentar: langTekst('Kommentar'),
  /** A plan is a draft («utkast») until the prosjektleder adopts it. */
  tilstand: v.optional(v.picklist(['vedtatt', 'utkast']), 'vedtatt'),
  /** The activity it was planned from, the year before. */
  forgjenger: v.optional(v.nullable(id), null),
  /** Set for what comes from a document that does not say what was done: unticked means «ikke registrert». */
  kilde: langTekst('Kilde'),
  merknad: langTekst('Merknad'),
  eksempel,
})
export type Aarshjuloppgave = v.InferOutput<typeof aarshjuloppgaveSkjema>
export type AarshjulPost = Aarshjuloppgave & { id: string }

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
