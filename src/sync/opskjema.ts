import * as v from 'valibot'
import type { Json } from './json.ts'

/** How an op is checked where it comes in from outside. Apart from `op.ts`, since a device that only writes and sends has no use for it. */

const erJson = (x: unknown): x is Json =>
  x === null ||
  typeof x === 'string' ||
  typeof x === 'boolean' ||
  (typeof x === 'number' && Number.isFinite(x)) ||
  (typeof x === 'object' && Object.values(x).every(erJson))
const json = v.custom<Json>(erJson)

/** An id as `crypto.randomUUID` and `sync/id.ts` mint them. */
export const uuid = v.pipe(v.string(), v.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i))
/** A whole number that counts one by one. */
export const tellende = v.pipe(
  v.number(),
  v.check((n: number) => Number.isSafeInteger(n)),
)

/** The smallest thing that a person meant, on one record. */
export const opSkjema = v.object({
  /** uuidv7, minted on the device; the same op sent twice changes nothing the second time. */
  opId: uuid,
  /** The replica's own counter, from 1, without gaps. */
  seq: v.pipe(tellende, v.minValue(1)),
  /** Ops with the same txnId are applied together or not at all. */
  txnId: uuid,
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
  /** Per changed set, what the person put in and took out. An older server does not read it, and takes the list in `set`. */
  mengder: v.optional(
    v.record(v.pipe(v.string(), v.maxLength(40)), v.object({ lagt: v.array(json), tatt: v.array(json) })),
  ),
  /** Version of the table's schema on the device. */
  schema: v.pipe(v.number(), v.integer()),
  /** When it was written, milliseconds on the device's own clock. */
  t: v.number(),
})
