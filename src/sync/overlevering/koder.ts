import { fraBase45, tilBase45 } from './base45.ts'
import { crc32 } from './crc32.ts'
import { sammen } from './pakke.ts'

/**
 * A packet as a series of texts, one for each QR code, and back again from whatever order they are caught in.
 *
 * A code is `HELTID1:` and, in Base45: 8 bytes that name the packet (the beginning of its SHA-256, which is also the checksum
 * of the whole) · how many codes (2) · which one this is, from 0 (2) · its part of the packet · CRC-32 of all that (4).
 */

const VERSJON = 1
const KODE = /^HELTID(\d{1,4}):(.*)$/s
const HODE = 12
const SUM = 4
export const NAVNELENGDE = 8

/** Bytes of the packet in each code. 140 give 51 × 51 squares, which a cheap camera reads at arm's length; 70 give 39 × 39. */
export const BYTES_PER_KODE = { vanlig: 140, grov: 70 } as const
export type Kodestoerrelse = keyof typeof BYTES_PER_KODE

/** @param navn the first 8 bytes of the packet's SHA-256 */
export function somKoder(pakke: Uint8Array, navn: Uint8Array, stoerrelse: Kodestoerrelse): string[] {
  const per = BYTES_PER_KODE[stoerrelse]
  const antall = Math.max(1, Math.ceil(pakke.length / per))
  if (antall > 0xffff) throw new RangeError('A packet of this size does not fit in a series of codes.')
  return Array.from({ length: antall }, (_, nr) => {
    const del = pakke.subarray(nr * per, (nr + 1) * per)
    const kode = new Uint8Array(HODE + del.length + SUM)
    kode.set(navn.subarray(0, NAVNELENGDE))
    const sett = new DataView(kode.buffer)
    sett.setUint16(8, antall)
    sett.setUint16(10, nr)
    kode.set(del, HODE)
    sett.setUint32(kode.length - SUM, crc32(kode.subarray(0, -SUM)))
    return `HELTID${VERSJON}:${tilBase45(kode)}`
  })
}

/** What a text that the camera read was. `skadet` is ours, and misread; `nyere` is from a newer version. */
export type Lest = 'ny' | 'kjent' | 'fremmed' | 'nyere' | 'skadet'

export interface Samling {
  har: number
  av: number
  /** Which ones are missing, from 1. */
  mangler: number[]
}

/** A packet that is whole again; `navn` is what its SHA-256 must begin with. */
export interface Samlet {
  pakke: Uint8Array<ArrayBuffer>
  navn: Uint8Array
}

/** Catches codes in any order, also of several packets in turn. Says how far the one caught last has come. */
export function lagSamler() {
  const serier = new Map<string, { navn: Uint8Array; deler: (Uint8Array | undefined)[]; har: number }>()
  let siste: string | undefined

  return {
    ta(tekst: string): Lest {
      const [, versjon, data] = KODE.exec(tekst) ?? []
      if (versjon === undefined || data === undefined) return 'fremmed'
      if (Number(versjon) > VERSJON) return 'nyere'
      const kode = fraBase45(data)
      if (kode === null || kode.length < HODE + SUM) return 'skadet'
      const les = new DataView(kode.buffer)
      if (les.getUint32(kode.length - SUM) !== crc32(kode.subarray(0, -SUM))) return 'skadet'
      const [antall, nr] = [les.getUint16(8), les.getUint16(10)]
      if (nr >= antall) return 'skadet'
      const navn = kode.slice(0, NAVNELENGDE)
      // The same packet in codes of another size is another series.
      siste = `${navn.join()}/${antall}`
      const serie = serier.get(siste) ?? { navn, deler: new Array<undefined>(antall), har: 0 }
      serier.set(siste, serie)
      if (serie.deler[nr]) return 'kjent'
      serie.deler[nr] = kode.slice(HODE, -SUM)
      serie.har++
      return 'ny'
    },
    stand(): Samling | null {
      const serie = siste === undefined ? undefined : serier.get(siste)
      if (!serie) return null
      const mangler = Array.from(serie.deler, (del, i) => (del ? 0 : i + 1)).filter((n) => n > 0)
      return { har: serie.har, av: serie.deler.length, mangler }
    },
    /** The packet that was caught last, once it is whole. */
    ferdig(): Samlet | null {
      const serie = siste === undefined ? undefined : serier.get(siste)
      if (!serie || serie.har < serie.deler.length) return null
      return { pakke: sammen(...(serie.deler as Uint8Array[])), navn: serie.navn }
    },
    /** Forgets what was caught, so that a series can be read anew. */
    nullstill(): void {
      serier.clear()
      siste = undefined
    },
  }
}
export type Samler = ReturnType<typeof lagSamler>
