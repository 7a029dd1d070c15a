import * as v from 'valibot'

/** What the prosjektleder can set for the whole municipality. One row, with this id. */
export const INNSTILLING_ID = 'kommunen'

export const innstillingSkjema = v.object({
  /** Fewer people than this are hidden outside the unit (domain/smaatall). */
  minsteAntall: v.optional(
    v.pipe(
      v.number('Skriv et helt tall.'),
      v.integer('Skriv et helt tall.'),
      v.minValue(3, 'Grensen kan ikke være under 3.'),
      v.maxValue(50, 'Grensen kan ikke være over 50.'),
    ),
    5,
  ),
})
