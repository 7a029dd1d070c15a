import * as v from 'valibot'
import { toernoppgaveSkjema, type Toernoppgave } from '../../domain/toern.ts'

/** The form's own schema: the table's, with the minutes as they are typed or pasted («45», «7,5», «1 000»). */
const { eksempel: _eksempel, minutter, ...felter } = toernoppgaveSkjema.entries
export const oppgavefelterSkjema = v.object({
  ...felter,
  minutter: v.pipe(v.string(), v.transform(lesMinutter), minutter),
})
export type Oppgavefelter = Record<keyof v.InferOutput<typeof oppgavefelterSkjema>, string>
export type Oppgaveinnhold = v.InferOutput<typeof oppgavefelterSkjema>

/** A number as Norwegians write it; `undefined` where there is none, so that the field asks for it. */
export function lesMinutter(tekst: string): number | undefined {
  const renset = tekst.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(renset) ? Number(renset) : undefined
}

/** What stands in the fields: of a task, or of a new one. */
export const oppgavefelter = (o?: Toernoppgave): Oppgavefelter => ({
  oppgave: o?.oppgave ?? '',
  kategori: o?.kategori ?? '',
  gjoerIDag: o?.gjoerIDag ?? '',
  boerGjoere: o?.boerGjoere ?? '',
  kompetanse: o?.kompetanse ?? '',
  minutter: o === undefined ? '' : String(o.minutter).replace('.', ','),
  hvorOfte: o?.hvorOfte ?? '1/dag',
  status: o?.status ?? 'kartlagt',
  begrunnelse: o?.begrunnelse ?? '',
})
