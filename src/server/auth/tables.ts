import type { ColumnType, Generated } from 'kysely'

/** An instant of better-auth's, written as ISO text. Read, it is that text on SQLite and a Date on PostgreSQL. */
type Instant = ColumnType<string | Date, string, string>
type MaybeInstant = ColumnType<string | Date | null, string | null, string | null>
/** Truth of better-auth's, written as 0 or 1. Read, it is that on SQLite and a boolean on PostgreSQL. */
type Truth = ColumnType<number | boolean, 0 | 1, 0 | 1>

/**
 * The tables of accounts and administration. The first five are better-auth's own, in its own names and with its own
 * types. In ours, instants are milliseconds, lists are JSON text, and truth is 0 or 1.
 */
export interface AccountTables {
  user: UserTable
  session: SessionTable
  account: CredentialTable
  verification: VerificationTable
  passkey: PasskeyTable
  bruker: BrukerTable
  invitasjon: InvitasjonTable
  oekt_nettbrett: OektNettbrettTable
  hendelse: HendelseTable
  kalenderadresse: KalenderadresseTable
}

interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: Truth
  image: string | null
  createdAt: Instant
  updatedAt: Instant
}

interface SessionTable {
  id: string
  expiresAt: Instant
  /** SHA-256 of the cookie's token, never the token itself (auth/hashed-tokens.ts). */
  token: string
  createdAt: Instant
  updatedAt: Instant
  ipAddress: string | null
  userAgent: string | null
  userId: string
}

interface CredentialTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: MaybeInstant
  refreshTokenExpiresAt: MaybeInstant
  scope: string | null
  /** Scrypt hash. */
  password: string | null
  createdAt: Instant
  updatedAt: Instant
}

interface VerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: Instant
  createdAt: Instant
  updatedAt: Instant
}

interface PasskeyTable {
  id: string
  name: string | null
  publicKey: string
  userId: string
  credentialID: string
  counter: number
  deviceType: string
  backedUp: Truth
  transports: string | null
  createdAt: MaybeInstant
  aaguid: string | null
}

/** Who a user is here: the role and the units, which decide every right. */
export interface BrukerTable {
  user_id: string
  navn: string
  rolle: string
  /** JSON list of unit ids. */
  enheter: string
  sperret: number
}

/** A one-time link: to a new account, or (with `user_id`) to a new password for an account that exists. */
export interface InvitasjonTable {
  id: string
  /** SHA-256 of the link's token. */
  token_hash: string
  user_id: string | null
  navn: string
  epost: string
  rolle: string
  enheter: string
  opprettet: number
  /** User id, or `server` for the first link. */
  opprettet_av: string
  utloeper: number
  brukt: number | null
  trukket: number | null
}

/** Which session a device was last seen with, so that the one can be ended with the other. */
export interface OektNettbrettTable {
  replica: string
  session_id: string
}

/** A person's private calendar address. Revoked: the row is gone. */
export interface KalenderadresseTable {
  user_id: string
  /** SHA-256 of the address's key. */
  noekkel_hash: string
  laget: number
  /** When a calendar last asked, to the hour; `null` when none has. */
  hentet: number | null
}

/** What was done in the administration, append-only (a trigger refuses change and removal). */
export interface HendelseTable {
  n: Generated<number>
  tid: number
  hvem: string
  hvem_navn: string
  hva: string
  /** Id of the user, invitation or device it was done to. */
  gjelder: string
  /** JSON: what it was before and after, never a password or a token. */
  detaljer: string
}
