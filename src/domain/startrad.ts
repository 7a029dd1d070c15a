import type * as v from 'valibot'
import type { SkjemaFor, Tabellnavn } from './tabeller.ts'

/** What JSON can hold; the same as on the wire. */
export type Json = string | number | boolean | null | Json[] | { [felt: string]: Json }

/**
 * A row that an installation begins with. `set` is the whole content of the row.
 *
 * Where two lists hold the same id, the one applied last wins: `eksempel()` places units that `grunnlag()` leaves unplaced.
 */
export interface Startrad {
  space: string
  type: Tabellnavn
  id: string
  set: Record<string, Json>
}

/** What may be written for a row; fields with a default may be left out. */
export type Innhold<T extends Tabellnavn> = v.InferInput<SkjemaFor<T>>

/** A row whose content the compiler has held up against the table. */
export const startrad = <T extends Tabellnavn>(space: string, type: T, id: string, set: Innhold<T>): Startrad => ({
  space,
  type,
  id,
  set: set as Record<string, Json>,
})
