import * as v from 'valibot'
import { dagerFra, type Dato } from './dato.ts'
import { eksempel, kortTekst, langTekst, tittel, valgfriDato } from './felt.ts'

export const TILTAKSMAAL = ['T1', 'T2', 'T3', 'T4'] as const
export type Tiltaksmaal = (typeof TILTAKSMAAL)[number]

export const AKTIVITETSTATUSER = ['idee', 'planlagt', 'i_gang', 'ferdig', 'avbrutt'] as const
export type Aktivitetstatus = (typeof AKTIVITETSTATUSER)[number]

/** A unit's pilot activity. The space it lives in (`unit:…`) says whose it is. */
export const aktivitetSkjema = v.object({
  tittel: tittel('Tittel'),
  beskrivelse: langTekst('Beskrivelse'),
  tiltaksmaal: v.optional(v.nullable(v.picklist(TILTAKSMAAL)), null),
  status: v.optional(v.picklist(AKTIVITETSTATUSER), 'planlagt'),
  /** A role, never a person's name. */
  ansvarlig: kortTekst('Ansvarlig'),
  frist: valgfriDato,
  /** The day it was finished; set with the status, and empty unless it is «ferdig». */
  ferdigDato: valgfriDato,
  eksempel,
})
export type Aktivitet = v.InferOutput<typeof aktivitetSkjema>

/** What changes when the status is set. Both fields, always: they merge as one. A tick on what is finished keeps its day. */
export function medStatus(
  a: Pick<Aktivitet, 'status' | 'ferdigDato'>,
  status: Aktivitetstatus,
  idag: Dato,
): Pick<Aktivitet, 'status' | 'ferdigDato'> {
  if (status !== 'ferdig') return { status, ferdigDato: null }
  return { status, ferdigDato: a.status === 'ferdig' ? (a.ferdigDato ?? idag) : idag }
}

/** Nobody waits for it any more. */
export const erAvsluttet = (a: Pick<Aktivitet, 'status'>): boolean => a.status === 'ferdig' || a.status === 'avbrutt'

/** The due day has passed and it is still open. The due day itself is not late. */
export const erForfalt = (a: Pick<Aktivitet, 'status' | 'frist'>, idag: Dato): boolean =>
  !erAvsluttet(a) && a.frist !== null && a.frist < idag

/** So many days ahead, both ends included, an activity counts as due soon. */
export const SNART_DAGER = 14

export const FRISTGRUPPER = ['forfalt', 'snart', 'senere', 'uten_frist', 'avsluttet'] as const
export type Fristgruppe = (typeof FRISTGRUPPER)[number]

/** Where an activity belongs in a list by due day. */
export function fristgruppe(a: Pick<Aktivitet, 'status' | 'frist'>, idag: Dato): Fristgruppe {
  if (erAvsluttet(a)) return 'avsluttet'
  if (a.frist === null) return 'uten_frist'
  if (a.frist < idag) return 'forfalt'
  return dagerFra(idag, a.frist) <= SNART_DAGER ? 'snart' : 'senere'
}

type Sorterbar = Pick<Aktivitet, 'status' | 'frist' | 'ferdigDato' | 'tittel'>

/**
 * Late first, then by due day, then those without one; finished last, the latest finished on top, and after them the
 * abandoned. Equal ones by title. A new list; the given one stands.
 */
export function sorterAktiviteter<T extends Sorterbar>(aktiviteter: readonly T[], idag: Dato): T[] {
  const plass = (a: T): number => FRISTGRUPPER.indexOf(fristgruppe(a, idag)) + (a.status === 'avbrutt' ? 1 : 0)
  const dag = (a: T): string => a.frist ?? ''
  return [...aktiviteter].sort(
    (a, b) =>
      plass(a) - plass(b) ||
      (erAvsluttet(a) ? (b.ferdigDato ?? '').localeCompare(a.ferdigDato ?? '') : dag(a).localeCompare(dag(b))) ||
      a.tittel.localeCompare(b.tittel, 'nb'),
  )
}

/** Finished, of those that the unit has decided on: ideas and abandoned ones are not counted. */
export function framdrift(aktiviteter: readonly Pick<Aktivitet, 'status'>[]): { ferdig: number; av: number } {
  const besluttet = aktiviteter.filter((a) => a.status !== 'idee' && a.status !== 'avbrutt')
  return { ferdig: besluttet.filter((a) => a.status === 'ferdig').length, av: besluttet.length }
}
