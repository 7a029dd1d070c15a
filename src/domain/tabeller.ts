import type * as v from 'valibot'
import { aktivitetSkjema } from './aktivitet.ts'
import { bruddSkjema } from './brudd.ts'
import { enhetSkjema } from './enhet.ts'
import type { Skrevet } from './lest.ts'
import { maalingSkjema } from './maaling.ts'
import { maaltallSkjema } from './maaltall.ts'
import { toernoppgaveSkjema } from './toern.ts'
import type { SENE_SKJEMAER } from './seneskjemaer.ts'
import { uttalelseSkjema } from './uttalelse.ts'

/** One of the schemas that nothing asks for at once. */
const sent = async <N extends keyof typeof SENE_SKJEMAER>(navn: N): Promise<(typeof SENE_SKJEMAER)[N]> =>
  (await import('./seneskjemaer.ts')).SENE_SKJEMAER[navn]

/**
 * Every synced table: name → schema, the groups of fields that only make sense together
 * (they merge as one), long texts (two people's versions become one text), sets (lists whose
 * order says nothing: both people's changes count), and where its rows may live. The one list.
 *
 * A table whose rows neither login nor Oversikt shows is late: its schema comes by import(), so that it costs nothing until a
 * row of it is received, written or read (`skjemaer.ts`). Those that a new device is filled with at once come by themselves; the
 * rest come together (`seneskjemaer.ts`).
 */
export const tabeller = {
  enhet: { skjema: enhetSkjema, grupper: [], tekster: ['beskrivelse'], mengder: [], rom: 'project' },
  maaltall: {
    skjema: maaltallSkjema,
    grupper: [
      ['basis', 'milepaeler'],
      ['vedtatt', 'vedtattDato'],
    ],
    tekster: ['merknad'],
    mengder: [],
    rom: 'project',
  },
  maaling: {
    skjema: maalingSkjema,
    grupper: [['teller', 'nevner', 'verdi', 'spurt', 'deler']],
    tekster: ['merknad'],
    mengder: [],
    rom: 'begge',
  },
  aarshjuloppgave: {
    skjema: async () => (await import('./aarshjul.ts')).aarshjuloppgaveSkjema,
    grupper: [
      ['gjortDato', 'gjortAv'],
      ['aar', 'kvartal', 'maaned', 'dato', 'flyttetFra', 'flyttetDato', 'flyttetAv', 'flyttetGrunn'],
      ['utgaarDato', 'utgaarAv', 'utgaarGrunn'],
    ],
    tekster: ['kommentar'],
    mengder: ['enheter', 'lenker'],
    rom: 'begge',
  },
  aktivitet: {
    skjema: aktivitetSkjema,
    grupper: [['status', 'ferdigDato']],
    tekster: ['beskrivelse'],
    mengder: [],
    rom: 'unit',
  },
  toernoppgave: {
    skjema: toernoppgaveSkjema,
    grupper: [['forsvarlighet', 'forsvarlighetGrunn']],
    tekster: ['begrunnelse', 'evaluering'],
    mengder: ['vakter', 'krav', 'deltMed'],
    rom: 'unit',
  },
  notat: {
    skjema: async () => (await import('./notat.ts')).notatSkjema,
    grupper: [],
    tekster: ['tekst'],
    mengder: [],
    rom: 'unit',
  },
  uttalelse: { skjema: uttalelseSkjema, grupper: [['syn', 'tekst', 'skrevet']], tekster: [], mengder: [], rom: 'unit' },
  stillingsbilde: {
    skjema: async () => (await import('./stillingsbilde.ts')).stillingsbildeSkjema,
    grupper: [['dato', 'kilde', 'stillinger']],
    tekster: ['merknad'],
    mengder: [],
    rom: 'unit',
  },
  sjekkpunkt: { skjema: () => sent('sjekkpunkt'), grupper: [], tekster: [], mengder: [], rom: 'unit' },
  scenario: {
    skjema: () => sent('scenario'),
    grupper: [['utgangspunkt', 'spaker']],
    tekster: ['merknad'],
    mengder: [],
    rom: 'unit',
  },
  utlysning: {
    skjema: () => sent('utlysning'),
    grupper: [
      ['fortrinnsrett', 'fortrinnsrettTekst'],
      ['krav', 'kravTekst'],
      ['droeftetDato', 'droeftetMed', 'droeftetSyn'],
      ['utfall', 'utlystDato'],
    ],
    tekster: ['begrunnelse', 'alternativTekst', 'konklusjon'],
    mengder: ['grunner', 'alternativer'],
    rom: 'unit',
  },
  utproeving: {
    skjema: () => sent('utproeving'),
    grupper: [['evaluertDato', 'evaluertHvordan']],
    tekster: ['beskrivelse', 'resultat', 'beslutning'],
    mengder: [],
    rom: 'unit',
  },
  pilot: { skjema: () => sent('pilot'), grupper: [], tekster: [], mengder: [], rom: 'project' },
  brudd: { skjema: bruddSkjema, grupper: [], tekster: [], mengder: [], rom: 'begge' },
  publisering: {
    skjema: () => sent('publisering'),
    grupper: [],
    tekster: ['merknad'],
    mengder: [],
    rom: 'project',
  },
  rapporttekst: {
    skjema: () => sent('rapporttekst'),
    grupper: [],
    tekster: ['tekst'],
    mengder: [],
    rom: 'begge',
  },
  rapportutgave: {
    skjema: () => sent('rapportutgave'),
    grupper: [],
    tekster: [],
    mengder: [],
    rom: 'begge',
  },
  tilskudd: {
    skjema: () => sent('tilskudd'),
    grupper: [['beloep', 'tilstand']],
    tekster: [],
    mengder: [],
    rom: 'project',
  },
  budsjett: {
    skjema: () => sent('budsjett'),
    grupper: [],
    tekster: [],
    mengder: [],
    rom: 'project',
  },
  kostnad: {
    skjema: () => sent('kostnad'),
    grupper: [],
    tekster: [],
    mengder: [],
    rom: 'project',
  },
  likestilling: {
    skjema: () => sent('likestilling'),
    grupper: [],
    tekster: ['merknad'],
    mengder: [],
    rom: 'project',
  },
  kickoff: {
    skjema: () => sent('kickoff'),
    grupper: [
      ['punkt', 'tidUte'],
      ['lukket', 'lukketAv'],
    ],
    tekster: ['formaal', 'uenighet'],
    mengder: [],
    rom: 'unit',
  },
  kickofflapp: {
    skjema: () => sent('kickofflapp'),
    grupper: [['skjult', 'skjultGrunn']],
    tekster: [],
    mengder: [],
    rom: 'unit',
  },
  kickoffmerke: { skjema: () => sent('kickoffmerke'), grupper: [], tekster: [], mengder: [], rom: 'unit' },
  beslutning: { skjema: () => sent('beslutning'), grupper: [], tekster: ['merknad'], mengder: [], rom: 'unit' },
  vedtak: {
    skjema: () => sent('vedtak'),
    grupper: [],
    tekster: ['gjort'],
    mengder: ['aktiviteter'],
    rom: 'project',
  },
  innstilling: {
    skjema: () => sent('innstilling'),
    grupper: [],
    tekster: [],
    mengder: [],
    rom: 'project',
  },
  beskjed: {
    skjema: () => sent('beskjed'),
    grupper: [],
    tekster: [],
    mengder: [],
    rom: 'user',
  },
} as const satisfies Record<string, Tabell>

export type Skjema = v.GenericSchema<unknown, Record<string, unknown>>

export interface Tabell {
  /** The schema, or where a late table's is fetched. */
  skjema: Skjema | (() => Promise<Skjema>)
  grupper: readonly (readonly string[])[]
  tekster: readonly string[]
  mengder: readonly string[]
  rom: 'project' | 'unit' | 'begge' | 'user'
}

export type Tabellnavn = keyof typeof tabeller
export const TABELLNAVN = Object.keys(tabeller) as Tabellnavn[]
export const erTabell = (navn: string): navn is Tabellnavn => Object.hasOwn(tabeller, navn)

type Ferdig<S> = S extends () => Promise<infer Hentet> ? Hentet : S
/** A table's own schema. */
export type SkjemaFor<T extends Tabellnavn> = Ferdig<(typeof tabeller)[T]['skjema']>
/** A row's content. */
export type Rad<T extends Tabellnavn> = v.InferOutput<SkjemaFor<T>>
/** A row as screens read it: its content, its identity and the space it lives in. */
export type Post<T extends Tabellnavn> = Rad<T> & { id: string; rom: string } & Skrevet
