import * as v from 'valibot'
import { opSkjema, tellende, uuid } from '../opskjema.ts'

/**
 * A hand-over packet: unsent changes on their way to the server by way of another's device, which can neither read, change
 * nor invent them (docs/vedtak/0019). Byte by byte:
 *
 * `HELTID` · version (1) · length of the head (2) · the head, JSON in ASCII · sealed to the server's public key by HPKE
 * (RFC 9180): encapsulated secret (65), ciphertext. What is sealed: the replica's ECDSA signature (64) over all up to and with
 * the head and the compressed content · the content, JSON compressed by deflate-raw.
 *
 * The carrier reads the head alone. Version stands for the layout of the bytes; what a content may hold has its own (`schema`).
 */

export const PAKKEVERSJON = 1
const MAGI = 'HELTID'
const FOER_HODET = MAGI.length + 3
/** Bytes of an uncompressed P-256 point: HPKE's encapsulated secret, and a public key as it is registered. */
export const PUNKT = 65
/** Bytes of an ECDSA P-256 signature as WebCrypto gives it. */
export const SIGNATUR = 64
/** HPKE's `info`: a secret made for this use is good for no other. */
export const FORMAAL = 'heltidshjulet overlevering 1'
export const MAKS_PAKKE = 1_000_000
export const MAKS_OPS_I_PAKKE = 5000
/** Bytes of a content before it is compressed; more is refused unread. */
export const MAKS_INNHOLD = 16_000_000

const hodeSkjema = v.object({
  /** Which of the server's keys it is sealed to. */
  til: v.pipe(v.string(), v.maxLength(80)),
  /** Who wrote it, as the carrier is shown. Proved only by the signature inside. */
  fra: v.pipe(v.string(), v.maxLength(200)),
  antall: v.pipe(tellende, v.minValue(1)),
  /** Milliseconds on the clock of the device that made it. */
  laget: v.number(),
})
export type Pakkehode = v.InferOutput<typeof hodeSkjema>

export const innholdSkjema = v.object({
  bruker: v.pipe(v.string(), v.maxLength(80)),
  replica: uuid,
  /** Thumbprint of the public key that the signature is proved by (`tommel`). */
  noekkel: v.pipe(v.string(), v.maxLength(80)),
  /** Version of the tables' schemas on the device. */
  schema: v.number(),
  /** What to add to the device's clock to get the server's, as it was measured last; 0 where it never was. */
  avvik: v.number(),
  ops: v.pipe(v.array(opSkjema), v.minLength(1), v.maxLength(MAKS_OPS_I_PAKKE)),
})
export type Innhold = v.InferOutput<typeof innholdSkjema>

/** All that comes before the seal: what the carrier may read, and what the seal and the signature hold fast. */
export function skrivHode(hode: Pakkehode): Uint8Array<ArrayBuffer> {
  const json = JSON.stringify(hode).replace(/[^ -~]/g, (t) => `\\u${t.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const tekst = `${MAGI}${String.fromCharCode(PAKKEVERSJON, json.length >> 8, json.length & 0xff)}${json}`
  return Uint8Array.from(tekst, (t) => t.charCodeAt(0))
}

export interface LestPakke {
  hode: Pakkehode
  /** The bytes of the head, as `skrivHode` made them. */
  foran: Uint8Array<ArrayBuffer>
  hemmelighet: Uint8Array<ArrayBuffer>
  forseglet: Uint8Array<ArrayBuffer>
}

const somJson = (tekst: string): unknown => {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

/** Takes a packet apart. `fremmed`: no packet; `nyere`: from a newer version; `skadet`: not whole. */
export function lesPakke(pakke: Uint8Array<ArrayBuffer>): LestPakke | 'fremmed' | 'nyere' | 'skadet' {
  const tekst = (fra: number, til: number) => String.fromCharCode(...pakke.subarray(fra, til))
  if (tekst(0, MAGI.length) !== MAGI) return 'fremmed'
  if (pakke.length < FOER_HODET) return 'skadet'
  if (pakke[MAGI.length]! > PAKKEVERSJON) return 'nyere'
  const slutt = FOER_HODET + pakke[MAGI.length + 1]! * 256 + pakke[MAGI.length + 2]!
  if (pakke.length <= slutt + PUNKT + SIGNATUR) return 'skadet'
  const hode = v.safeParse(hodeSkjema, somJson(tekst(FOER_HODET, Math.min(slutt, 5000))))
  if (!hode.success) return 'skadet'
  return {
    hode: hode.output,
    foran: pakke.slice(0, slutt),
    hemmelighet: pakke.slice(slutt, slutt + PUNKT),
    forseglet: pakke.slice(slutt + PUNKT),
  }
}

/** One after the other. */
export function sammen(...deler: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const ut = new Uint8Array(deler.reduce((sum, del) => sum + del.length, 0))
  let ved = 0
  for (const del of deler) {
    ut.set(del, ved)
    ved += del.length
  }
  return ut
}
