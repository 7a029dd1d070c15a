import type { Indikatornavn } from './indikatorer.ts'

/** What an indicator counts, and who has defined it so. */
export interface Indikatordefinisjon {
  /** What the numerator counts, as the label of its field says it. `null` where the indicator is entered as a value alone. */
  teller: string | null
  nevner: string | null
  definisjon: string
  kilde: string
}

export const DEFINISJONER: Record<Indikatornavn, Indikatordefinisjon> = {
  andelHeltid: {
    teller: 'Ansatte med 80–100 % stilling',
    nevner: 'Alle ansatte som teller med',
    definisjon:
      'Ansatte med 80–100 % stilling delt på alle ansatte, talt per person. En persons stillinger i enheten legges sammen.',
    kilde: 'Mandat for heltidskultur 2024–2030, PSU-sak 7/24 pkt. 3',
  },
  gjennomsnittligStilling: {
    teller: 'Årsverk (stillingsprosentene lagt sammen, delt på 100)',
    nevner: 'Alle ansatte som teller med',
    definisjon: 'Summen av stillingsprosentene delt på antall ansatte.',
    kilde: 'Mandat for heltidskultur 2024–2030, PSU-sak 7/24 pkt. 3',
  },
  andelHeltidKs: {
    teller: 'Ansatte med 100 % stilling i kommunal sektor',
    nevner: 'Ansatte i KS’ statistikk',
    definisjon:
      'KS’ egen serie: bare 100 % regnes som heltid, stillinger i hele kommunesektoren legges sammen, vikarer er ikke med.',
    kilde: 'KS, per 1. desember',
  },
  gjennomsnittligStillingKs: {
    teller: 'Årsverk i KS’ statistikk',
    nevner: 'Ansatte i KS’ statistikk',
    definisjon: 'KS’ egen serie, per ansatt i kommunal sektor. Vikarer er ikke med.',
    kilde: 'KS, per 1. desember',
  },
  deltid: {
    teller: 'Ansatte med under 80 % stilling',
    nevner: 'Alle ansatte som teller med',
    definisjon: 'Ansatte med under 80 % stilling delt på alle ansatte, frivillig og ufrivillig deltid samlet.',
    kilde: 'Mandat for heltidskultur 2024–2030, resultatmål R3',
  },
  ufrivilligDeltid: {
    teller: 'Deltidsansatte som svarte at de ønsker mer',
    nevner: 'Deltidsansatte som svarte',
    definisjon:
      'Deltidsansatte som ønsker og er tilgjengelige for å jobbe mer, delt på deltidsansatte som svarte på undersøkelsen.',
    kilde:
      'Mandat for heltidskultur 2024–2030, resultatmål R3; Bufdirs veileder til likestillings- og diskrimineringsloven § 26 a',
  },
  vikarbruk: {
    teller: null,
    nevner: null,
    definisjon: 'Timer med ekstravakt, overtid, tilkalling og vikarbyrå i måneden.',
    kilde: 'Mandat for heltidskultur 2024–2030, resultatmål R4',
  },
  sykefravaer: {
    teller: 'Tapte dagsverk',
    nevner: 'Avtalte dagsverk',
    definisjon: 'Sykefraværsdagsverk delt på avtalte dagsverk, egenmeldt og legemeldt samlet.',
    kilde: 'SSB, sykefraværsstatistikken',
  },
}

/** Whether the indicator is entered and shown as a value alone. */
export const erBareVerdi = (indikator: Indikatornavn): boolean => DEFINISJONER[indikator].teller === null
