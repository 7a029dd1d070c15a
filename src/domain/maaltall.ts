import * as v from 'valibot'
import { aar, eksempel, id, kortTekst, langTekst, prosent } from './felt.ts'
import { INDIKATORNAVN } from './indikatorer.ts'

/** A target path: baseline and milestones of one indicator for one unit. One record for each pair. */
export const maaltallSkjema = v.object({
  enhet: id,
  indikator: v.picklist(INDIKATORNAVN),
  basis: v.object({ aar, verdi: prosent }),
  /** In rising order of year. */
  milepaeler: v.pipe(
    v.array(v.object({ aar, verdi: prosent })),
    v.maxLength(20),
    v.check(
      (m) => m.every((p, i) => i === 0 || m[i - 1]!.aar < p.aar),
      'Milepælene må ha hvert sitt år, i stigende rekkefølge.',
    ),
  ),
  vedtatt: kortTekst('Vedtatt'),
  kilde: langTekst('Kilde'),
  merknad: langTekst('Merknad'),
  eksempel,
})
export type Maaltall = v.InferOutput<typeof maaltallSkjema>
