import * as v from 'valibot'
import { aar, eksempel, id, kortTekst, langTekst, tittel, valgfriDato } from './felt.ts'

/** Whom an activity of the year wheel concerns, from the outermost ring inwards. */
export const RINGER = ['virksomhet', 'psu', 'prosjekt', 'heltidspotten'] as const
export type Ring = (typeof RINGER)[number]

export const aarshjuloppgaveSkjema = v.object({
  aar,
  kvartal: v.picklist([1, 2, 3, 4]),
  tittel: tittel('Tittel'),
  ring: v.picklist(RINGER),
  /** Place in the quarter's list, from 1. */
  rekkefoelge: v.optional(v.number(), 1),
  /** A role, never a person's name. */
  ansvarlig: kortTekst('Ansvarlig'),
  /** The due day, where it is known; else the quarter's last day is meant. */
  dato: valgfriDato,
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
