import type { Kysely, Transaction } from 'kysely'
import type { Bruker } from '../../domain/tilgang.ts'
import type { Database } from '../schema.ts'
import { asBruker } from './who.ts'

export interface NewUser extends Bruker {
  epost: string
  /** Scrypt hash; `null` for one who cannot log in by password. */
  passwordHash: string | null
}

/** One spelling of an address: how it is stored and looked up. */
export const asEmail = (epost: string): string => epost.trim().toLowerCase()

/** Makes the account and its user, in the caller's transaction. Throws when the id or the address is taken. */
export async function insertUser(
  trx: Kysely<Database> | Transaction<Database>,
  user: NewUser,
  now: number,
  uuid: () => string,
): Promise<void> {
  const at = { createdAt: new Date(now).toISOString(), updatedAt: new Date(now).toISOString() }
  await trx
    .insertInto('user')
    .values({ id: user.id, name: user.navn, email: asEmail(user.epost), emailVerified: 1, image: null, ...at })
    .execute()
  await trx
    .insertInto('bruker')
    .values({
      user_id: user.id,
      navn: user.navn,
      rolle: user.rolle,
      enheter: JSON.stringify(user.enheter),
      sperret: 0,
    })
    .execute()
  if (user.passwordHash !== null) await setPassword(trx, user.id, user.passwordHash, now, uuid)
}

/** Gives a user a password, the first or a new one. */
export async function setPassword(
  trx: Kysely<Database> | Transaction<Database>,
  userId: string,
  passwordHash: string,
  now: number,
  uuid: () => string,
): Promise<void> {
  const at = new Date(now).toISOString()
  await trx.deleteFrom('account').where('userId', '=', userId).where('providerId', '=', 'credential').execute()
  await trx
    .insertInto('account')
    .values({
      id: uuid(),
      accountId: userId,
      providerId: 'credential',
      userId,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
}

/** The user as of now; `null` for one who is locked, or not there. */
export async function lesBruker(db: Kysely<Database>, id: string): Promise<Bruker | null> {
  const row = await db
    .selectFrom('bruker')
    .selectAll()
    .where('user_id', '=', id)
    .where('sperret', '=', 0)
    .executeTakeFirst()
  return row === undefined ? null : asBruker(row)
}
