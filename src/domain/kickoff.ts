import * as v from 'valibot'
import { TILTAKSMAAL } from './aktivitet.ts'
import { dato, eksempel, id, kortTekst, langTekst, tittel, valgfriDato } from './felt.ts'
import { SYN } from './uttalelse.ts'

/**
 * A kick-off: a workshop in one unit. Everything people write in it is a row of its own (a note, a mark, a decision), so that several
 * tablets can write at once, and without coverage, and all of it is there when they meet.
 */

/** Who took part, by role; never by name. */
export const DELTAKERROLLER = ['ledere', 'tillitsvalgte', 'verneombud', 'ansatte', 'andre'] as const
export type Deltakerrolle = (typeof DELTAKERROLLER)[number]

/** What is done at a point of the agenda: it decides what the wall shows. */
export const AGENDASLAG = [
  'innledning',
  'tall',
  'samtale',
  'innspill',
  'prioritering',
  'beslutning',
  'avslutning',
] as const
export type Agendaslag = (typeof AGENDASLAG)[number]

const agendapunkt = v.object({
  tittel: tittel('Punkt'),
  minutter: v.pipe(
    v.number('Skriv hvor mange minutter.'),
    v.integer('Skriv hele minutter.'),
    v.minValue(1, 'Skriv minst 1 minutt.'),
    v.maxValue(480, 'Skriv høyst 480 minutter.'),
  ),
  slag: v.picklist(AGENDASLAG),
})
export type Agendapunkt = v.InferOutput<typeof agendapunkt>

const spoersmaal = v.object({ id, tekst: tittel('Spørsmål') })
export type Spoersmaal = v.InferOutput<typeof spoersmaal>

const antall = v.pipe(
  v.number(),
  v.integer('Skriv et helt antall.'),
  v.minValue(0),
  v.maxValue(500, 'Skriv høyst 500.'),
)

/** That a party stands by the protocol: when (milliseconds since 1970), what it said then, and from whose login. */
const bekreftelse = v.object({ naar: v.number(), avtrykk: v.string(), fra: kortTekst('Fra') })
export type Bekreftelse = v.InferOutput<typeof bekreftelse>
/** The parties, and the field in which each confirms: one each, so that both can at once. */
export const PARTER = { ledelsen: 'bekreftetLedelsen', tillitsvalgte: 'bekreftetTillitsvalgte' } as const
export type Part = keyof typeof PARTER

export const kickoffSkjema = v.object({
  tittel: tittel('Tittel'),
  dato,
  sted: kortTekst('Sted'),
  formaal: langTekst('Formål'),
  agenda: v.optional(v.pipe(v.array(agendapunkt), v.maxLength(30, 'Det er plass til 30 punkter.')), []),
  /** Each with an id of its own, which its notes name: a question that is reworded, moved or taken away keeps its notes. */
  spoersmaal: v.optional(v.pipe(v.array(spoersmaal), v.maxLength(10, 'Det er plass til 10 spørsmål.')), []),
  deltakere: v.optional(v.record(v.picklist(DELTAKERROLLER), antall), {}),
  /** How many marks each group has. */
  merker: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 5),
  /** Whether notes, and marks, are kept to the one who wrote them until they are shown; and the instant they were (milliseconds since 1970). */
  skjulLapper: v.optional(v.boolean(), false),
  lapperVist: v.optional(v.nullable(v.number()), null),
  skjulMerker: v.optional(v.boolean(), false),
  merkerVist: v.optional(v.nullable(v.number()), null),
  /** Which point of the agenda it is at, from 0; −1 before it begins. With when its time is out: they change together. */
  punkt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1)), -1),
  /** When the time of the point is out, milliseconds since 1970; `null`: the clock does not run. */
  tidUte: v.optional(v.nullable(v.number()), null),
  /** What the parties did not agree on, in their own words. */
  uenighet: langTekst('Det vi ikke ble enige om'),
  /** The instant it was closed (milliseconds since 1970), and by which role; what comes after is marked as late. They change together. */
  lukket: v.optional(v.nullable(v.number()), null),
  lukketAv: kortTekst('Lukket av'),
  bekreftetLedelsen: v.optional(v.nullable(bekreftelse), null),
  bekreftetTillitsvalgte: v.optional(v.nullable(bekreftelse), null),
  eksempel,
})
export type Kickoff = v.InferOutput<typeof kickoffSkjema>

/** A note: an answer to one of the questions. */
export const kickofflappSkjema = v.object({
  kickoff: id,
  /** The question that it answers, by its id. */
  spoersmaal: id,
  tekst: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'Skriv lappen først.'),
    v.maxLength(300, (i) => `En lapp kan ha 300 tegn. Nå er det ${String(i.input).length}. Del den i flere.`),
  ),
  /** The theme that it was laid under; empty: none. */
  tema: kortTekst('Tema'),
  /** Taken away from the wall, with why: a note that names a person. They change together. */
  skjult: v.optional(v.boolean(), false),
  skjultGrunn: kortTekst('Grunn'),
  /** Milliseconds since 1970 on the device that it was written on. */
  skrevet: v.number(),
  eksempel,
})
export type Kickofflapp = v.InferOutput<typeof kickofflappSkjema>

/**
 * A mark: one row each, so that they add up whoever is offline. It is on a note, also where it was set on a theme: the note takes it
 * along when the theme is named anew or the note is laid elsewhere.
 */
export const kickoffmerkeSkjema = v.object({
  kickoff: id,
  lapp: id,
  eksempel,
})
export type Kickoffmerke = v.InferOutput<typeof kickoffmerkeSkjema>

/** What was decided: by whom it is done and when, and what the parties think of it. */
export const beslutningSkjema = v.object({
  kickoff: id,
  tekst: tittel('Beslutning'),
  ansvarlig: kortTekst('Ansvarlig'),
  frist: valgfriDato,
  tiltaksmaal: v.optional(v.nullable(v.picklist(TILTAKSMAAL)), null),
  synLeder: v.optional(v.nullable(v.picklist(SYN)), null),
  synTillitsvalgt: v.optional(v.nullable(v.picklist(SYN)), null),
  merknad: langTekst('Merknad'),
  /** Milliseconds since 1970. */
  skrevet: v.number(),
  eksempel,
})
export type Beslutning = v.InferOutput<typeof beslutningSkjema>

/** The activity that a decision becomes: the same one wherever it is made, so that it is never made twice. */
export const aktivitetForBeslutning = (beslutning: string): string => `fra-${beslutning}`.slice(0, 80)

type MedId = { id: string }

export const lapperI = <L extends Kickofflapp & MedId>(
  lapper: readonly L[],
  kickoff: string,
  spoersmaal?: string,
): L[] =>
  lapper
    .filter((l) => l.kickoff === kickoff && (spoersmaal === undefined || l.spoersmaal === spoersmaal))
    .sort((a, b) => a.skrevet - b.skrevet || (a.id < b.id ? -1 : 1))

/** Notes to a question that is not asked any more: they are still somebody's words. */
export const lapperUtenSpoersmaal = <L extends Kickofflapp & MedId>(
  lapper: readonly L[],
  k: Pick<Kickoff, 'spoersmaal'>,
): L[] => lapper.filter((l) => !k.spoersmaal.some((s) => s.id === l.spoersmaal))

export interface Temagruppe<L> {
  /** Empty for a note that has none. */
  tema: string
  lapper: L[]
  merker: number
}

/**
 * The notes that are shown, by theme; a note without a theme stands alone. Those with most marks first, then the larger, then by name.
 */
export function temaer<L extends Kickofflapp & MedId>(
  lapper: readonly L[],
  merker: readonly Pick<Kickoffmerke, 'lapp'>[],
): Temagruppe<L>[] {
  const grupper = new Map<string, L[]>()
  for (const l of lapper.filter((x) => !x.skjult)) {
    const noekkel = l.tema === '' ? `lapp/${l.id}` : `tema/${l.tema}`
    grupper.set(noekkel, [...(grupper.get(noekkel) ?? []), l])
  }
  const navn = (t: Temagruppe<L>): string => t.tema || t.lapper[0]!.tekst
  return [...grupper.values()]
    .map((sine) => ({ tema: sine[0]!.tema, lapper: sine, merker: merkerPaa(sine, merker).length }))
    .sort((a, b) => b.merker - a.merker || b.lapper.length - a.lapper.length || navn(a).localeCompare(navn(b), 'nb'))
}

/** The marks on these notes. */
export function merkerPaa<M extends Pick<Kickoffmerke, 'lapp'>>(lapper: readonly MedId[], merker: readonly M[]): M[] {
  const ider = new Set(lapper.map((l) => l.id))
  return merker.filter((m) => ider.has(m.lapp))
}

/** Everyone who took part. */
export const antallDeltakere = (k: Pick<Kickoff, 'deltakere'>): number =>
  Object.values(k.deltakere).reduce((sum, n) => sum + n, 0)

type Framdrift = Pick<Kickoff, 'punkt' | 'tidUte'>

/** To a point of the agenda, its clock started; −1 is before the first, and the length of the agenda after the last. */
export function gaaTil(k: Pick<Kickoff, 'agenda'>, punkt: number, naa: number): Framdrift {
  const til = Math.max(-1, Math.min(punkt, k.agenda.length))
  const minutter = k.agenda[til]?.minutter
  return { punkt: til, tidUte: minutter === undefined ? null : naa + minutter * 60_000 }
}
/** Some minutes more, from now where the time is out. */
export const gi = (k: Framdrift, minutter: number, naa: number): Framdrift => ({
  punkt: k.punkt,
  tidUte: Math.max(naa, k.tidUte ?? naa) + minutter * 60_000,
})

/** What came after it was closed: kept, and told as late. */
export const komForSent = (l: { skrevet: number }, lukket: number | null): boolean =>
  lukket !== null && l.skrevet > lukket

/** Whole minutes and seconds that are left, «4:05»; with a minus sign when the time is out. */
export function skrivTidIgjen(tidUte: number, naa: number): string {
  const sekunder = Math.ceil((tidUte - naa) / 1000)
  const n = Math.abs(sekunder)
  return `${sekunder < 0 ? '−' : ''}${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`
}
