import type { Tiltaksmaal } from '../aktivitet.ts'
import type { Indikatornavn } from '../indikatorer.ts'
import { KILDE } from './kilder.ts'

/** What the mandate is after, who decided it, and where it is followed up. */

export const HORISONT = 2030

export const EFFEKTMAAL = [
  'Faglig kvalifiserte medarbeidere i store stillinger ved alle tjenestesteder',
  'Et stabilt og sikkert arbeidsmiljø for alle medarbeiderne',
  'Kjent for en bærekraftig og god tjenestekvalitet',
] as const

export interface Resultatmaal {
  id: 'R1' | 'R2' | 'R3' | 'R4'
  tekst: string
  /** The indicator that shows it. Only R1 and R2 have targets in figures. */
  indikator: Indikatornavn
}

export const RESULTATMAAL: readonly Resultatmaal[] = [
  { id: 'R1', tekst: 'Økt andel heltidsansatte medarbeidere', indikator: 'andelHeltid' },
  {
    id: 'R2',
    tekst: 'Økt gjennomsnittlig stillingsstørrelse på alle organisasjonsnivå',
    indikator: 'gjennomsnittligStilling',
  },
  { id: 'R3', tekst: 'Redusert andel frivillig og ufrivillig deltid', indikator: 'deltid' },
  { id: 'R4', tekst: 'Redusert omfang av innleide vikarer', indikator: 'vikarbruk' },
]

export const TILTAKSMAALTEKST: Record<Tiltaksmaal, string> = {
  T1: 'Gjennomføre involveringstiltak og bevisstgjøring om heltidskultur',
  T2: 'Prøve ut alternative arbeidstidsordninger',
  T3: 'Lyse ut flere heltidsstillinger',
  T4: 'Redusere bruken av vikarer (rammeavtaler for ekstravakter)',
}

export const MAAL_KILDE = KILDE.mandat

export const MANDAT = {
  tittel: 'Mandat heltidskultur 2024–2030',
  vedtatt: 'PSU 08.10.2024, sak 7/24',
  vedtak: [
    'Mandat for heltidskultur 2024–2030, vedtas slik det skisseres i saken.',
    'Sak om årshjul med hovedaktiviteter for årene 2024 og 2025 tas til orientering.',
  ],
  forankring:
    'Heltidserklæringen for Asker kommune og Handlingsplan for heltidskultur ble enstemmig vedtatt i Kommunestyret 16.11.2021 (sak 75/21).',
  kilde: KILDE.sak,
} as const

/** What the Formannskap decided on 27 February 2024. */
export const VEDTAK_FORMANNSKAPET = {
  dato: '2024-02-27',
  sak: 'Formannskapet, sak 24/02033-2 «Oppfølging av verbalvedtak nr. 12 «Heltidsprosjektet må styrkes»»',
  punkter: [
    'Nytt revidert mandat for heltidskulturarbeidet med aktiviteter som styrker implementeringen',
    'Tid til tema heltidskultur på alle PSU-møter',
    'Årshjul med hovedaktiviteter, fulgt opp med egen årsrapport til PSU',
    'PFU forbereder og koordinerer heltidsarbeidet',
  ],
  kilde: KILDE.sak,
} as const

/** Roles in the work, never names. */
export const ROLLER_I_ARBEIDET = [
  'prosjekteier (seksjonsleder HR)',
  'prosjektleder heltidskultur',
  'styringsgruppe',
  'ressursteam HR (GAT/arbeidstidsplaner, rekruttering, avtaler/tariff)',
  'virksomhetsleder',
  'avdelingsleder',
  'hovedtillitsvalgt (HTV)',
  'lokal tillitsvalgt',
  'verneombud',
] as const

/** Where it is discussed and followed up. */
export const FORUM = [
  'MBM (medbestemmelsesmøte) i virksomhet/avdeling',
  'styringsgruppen',
  'kommunedirektørens ledermøte',
  'PFU',
  'PSU',
  'årlig heltidsseminar',
] as const

export const RAPPORTERING = {
  tekst:
    'Status følges tett opp via virksomhetens/avdelingens MBM; resultater og framdrift rapporteres i linjen, til styringsgruppen og PSU',
  kilde: KILDE.mandat,
} as const
