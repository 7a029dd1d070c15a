import { KILDE } from './kilder.ts'

/** What Asker tries out, in the words of the sources. */
export const PROGRAM = {
  askermodellen: {
    tekst:
      'Arbeidsplaner over lengre perioder, der ferie og fravær planlegges fram i tid, slik at stillinger kan økes gjennom redusert vikarbruk. Utarbeidet høsten 2023 med hovedtillitsvalgte. Prøves med langvakter.',
    kilde: KILDE.likestilling2023,
  },
  toern: {
    tekst: 'Oppgavedeling og oppgaveforskyvning; virkemiddel for mer heltid og riktig bruk av kompetanse.',
    kilde: KILDE.sak,
  },
  fagteam: { tekst: 'Fagteam med sykepleiere på Hurum og Bråset bo- og omsorgssenter', kilde: KILDE.sak },
  evaluering: { tekst: 'Fagteam, Askermodellen og langvakter evalueres høsten 2024', kilde: KILDE.sak },
  piloter2022: {
    tekst: 'Pilot startet høsten 2022 i én virksomhet i Velferd (HO2) og én i Oppvekst',
    kilde: `${KILDE.sak}; ${KILDE.likestilling2022}`,
  },
} as const

/** The grant that Heldøgnsomsorg 2 works under. Kroner. */
export const HELTIDSPOTTEN = {
  beloep: 1_500_000,
  aar: 2024,
  fra: 'Arbeids- og velferdsdirektoratet',
  enhet: 'ho2',
  varighet: 'treårig; søkt om midler for 2025 og 2026',
  merknad:
    'Slik det står i kildene: årshjulet har sluttrapport i 4. kvartal 2025, mens prosjektperioden i sak 7/24 varer ut 2026.',
  kilde: KILDE.sak,
} as const

/** The kick-off's own questions and reasons. */
export const KICKOFF = {
  hvorfor: 'Best mulig tjeneste til tjenestemottaker',
  spoersmaal: ['Hvordan vil vi at tjenesten vår skal være?', 'Hva må vi endre på arbeidsplassen for å få dette til?'],
  toSider: {
    teknisk: ['turnus', 'arbeidstidsordninger', 'tiltak', 'matematikk'],
    kultur: ['holdninger', 'forankring', 'eierskap', 'kultur', 'norm'],
  },
  kilde: KILDE.hvorfor,
} as const
