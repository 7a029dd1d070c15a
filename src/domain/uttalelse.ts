import * as v from 'valibot'
import { eksempel, kortTekst, langTekst } from './felt.ts'

/** What a note or a statement is about: `aktivitet/<id>` or `toernoppgave/<id>`, in the same space. */
export const gjelderSkjema = v.pipe(v.string(), v.regex(/^(aktivitet|toernoppgave|aarshjuloppgave)\/[a-z0-9-]{1,80}$/))

export const SYN = ['enig', 'uenig', 'utsatt'] as const
export type Syn = (typeof SYN)[number]

/** The view of the employees' side on an activity or a TØRN task, stated from their own login. */
export const uttalelseSkjema = v.object({
  gjelder: gjelderSkjema,
  syn: v.picklist(SYN, 'Velg enig, uenig eller utsatt.'),
  tekst: langTekst('Begrunnelse'),
  /** User id of the one who states it; the server refuses another's. */
  forfatter: v.string(),
  forfatterNavn: kortTekst('Navn'),
  /** Milliseconds since 1970 on the author's device. */
  skrevet: v.number(),
  eksempel,
})
export type Uttalelse = v.InferOutput<typeof uttalelseSkjema>
