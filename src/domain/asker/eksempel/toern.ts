import { startrad, type Innhold, type Startrad } from '../../startrad.ts'
import { VAKTER, type Toernkategori, type Toernstatus, type Yrke } from '../../toern.ts'
import { TOERNMALER } from '../toernmaler.ts'

type Linje = [
  oppgave: string,
  kategori: Toernkategori,
  gjoerIDag: Yrke,
  boerGjoere: Yrke,
  minutter: number,
  hvorOfte: string,
  status: Toernstatus,
  kompetanse?: string,
  begrunnelse?: string,
]

/** Bondihagen's list: 2 255 minutes a week would move, 37,6 hours; three tasks are proposed and not yet discussed. */
// prettier-ignore
const BONDIHAGEN: Linje[] = [
  ['Dekke på og rydde av middag', 'maaltid', 'H', 'A', 30, '1/dag', 'proeves_ut'],
  ['Dele ut legemidler fra multidose', 'legemidler', 'V', 'H', 20, '3/dag', 'proeves_ut', 'Krever kurs, prøve og fullmakt', 'Vernepleier får tid til observasjon og veiledning.'],
  ['Kontrollere multidose', 'legemidler', 'V', 'V', 120, '1/uke', 'beholdes'],
  ['Bestille fra apotek og sende returer', 'legemidler', 'V', 'V', 60, '1/uke', 'beholdes', '', 'Samles hos én legemiddelansvarlig.'],
  ['Vaske, brette og rydde inn privattøy', 'renhold', 'H', 'A', 60, '1/dag', 'droeftet'],
  ['Moppe gulv og tørke over bad', 'renhold', 'H', 'S', 20, '1/dag', 'innfoert'],
  ['Bestille og fylle forbruksvarer og lager', 'lager', 'V', 'S', 90, '1/uke', 'droeftet'],
  ['Følge til dagtilbud og fritid', 'aktivitet', 'V', 'A', 90, '4/uke', 'foreslaatt', 'Opplæring hos den enkelte brukeren'],
  ['Følge til lege, tannlege og frisør', 'transport', 'V', 'A', 120, '2/uke', 'droeftet'],
  ['Skrive daglig rapport', 'dokumentasjon', 'H', 'H', 5, '3/dag', 'beholdes', '', 'Den som gjorde oppgaven, skriver.'],
  ['Skaffe vikar ved fravær', 'drift', 'V', 'B', 45, '1/dag', 'foreslaatt', '', 'Tar ansvarsvakten bort fra beboerne midt i vakten.'],
  ['Lære opp nye assistenter og lærlinger', 'fag', 'V', 'H', 60, '1/uke', 'foreslaatt', 'Kurs i veiledning'],
  ['Lage og evaluere miljøtiltak', 'fag', 'V', 'V', 120, '1/maaned', 'beholdes'],
  ['Skrive, veilede i og evaluere vedtak etter kapittel 9', 'fag', 'V', 'V', 240, '1/maaned', 'beholdes', 'Lovkrav', 'Beholdes hos vernepleier.'],
]

/** The other units' lists: number of the template and how far it has come. */
const FRA_MALER: Record<string, [nr: number, status: Toernstatus][]> = {
  hurum: [
    [1, 'innfoert'],
    [2, 'innfoert'],
    [6, 'innfoert'],
    [7, 'innfoert'],
    [9, 'innfoert'],
    [11, 'innfoert'],
    [14, 'innfoert'],
    [17, 'innfoert'],
    [20, 'proeves_ut'],
    [26, 'droeftet'],
  ],
  braaset: [
    [1, 'innfoert'],
    [2, 'innfoert'],
    [5, 'innfoert'],
    [9, 'innfoert'],
    [14, 'innfoert'],
    [11, 'innfoert'],
    [18, 'proeves_ut'],
    [25, 'proeves_ut'],
    [26, 'droeftet'],
    [21, 'foreslaatt'],
  ],
  gullhella: [
    [2, 'innfoert'],
    [6, 'innfoert'],
    [9, 'innfoert'],
    [1, 'proeves_ut'],
    [7, 'proeves_ut'],
    [14, 'droeftet'],
    [11, 'foreslaatt'],
    [24, 'foreslaatt'],
    [26, 'kartlagt'],
    [10, 'avvist'],
  ],
  nesbru: [
    [5, 'innfoert'],
    [2, 'proeves_ut'],
    [6, 'droeftet'],
    [9, 'droeftet'],
    [11, 'foreslaatt'],
    [15, 'foreslaatt'],
    [20, 'foreslaatt'],
    [21, 'kartlagt'],
    [25, 'kartlagt'],
    [26, 'kartlagt'],
  ],
  royken: [
    [2, 'kartlagt'],
    [6, 'kartlagt'],
    [26, 'kartlagt'],
    [28, 'kartlagt'],
    [29, 'kartlagt'],
    [31, 'kartlagt'],
  ],
}

const fraLinje = ([
  oppgave,
  kategori,
  gjoerIDag,
  boerGjoere,
  minutter,
  hvorOfte,
  status,
  kompetanse = '',
  begrunnelse = '',
]: Linje): Innhold<'toernoppgave'> => ({
  oppgave,
  kategori,
  gjoerIDag,
  boerGjoere,
  minutter,
  hvorOfte,
  status,
  kompetanse,
  begrunnelse,
  ...fraMalenMed(oppgave, kategori),
  // Medicines are introduced only with an approval.
  ...(kategori === 'legemidler' && status === 'innfoert' ? { godkjenning: 'fullmakt' as const } : {}),
})

/** Shifts and kind of change, as the template of that name has them. */
function fraMalenMed(oppgave: string, kategori: Toernkategori) {
  const mal = TOERNMALER.find((m) => m.oppgave === oppgave)
  return {
    vakter: [...(mal?.vakter ?? (kategori === 'legemidler' ? VAKTER : (['dag'] as const)))],
    endring: mal?.endring ?? ('' as const),
  }
}

function fraMal(nr: number, status: Toernstatus): Innhold<'toernoppgave'> {
  const mal = TOERNMALER[nr - 1]!
  return fraLinje([
    mal.oppgave,
    mal.kategori,
    mal.gjoerIDag,
    mal.boerGjoere,
    mal.minutter,
    mal.hvorOfte,
    status,
    mal.kompetanse,
    mal.merknad,
  ])
}

/** Invented TØRN lists for the units of the demo. */
export const eksempeltoern = (): Startrad[] =>
  [
    ['bondihagen', BONDIHAGEN.map(fraLinje)] as const,
    ...Object.entries(FRA_MALER).map(([e, l]) => [e, l.map(([nr, status]) => fraMal(nr, status))] as const),
  ].flatMap(([enhet, oppgaver]) =>
    oppgaver.map((o, i) =>
      startrad(`unit:${enhet}`, 'toernoppgave', `eks-${enhet}-t${String(i + 1).padStart(2, '0')}`, {
        ...o,
        eksempel: true,
      }),
    ),
  )
