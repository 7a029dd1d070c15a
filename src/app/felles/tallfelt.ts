import * as v from 'valibot'
import { lesTall, skrivKort } from '../../domain/tallformat.ts'

/** Figures as they are typed in a field, and what they mean. */

const tallI = (tekst: string): number | null => {
  const lest = lesTall(tekst)
  return lest.ok ? lest.verdi : null
}
const hvorforIkke = (tekst: string): string => {
  const lest = lesTall(tekst)
  return lest.ok ? '' : lest.feil.tekst
}

/** What a field says, or something else where it is no figure. */
export const tallEller = (tekst: string, ellers: number): number => tallI(tekst) ?? ellers

/** A figure as it stands in a field. */
export const skrivFelt = (n: number): string => skrivKort(n, 4).replace('−', '-').replaceAll('\u00a0', '')

/** A figure inside its bounds, both included; else a sentence that says what to write. */
export const tallfelt = (fraOgMed: number, tilOgMed: number, hva: string) =>
  v.pipe(
    v.string(),
    v.check(
      (t) => tallI(t) !== null,
      (i) => hvorforIkke(String(i.input)),
    ),
    v.transform((t) => tallI(t) ?? 0),
    v.minValue(fraOgMed, `${hva} kan ikke være under ${skrivKort(fraOgMed)}.`),
    v.maxValue(tilOgMed, `${hva} kan ikke være over ${skrivKort(tilOgMed)}.`),
  )

/** The same, where an empty field means none at all. */
export const tallfeltEller0 = (tilOgMed: number, hva: string) =>
  v.pipe(
    v.string(),
    v.transform((t) => (t.trim() === '' ? '0' : t)),
    tallfelt(0, tilOgMed, hva),
  )
