import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { lesPakke } from '../../sync/overlevering/pakke.ts'
import type { Baaret } from '../device.ts'
import { sha256, tilBase64url } from './noekler.ts'
import type { Overleveringsverden } from './verden.ts'

/** Takes in a packet that another's device has shown or that was read from a file, to be carried to the server. */

const FEIL = {
  fremmed: { kode: 'HH-603', tekst: 'Dette er ikke en overlevering fra Heltidshjulet. Velg en fil som slutter på .heltid.' },
  nyere: {
    kode: 'HH-604',
    tekst: 'Overleveringen er laget av en nyere versjon av Heltidshjulet. Oppdater Heltidshjulet på dette nettbrettet, og ta den imot på nytt.',
  },
  skadet: {
    kode: 'HH-605',
    tekst: 'Overleveringen er ikke hel. Ta den imot på nytt. Ingenting er borte: alt ligger fortsatt på nettbrettet det kommer fra.',
  },
  egen: { kode: 'HH-608', tekst: 'Denne overleveringen er din egen. Den ligger allerede i køen på dette nettbrettet, og sendes herfra.' },
} as const

/** @param navn what the packet's SHA-256 must begin with, where codes have told */
export async function ta(
  { db, naa }: Overleveringsverden,
  bytes: Uint8Array<ArrayBuffer>,
  navn?: Uint8Array,
): Promise<Resultat<Baaret>> {
  const lest = lesPakke(bytes)
  if (typeof lest === 'string') return feil(FEIL[lest])
  const sum = await sha256(bytes)
  if (navn && navn.some((b, i) => sum[i] !== b)) return feil(FEIL.skadet)
  const id = tilBase64url(sum)
  if (await db.meta.get(`pakke ${id}`)) return feil(FEIL.egen)
  const { fra, antall, laget } = lest.hode
  return ok(
    await db.transaction('rw', db.baaret, async () => {
      const kjent = await db.baaret.get(id)
      if (kjent) return kjent
      const ny = { id, bytes, fra, antall, laget, mottatt: naa(), stand: 'venter' as const }
      await db.baaret.add(ny)
      return ny
    }),
  )
}
