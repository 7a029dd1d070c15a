import { KILDE } from './kilder.ts'

/** Figures of Asker's equality reports, as printed. Counts are people unless the name says otherwise; `…Prosent` is 0–100. */

export interface Kjoenn {
  kvinner: number
  menn: number
}

export interface Likestillingsaar {
  aar: number
  aarsverk: number
  andelProsent: Kjoenn
  /** As the report's list prints it, where that differs from its text. */
  andelProsentIListen: Kjoenn | null
  ledere: Kjoenn
  ledergruppeProsent: Kjoenn
  virksomhetslederProsent: Kjoenn | null
  ansatte: Kjoenn
  midlertidige: Kjoenn
  foreldrepermisjonUker: Kjoenn
  deltid: Kjoenn
  laerlinger: number
  kilde: string
  merknad: string
}

const par = (kvinner: number, menn: number): Kjoenn => ({ kvinner, menn })

export const LIKESTILLING: readonly Likestillingsaar[] = [
  {
    aar: 2022,
    aarsverk: 5511,
    andelProsent: par(75.6, 24.4),
    andelProsentIListen: par(75.9, 24.1),
    ledere: par(68, 26),
    ledergruppeProsent: par(72.3, 24.4),
    virksomhetslederProsent: null,
    ansatte: par(5012, 1616),
    midlertidige: par(314, 131),
    foreldrepermisjonUker: par(34, 18),
    deltid: par(1767, 503),
    laerlinger: 79,
    kilde: KILDE.likestilling2022,
    merknad:
      'Slik det står i kilden: teksten sier 75,6/24,4 %, listen sier 75,9/24,1 %. Listens ledergruppe, 72,3/24,4 %, blir ikke 100.',
  },
  {
    aar: 2023,
    aarsverk: 5502,
    andelProsent: par(75.1, 24.9),
    andelProsentIListen: null,
    ledere: par(69, 23),
    ledergruppeProsent: par(50, 50),
    virksomhetslederProsent: par(78.3, 21.7),
    ansatte: par(4909, 1633),
    midlertidige: par(279, 116),
    foreldrepermisjonUker: par(33, 17),
    deltid: par(1974, 497),
    laerlinger: 79,
    kilde: KILDE.likestilling2023,
    merknad: '',
  },
]

export interface Permisjonsrad {
  rad: string
  snittDager: number
  ansatte: number
  dager: number
}

const rad = (navn: string, snittDager: number, ansatte: number, dager: number): Permisjonsrad => ({
  rad: navn,
  snittDager,
  ansatte,
  dager,
})

export const FORELDREPERMISJON_2023: Record<keyof Kjoenn, readonly Permisjonsrad[]> & { kilde: string } = {
  kvinner: [
    rad('totalt', 231, 287, 66310),
    rad('80 % dekningsgrad', 262, 46, 12073),
    rad('100 % dekningsgrad', 225, 241, 54237),
  ],
  menn: [
    rad('totalt', 118, 97, 11471),
    rad('80 % dekningsgrad', 130, 19, 2467),
    rad('100 % dekningsgrad', 115, 78, 9004),
  ],
  kilde: KILDE.likestilling2023,
}

/** A row of the pay table. Kroner a year; `forskjellProsent` is (menn − kvinner) ÷ kvinner, `forskjellKr` is menn − kvinner. */
export interface Loennsrad {
  nivaa: string
  kvinner: number
  menn: number
  andelKvinnerProsent: number
  totalt: number
  snittKvinnerKr: number
  snittMennKr: number
  forskjellProsent: number
  forskjellKr: number
  snittAlleKr: number
}

// prettier-ignore
const LOENN: [string, number, number, number, number, number, number, number, number, number][] = [
  ['Total', 5227, 1720, 75, 6947, 566905, 567094, 0.0, 189, 566952],
  ['1 Stilling uten særskilt krav til utdanning', 866, 349, 71, 1215, 423901, 414166, -2.3, -9735, 421105],
  ['2 Fagarbeider', 1474, 509, 74, 1983, 488517, 493311, 1.0, 4794, 489747],
  ['3 3-årig høyskole/lærer', 1039, 235, 82, 1274, 579060, 569715, -1.6, -9345, 577336],
  ['4 4-årig høyskole/adjunkt', 521, 108, 83, 629, 616397, 592579, -3.9, -23818, 612307],
  ['5 5-årig høyskole/adjunkt m/tillegg', 374, 110, 77, 484, 655925, 649342, -1.0, -6583, 654429],
  ['6 Lektor', 75, 29, 72, 104, 650300, 652059, 0.3, 1759, 650790],
  ['7 Lektor m/tillegg', 171, 73, 70, 244, 713682, 705275, -1.2, -8407, 711167],
  ['8 HTA kap. 5 - Akademikergruppen', 421, 222, 65, 643, 731843, 768811, 5.1, 36968, 744606],
  ['9 Avdelingsleder', 221, 67, 77, 288, 755210, 787881, 4.3, 32671, 762811],
  ['10 Virksomhetsleder', 65, 18, 78, 83, 965369, 982833, 1.8, 17464, 969157],
]

export const LOENN_2023 = {
  rader: LOENN.map(
    ([
      nivaa,
      kvinner,
      menn,
      andelKvinnerProsent,
      totalt,
      snittKvinnerKr,
      snittMennKr,
      forskjellProsent,
      forskjellKr,
      snittAlleKr,
    ]): Loennsrad => ({
      nivaa,
      kvinner,
      menn,
      andelKvinnerProsent,
      totalt,
      snittKvinnerKr,
      snittMennKr,
      forskjellProsent,
      forskjellKr,
      snittAlleKr,
    }),
  ),
  merknad:
    'De ti gruppene blir til sammen totalraden. Slik det står i kilden: to vektede snitt avviker med 1 krone fra det trykte (gruppe 2 og 10), avrunding i kilden. De ti gruppenes vektede snitt gir 567 026 kr for kvinner og 567 732 kr for menn, en forskjell på 706 kr der totalraden har 189 kr. Tabellen teller 6 947 ansettelser; kjønnsbalansen teller 6 542 ansatte.',
  kilde: KILDE.likestilling2023,
} as const

/** Worked out by us from the counts above: 1 − deltid ÷ ansatte, percent with one decimal. */
export const HELTID_AV_ANTALL = {
  2022: 65.8,
  2023: 62.2,
  merknad:
    'Regnet ut av oss: 1 − deltid ÷ ansatte (2 270 av 6 628; 2 471 av 6 542). Tallet faller mens KS’ serie stiger fra 61,9 til 63,9: to definisjoner, begge vises, ingen rettes.',
} as const

/** What must be reported, and how often. */
export const REDEGJOERELSESPLIKT = {
  hvertAar: ['kjønnsbalanse totalt', 'midlertidig ansatte', 'deltidsansatte', 'uttak av foreldrepermisjon'],
  annethvertAar: [
    'lønnsforskjeller totalt',
    'lønnsforskjeller på ulike stillingsnivå/-grupper',
    'kjønnsfordeling på ulike stillingsnivå/-grupper',
    'ufrivillig deltid blant kvinner og menn',
  ],
  lov: 'likestillings- og diskrimineringsloven §§ 26 og 26 a',
  merknad:
    'Slik det står i kilden: § 24. Arbeidsgivers aktivitetsplikt står i § 26 og redegjørelsesplikten i § 26 a i likestillings- og diskrimineringsloven.',
  kilde: KILDE.likestilling2023,
} as const
