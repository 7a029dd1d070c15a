import type { Base } from '../db.ts'

/** The replica's own key pair, which it signs hand-overs with. */

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const

export const tilBase64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
export const fraBase64url = (tekst: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(tekst.replaceAll('-', '+').replaceAll('_', '/')), (t) => t.charCodeAt(0))

export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** The short name of a public key: half of its SHA-256. */
export const tommel = async (noekkel: Uint8Array<ArrayBuffer>): Promise<string> =>
  tilBase64url((await sha256(noekkel)).subarray(0, 16))

/** Whether this browser can sign and seal: it can on https and on localhost. */
export const kanSignere = (): boolean => (globalThis.crypto as Crypto | undefined)?.subtle !== undefined

export interface Noekkelpar {
  privat: CryptoKey
  /** The public key, uncompressed. */
  offentlig: Uint8Array<ArrayBuffer>
}

/** The device's pair; made the first time. The private key cannot be taken out of the browser. */
export async function hentPar(db: Base): Promise<Noekkelpar> {
  const kjent = (await db.meta.get('noekkelpar'))?.v as CryptoKeyPair | undefined
  const par = kjent ?? (await lagPar(db))
  return { privat: par.privateKey, offentlig: new Uint8Array(await crypto.subtle.exportKey('raw', par.publicKey)) }
}

async function lagPar(db: Base): Promise<CryptoKeyPair> {
  const nytt = await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify'])
  // Two tabs may each have made one: the first that is stored counts.
  return db.transaction('rw', db.meta, async () => {
    const annet = (await db.meta.get('noekkelpar'))?.v as CryptoKeyPair | undefined
    if (!annet) await db.meta.put({ k: 'noekkelpar', v: nytt })
    return annet ?? nytt
  })
}

export const signer = async ({ privat }: Noekkelpar, hva: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privat, hva))
