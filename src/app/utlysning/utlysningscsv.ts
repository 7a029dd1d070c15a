import { FELTNAVN } from '../texts/felt.ts'
import { skrivVerdi } from '../texts/verdi.ts'
import type { Utlysning } from '../../domain/utlysning.ts'
import { skrivCsv } from '../../report/csv.ts'

const FELTER = Object.keys(FELTNAVN.utlysning).filter((f) => f !== 'eksempel') as (keyof Utlysning)[]

/** All that is written of each, a row each, in words. */
export const utlysningscsv = (utlysninger: readonly Utlysning[]): string =>
  skrivCsv([
    FELTER.map((f) => FELTNAVN.utlysning[f]),
    ...utlysninger.map((u) =>
      FELTER.map((f) => {
        const verdi = u[f]
        if (typeof verdi === 'number') return verdi
        return verdi === null || verdi === '' || (Array.isArray(verdi) && verdi.length === 0)
          ? null
          : skrivVerdi('utlysning', f, verdi)
      }),
    ),
  ])
