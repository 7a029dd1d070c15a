import type { Status } from '../../maalsti.ts'
import { startrad, type Innhold, type Startrad } from '../../startrad.ts'
import { ENHETER } from '../organisasjon.ts'

type Indikator = 'andelHeltid' | 'gjennomsnittligStilling'
type Fersk = Exclude<Status, 'mangler'>

/** An invented course for one unit: baseline, milestones, and how it is doing against them. Percent. */
export interface Loep {
  basis: number
  /** At the end of 2024, 2026, 2028 and 2030. */
  milepaeler: readonly [number, number, number, number]
  status: Fersk
}

export interface Eksempelenhet {
  id: string
  /** Day of the month it usually measures. */
  dag: number
  basisaar: number
  /** Årsverk, about the same all the time: larger positions mean fewer of them. */
  aarsverk: number
  /** Days before today that it last reported: 0 up to date, 49 and more silent, over 13 months missing. */
  taus: number
  loep: Record<Indikator, Loep>
}

const loep = (basis: number, milepaeler: Loep['milepaeler'], status: Fersk): Loep => ({ basis, milepaeler, status })

/** The six units of the demo. Bondihagen's 30 årsverk and 50 % are the source's; everything else is invented. */
// prettier-ignore
export const EKSEMPELENHETER: readonly Eksempelenhet[] = [
  { id: 'hurum', dag: 16, basisaar: 2023, aarsverk: 85, taus: 0, loep: {
    andelHeltid: loep(57, [62, 71, 78, 84], 'foran'), gjennomsnittligStilling: loep(70, [72, 77, 81, 85], 'foran') } },
  { id: 'braaset', dag: 12, basisaar: 2023, aarsverk: 67, taus: 0, loep: {
    andelHeltid: loep(56, [61, 69, 75, 80], 'foran'), gjennomsnittligStilling: loep(70, [72, 76, 80, 84], 'i_rute') } },
  { id: 'gullhella', dag: 9, basisaar: 2023, aarsverk: 41, taus: 0, loep: {
    andelHeltid: loep(45, [50, 58, 65, 72], 'i_rute'), gjennomsnittligStilling: loep(62, [65, 71, 77, 82], 'i_rute') } },
  { id: 'nesbru', dag: 2, basisaar: 2023, aarsverk: 28.5, taus: 49, loep: {
    andelHeltid: loep(45, [50, 59, 66, 72], 'bak'), gjennomsnittligStilling: loep(62, [65, 71, 77, 82], 'bak') } },
  { id: 'bondihagen', dag: 1, basisaar: 2023, aarsverk: 30, taus: 0, loep: {
    andelHeltid: loep(15, [20, 40, 55, 74], 'i_rute'), gjennomsnittligStilling: loep(50, [52, 60, 68, 80], 'foran') } },
  { id: 'royken', dag: 5, basisaar: 2022, aarsverk: 21, taus: 425, loep: {
    andelHeltid: loep(38, [43, 52, 60, 68], 'bak'), gjennomsnittligStilling: loep(53, [56, 63, 70, 78], 'bak') } },
]

/** Where the demo places the units that the source leaves unplaced. */
const PLASSERING: Record<string, string> = { gullhella: 'ho1', nesbru: 'ho1', bondihagen: 'tpf1', royken: 'tpf2' }

/** The unplaced units, placed, with the whole content of their rows: applied after `grunnlag()`. */
export const plasserteEnheter = (): Startrad[] =>
  ENHETER.filter((e) => e.id in PLASSERING).map(({ id, ...set }) =>
    startrad('project', 'enhet', id, { ...set, overordnet: PLASSERING[id]!, pilot: true, eksempel: true }),
  )

/** A unit's invented target path. */
export const eksempelmaaltall = (e: Eksempelenhet, indikator: Indikator): Innhold<'maaltall'> => ({
  enhet: e.id,
  indikator,
  basis: { aar: e.basisaar, verdi: e.loep[indikator].basis },
  milepaeler: [2024, 2026, 2028, 2030].map((aar, i) => ({ aar, verdi: e.loep[indikator].milepaeler[i]! })),
  kilde: 'Eksempel. Kildene har ingen måltall for enkeltenheter.',
  eksempel: true,
})

export const INDIKATORER_MED_SPOR: readonly Indikator[] = ['andelHeltid', 'gjennomsnittligStilling']
