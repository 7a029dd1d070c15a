import * as v from 'valibot'
import { dato } from '../../domain/felt.ts'
import { toernoppgaveSkjema, type Toernoppgave } from '../../domain/toern.ts'
import { innfoertUtenGodkjenning } from '../../domain/toernkrav.ts'
import { MANGLER_GODKJENNING } from '../texts/toernkrav.ts'

/** The form's own schema: the table's, with the minutes as they are typed or pasted («45», «7,5», «1 000»), and nothing «innført» without the approval it needs. */
const { eksempel: _eksempel, minutter, opplaeringDato: _dato, ...felter } = toernoppgaveSkjema.entries
export const oppgavefelterSkjema = v.pipe(
  v.object({
    ...felter,
    minutter: v.pipe(v.string(), v.transform(lesMinutter), minutter),
    opplaeringDato: v.pipe(
      v.string(),
      v.transform((d) => d || null),
      v.nullable(dato),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['gjoerIDag'], ['boerGjoere'], ['deltMed'], ['kategori'], ['forsvarlighet'], ['godkjenning'], ['status']],
      (o) => !innfoertUtenGodkjenning(o),
      MANGLER_GODKJENNING,
    ),
    ['godkjenning'],
  ),
)
export type Oppgaveinnhold = v.InferOutput<typeof oppgavefelterSkjema>
type Lister = 'vakter' | 'krav' | 'deltMed'
export type Oppgavefelter = Record<Exclude<keyof Oppgaveinnhold, Lister>, string> & Record<Lister, string[]>

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
  deltMed: [...(o?.deltMed ?? [])],
  kompetanse: o?.kompetanse ?? '',
  minutter: o === undefined ? '' : String(o.minutter).replace('.', ','),
  hvorOfte: o?.hvorOfte ?? '1/dag',
  status: o?.status ?? 'kartlagt',
  vakter: [...(o?.vakter ?? [])],
  endring: o?.endring ?? '',
  krav: [...(o?.krav ?? [])],
  forsvarlighet: o?.forsvarlighet ?? '',
  forsvarlighetGrunn: o?.forsvarlighetGrunn ?? '',
  godkjenning: o?.godkjenning ?? '',
  opplaeringDato: o?.opplaeringDato ?? '',
  evaluering: o?.evaluering ?? '',
  begrunnelse: o?.begrunnelse ?? '',
})
