import type * as v from 'valibot'
import type { Doc } from './json.ts'
import type { opSkjema } from './opskjema.ts'

export type { Doc, Json } from './json.ts'

/**
 * Per field, the opId of its last writer. `*` is the writer of every field that is not listed:
 * most rows were written by one op, and then one entry says it all.
 */
export type Versjoner = Record<string, string>

/** The last writer of a field, or `null` where the record is unknown. */
export const skriverAv = (versjoner: Versjoner, felt: string): string | null =>
  versjoner[felt] ?? versjoner['*'] ?? null

/** Deletion is a field like others, so that it merges like others. Stored beside the row's content, never part of its schema. */
export const SLETTET = 'slettet'

/** The smallest thing that a person meant, on one record. */
export type Op = v.InferOutput<typeof opSkjema>

/** What an op writes, deletion included: it is a field like others. */
export const skrivesAv = (op: Pick<Op, 'kind' | 'set'>): Doc =>
  op.kind === 'set' ? op.set : { ...op.set, [SLETTET]: op.kind === 'delete' }
