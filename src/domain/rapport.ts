import * as v from 'valibot'
import { aar, dato, eksempel, id, kortTekst } from './felt.ts'

/** The reports that are made here. The name is part of addresses and of rows: it is never changed. */
export const RAPPORTER = [
  'aarsrapport',
  'styringsgruppen',
  'ledermoetet',
  'mbm',
  'likestilling',
  'heltidspotten',
] as const
export type Listerapport = (typeof RAPPORTER)[number]

/** All of them: also the protocol of a kick-off, which is made where the kick-off is. */
export const RAPPORTNAVN = [...RAPPORTER, 'protokoll'] as const
export type Rapportnavn = (typeof RAPPORTNAVN)[number]

const rapport = v.picklist(RAPPORTNAVN)
const RAPPORTTEKST_MAKS = 20_000
/** A report with its figures is some tens of kilobytes; a message to the server holds 1.5 MB. */
const INNHOLD_MAKS = 400_000

/**
 * A paragraph that somebody has written in place of the one proposed from the figures.
 * Two people's versions become one text, as all long texts do.
 */
export const rapporttekstSkjema = v.object({
  rapport,
  aar,
  /** The unit that it is about; `null` for the whole municipality. */
  enhet: v.optional(v.nullable(id), null),
  /** Which paragraph. */
  avsnitt: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
  tekst: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(
        RAPPORTTEKST_MAKS,
        (i) => `Teksten kan ha 20 000 tegn. Nå er det ${String(i.input).length}. Kort ned teksten.`,
      ),
    ),
    '',
  ),
  /** What was proposed when it was written: tells whether the figures have changed since. */
  forslag: v.optional(v.pipe(v.string(), v.maxLength(RAPPORTTEKST_MAKS)), ''),
  /** The role that wrote it. */
  skrevetAv: kortTekst('Skrevet av'),
  eksempel,
})
export type Rapporttekst = v.InferOutput<typeof rapporttekstSkjema>

/** One row for each paragraph of a report, whoever writes it first: two devices without coverage write the same row. */
export const rapporttekstId = (r: Pick<Rapporttekst, 'rapport' | 'aar' | 'enhet' | 'avsnitt'>): string =>
  `${r.rapport}-${r.aar}-${r.enhet ?? 'alle'}-${r.avsnitt}`.slice(0, 80)

/**
 * A report as it was adopted: with its figures, who and when. Never changed afterwards; a correction is a new version that says what
 * is changed.
 */
export const rapportutgaveSkjema = v.object({
  rapport,
  aar,
  enhet: v.optional(v.nullable(id), null),
  /** From 1. */
  versjon: v.pipe(v.number(), v.integer(), v.minValue(1)),
  vedtattDato: dato,
  /** Where: PSU, styringsgruppen, an MBM. */
  vedtattI: kortTekst('Vedtatt i'),
  /** The role that froze it. */
  vedtattAv: kortTekst('Vedtatt av'),
  saksnummer: kortTekst('Saksnummer'),
  /** What is changed since the version before; empty in the first. */
  endring: kortTekst('Hva som er rettet'),
  /** The report (report/rapport.ts) as JSON, as it stood. */
  innhold: v.pipe(v.string(), v.maxLength(INNHOLD_MAKS, 'Rapporten er for stor til å fryses.')),
  eksempel,
})
export type Rapportutgave = v.InferOutput<typeof rapportutgaveSkjema>

/** The versions of one report, newest first. Two that were frozen at once on two devices stand beside each other. */
export const utgaverAv = <U extends Rapportutgave & { id: string }>(
  utgaver: readonly U[],
  r: Pick<Rapportutgave, 'rapport' | 'aar' | 'enhet'>,
): U[] =>
  utgaver
    .filter((u) => u.rapport === r.rapport && u.aar === r.aar && u.enhet === r.enhet)
    .sort((a, b) => b.versjon - a.versjon || (a.vedtattDato < b.vedtattDato ? 1 : -1) || (a.id < b.id ? 1 : -1))
