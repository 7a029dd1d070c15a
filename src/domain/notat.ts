import * as v from 'valibot'
import { eksempel, kortTekst, LANG_TEKST_MAKS } from './felt.ts'
import { gjelderSkjema } from './uttalelse.ts'

/** A note in the log of an activity or a TØRN task. Nobody but its author changes it. */
export const notatSkjema = v.object({
  gjelder: gjelderSkjema,
  tekst: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'Skriv notatet først.'),
    v.maxLength(
      LANG_TEKST_MAKS,
      (i) => `Notatet kan ha 4 000 tegn. Nå er det ${String(i.input).length}. Kort ned eller del teksten.`,
    ),
  ),
  /** User id of the author; the server refuses another's. */
  forfatter: v.string(),
  forfatterNavn: kortTekst('Navn'),
  /** When it was written, milliseconds since 1970 on the author's device. */
  skrevet: v.number(),
  eksempel,
})
export type Notat = v.InferOutput<typeof notatSkjema>

/** The log of one matter, oldest first as it is read. */
export const loggFor = <T extends Pick<Notat, 'gjelder' | 'skrevet'>>(notater: readonly T[], gjelder: string): T[] =>
  notater.filter((n) => n.gjelder === gjelder).sort((a, b) => a.skrevet - b.skrevet)
