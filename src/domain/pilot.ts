import * as v from 'valibot'
import { eksempel, id, kortTekst, valgfriDato } from './felt.ts'

/** A unit's place in the project: since when, and the role that follows it up. Which units are in stands on the unit (`enhet.pilot`). */
export const pilotSkjema = v.object({
  enhet: id,
  siden: valgfriDato,
  /** A role, never a person's name. */
  oppfoelging: kortTekst('Følges opp av'),
  eksempel,
})
export type Pilot = v.InferOutput<typeof pilotSkjema>

/** The row of a unit: the same one wherever it is made, so that there are never two. */
export const pilotId = (enhet: string): string => `pilot-${enhet}`.slice(0, 80)
