import * as v from 'valibot'
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
