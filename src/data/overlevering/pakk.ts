import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { SKJEMAVERSJON } from '../../sync/messages.ts'
import { NAVNELENGDE, somKoder } from '../../sync/overlevering/koder.ts'
import {
  FORMAAL,
  MAKS_OPS_I_PAKKE,
  MAKS_PAKKE,
  sammen,
  skrivHode,
  type Innhold,
} from '../../sync/overlevering/pakke.ts'
import type { Utpost } from '../db.ts'
import type { Pakke } from '../device.ts'
import { somOp } from '../syncRound.ts'
import { fraBase64url, hentPar, kanSignere, sha256, signer, tilBase64url, tommel, type Noekkelpar } from './noekler.ts'
import type { Overleveringsverden } from './verden.ts'

/** Makes a packet of what is unsent: compressed, signed by this replica and sealed to the server. */

const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM)

/** The server's public key, as it was when this device was last in touch with it. */
export interface Tjenernoekkel {
  id: string
  noekkel: string
}

const UTEN_NOEKKEL = {
  kode: 'HH-606',
  tekst:
    'Dette nettbrettet har ikke fått det det trenger for å overlevere uten nett. Det får det neste gang det har kontakt med tjeneren. Lagre en kopi til fil så lenge.',
}
const INGENTING = { kode: 'HH-607', tekst: 'Det er ingenting å overlevere: alt er sendt.' }

export async function lagPakke(verden: Overleveringsverden): Promise<Resultat<Pakke>> {
  const { db, naa } = verden
  const meta = await db.meta.bulkGet(['tjenernoekkel', 'replica', 'registrert', 'klokkeavvik'])
  const [tjener, replica, registrert, avvik] = meta.map((m) => m?.v)
  if (!kanSignere() || tjener === undefined || replica === undefined) return feil(UTEN_NOEKKEL)
  const par = await hentPar(db)
  const koe = await heleTxner(await db.outbox.orderBy('n').limit(MAKS_OPS_I_PAKKE + 1).toArray())
  const usendt = await db.outbox.count()
  const felles = {
    bruker: verden.bruker.id,
    replica: replica as string,
    noekkel: await tommel(par.offentlig),
    schema: SKJEMAVERSJON,
    avvik: typeof avvik === 'number' ? avvik : 0,
  }
  for (let ops = koe; ops.length > 0; ops = await heleTxner(ops.slice(0, Math.ceil(ops.length / 2)), koe)) {
    const hode = { til: (tjener as Tjenernoekkel).id, fra: verden.bruker.navn, antall: ops.length, laget: naa() }
    const bytes = await forsegl(skrivHode(hode), { ...felles, ops: ops.map(somOp) }, par, tjener as Tjenernoekkel)
    if (bytes.length > MAKS_PAKKE) continue
    const navn = await sha256(bytes)
    return ok({
      id: tilBase64url(navn),
      fra: verden.bruker.navn,
      laget: hode.laget,
      bytes,
      antall: ops.length,
      igjen: usendt - ops.length,
      bevist: registrert != null,
      opIder: ops.map((o) => o.opId),
      koder: (stoerrelse) => somKoder(bytes, navn.subarray(0, NAVNELENGDE), stoerrelse),
    })
  }
  return feil(INGENTING)
}

/** The first ops that may go in one packet, never half a txn. */
async function heleTxner(ops: Utpost[], alle: readonly Utpost[] = ops): Promise<Utpost[]> {
  const ut = ops.slice(0, MAKS_OPS_I_PAKKE)
  const neste = alle[ut.length]
  if (neste === undefined) return ut
  const foer = ut.findIndex((o) => o.txnId === neste.txnId)
  return foer < 0 ? ut : ut.slice(0, foer)
}

async function forsegl(
  foran: Uint8Array<ArrayBuffer>,
  innhold: Innhold,
  par: Noekkelpar,
  tjener: Tjenernoekkel,
): Promise<Uint8Array<ArrayBuffer>> {
  const komprimert = await komprimer(JSON.stringify(innhold))
  const signatur = await signer(par, sammen(foran, komprimert))
  const til = await suite.DeserializePublicKey(fraBase64url(tjener.noekkel))
  const info = new TextEncoder().encode(FORMAAL)
  const { encapsulatedSecret, ciphertext } = await suite.Seal(til, sammen(signatur, komprimert), { aad: foran, info })
  return sammen(foran, encapsulatedSecret, ciphertext)
}

async function komprimer(tekst: string): Promise<Uint8Array<ArrayBuffer>> {
  const stroem = new Blob([tekst]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stroem).arrayBuffer())
}
