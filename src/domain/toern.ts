import * as v from 'valibot'
import { eksempel, kortTekst, langTekst, tittel } from './felt.ts'

/** Professions as the TØRN marks show them: V vernepleier og sykepleier, H helsefagarbeider, A assistent, S servicemedarbeider, B bemanningskontor. */
export const YRKER = ['V', 'H', 'A', 'S', 'B'] as const
export type Yrke = (typeof YRKER)[number]

export const TOERNSTATUSER = [
  'kartlagt',
  'foreslaatt',
  'droeftet',
  'proeves_ut',
  'innfoert',
  'beholdes',
  'avvist',
] as const
export type Toernstatus = (typeof TOERNSTATUSER)[number]

export const TOERNKATEGORIER = [
  'stell',
  'legemidler',
  'prosedyrer',
  'maaltid',
  'renhold',
  'lager',
  'aktivitet',
  'dokumentasjon',
  'paaroerende',
  'drift',
  'fag',
  'transport',
] as const
export type Toernkategori = (typeof TOERNKATEGORIER)[number]

/** How often: a count and a period, written `3/dag`, `1/uke`, `2/maaned`, `6/aar`. */
export const hvorOfteSkjema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,2}\/(dag|uke|maaned|aar)$/, 'Velg hvor ofte oppgaven gjøres.'),
)

/** A task in a unit's TØRN list. The space it lives in (`unit:…`) says whose it is. */
export const toernoppgaveSkjema = v.object({
  oppgave: tittel('Oppgave'),
  kategori: v.picklist(TOERNKATEGORIER, 'Velg kategori.'),
  gjoerIDag: v.picklist(YRKER, 'Velg hvem som gjør oppgaven i dag.'),
  boerGjoere: v.picklist(YRKER, 'Velg hvem som bør gjøre oppgaven.'),
  kompetanse: kortTekst('Kompetanse'),
  /** Minutes each time. */
  minutter: v.pipe(
    v.number('Skriv hvor mange minutter oppgaven tar.'),
    v.minValue(1, 'Skriv minst 1 minutt.'),
    v.maxValue(1440, 'En oppgave kan ta høyst 1 440 minutter (et døgn).'),
  ),
  hvorOfte: hvorOfteSkjema,
  status: v.optional(v.picklist(TOERNSTATUSER), 'kartlagt'),
  begrunnelse: langTekst('Begrunnelse'),
  eksempel,
})
export type Toernoppgave = v.InferOutput<typeof toernoppgaveSkjema>
