import type * as v from 'valibot'
import { aarshjuloppgaveSkjema } from './aarshjul.ts'
import { aktivitetSkjema } from './aktivitet.ts'
import { bruddSkjema } from './brudd.ts'
import { enhetSkjema } from './enhet.ts'
import { innstillingSkjema } from './innstilling.ts'
import { maalingSkjema } from './maaling.ts'
import { maaltallSkjema } from './maaltall.ts'
import { notatSkjema } from './notat.ts'
import { stillingsbildeSkjema } from './stillingsbilde.ts'
import { publiseringSkjema } from './publisering.ts'
import { toernoppgaveSkjema } from './toern.ts'
import { uttalelseSkjema } from './uttalelse.ts'

/**
 * Every synced table: name → schema, the groups of fields that only make sense together
 * (they merge as one), long texts (two people's versions become one text), and where its rows may live. The one list.
 */
export const tabeller = {
  enhet: { skjema: enhetSkjema, grupper: [], tekster: ['beskrivelse'], rom: 'project' },
  maaltall: {
    skjema: maaltallSkjema,
    grupper: [
      ['basis', 'milepaeler'],
      ['vedtatt', 'vedtattDato'],
    ],
    tekster: ['merknad'],
    rom: 'project',
  },
  maaling: {
    skjema: maalingSkjema,
    grupper: [['teller', 'nevner', 'verdi', 'spurt', 'deler']],
    tekster: ['merknad'],
    rom: 'begge',
  },
  aarshjuloppgave: {
    skjema: aarshjuloppgaveSkjema,
    grupper: [['gjortDato', 'gjortAv']],
    tekster: ['kommentar'],
    rom: 'project',
  },
  aktivitet: { skjema: aktivitetSkjema, grupper: [['status', 'ferdigDato']], tekster: ['beskrivelse'], rom: 'unit' },
  toernoppgave: { skjema: toernoppgaveSkjema, grupper: [], tekster: ['begrunnelse'], rom: 'unit' },
  notat: { skjema: notatSkjema, grupper: [], tekster: ['tekst'], rom: 'unit' },
  uttalelse: { skjema: uttalelseSkjema, grupper: [['syn', 'tekst', 'skrevet']], tekster: [], rom: 'unit' },
  stillingsbilde: {
    skjema: stillingsbildeSkjema,
    grupper: [['dato', 'kilde', 'stillinger']],
    tekster: ['merknad'],
    rom: 'unit',
  },
  brudd: { skjema: bruddSkjema, grupper: [], tekster: [], rom: 'begge' },
  publisering: { skjema: publiseringSkjema, grupper: [], tekster: ['merknad'], rom: 'project' },
  innstilling: { skjema: innstillingSkjema, grupper: [], tekster: [], rom: 'project' },
} as const satisfies Record<string, Tabell>

export interface Tabell {
  skjema: v.GenericSchema<unknown, Record<string, unknown>>
  grupper: readonly (readonly string[])[]
  tekster: readonly string[]
  rom: 'project' | 'unit' | 'begge'
}

export type Tabellnavn = keyof typeof tabeller
export const TABELLNAVN = Object.keys(tabeller) as Tabellnavn[]
export const erTabell = (navn: string): navn is Tabellnavn => Object.hasOwn(tabeller, navn)

/** A row's content. */
export type Rad<T extends Tabellnavn> = v.InferOutput<(typeof tabeller)[T]['skjema']>
/** A row as screens read it: its content, its identity and the space it lives in. */
export type Post<T extends Tabellnavn> = Rad<T> & { id: string; rom: string }
