import * as v from 'valibot'
import { dato, eksempel, id, kortTekst, langTekst } from './felt.ts'
import { INDIKATORER, INDIKATORNAVN } from './indikatorer.ts'

const antall = v.pipe(
  v.number('Skriv et tall.'),
  v.finite('Skriv et tall.'),
  v.minValue(0, 'Tallet kan ikke være under 0.'),
)

/**
 * A measurement: one indicator for one unit on one day.
 *
 * Either teller and nevner, or (where only the figure was published) verdi alone, in the indicator's unit.
 */
export const maalingSkjema = v.pipe(
  v.object({
    enhet: id,
    indikator: v.picklist(INDIKATORNAVN),
    dato,
    teller: v.optional(v.nullable(antall), null),
    nevner: v.optional(v.nullable(antall), null),
    verdi: v.optional(v.nullable(antall), null),
    /** Where the figure was taken from: HRM, GAT, KS, a survey, a document. */
    kilde: kortTekst('Kilde'),
    merknad: langTekst('Merknad'),
    /** The role that registered it, as shown: «avdelingsleder». */
    registrertAv: kortTekst('Registrert av'),
    eksempel,
  }),
  v.forward(
    v.check((m) => m.verdi !== null || (m.teller !== null && m.nevner !== null), 'Skriv både teller og nevner.'),
    ['teller'],
  ),
  v.forward(
    v.check((m) => m.nevner === null || m.nevner > 0, 'Nevneren må være større enn 0.'),
    ['nevner'],
  ),
  v.forward(
    v.check(
      (m) => m.teller === null || m.nevner === null || m.nevner === 0 || m.teller <= m.nevner,
      (i) => `Telleren kan ikke være større enn nevneren (${tall((i.input as { nevner: number }).nevner)}).`,
    ),
    ['teller'],
  ),
  v.forward(
    v.check(
      (m) => m.verdi === null || INDIKATORER[m.indikator].benevning !== '%' || m.verdi <= 100,
      'Prosenten kan ikke være over 100.',
    ),
    ['verdi'],
  ),
)
export type Maaling = v.InferOutput<typeof maalingSkjema>

const tall = (n: number): string => String(n).replace('.', ',')
