import type { Toemt } from '../../data/device.ts'
import { skrivTidspunkt } from '../../domain/dato.ts'
import { antallEndringer } from './synkmerke.ts'

/** What the person is told when the browser had emptied the storage: what is safe, and what is not there any more. */
export interface Toemttekst {
  tekst: string
  /** What is gone, or may be: the latest that the browser remembers, oldest first. */
  poster: { type: string; tittel: string; t: number }[]
}

export function toemttekst({ merke, tjener }: Toemt): Toemttekst {
  const siste = (merke?.siste ?? []).filter((s) => s.type !== 'beskjed')
  if (tjener === undefined)
    return {
      tekst:
        'Det tjeneren har bekreftet, hentes tilbake når nettbrettet får nett. Da ser vi også om noe av dette mangler.',
      poster: siste,
    }
  if (merke && tjener?.replica === merke.replica) {
    const borte = Math.max(0, merke.seq - tjener.nextSeq + 1)
    if (borte === 0)
      return { tekst: 'Ingenting er tapt. Tjeneren hadde bekreftet alt, og det er hentet tilbake.', poster: [] }
    return {
      tekst: `Det tjeneren hadde bekreftet, er hentet tilbake. ${antallEndringer(borte)} ble skrevet her uten å rekke fram, og er borte. Skriv ${borte === 1 ? 'den' : 'dem'} på nytt.`,
      poster: siste.filter((s) => s.seq >= tjener.nextSeq),
    }
  }
  const sist = tjener ? ` Den hørte sist fra dette nettbrettet ${skrivTidspunkt(tjener.lastSeen)}.` : ''
  return {
    tekst: `Det tjeneren har bekreftet, er hentet tilbake.${sist} Det som ble skrevet uten å rekke fram${tjener ? ' etter det' : ''}, er borte. Se over det du husker å ha skrevet, og skriv på nytt det som mangler.`,
    poster: siste,
  }
}
