import * as v from 'valibot'
import { eksempel, kortTekst, langTekst, tittel, valgfriDato } from './felt.ts'

/** Professions as the TØRN marks show them: V vernepleier og sykepleier, H helsefagarbeider, A assistent, S servicemedarbeider, B bemanningskontor. */
export const YRKER = ['V', 'H', 'A', 'S', 'B'] as const
export type Yrke = (typeof YRKER)[number]

export const TOERNSTATUSER = [
  'kartlagt',
  'foreslaatt',
  'droeftet',
  'proeves_ut',
  'innfoert',
  'beholdes',
  'avvist',
] as const
export type Toernstatus = (typeof TOERNSTATUSER)[number]

export const TOERNKATEGORIER = [
  'stell',
  'legemidler',
  'prosedyrer',
  'maaltid',
  'renhold',
  'lager',
  'aktivitet',
  'dokumentasjon',
  'paaroerende',
  'drift',
  'fag',
  'transport',
] as const
export type Toernkategori = (typeof TOERNKATEGORIER)[number]

/** When on the day, or in the week, a task is done. */
export const VAKTER = ['dag', 'kveld', 'natt', 'helg'] as const
export type Vakt = (typeof VAKTER)[number]

/** What happens to a task; empty: nobody has said. */
export const ENDRINGSSLAG = ['', 'flyttes', 'deles', 'samles', 'beholdes', 'fjernes'] as const
export type Endringsslag = (typeof ENDRINGSSLAG)[number]

/** What must be in place before another may do it. */
export const KRAV = ['formell', 'opplaering', 'fullmakt', 'lovkrav'] as const
export type Krav = (typeof KRAV)[number]

/** Whether it is safe that another does it; empty: not judged. */
export const FORSVARLIGHETER = ['', 'groenn', 'gul', 'roed'] as const
export type Forsvarlighet = (typeof FORSVARLIGHETER)[number]

/** By whom and how it is approved that another does it; empty: it is not. */
export const GODKJENNINGER = ['', 'fullmakt', 'delegert', 'fagansvarlig', 'virksomhetsleder'] as const
export type Godkjenning = (typeof GODKJENNINGER)[number]

const noenAv = <const T extends readonly string[]>(verdier: T) => v.optional(v.array(v.picklist(verdier)), [])
const enAv = <const T extends readonly string[]>(verdier: T) => v.optional(v.picklist(verdier), '' as T[number])

/** How often: a count and a period, written `3/dag`, `1/uke`, `2/maaned`, `6/aar`. */
export const hvorOfteSkjema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,2}\/(dag|uke|maaned|aar)$/, 'Velg hvor ofte oppgaven gjøres.'),
)

/** A task in a unit's TØRN list. The space it lives in (`unit:…`) says whose it is. */
export const toernoppgaveSkjema = v.object({
  oppgave: tittel('Oppgave'),
  kategori: v.picklist(TOERNKATEGORIER, 'Velg kategori.'),
  gjoerIDag: v.picklist(YRKER, 'Velg hvem som gjør oppgaven i dag.'),
  boerGjoere: v.picklist(YRKER, 'Velg hvem som bør gjøre oppgaven.'),
  /** Other professions that should do it as well; who older versions know of is `boerGjoere`. */
  deltMed: v.optional(v.array(v.picklist(YRKER, 'Velg hvem oppgaven skal deles med.')), []),
  kompetanse: kortTekst('Kompetanse'),
  /** Minutes each time. */
  minutter: v.pipe(
    v.number('Skriv hvor mange minutter oppgaven tar.'),
    v.minValue(1, 'Skriv minst 1 minutt.'),
    v.maxValue(1440, 'En oppgave kan ta høyst 1 440 minutter (et døgn).'),
  ),
  hvorOfte: hvorOfteSkjema,
  status: v.optional(v.picklist(TOERNSTATUSER), 'kartlagt'),
  vakter: noenAv(VAKTER),
  endring: enAv(ENDRINGSSLAG),
  krav: noenAv(KRAV),
  forsvarlighet: enAv(FORSVARLIGHETER),
  forsvarlighetGrunn: kortTekst('Hvorfor'),
  godkjenning: enAv(GODKJENNINGER),
  /** When the training was done, for those who are to do it. */
  opplaeringDato: valgfriDato,
  evaluering: langTekst('Evaluering'),
  begrunnelse: langTekst('Begrunnelse'),
  eksempel,
})
export type Toernoppgave = v.InferOutput<typeof toernoppgaveSkjema>

/** Who does a task, and who should: one, or several who share it. */
export type Maalsatt = Pick<Toernoppgave, 'gjoerIDag' | 'boerGjoere'> & { deltMed?: readonly Yrke[] | undefined }

/** What is asked of a task to know what it takes to move it. */
export type Flyttbar = Maalsatt & Pick<Toernoppgave, 'status' | 'minutter' | 'hvorOfte'>

/** All who should do it, each once: the one named first, then the others in the order of the professions. */
export const boerYrker = (o: Omit<Maalsatt, 'gjoerIDag'>): readonly Yrke[] => [
  o.boerGjoere,
  ...YRKER.filter((y) => y !== o.boerGjoere && o.deltMed?.includes(y)),
]

/** Whether somebody else than today should do it, alone or together with those who do. */
export const skalTilAndre = (o: Maalsatt): boolean => boerYrker(o).some((y) => y !== o.gjoerIDag)

export const PERIODER = ['dag', 'uke', 'maaned', 'aar'] as const
export type Periode = (typeof PERIODER)[number]

/** A count and a period out of `3/dag`; once a week where the text is not one. */
export function lesHvorOfte(hvorOfte: string): { antall: number; periode: Periode } {
  const [antall, periode] = hvorOfte.split('/')
  const funnet = PERIODER.find((p) => p === periode)
  return funnet === undefined ? { antall: 1, periode: 'uke' } : { antall: Number(antall), periode: funnet }
}

/** Times a week for once in the period: a year is 52 weeks, a month 52/12. */
const GANGER_I_UKEN: Record<Periode, number> = { dag: 7, uke: 1, maaned: 12 / 52, aar: 1 / 52 }

/** Minutes a week that a task takes, not rounded. `minutterPerUke(20, '3/dag')` is 420. */
export function minutterPerUke(minutter: number, hvorOfte: string): number {
  const { antall, periode } = lesHvorOfte(hvorOfte)
  return minutter * antall * GANGER_I_UKEN[periode]
}

/**
 * Whether the task counts among the hours that can be moved: another profession should do it, and nobody has decided
 * that it stays («beholdes») or turned the proposal down («avvist»). A task that is only mapped counts: whoever
 * mapped it has said who should do it.
 */
export const kanFlyttes = (o: Maalsatt & Pick<Toernoppgave, 'status'>): boolean =>
  skalTilAndre(o) && o.status !== 'beholdes' && o.status !== 'avvist'

/**
 * A task's minutes a week shared between those who should do it, in whole minutes, as equal as they can be; the one named first
 * has the first minute over, and what is less than a minute. The parts add up to exactly what the task takes.
 */
export function delteMinutter(o: Omit<Flyttbar, 'gjoerIDag' | 'status'>): { yrke: Yrke; minutter: number }[] {
  const yrker = boerYrker(o)
  const alt = minutterPerUke(o.minutter, o.hvorOfte)
  const hele = Math.floor(alt)
  const hver = Math.floor(hele / yrker.length)
  const over = hele - hver * yrker.length
  const andre = yrker.slice(1).map((yrke, i) => ({ yrke, minutter: hver + (i + 1 < over ? 1 : 0) }))
  return [{ yrke: o.boerGjoere, minutter: alt - andre.reduce((sum, d) => sum + d.minutter, 0) }, ...andre]
}

const minutterSomFlyttes = (oppgaver: readonly Flyttbar[]): number =>
  oppgaver
    .filter(kanFlyttes)
    .flatMap((o) => delteMinutter(o).filter((d) => d.yrke !== o.gjoerIDag))
    .reduce((sum, d) => sum + d.minutter, 0)

/** Share of the movable time that is «innført», 0–1; `null` where nothing can be moved. */
export function andelInnfoert(oppgaver: readonly Flyttbar[]): number | null {
  const alt = minutterSomFlyttes(oppgaver)
  return alt === 0 ? null : minutterSomFlyttes(oppgaver.filter((o) => o.status === 'innfoert')) / alt
}

/** Proposed, and not yet talked over with the employees' side. */
export const erIkkeDroeftet = (o: Pick<Toernoppgave, 'status'>): boolean => o.status === 'foreslaatt'
