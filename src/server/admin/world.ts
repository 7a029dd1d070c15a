import type { Kysely, Transaction } from 'kysely'
import type { Bruker } from '../../domain/tilgang.ts'
import type { Who } from '../auth/who.ts'
import type { Streams } from '../http/streams.ts'
import type { Database } from '../schema.ts'
import type { Store } from '../sync/store.ts'

/** What the administration needs of the world. */
export interface AdminWorld {
  db: Kysely<Database>
  store: Pick<Store, 'devices' | 'revokeDevice' | 'setAside' | 'decide'>
  who: Who
  streams: Streams
  now: () => number
  uuid: () => string
  /** A secret for a one-time link: random, safe in an address. */
  token: () => string
  hashPassword: (password: string) => Promise<string>
  /** The origin that links begin with. */
  baseUrl: string
}

export type Db = Kysely<Database> | Transaction<Database>

/** Who does it: a user, or the server itself. */
export type Actor = Pick<Bruker, 'id' | 'navn'>
export const SERVER: Actor = { id: 'server', navn: 'Serveren' }
