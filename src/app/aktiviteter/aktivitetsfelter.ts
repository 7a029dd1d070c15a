import * as v from 'valibot'
import { aktivitetSkjema, medStatus, type Aktivitet } from '../../domain/aktivitet.ts'
import type { Dato } from '../../domain/dato.ts'

/** The form's own schema: the table's, where an empty choice or date means none. The finished day follows the status. */
const { tittel, beskrivelse, tiltaksmaal, status, ansvarlig, frist } = aktivitetSkjema.entries
const tomErIngen = v.transform((tekst: string) => (tekst === '' ? null : tekst))
export const aktivitetsfelterSkjema = v.object({
  tittel,
  beskrivelse,
  tiltaksmaal: v.pipe(v.string(), tomErIngen, tiltaksmaal.wrapped),
  status,
  ansvarlig,
  frist: v.pipe(v.string(), tomErIngen, frist.wrapped),
})
export type Aktivitetsfelter = Record<keyof v.InferOutput<typeof aktivitetsfelterSkjema>, string>
export type Aktivitetsinnhold = v.InferOutput<typeof aktivitetsfelterSkjema>

/** What stands in the fields: of an activity, or of a new one. */
export const aktivitetsfelter = (a?: Aktivitet): Aktivitetsfelter => ({
  tittel: a?.tittel ?? '',
  beskrivelse: a?.beskrivelse ?? '',
  tiltaksmaal: a?.tiltaksmaal ?? '',
  status: a?.status ?? 'planlagt',
  ansvarlig: a?.ansvarlig ?? '',
  frist: a?.frist ?? '',
})

/** The form's content as it is stored: with the finished day where the status was changed, or for a new activity. */
export function somAktivitet(innhold: Aktivitetsinnhold, idag: Dato, foer?: Aktivitet): Partial<Aktivitet> {
  if (foer?.status === innhold.status) return innhold
  return { ...innhold, ...medStatus(foer ?? { status: 'idee', ferdigDato: null }, innhold.status, idag) }
}
