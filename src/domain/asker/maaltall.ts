import type { Innhold } from '../startrad.ts'
import { KILDE } from './kilder.ts'

/** The target paths that PSU adopted, for the whole municipality and for Velferd. Percent. */
export const MAALTALL: readonly Innhold<'maaltall'>[] = [
  sti('asker', 'andelHeltid', 74.0, [78, 83, 87, 90], 'Asker totalt'),
  sti('asker', 'gjennomsnittligStilling', 83.7, [85, 87, 88, 90], 'Asker totalt'),
  sti('velferd', 'andelHeltid', 55.5, [60, 66, 70, 74], 'Velferd totalt'),
  {
    ...sti('velferd', 'gjennomsnittligStilling', 74.5, [78, 83, 87, 90], 'Velferd totalt'),
    merknad: 'Slik det står i kilden: de fire milepælene er de samme som for Askers andel heltid.',
  },
]

function sti(
  enhet: string,
  indikator: Innhold<'maaltall'>['indikator'],
  basis: number,
  milepaeler: [number, number, number, number],
  tabell: string,
): Innhold<'maaltall'> {
  return {
    enhet,
    indikator,
    basis: { aar: 2020, verdi: basis },
    milepaeler: [2024, 2026, 2028, 2030].map((aar, i) => ({ aar, verdi: milepaeler[i]! })),
    vedtatt: 'PSU',
    vedtattDato: '2023-11-21',
    kilde: `PSU-sak 7/24 pkt. 3, «${tabell}». Måles årlig.`,
  }
}

/** Identity of a unit's target path: one for each unit and indicator. */
export const maaltallId = (enhet: string, indikator: string): string => `${enhet}-${indikator.toLowerCase()}`

/** Who adopted what, for the text under the targets. */
export const VEDTAK_MAALTALL = {
  tekst: 'Måleindikatorene ble vedtatt i PSU 21.11.2023 og måles årlig.',
  kilde: KILDE.sak,
} as const
