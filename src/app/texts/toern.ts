import { lesHvorOfte, type Periode, type Toernkategori, type Toernstatus, type Yrke } from '../../domain/toern.ts'

export const YRKENAVN: Record<Yrke, string> = {
  V: 'Vernepleier og sykepleier',
  H: 'Helsefagarbeider',
  A: 'Assistent',
  S: 'Servicemedarbeider',
  B: 'Bemanningskontor',
}

/** Where there is little room. */
export const YRKE_KORT: Record<Yrke, string> = { ...YRKENAVN, V: 'Vernepl. og sykepl.' }

/** As the subject of a sentence. */
export const YRKE_FLERTALL: Record<Yrke, string> = {
  V: 'vernepleiere og sykepleiere',
  H: 'helsefagarbeidere',
  A: 'assistenter',
  S: 'servicemedarbeidere',
  B: 'bemanningskontoret',
}

/** «Helsefagarbeider og assistent» */
export function yrkeliste(yrker: readonly Yrke[]): string {
  const [foerste = '', ...resten] = yrker.map((y, i) => (i === 0 ? YRKENAVN[y] : YRKENAVN[y].toLowerCase()))
  return resten.length === 0 ? foerste : `${[foerste, ...resten.slice(0, -1)].join(', ')} og ${resten.at(-1)}`
}

export const TOERNSTATUSNAVN: Record<Toernstatus, string> = {
  kartlagt: 'kartlagt',
  foreslaatt: 'foreslått',
  droeftet: 'drøftet',
  proeves_ut: 'prøves ut',
  innfoert: 'innført',
  beholdes: 'beholdes',
  avvist: 'avvist',
}

export const KATEGORINAVN: Record<Toernkategori, string> = {
  stell: 'Personlig stell',
  legemidler: 'Legemidler',
  prosedyrer: 'Prosedyrer og observasjon',
  maaltid: 'Måltid og ernæring',
  renhold: 'Renhold og tøy',
  lager: 'Lager, utstyr og bestilling',
  aktivitet: 'Aktivitet og miljøarbeid',
  dokumentasjon: 'Dokumentasjon og tiltaksplan',
  paaroerende: 'Pårørende og samarbeid',
  drift: 'Drift, vaktansvar og bemanning',
  fag: 'Fag, veiledning og opplæring',
  transport: 'Transport, følge og ærend',
}

const PERIODENAVN: Record<Periode, string> = { dag: 'dagen', uke: 'uken', maaned: 'måneden', aar: 'året' }
const HVER: Record<Periode, string> = { dag: 'Hver dag', uke: 'Hver uke', maaned: 'Hver måned', aar: 'Hvert år' }

/** `1/dag` is «Hver dag», `3/uke` «3 ganger i uken», `1/aar` «Hvert år». */
export function hvorOfteTekst(hvorOfte: string): string {
  const { antall, periode } = lesHvorOfte(hvorOfte)
  return antall === 1 ? HVER[periode] : `${antall} ganger ${periode === 'dag' ? 'om' : 'i'} ${PERIODENAVN[periode]}`
}

/** What the list of «Hvor ofte» offers; a task with another value keeps it as an entry of its own. */
export const HVOR_OFTE_VALG = [
  '1/dag',
  '2/dag',
  '3/dag',
  '4/dag',
  '1/uke',
  '2/uke',
  '3/uke',
  '4/uke',
  '5/uke',
  '1/maaned',
  '2/maaned',
  '1/aar',
  '2/aar',
  '4/aar',
  '6/aar',
]
