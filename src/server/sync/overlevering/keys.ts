import { createHash } from 'node:crypto'
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke'
import type { Kysely } from 'kysely'
import type { Database } from '../../schema.ts'
import { transaction } from '../../transaction.ts'

/** The keys of hand-over: the server's own, which packets are sealed to, and those that replicas sign with. */

export const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM)

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'base64url'))

/** The short name of a public key: half of its SHA-256. */
export const thumbprint = (key: Uint8Array): string =>
  base64url(createHash('sha256').update(key).digest().subarray(0, 16))

/** The key that packets are sealed to; made the first time. It lies in the database, so that all instances, a copy and a move have it. */
export async function serverKey(db: Kysely<Database>, now: number): Promise<{ id: string; noekkel: string }> {
  const newest = () =>
    db.selectFrom('tjenernoekkel').select(['id', 'offentlig']).orderBy('laget', 'desc').orderBy('id').executeTakeFirst()
  const row = (await newest()) ?? (await makeServerKey(db, now).then(newest))
  return { id: row!.id, noekkel: row!.offentlig }
}

async function makeServerKey(db: Kysely<Database>, now: number): Promise<void> {
  const pair = await suite.GenerateKeyPair(true)
  const open = await suite.SerializePublicKey(pair.publicKey)
  const row = {
    id: thumbprint(open),
    offentlig: base64url(open),
    privat: base64url(await suite.SerializePrivateKey(pair.privateKey)),
    laget: now,
  }
  // Two instances that start together may each make one: both open what is sealed to them.
  await transaction(db, (trx) => trx.insertInto('tjenernoekkel').values(row).execute())
}

/** The pair of that name; `null` where this installation has none. */
export async function keyPair(db: Kysely<Database>, id: string) {
  const row = await db.selectFrom('tjenernoekkel').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  return {
    privateKey: await suite.DeserializePrivateKey(fromBase64url(row.privat)),
    publicKey: await suite.DeserializePublicKey(fromBase64url(row.offentlig)),
  }
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' }

/** The public key that a replica says; `null` where it is none. */
export async function readPublicKey(text: string) {
  try {
    return await crypto.subtle.importKey('raw', fromBase64url(text), ECDSA, true, ['verify'])
  } catch {
    return null
  }
}

export async function isSignedBy(key: string, signature: Uint8Array<ArrayBuffer>, what: Uint8Array<ArrayBuffer>) {
  const open = await readPublicKey(key)
  return open !== null && crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, open, signature, what)
}
