import * as v from 'valibot'
import { aar, eksempel, id, kortTekst, langTekst, valgfriDato } from './felt.ts'
import { INDIKATORER, INDIKATORNAVN } from './indikatorer.ts'

/** What is to be reached, in the indicator's unit. */
const punkt = v.object({
  aar,
  verdi: v.pipe(v.number('Skriv et tall.'), v.minValue(0, 'Målet kan ikke være under 0.')),
})

/** A target path: baseline and milestones of one indicator for one unit. One record for each pair. */
export const maaltallSkjema = v.pipe(
  v.object({
    enhet: id,
    indikator: v.picklist(INDIKATORNAVN),
    basis: punkt,
    /** In rising order of year. */
    milepaeler: v.pipe(
      v.array(punkt),
      v.maxLength(20),
      v.check(
        (m) => m.every((p, i) => i === 0 || m[i - 1]!.aar < p.aar),
        'Milepælene må ha hvert sitt år, i stigende rekkefølge.',
      ),
    ),
    /** Who decided: PSU, MBM. */
    vedtatt: kortTekst('Vedtatt av'),
    vedtattDato: valgfriDato,
    kilde: langTekst('Kilde'),
    merknad: langTekst('Merknad'),
    eksempel,
  }),
  v.check(
    (m) => INDIKATORER[m.indikator].benevning !== '%' || [m.basis, ...m.milepaeler].every((p) => p.verdi <= 100),
    'Prosenten kan ikke være over 100.',
  ),
)
export type Maaltall = v.InferOutput<typeof maaltallSkjema>
