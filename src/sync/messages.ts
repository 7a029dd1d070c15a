import * as v from 'valibot'
import { opSkjema, type Doc, type Versjoner } from './op.ts'
import { PROTOKOLL, SKJEMAVERSJON } from './versions.ts'
import type { Bruker, Rettigheter } from '../domain/tilgang.ts'

/** What device and server say to each other (docs/sync.md has the steps that the numbers in the code refer to). */

export { PROTOKOLL, SKJEMAVERSJON }
export const OPS_PER_FORESPOERSEL = 500
export const RADER_PER_SIDE = 2000

export const syncRequestSkjema = v.object({
  protocol: v.literal(PROTOKOLL),
  replica: v.pipe(v.string(), v.uuid()),
  /** What the device calls itself, for the list of devices: «Chrome på Android». */
  device: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(120),
      v.transform((s) => s.replaceAll('\0', '')),
    ),
    '',
  ),
  schema: v.number(),
  /** The device's clock, milliseconds; its distance from the server's is the offset. */
  now: v.number(),
  push: v.pipe(v.array(opSkjema), v.maxLength(OPS_PER_FORESPOERSEL)),
  /** Where the device stands in each space it has. Spaces it has a right to and does not name are sent from the start. `only` narrows the pull to the named. */
  spaces: v.array(
    v.object({ id: v.string(), epoch: v.string(), ver: v.pipe(v.number(), v.safeInteger()), mark: v.string() }),
  ),
  only: v.optional(v.array(v.string())),
})
export type SyncRequest = v.InferOutput<typeof syncRequestSkjema>

/** `quarantined`: set aside whole; a prosjektleder releases it or not. */
export type OpStatus = 'applied' | 'merged' | 'refused' | 'quarantined'

export interface OpResult {
  opId: string
  status: OpStatus
  /** `applied`, `merged`: the version of the space in which it was stored. */
  ver?: number
  /** `merged`: the fields in which another's later writing stands. */
  merged?: string[]
  /** `refused`, `quarantined`: a permanent code (docs/feilkoder.md), a sentence in bokmål, and the field where there is one. */
  reason?: { code: string; text: string; field?: string }
}

/** A record as the server has it. */
export interface WireRow {
  type: string
  id: string
  doc: Doc
  v: Versjoner
  ver: number
  deleted: boolean
}

export interface SpaceResponse {
  id: string
  epoch: string
  ver: number
  mark: string
  /** Highest version that is in a verified backup. */
  durable: number
  rows: WireRow[]
  /** More pages follow at once. */
  more: boolean
  /** The device's place is unknown here (the server was restored from a backup): forget the cursor, send again what is not durable, start over. */
  cursorUnknown?: boolean
}

export interface SyncResponse {
  protocol: typeof PROTOKOLL
  /** The server's clock, milliseconds. */
  now: number
  results: OpResult[]
  /** The seq the server expects next from this replica. */
  nextSeq: number
  /** The replica id is used by another device: mint a new one and renumber what is unsent. */
  forked?: boolean
  /** The device was taken away: its rows go, what it sends is set aside, what it has not sent stays on it. */
  revoked?: boolean
  user: Bruker
  grants: Rettigheter
  spaces: SpaceResponse[]
}

/** Sent over `GET /api/events`: a hint that a space has moved, never the news itself. */
export interface Hint {
  space: string
  head: number
}

/** One entry of a record's history, newest first: `GET /api/history?space=&type=&id=` answers a list of them. */
export interface HistoryEntry {
  opId: string
  field: string
  old: Doc[string]
  new: Doc[string]
  outcome: 'applied' | 'superseded'
  actor: string
  actorName: string
  tClient: number
  tServer: number
}

/** Every 4xx and 5xx answer of the API. */
export interface ApiFeil {
  error: { code: string; text: string }
}
