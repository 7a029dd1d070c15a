/**
 * The catalogue of indicators: name, unit, direction, definition and source.
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
  /** What the numerator counts, as the label of its field says it. `null` where the indicator is entered as a value alone. */
  teller: string | null
  nevner: string | null
  /** Which of the two are counts of whole people. */
  hele: readonly ('teller' | 'nevner')[]
  /** The count in words: «14 av 54 ansatte». */
  grunnlag: (teller: number, nevner: number) => string
  /** What a reader must know beside the count: «80–100 % stilling». */
  presisering: string
  definisjon: string
  kilde: string
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
    teller: 'Ansatte med 80–100 % stilling',
    nevner: 'Alle ansatte som teller med',
    hele: ['teller', 'nevner'],
    grunnlag: av('ansatte'),
    presisering: '80–100\u00a0% stilling',
    definisjon:
      'Ansatte med 80–100 % stilling delt på alle ansatte, talt per person. En persons stillinger i enheten legges sammen.',
    kilde: 'Mandat for heltidskultur 2024–2030, PSU-sak 7/24 pkt. 3',
  },
  gjennomsnittligStilling: {
    navn: 'Gjennomsnittlig stilling',
    benevning: '%',
    retning: 'opp',
    teller: 'Årsverk (stillingsprosentene lagt sammen, delt på 100)',
    nevner: 'Alle ansatte som teller med',
    hele: ['nevner'],
    grunnlag: aarsverk,
    presisering: '',
    definisjon: 'Summen av stillingsprosentene delt på antall ansatte.',
    kilde: 'Mandat for heltidskultur 2024–2030, PSU-sak 7/24 pkt. 3',
  },
  andelHeltidKs: {
    navn: 'Andel heltid (KS, 100 %)',
    benevning: '%',
    retning: 'opp',
    teller: 'Ansatte med 100 % stilling i kommunal sektor',
    nevner: 'Ansatte i KS’ statistikk',
    hele: ['teller', 'nevner'],
    grunnlag: av('ansatte'),
    presisering: '100\u00a0% stilling',
    definisjon:
      'KS’ egen serie: bare 100 % regnes som heltid, stillinger i hele kommunesektoren legges sammen, vikarer er ikke med.',
    kilde: 'KS, per 1. desember',
  },
  gjennomsnittligStillingKs: {
    navn: 'Gjennomsnittlig stilling (KS)',
    benevning: '%',
    retning: 'opp',
    teller: 'Årsverk i KS’ statistikk',
    nevner: 'Ansatte i KS’ statistikk',
    hele: ['nevner'],
    grunnlag: aarsverk,
    presisering: '',
    definisjon: 'KS’ egen serie, per ansatt i kommunal sektor. Vikarer er ikke med.',
    kilde: 'KS, per 1. desember',
  },
  deltid: {
    navn: 'Andel deltid',
    benevning: '%',
    retning: 'ned',
    teller: 'Ansatte med under 80 % stilling',
    nevner: 'Alle ansatte som teller med',
    hele: ['teller', 'nevner'],
    grunnlag: av('ansatte'),
    presisering: 'under 80\u00a0% stilling',
    definisjon: 'Ansatte med under 80 % stilling delt på alle ansatte, frivillig og ufrivillig deltid samlet.',
    kilde: 'Mandat for heltidskultur 2024–2030, resultatmål R3',
  },
  ufrivilligDeltid: {
    navn: 'Ufrivillig deltid',
    benevning: '%',
    retning: 'ned',
    teller: 'Deltidsansatte som svarte at de ønsker mer',
    nevner: 'Deltidsansatte som svarte',
    hele: ['teller', 'nevner'],
    grunnlag: av('deltidsansatte'),
    presisering: 'ønsker mer',
    definisjon:
      'Deltidsansatte som ønsker og er tilgjengelige for å jobbe mer, delt på deltidsansatte som svarte på undersøkelsen.',
    kilde:
      'Mandat for heltidskultur 2024–2030, resultatmål R3; Bufdirs veileder til likestillings- og diskrimineringsloven § 26 a',
  },
  vikarbruk: {
    navn: 'Vikarbruk',
    benevning: 'timer',
    retning: 'ned',
    teller: null,
    nevner: null,
    hele: [],
    grunnlag: av('timer'),
    presisering: 'per måned',
    definisjon: 'Timer med ekstravakt, overtid, tilkalling og vikarbyrå i måneden.',
    kilde: 'Mandat for heltidskultur 2024–2030, resultatmål R4',
  },
  sykefravaer: {
    navn: 'Sykefravær',
    benevning: '%',
    retning: 'ned',
    teller: 'Tapte dagsverk',
    nevner: 'Avtalte dagsverk',
    hele: [],
    grunnlag: av('dagsverk'),
    presisering: 'egenmeldt og legemeldt',
    definisjon: 'Sykefraværsdagsverk delt på avtalte dagsverk, egenmeldt og legemeldt samlet.',
    kilde: 'SSB, sykefraværsstatistikken',
  },
}

/** The two that the mandate sets targets for. */
export const HOVEDINDIKATORER = ['andelHeltid', 'gjennomsnittligStilling'] as const satisfies readonly Indikatornavn[]

/** Whether the indicator is entered and shown as a value alone. */
export const erBareVerdi = (indikator: Indikatornavn): boolean => INDIKATORER[indikator].teller === null

/** The figure with its unit: `77,2 %`, `412 timer`. */
export const skrivVerdi = (indikator: Indikatornavn, verdi: number): string =>
  INDIKATORER[indikator].benevning === '%' ? skrivProsent(verdi) : `${skrivKort(verdi)}\u00a0timer`
