import { aarsregnskap, type Aarsregnskap } from '../../domain/heltidspotten.ts'
import { skrivKroner, type Oere } from '../../domain/penger.ts'
import { tabell, tallkolonne } from '../bygg.ts'
import type { Rapportgrunnlag } from '../grunnlag.ts'
import { ARTNAVN } from '../ord.ts'
import type { Blokk, Rute } from '../rapport.ts'

/** Kroner with two decimals for a spreadsheet: øre are exact in a double up to the largest amount there is. */
export const kroner = (beloep: Oere): Rute => ({ tall: beloep / 100, tekst: skrivKroner(beloep) })

export const regnskapFor = (
  g: Pick<Rapportgrunnlag, 'tilskudd' | 'budsjett' | 'kostnader'>,
  aar: number,
): Aarsregnskap => aarsregnskap(aar, g.tilskudd, g.budsjett, g.kostnader)

export const harPenger = (r: Aarsregnskap): boolean => r.innvilget !== 0 || r.soekt !== 0 || r.linjer.length > 0

/** «Av 1 500 000 kr er 430 000 kr brukt og 1 070 000 kr igjen.» */
export function pengesetning(r: Aarsregnskap): string {
  if (!harPenger(r)) return `Det er ikke ført tilskudd eller kostnader for ${r.aar}.`
  const soekt = r.soekt > 0 ? ` Det er søkt om ${skrivKroner(r.soekt)} uten svar ennå.` : ''
  if (r.linjer.every((l) => l.brukt === 0 && l.foerste === 0))
    return `Tilskuddet for ${r.aar} er ${skrivKroner(r.innvilget)}. Det er ikke ført kostnader ennå.${soekt}`
  if (r.innvilget === 0) return `Det er ikke ført tilskudd for ${r.aar}. ${skrivKroner(r.sum.brukt)} er brukt.${soekt}`
  return r.igjen < 0
    ? `Tilskuddet for ${r.aar} er ${skrivKroner(r.innvilget)}. Det er brukt ${skrivKroner(r.sum.brukt)}, altså ${skrivKroner(-r.igjen)} mer enn tilskuddet.${soekt}`
    : `Av tilskuddet på ${skrivKroner(r.innvilget)} for ${r.aar} er ${skrivKroner(r.sum.brukt)} brukt. ${skrivKroner(r.igjen)} er igjen.${soekt}`
}

export function regnskapstabell(r: Aarsregnskap): Blokk {
  return tabell(
    {
      id: `regnskap-${r.aar}`,
      tittel: `Regnskap for ${r.aar}`,
      kolonner: [
        'Hva pengene gikk til',
        tallkolonne('Budsjett'),
        tallkolonne('1. halvår'),
        tallkolonne('2. halvår'),
        tallkolonne('Brukt'),
        tallkolonne('Rest av budsjettet'),
      ],
      rader:
        r.linjer.length === 0
          ? []
          : [
              ...r.linjer.map((l) => [
                ARTNAVN[l.art],
                ...[l.budsjett, l.foerste, l.andre, l.brukt, l.rest].map(kroner),
              ]),
              ['Til sammen', ...[r.sum.budsjett, r.sum.foerste, r.sum.andre, r.sum.brukt, r.sum.rest].map(kroner)],
            ],
      sumrad: true,
      kilde: 'Regnskapet for Heltidspotten i Heltidshjulet. Kommunens eget regnskap gjelder om de to er ulike.',
    },
    `Det er ikke ført budsjett eller kostnader for ${r.aar}.`,
  )
}
