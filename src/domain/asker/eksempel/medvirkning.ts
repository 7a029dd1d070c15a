import { dagerFra, leggTilDager, type Dato } from '../../dato.ts'
import { startrad, type Startrad } from '../../startrad.ts'
import type { Syn } from '../../uttalelse.ts'

/** Authors of the demo: its users' ids, and what is shown instead of a name. */
const FORFATTER = {
  'demo-tillitsvalgt-bondihagen': 'Tillitsvalgt Bondihagen',
  'demo-avdelingsleder-bondihagen': 'Avdelingsleder Bondihagen',
  'demo-avdelingsleder-hurum': 'Avdelingsleder Hurum',
  'demo-prosjektleder': 'Prosjektleder',
} as const
type Forfatter = keyof typeof FORFATTER

type Notat = [enhet: string, gjelder: string, forfatter: Forfatter, dagerSiden: number, tekst: string]
type Uttalelse = [gjelder: string, syn: Syn, dagerSiden: number, tekst: string]

const AL: Forfatter = 'demo-avdelingsleder-bondihagen'
const TV: Forfatter = 'demo-tillitsvalgt-bondihagen'
const PL: Forfatter = 'demo-prosjektleder'

// prettier-ignore
const NOTATER: Notat[] = [
  ['bondihagen', 'aktivitet/eks-bondihagen-a1', AL, 16, 'Fem helger med langvakt er gjennomført. To vakter måtte deles på grunn av sykdom.'],
  ['bondihagen', 'aktivitet/eks-bondihagen-a1', TV, 9, 'Medlemmene vil ha med spørsmål om pauser og hviletid i evalueringen.'],
  ['bondihagen', 'aktivitet/eks-bondihagen-a1', AL, 8, 'Tatt med. Spørsmålene deles ut sammen med vaktplanen.'],
  ['bondihagen', 'aktivitet/eks-bondihagen-a5', AL, 12, 'Drøftet i MBM. Fortrinnsretten er avklart for begge stillingene.'],
  ['bondihagen', 'aktivitet/eks-bondihagen-a7', AL, 188, 'Alle yrker var med. Mest stemmer fikk «Faste ansikter også i helgen».'],
  ['bondihagen', 'toernoppgave/eks-bondihagen-t02', AL, 30, 'Fire helsefagarbeidere har fullført kurs og prøve. To mangler fullmakt.'],
  ['bondihagen', 'toernoppgave/eks-bondihagen-t05', AL, 21, 'Drøftet i MBM. Vi ser på om vasken kan legges til formiddagen.'],
  ['hurum', 'aktivitet/eks-hurum-a8', 'demo-avdelingsleder-hurum', 2, 'Spørreskjemaet er sendt ut. Svarfrist neste uke.'],
  ['gullhella', 'aktivitet/eks-gullhella-a4', PL, 11, 'Støttemøte om langvakter avtalt med avdelingsleder og plasstillitsvalgt.'],
  ['nesbru', 'aktivitet/eks-nesbru-a3', PL, 60, 'MBM ble utsatt. Prosjektet bistår med regnestykket for helgene.'],
  ['royken', 'aktivitet/eks-royken-a1', PL, 134, 'Turnusen er fortsatt midlertidig godkjent. Nytt møte med hovedtillitsvalgt avtales.'],
]

// prettier-ignore
const UTTALELSER: Uttalelse[] = [
  ['aktivitet/eks-bondihagen-a5', 'enig', 11, 'Bra at to helgestillinger blir til en heltidsstilling.'],
  ['aktivitet/eks-bondihagen-a7', 'enig', 186, ''],
  ['toernoppgave/eks-bondihagen-t01', 'enig', 40, ''],
  ['toernoppgave/eks-bondihagen-t02', 'enig', 44, 'Enig, når kurs, prøve og fullmakt er på plass før oppgaven flyttes.'],
  ['toernoppgave/eks-bondihagen-t05', 'utsatt', 20, 'Vi vil se vaktplanen for kvelden før vi tar stilling.'],
  ['toernoppgave/eks-bondihagen-t06', 'enig', 96, ''],
  ['toernoppgave/eks-bondihagen-t07', 'uenig', 20, 'Servicemedarbeideren har ikke tid til dette i dag. Vi ber om at timene regnes på nytt.'],
  ['toernoppgave/eks-bondihagen-t09', 'enig', 20, 'Enig, så lenge brukeren kjenner den som følger.'],
]

/** Milliseconds since 1970 for noon (UTC) so many days before today. */
const tidspunkt = (idag: Dato, dagerSiden: number): number =>
  (dagerFra('1970-01-01', leggTilDager(idag, -dagerSiden)) * 24 + 12) * 3_600_000

/** Invented notes and statements on the demo's activities and TØRN tasks. */
export const eksempelmedvirkning = (idag: Dato): Startrad[] => [
  ...NOTATER.map(([enhet, gjelder, forfatter, dagerSiden, tekst], i) =>
    startrad(`unit:${enhet}`, 'notat', `eks-${enhet}-n${String(i + 1).padStart(2, '0')}`, {
      gjelder,
      tekst,
      forfatter,
      forfatterNavn: FORFATTER[forfatter],
      skrevet: tidspunkt(idag, dagerSiden),
      eksempel: true,
    }),
  ),
  ...UTTALELSER.map(([gjelder, syn, dagerSiden, tekst], i) =>
    startrad('unit:bondihagen', 'uttalelse', `eks-bondihagen-u${String(i + 1).padStart(2, '0')}`, {
      gjelder,
      syn,
      tekst,
      forfatter: TV,
      forfatterNavn: FORFATTER[TV],
      skrevet: tidspunkt(idag, dagerSiden),
      eksempel: true,
    }),
  ),
]
