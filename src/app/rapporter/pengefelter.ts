import * as v from 'valibot'
import { kostnadSkjema, tilskuddSkjema } from '../../domain/heltidspotten.ts'
import { lesBeloep, somDesimal, type Oere } from '../../domain/penger.ts'

/** Amounts as they are typed. */

const beloepI = (tekst: string): Oere | null => {
  const lest = lesBeloep(tekst)
  return lest.ok ? lest.verdi : null
}
const hvorforIkke = (tekst: string): string => {
  const lest = lesBeloep(tekst)
  return lest.ok ? '' : lest.feil.tekst
}

/** What stands in an amount's field, in øre; else a sentence that says what to write. */
export const beloepfelt = v.pipe(
  v.string(),
  v.check(
    (t) => beloepI(t) !== null,
    (i) => hvorforIkke(String(i.input)),
  ),
  v.transform((t) => beloepI(t) ?? 0),
)
export const skrivBeloepfelt = (beloep: Oere): string => somDesimal(beloep).replace(/,00$/, '')

/** The same, where an empty field means nothing is set aside. */
export const beloepfeltEller0 = v.pipe(
  v.string(),
  v.transform((t) => (t.trim() === '' ? '0' : t)),
  beloepfelt,
  v.minValue(0, 'Beløpet kan ikke være under 0.'),
)

const k = kostnadSkjema.entries
export const kostnadsfelterSkjema = v.object({
  dato: k.dato,
  art: k.art,
  tekst: k.tekst,
  beloep: v.pipe(beloepfelt, k.beloep),
  bilag: k.bilag,
})
export type Kostnadsinnhold = v.InferOutput<typeof kostnadsfelterSkjema>

const t = tilskuddSkjema.entries
export const tilskuddsfelterSkjema = v.object({
  fra: t.fra,
  enhet: v.pipe(v.string(), v.minLength(1, 'Velg enheten som har fått tilskuddet.'), t.enhet),
  beloep: v.pipe(beloepfelt, t.beloep),
  tilstand: t.tilstand,
  merknad: t.merknad,
})
