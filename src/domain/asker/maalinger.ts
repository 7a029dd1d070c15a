import type { Innhold } from '../startrad.ts'
import { KILDE } from './kilder.ts'

type Maaling = Innhold<'maaling'>

const sak = 'PSU-sak 7/24 pkt. 3, HRM'
const foer = 'Kilden sier bare 2020. Datoen er satt til årets siste dag.'
const april = 'Kilden sier april 2024. Datoen er satt til månedens siste dag.'
const egen = (enhet: string, indikator: Maaling['indikator'], verdi2020: number, april2024: number): Maaling[] => [
  { enhet, indikator, dato: '2020-12-31', verdi: verdi2020, kilde: sak, merknad: foer },
  { enhet, indikator, dato: '2024-04-30', verdi: april2024, kilde: sak, merknad: april },
]

const ks = (indikator: Maaling['indikator'], verdier: Record<number, number>): Maaling[] =>
  Object.entries(verdier).map(([aar, verdi]) => ({
    enhet: 'asker',
    indikator,
    dato: `${aar}-12-01`,
    verdi,
    kilde: 'KS',
    merknad: `${KILDE.ks2023}. KS’ egen definisjon: ikke den samme som Askers 80–100 %. Kilden oppgir bare året; KS teller per 1. desember.`,
  }))

/** What the municipality has published about itself: values alone, no counts behind them. Percent. */
export const MAALINGER: readonly Maaling[] = [
  ...egen('asker', 'andelHeltid', 74.0, 77.19),
  ...egen('asker', 'gjennomsnittligStilling', 83.7, 84.29),
  ...egen('velferd', 'andelHeltid', 55.5, 65.08),
  ...egen('velferd', 'gjennomsnittligStilling', 74.5, 75.7),
  ...ks('andelHeltidKs', { 2020: 59.4, 2021: 59.6, 2022: 61.9, 2023: 63.9 }),
  ...ks('gjennomsnittligStillingKs', { 2020: 81.9, 2021: 81.4, 2022: 82.3, 2023: 83.2 }),
]
