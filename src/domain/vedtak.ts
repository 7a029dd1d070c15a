import * as v from 'valibot'
import { dato, eksempel, kortTekst, langTekst, tittel } from './felt.ts'

/** How far the follow-up of a decision has come. */
export const VEDTAKSTILSTANDER = ['ikke_begynt', 'paagaar', 'gjort'] as const
export type Vedtakstilstand = (typeof VEDTAKSTILSTANDER)[number]

/** One point of a political decision on the work, and what has been done about it. */
export const vedtakSkjema = v.object({
  tekst: tittel('Vedtaket'),
  /** Who decided, and in which case. */
  sak: kortTekst('Sak'),
  vedtattDato: dato,
  /** Order among the points of one decision, from 1. */
  nr: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  tilstand: v.optional(v.picklist(VEDTAKSTILSTANDER), 'ikke_begynt'),
  gjort: langTekst('Hva som er gjort'),
  /** Ids of activities of the year wheel that follow it up. */
  aktiviteter: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(50)), []),
  eksempel,
})
export type Vedtak = v.InferOutput<typeof vedtakSkjema>

/** The oldest decision first, its points in order. */
export const sorterVedtak = <V extends Vedtak & { id: string }>(vedtak: readonly V[]): V[] =>
  [...vedtak].sort(
    (a, b) =>
      (a.vedtattDato < b.vedtattDato ? -1 : a.vedtattDato > b.vedtattDato ? 1 : 0) ||
      a.nr - b.nr ||
      (a.id < b.id ? -1 : 1),
  )
