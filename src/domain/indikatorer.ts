/**
 * The catalogue of indicators: name, unit, direction. What they count and who has said so stands in `indikatordefinisjoner.ts`, which
 * is read when somebody asks.
 *
 * Asker's own series (80–100 % is heltid) and KS' series (100 % alone) are different
 * indicators and never share a line in a chart.
 */
import { skrivKort, skrivProsent, skrivTall } from './tallformat.ts'

export const INDIKATORNAVN = [
  'andelHeltid',
  'gjennomsnittligStilling',
  'andelHeltidKs',
  'gjennomsnittligStillingKs',
  'deltid',
  'ufrivilligDeltid',
  'vikarbruk',
  'sykefravaer',
] as const
export type Indikatornavn = (typeof INDIKATORNAVN)[number]

export interface Indikator {
  navn: string
  /** Unit of the figure. */
  benevning: '%' | 'timer'
  /** Which way is better. */
  retning: 'opp' | 'ned'
  /** Which of numerator and denominator are counts of whole people. */
  hele: readonly ('teller' | 'nevner')[]
  /** The count in words: «14 av 54 ansatte». */
  grunnlag: (teller: number, nevner: number) => string
  /** What a reader must know beside the count: «80–100 % stilling». */
  presisering: string
}

const av =
  (hva: string) =>
  (teller: number, nevner: number): string =>
    `${skrivKort(teller)} av ${skrivKort(nevner)}\u00a0${hva}`
const aarsverk = (teller: number, nevner: number): string =>
  `${skrivTall(teller)}\u00a0årsverk på ${skrivKort(nevner)}\u00a0ansatte`

export const INDIKATORER: Record<Indikatornavn, Indikator> = {
  andelHeltid: {
    navn: 'Andel heltid',
    benevning: '%',
    retning: 'opp',
    hele: ['teller', 'nevner'],
    grunnlag: av('ansatte'),
    presisering: '80–100\u00a0% stilling',
  },
  gjennomsnittligStilling: {
    navn: 'Gjennomsnittlig stilling',
    benevning: '%',
    retning: 'opp',
    hele: ['nevner'],
    grunnlag: aarsverk,
    presisering: '',
  },
  andelHeltidKs: {
    navn: 'Andel heltid (KS, 100 %)',
    benevning: '%',
    retning: 'opp',
    hele: ['teller', 'nevner'],
    grunnlag: av('ansatte'),
    presisering: '100\u00a0% stilling',
  },
  gjennomsnittligStillingKs: {
    navn: 'Gjennomsnittlig stilling (KS)',
    benevning: '%',
    retning: 'opp',
    hele: ['nevner'],
    grunnlag: aarsverk,
    presisering: '',
  },
  deltid: {
    navn: 'Andel deltid',
    benevning: '%',
    retning: 'ned',
    hele: ['teller', 'nevner'],
    grunnlag: av('ansatte'),
    presisering: 'under 80\u00a0% stilling',
  },
  ufrivilligDeltid: {
    navn: 'Ufrivillig deltid',
    benevning: '%',
    retning: 'ned',
    hele: ['teller', 'nevner'],
    grunnlag: av('deltidsansatte'),
    presisering: 'ønsker mer',
  },
  vikarbruk: {
    navn: 'Vikarbruk',
    benevning: 'timer',
    retning: 'ned',
    hele: [],
    grunnlag: av('timer'),
    presisering: 'per måned',
  },
  sykefravaer: {
    navn: 'Sykefravær',
    benevning: '%',
    retning: 'ned',
    hele: [],
    grunnlag: av('dagsverk'),
    presisering: 'egenmeldt og legemeldt',
  },
}

/** The two that the mandate sets targets for. */
export const HOVEDINDIKATORER = ['andelHeltid', 'gjennomsnittligStilling'] as const satisfies readonly Indikatornavn[]

/** The figure with its unit: `77,2 %`, `412 timer`. */
export const skrivVerdi = (indikator: Indikatornavn, verdi: number): string =>
  INDIKATORER[indikator].benevning === '%' ? skrivProsent(verdi) : `${skrivKort(verdi)}\u00a0timer`
