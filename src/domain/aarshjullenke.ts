import * as v from 'valibot'
import { id, tittel } from './felt.ts'

/** What an activity of the year wheel led to: a measurement, a unit's activity, or anything with an address (a report, a kick-off). */

/** A page of this app, or of the web over https: never a script, another host in disguise, or a file. */
export function erAdresse(adresse: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(adresse)) return false
  return /^\/(?!\/)/.test(adresse) || /^https:\/\/[^/@:?#]+\.[^/@:?#]+(:\d+)?([/?#]|$)/.test(adresse)
}

const FEIL_ADRESSE = 'Skriv en adresse som begynner med https://, eller med / for en side her i appen.'

// A unit's rows are named by id alone: the year wheel is read by more people than the unit's own figures are.
const radSkjema = v.object({ slag: v.picklist(['maaling', 'aktivitet']), id })
const adresseSkjema = v.object({
  slag: v.literal('adresse'),
  adresse: v.pipe(v.string(), v.trim(), v.maxLength(500, FEIL_ADRESSE), v.check(erAdresse, FEIL_ADRESSE)),
  tekst: tittel('Navn på lenken'),
})

export const lenkeSkjema = v.lazy((lenke): typeof radSkjema | typeof adresseSkjema =>
  (lenke as { slag?: unknown } | null)?.slag === 'adresse' ? adresseSkjema : radSkjema,
)
export type Lenke = v.InferOutput<typeof lenkeSkjema>

export const sammeLenke = (a: Lenke, b: Lenke): boolean =>
  a.slag === 'adresse' ? b.slag === 'adresse' && a.adresse === b.adresse : a.slag === b.slag && a.id === b.id
