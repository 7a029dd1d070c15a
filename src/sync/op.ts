import * as v from 'valibot'

/** Values that travel: what JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [felt: string]: Json }
export type Doc = Record<string, Json>

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

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(json), v.record(v.string(), json)]),
)

/** The smallest thing that a person meant, on one record. */
export const opSkjema = v.object({
  /** uuidv7, minted on the device; the same op sent twice changes nothing the second time. */
  opId: v.pipe(v.string(), v.uuid()),
  /** The replica's own counter, from 1, without gaps. */
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Ops with the same txnId are applied together or not at all. */
  txnId: v.pipe(v.string(), v.uuid()),
  kind: v.picklist(['set', 'delete', 'undelete']),
  space: v.pipe(v.string(), v.regex(/^(project|unit:[a-z0-9-]{1,80}|user:[\w-]{1,80})$/)),
  type: v.pipe(v.string(), v.maxLength(40)),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  /** Changed fields only. */
  set: v.record(v.pipe(v.string(), v.maxLength(40)), json),
  /** Per changed field, the opId of the last writer that the person saw; `null` for none. */
  base: v.record(v.pipe(v.string(), v.maxLength(40)), v.nullable(v.string())),
  /** Per changed long text, what it was when the person began to write, where it was anything. */
  fra: v.optional(v.record(v.pipe(v.string(), v.maxLength(40)), v.string())),
  /** Version of the table's schema on the device. */
  schema: v.pipe(v.number(), v.integer()),
  /** When it was written, milliseconds on the device's own clock. */
  t: v.number(),
})
export type Op = v.InferOutput<typeof opSkjema>

/** What an op writes, deletion included: it is a field like others. */
export const skrivesAv = (op: Pick<Op, 'kind' | 'set'>): Doc =>
  op.kind === 'set' ? op.set : { ...op.set, [SLETTET]: op.kind === 'delete' }
