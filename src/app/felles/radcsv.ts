import type { Post, Rad, Tabellnavn } from '../../domain/tabeller.ts'
import { skrivCsv, type Celle } from '../../report/csv.ts'
import { FELTNAVN } from '../texts/felt.ts'
import { erIndre, skrivVerdi } from '../texts/verdi.ts'

type Listetabell = Exclude<Tabellnavn, 'beskjed'>

/** All that is written in a table's rows, a line each under the fields' names, in words; what is empty is empty. */
export function radlinjer<T extends Listetabell>(type: T, rader: readonly (Post<T> | Rad<T>)[]): Celle[][] {
  const navn: Record<string, string> = FELTNAVN[type]
  const felter = Object.keys(navn).filter((f) => !erIndre(f))
  return [
    felter.map((f) => navn[f]!),
    ...rader.map((rad) =>
      felter.map((f) => {
        const verdi = (rad as Record<string, unknown>)[f]
        if (typeof verdi === 'number') return verdi
        const tom =
          verdi === null || verdi === undefined || verdi === '' || (Array.isArray(verdi) && verdi.length === 0)
        return tom ? null : skrivVerdi(type, f, verdi)
      }),
    ),
  ]
}

export const radcsv = <T extends Listetabell>(type: T, rader: readonly (Post<T> | Rad<T>)[]): string =>
  skrivCsv(radlinjer(type, rader))
