import * as v from 'valibot'
import { erDato } from './dato.ts'

/** Field schemas that several tables share. Their messages stand beside the field in the form, so each says what to do. */

export const KORT_TEKST_MAKS = 200
export const LANG_TEKST_MAKS = 4000

/** A title: 1–200 characters, white space at the ends removed. */
export const tittel = (navn: string) =>
  v.pipe(
    v.string(`${navn} mangler.`),
    v.trim(),
    v.minLength(1, `Skriv ${navn.toLowerCase()}.`),
    v.maxLength(
      KORT_TEKST_MAKS,
      (i) => `${navn} kan ha ${KORT_TEKST_MAKS} tegn. Nå er det ${String(i.input).length}. Kort ned teksten.`,
    ),
  )

/** A short text that may be empty: a role, a source. */
export const kortTekst = (navn: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(
        KORT_TEKST_MAKS,
        (i) => `${navn} kan ha ${KORT_TEKST_MAKS} tegn. Nå er det ${String(i.input).length}. Kort ned teksten.`,
      ),
    ),
    '',
  )

/** A long text that may be empty: at most 4,000 characters. */
export const langTekst = (navn: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.maxLength(
        LANG_TEKST_MAKS,
        (i) => `${navn} kan ha 4 000 tegn. Nå er det ${String(i.input).length}. Kort ned eller del teksten.`,
      ),
    ),
    '',
  )

/** A calendar day, `YYYY-MM-DD`. */
export const dato = v.pipe(
  v.string('Velg en dato.'),
  v.check(erDato, 'Skriv datoen som dag, måned og år, for eksempel 21.11.2026.'),
)

/** A calendar day or none. */
export const valgfriDato = v.optional(v.nullable(dato), null)

/** Identity of a record: lower-case letters, digits and hyphens; a uuid or a word of the source. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'Ugyldig id.'))

/** Marks invented content, wherever it is shown or exported. */
export const eksempel = v.optional(v.boolean(), false)

export const aar = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(2000, 'Året må være 2000 eller senere.'),
  v.maxValue(2100),
)

/** A figure in percent, 0–100, both ends included. */
export const prosent = v.pipe(
  v.number('Skriv et tall.'),
  v.minValue(0, 'Prosenten kan ikke være under 0.'),
  v.maxValue(100, 'Prosenten kan ikke være over 100.'),
)
