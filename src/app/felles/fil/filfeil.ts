import { feil, type Resultat } from '../../../domain/resultat.ts'

/** What can be wrong with a whole file, with what to do about it (docs/feilkoder.md). */
const FILFEIL = {
  tom: { kode: 'HH-711', tekst: 'Filen er tom. Hent listen på nytt, og velg filen igjen.' },
  passord: {
    kode: 'HH-712',
    tekst:
      'Filen er låst med passord. Åpne den i Excel, ta bort passordet (Fil → Informasjon → Beskytt), og lagre på nytt.',
  },
  gammel: {
    kode: 'HH-713',
    tekst: 'Filen har et gammelt format (.xls). Åpne den i Excel, velg Lagre som, og velg Excel-arbeidsbok (.xlsx).',
  },
  feilSlag: {
    kode: 'HH-714',
    tekst: 'Dette er ikke en liste vi kan lese. Velg en Excel-fil (.xlsx) eller en CSV-fil.',
  },
  oedelagt: {
    kode: 'HH-715',
    tekst: 'Excel-filen er skadet, og kan ikke leses. Åpne den i Excel og lagre den på nytt, eller hent listen igjen.',
  },
  utenRader: { kode: 'HH-716', tekst: 'Listen har ingen rader under kolonnenavnene. Hent listen på nytt.' },
  forStor: {
    kode: 'HH-717',
    tekst: 'Filen er for stor for nettbrettet. Ta bort kolonner som ikke trengs, eller del listen i flere filer.',
  },
  avbrutt: {
    kode: 'HH-719',
    tekst: 'Nettbrettet klarte ikke å telle listen. Lukk andre faner og prøv igjen, eller del listen i flere filer.',
  },
} as const

export const filfeil = (slag: keyof typeof FILFEIL): Resultat<never> => feil(FILFEIL[slag])

/** A text that begins with a quotation mark and never ends takes the rest of the file with it: the row is told, and nothing is guessed. */
export const aapentAnfoerselstegn = (rad: number): Resultat<never> =>
  feil({
    kode: 'HH-718',
    tekst: `Rad ${rad}: et anførselstegn (") mangler makkeren sin, så resten av listen kan ikke leses. Rett raden i Excel, og lagre på nytt.`,
  })
