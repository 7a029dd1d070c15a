import * as v from 'valibot'
import { dato, eksempel, id, kortTekst, langTekst } from './felt.ts'
import { INDIKATORNAVN } from './indikatorer.ts'

const tall = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))

/**
 * One published figure: everyone in a unit, or one group of them. Without any number it is hidden, to protect people's privacy:
 * what is hidden is not in the row at all.
 */
const publisertTall = v.object({
  enhet: id,
  indikator: v.picklist(INDIKATORNAVN),
  /** `kjoenn`, `yrke`, `stoerrelse`, and the category; both empty for everyone. */
  inndeling: v.optional(v.string(), ''),
  kategori: v.optional(v.string(), ''),
  dato,
  teller: v.optional(tall, null),
  nevner: v.optional(tall, null),
  verdi: v.optional(tall, null),
})
export type PublisertTall = v.InferOutput<typeof publisertTall>

/** What the prosjektleder has published on a day, for all who are logged in. Worked out with small groups hidden (domain/smaatall). */
export const publiseringSkjema = v.object({
  dato,
  publisertAv: kortTekst('Publisert av'),
  /** Fewer people than this were hidden. */
  minsteAntall: v.number(),
  tall: v.pipe(v.array(publisertTall), v.minLength(1), v.maxLength(2000)),
  merknad: langTekst('Merknad'),
  eksempel,
})
export type Publisering = v.InferOutput<typeof publiseringSkjema>
