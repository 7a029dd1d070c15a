import * as v from 'valibot'
import { lenkeSkjema } from './aarshjullenke.ts'
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
