import type { Generated } from 'kysely'

/** The sync's tables, the same on SQLite and PostgreSQL. JSON is text; instants are milliseconds; truth is 0 or 1. */
export interface SyncTables {
  space: SpaceTable
  commit_log: { space: string; ver: number; mark: string }
  record: RecordTable
  change: ChangeTable
  op: OpTable
  replica: ReplicaTable
  quarantine: QuarantineTable
  tjenernoekkel: ServerKeyTable
  beskjed: MessageTable
}

interface SpaceTable {
  id: string
  /** The counter under lock: the version of the latest commit. */
  head: number
  /** Highest version that is in a verified backup. */
  durable: Generated<number>
  epoch: string
}

export interface RecordTable {
  space: string
  type: string
  id: string
  doc: string
  /** Per field `[opId, t]`; `*` for all fields not listed. */
  field_versions: string
  ver: number
  deleted: number
  /** The user who alone is sent it, until it is shown; `null` for all. */
  held_for: string | null
}

/** Append-only: the history and the audit log. */
export interface ChangeTable {
  space: string
  ver: number
  n: number
  op_id: string
  txn_id: string
  type: string
  id: string
  field: string
  old: string
  new: string
  outcome: string
  actor: string
  actor_name: string
  replica: string
  t_client: number
  t_effective: number
  t_server: number
}

export interface OpTable {
  op_id: string
  replica: string
  seq: number
  /** Of what the op says, so that the same id with another content is noticed. */
  hash: string
  status: string
  /** JSON of the OpResult that was answered. */
  result: string
  /** JSON of the op itself, kept for those that were refused. */
  payload: string | null
}

export interface ReplicaTable {
  id: string
  user_id: string
  label: string
  next_seq: number
  first_seen: number
  last_seen: number
  revoked: number
  /** The public key that its hand-overs are proved by, and its thumbprint; `null` until it has said it. */
  noekkel: string | null
  noekkel_id: string | null
}

/** The server's own key pairs, which hand-overs are sealed to: the newest is given out, and all of them open. Base64url. */
interface ServerKeyTable {
  id: string
  offentlig: string
  privat: string
  laget: number
}

/** Told to an author whose change came by hand-over and was not taken as it was, until one of her devices has it. */
interface MessageTable {
  op_id: string
  user_id: string
  /** JSON of the op. */
  op: string
  /** JSON of the OpResult. */
  resultat: string
  t_server: number
}

/** Ops that were set aside instead of stored or refused. Nothing in here is lost; a prosjektleder decides. */
export interface QuarantineTable {
  op_id: string
  space: string
  replica: string
  actor: string
  actor_name: string
  /** Permanent code, as in src/sync/avvisning.ts. */
  reason: string
  /** JSON of the op. */
  payload: string
  t_server: number
  state: 'held' | 'released' | 'discarded'
  decided_by: string | null
  decided_at: number | null
}
