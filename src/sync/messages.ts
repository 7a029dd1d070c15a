import type * as v from 'valibot'
import type { Doc, Versjoner } from './op.ts'
import type { syncRequestSkjema } from './requestskjema.ts'
import type { PROTOKOLL } from './versions.ts'
import type { Bruker, Rettigheter } from '../domain/tilgang.ts'

/** What device and server say to each other (docs/sync.md has the steps that the numbers in the code refer to). */

export { OPS_PER_FORESPOERSEL, RADER_PER_SIDE } from './limits.ts'
export { PROTOKOLL, SKJEMAVERSJON } from './versions.ts'

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

export interface FormerReplica {
  replica: string
  /** Milliseconds by the server's clock. */
  lastSeen: number
  nextSeq: number
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
  /** To one that asks: what this browser's device was before its storage was emptied, and the seq that the server expects next from it. */
  former?: FormerReplica
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
