import { VAKTER, type Endringsslag, type Toernkategori, type Vakt, type Yrke } from '../toern.ts'

/** A task that a unit can start its TØRN list from. Minutes and frequency are examples, to be set by the unit itself. */
export interface Toernmal {
  /** 1–32; stable. */
  nr: number
  oppgave: string
  kategori: Toernkategori
  /** Kind of service it fits: S bo- og omsorgssenter, B bofellesskap. */
  tjeneste: readonly ('S' | 'B')[]
  gjoerIDag: Yrke
  boerGjoere: Yrke
  kompetanse: string
  /** Minutes each time. */
  minutter: number
  hvorOfte: string
  vakter: readonly Vakt[]
  endring: Endringsslag
  /** What the figures take for granted, and what does not fit in the fields. */
  merknad: string
}

/** Tasks for each resident are counted for so many residents. */
export const BEBOERE_I_MALENE = 8
const beboere = `Regnet for ${BEBOERE_I_MALENE} beboere.`

const SB = ['S', 'B'] as const
const S = ['S'] as const
const B = ['B'] as const

const D = ['dag'] as const
const K = ['kveld'] as const
const DK = ['dag', 'kveld'] as const
const KN = ['kveld', 'natt'] as const
const KH = ['kveld', 'helg'] as const
const ALLE = VAKTER

type Linje = [
  oppgave: string,
  kategori: Toernkategori,
  tjeneste: readonly ('S' | 'B')[],
  gjoerIDag: Yrke,
  boerGjoere: Yrke,
  kompetanse: string,
  minutter: number,
  hvorOfte: string,
  vakter: readonly Vakt[],
  endring: Endringsslag,
  merknad?: string,
]

// prettier-ignore
const LINJER: Linje[] = [
  ['Smøre og servere brødmat', 'maaltid', S, 'V', 'S', 'Kurs i hygiene og allergener', 45, '1/dag', K, 'flyttes', 'Matvert eller servicemedarbeider.'],
  ['Dekke på og rydde av middag', 'maaltid', SB, 'H', 'A', 'Innføring', 30, '1/dag', D, 'flyttes'],
  ['Kartlegge ernæring og vekt', 'maaltid', S, 'V', 'H', 'Opplæring, sykepleier har tilsyn', 10, '8/maaned', D, 'deles', `${beboere} Sykepleier vurderer resultatet.`],
  ['Gi spisehjelp ved svelgvansker', 'maaltid', SB, 'A', 'H', 'Opplæring i svelgvansker', 30, '1/dag', ALLE, 'flyttes', 'Flyttes til den med mer kompetanse.'],
  ['Moppe gulv og tørke over bad', 'renhold', SB, 'V', 'S', '', 20, '1/dag', D, 'flyttes'],
  ['Vaske, brette og rydde inn privattøy', 'renhold', SB, 'H', 'A', '', 60, '1/dag', KN, 'flyttes', 'Eget vaskeri der det finnes.'],
  ['Re seng og bytte sengetøy', 'renhold', S, 'V', 'A', 'Kurs i hygiene', 8, '8/uke', D, 'flyttes', beboere],
  ['Pynte til høytid og dekke festbord', 'aktivitet', S, 'V', 'A', '', 120, '6/aar', D, 'flyttes', 'Assistent, aktivitør eller frivillige.'],
  ['Bestille og fylle forbruksvarer og lager', 'lager', SB, 'V', 'S', 'Opplæring i bestillingssystemet', 90, '1/uke', D, 'flyttes'],
  ['Kontrollere hjelpemidler, heis og rullestol', 'lager', SB, 'H', 'S', 'Sjekkliste', 60, '1/maaned', D, 'flyttes', 'Servicemedarbeider eller vaktmester.'],
  ['Dele ut legemidler fra multidose eller dosett', 'legemidler', SB, 'V', 'H', 'Legemiddelkurs, prøve og personlig fullmakt (legemiddelhåndteringsforskriften § 4)', 20, '3/dag', ALLE, 'deles'],
  ['Legge dosett og kontrollere multidose', 'legemidler', SB, 'V', 'V', 'Dobbeltkontroll', 120, '1/uke', D, 'samles', 'Beholdes, og kan samles i fagteamet.'],
  ['Bestille fra apotek og sende returer', 'legemidler', SB, 'V', 'V', '', 60, '1/uke', D, 'samles', 'Kan samles hos én legemiddelansvarlig i fagteamet.'],
  ['Stelle ukompliserte sår', 'prosedyrer', SB, 'V', 'H', 'Praktisk opplæring og signert sjekkliste', 20, '3/uke', D, 'deles', 'Sykepleier vurderer såret hver uke.'],
  ['Måle blodsukker og gi insulin med penn', 'prosedyrer', SB, 'V', 'H', 'Kurs og fullmakt', 10, '2/dag', DK, 'deles'],
  ['Ta blodprøver', 'prosedyrer', S, 'V', 'H', 'Praktisk opplæring', 10, '8/uke', D, 'deles', `${beboere} Helsefagarbeider eller helsesekretær.`],
  ['Måle NEWS2, blodtrykk, puls og temperatur', 'prosedyrer', SB, 'V', 'H', 'Opplæring i NEWS2', 10, '1/dag', ALLE, 'deles', 'Gjøres ved behov, regnet som én gang om dagen. Sykepleier vurderer avvik.'],
  ['Skifte stomipose', 'prosedyrer', S, 'V', 'H', 'Opplæring', 15, '2/uke', D, 'deles'],
  ['Skifte kateter', 'prosedyrer', S, 'V', 'V', '', 30, '8/uke', D, 'beholdes', 'Beholdes. Regnet for hele avdelingen.'],
  ['Dusje og stelle når helsen er stabil', 'stell', S, 'V', 'A', 'Innføring og tilsyn av helsefagarbeider', 30, '8/uke', D, 'flyttes', beboere],
  ['Oppdatere tiltaksplan', 'dokumentasjon', SB, 'V', 'H', 'Kurs i dokumentasjon', 30, '8/maaned', D, 'deles', `${beboere} Sykepleier eller vernepleier godkjenner.`],
  ['Skrive daglig rapport', 'dokumentasjon', SB, 'V', 'H', 'Tilgang og kurs', 5, '3/dag', ALLE, 'deles', 'Én gang hver vakt, regnet som tre vakter. Den som gjorde oppgaven, skriver – alle yrker.'],
  ['Forberede og følge opp legevisitt', 'paaroerende', S, 'V', 'V', '', 180, '1/uke', D, 'samles', 'Kan samles hos sykepleier i fagteamet.'],
  ['Snakke med pårørende og gi løpende informasjon', 'paaroerende', SB, 'V', 'H', 'Mal for samtalen', 20, '8/uke', DK, 'deles', `${beboere} Primærkontakten gjør det.`],
  ['Følge til lege, tannlege og frisør', 'transport', SB, 'H', 'A', 'Taushetsplikt og informasjonsark', 120, '2/uke', D, 'flyttes', 'Når helsen er stabil.'],
  ['Skaffe vikar ved fravær', 'drift', SB, 'V', 'B', 'Tilgang til GAT', 45, '1/dag', ALLE, 'flyttes'],
  ['Ha ansvarsvakt og samordne avdelingen', 'drift', S, 'V', 'H', 'Kurs for ansvarsvakt', 60, '9/uke', KH, 'flyttes', 'Ansvaret varer hele vakten. Her er bare samordningen regnet, 60 minutter hver kveld og hver dag i helgen. Fagteamet er bakvakt.'],
  ['Handle og føre kvitteringer for bruker', 'drift', B, 'V', 'A', 'Rutine for brukermidler', 45, '8/uke', DK, 'flyttes', beboere],
  ['Følge til dagtilbud og fritid', 'aktivitet', B, 'V', 'A', 'Opplæring hos den enkelte brukeren', 90, '4/uke', DK, 'flyttes'],
  ['Lage og evaluere miljøtiltak', 'fag', B, 'V', 'V', '', 120, '1/maaned', D, 'beholdes', 'Beholdes. Miljøterapeut deltar.'],
  ['Skrive, veilede i og evaluere vedtak etter kapittel 9', 'fag', B, 'V', 'V', 'Lovkrav i helse- og omsorgstjenesteloven kapittel 9', 240, '1/maaned', D, 'beholdes', 'Beholdes hos vernepleier eller fagkoordinator.'],
  ['Lære opp nye assistenter og lærlinger', 'fag', SB, 'V', 'H', 'Kurs i veiledning', 60, '1/uke', D, 'deles', 'Helsefagarbeider er fadder.'],
]

/**
 * The 32 templates, in the order of the trade notes they were taken from.
 *
 * Examples from practice, not Asker's own: the tasks are known from published oppgavekartlegginger, minutes and frequency are ours.
 * Where more than one profession may do the task, the first is kept and the rest stand in `merknad`.
 */
export const TOERNMALER: readonly Toernmal[] = LINJER.map(
  (
    [oppgave, kategori, tjeneste, gjoerIDag, boerGjoere, kompetanse, minutter, hvorOfte, vakter, endring, merknad = ''],
    i,
  ) => ({
    nr: i + 1,
    oppgave,
    kategori,
    tjeneste,
    gjoerIDag,
    boerGjoere,
    kompetanse,
    minutter,
    hvorOfte,
    vakter,
    endring,
    merknad,
  }),
)

/** Said wherever the templates are shown. */
export const TOERNMALER_KILDE =
  'Eksempler fra praksis, ikke tall fra Asker. Minutter og hyppighet er anslag: sett egne tall før dere bruker dem.'
