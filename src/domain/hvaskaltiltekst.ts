import type { Avstand } from './avstand.ts'
import type { HvaSkalTil, Tiltak } from './hvaskaltil.ts'
import { skrivAntall, skrivKort, skrivKortProsent } from './tallformat.ts'

/** Årsverk as they are told: at most two decimals, and never «0» for what is something. */
export const skrivAarsverk = (aarsverk: number): string =>
  `${aarsverk > 0 && aarsverk < 0.005 ? 'under 0,01' : skrivKort(aarsverk, 2)}\u00a0årsverk`

/** «**Løft 2 stillinger** fra 70 til 80 %: 0,2 årsverk.» */
export function skrivTiltak(t: Tiltak): Avstand {
  const stillinger = skrivAntall(t.antall, 'stilling', 'stillinger')
  if (t.slag === 'utlys')
    return {
      fremhevet: `Lys ut ${stillinger}`,
      resten: ` på ${skrivKortProsent(t.til)}: ${skrivAarsverk((t.antall * t.til) / 100)}.`,
    }
  const mer = (t.antall * (t.til - t.fra)) / 100
  return {
    fremhevet: `Løft ${stillinger}`,
    resten: ` fra ${skrivKort(t.fra)} til ${skrivKortProsent(t.til)}: ${skrivAarsverk(mer)}.`,
  }
}

/** The whole answer as plain lines, for a scenario's text and an activity. */
export const skrivHvaSkalTil = (svar: HvaSkalTil): string[] => [
  ...svar.tiltak.map(skrivTiltak).map((t) => t.fremhevet + t.resten),
  ...(svar.tilfoert > 0 ? [`Til sammen ${skrivAarsverk(svar.tilfoert)} kommer til.`] : []),
  ...(svar.tilOvers > 0 ? [`${skrivAarsverk(svar.tilOvers)} av de ledige er igjen å fordele.`] : []),
]
