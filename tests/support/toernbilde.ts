import type { Toernoppgave } from '../../src/domain/toern.ts'
import { TOERNRAD } from './toernrad.ts'

type Linje = [string, Toernoppgave['kategori'], string, number, string, Toernoppgave['status']]

/** The 14 tasks behind the picture of Bondihagen's TØRN: who → who, minutes each time, how often. */
const LINJER: Linje[] = [
  ['Dekke på og rydde av middag', 'maaltid', 'HA', 30, '1/dag', 'proeves_ut'],
  ['Dele ut legemidler fra multidose', 'legemidler', 'VH', 20, '3/dag', 'proeves_ut'],
  ['Kontrollere multidose', 'legemidler', 'VV', 120, '1/uke', 'beholdes'],
  ['Sårskift, ukomplisert', 'prosedyrer', 'VH', 20, '3/uke', 'droeftet'],
  ['Vaske, brette og rydde inn privattøy', 'renhold', 'HA', 60, '1/dag', 'droeftet'],
  ['Moppe gulv og tørke over bad', 'renhold', 'HS', 20, '1/dag', 'innfoert'],
  ['Bestille og fylle forbruksvarer', 'lager', 'VS', 90, '1/uke', 'foreslaatt'],
  ['Følge til dagtilbud', 'aktivitet', 'VA', 90, '4/uke', 'foreslaatt'],
  ['Følge til lege, tannlege og frisør', 'transport', 'VA', 120, '2/uke', 'droeftet'],
  ['Skaffe vikar ved fravær', 'drift', 'VB', 45, '1/dag', 'foreslaatt'],
  ['Lage og vurdere miljøtiltak', 'fag', 'VV', 120, '1/maaned', 'beholdes'],
  ['Skrive og vurdere vedtak etter kapittel 9', 'fag', 'VV', 240, '1/maaned', 'beholdes'],
  ['Oppdatere tiltaksplan', 'dokumentasjon', 'VV', 30, '2/uke', 'beholdes'],
  ['Spisehjelp ved svelgvansker', 'maaltid', 'HH', 30, '1/dag', 'beholdes'],
]

const YRKE = { V: 'V', H: 'H', A: 'A', S: 'S', B: 'B' } as const
const yrke = (bokstav: string) => YRKE[bokstav as keyof typeof YRKE]

export const TOERNBILDE: (Toernoppgave & { id: string; rom: string })[] = LINJER.map(
  ([oppgave, kategori, hvem, minutter, hvorOfte, status], i) => ({
    ...TOERNRAD,
    id: `oppgave-${i + 1}`,
    rom: 'unit:bondihagen',
    oppgave,
    kategori,
    gjoerIDag: yrke(hvem[0]!),
    boerGjoere: yrke(hvem[1]!),
    kompetanse: '',
    minutter,
    hvorOfte,
    status,
    begrunnelse: '',
    eksempel: true,
  }),
)
