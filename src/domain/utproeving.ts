import * as v from 'valibot'
import { dagerFra, leggTilDager, leggTilMaaneder, type Dato } from './dato.ts'
import { dato, eksempel, id, kortTekst, langTekst, tittel, valgfriDato } from './felt.ts'
import { INDIKATORER, INDIKATORNAVN } from './indikatorer.ts'
import { avrund } from './tallformat.ts'

/** What is tried out. */
export const UTPROEVINGSSLAG = ['askermodell', 'langvakt', 'fagteam', 'aarsplan', 'annet'] as const
export type Utproevingsslag = (typeof UTPROEVINGSSLAG)[number]

export const FASER = [
  'planlagt',
  'oppstart',
  'utproeving',
  'evaluering',
  'viderefoeres',
  'justeres',
  'avsluttes',
] as const
export type Fase = (typeof FASER)[number]

/**
 * Where a trial may go from each phase. Forward one step at a time, back where a start was put off or the evaluation needs more time.
 * What it comes to is decided after an evaluation; a trial can be ended at any time, and what was decided can be evaluated anew.
 */
export const NESTE_FASER: Readonly<Record<Fase, readonly Fase[]>> = {
  planlagt: ['oppstart', 'avsluttes'],
  oppstart: ['utproeving', 'planlagt', 'avsluttes'],
  utproeving: ['evaluering', 'avsluttes'],
  evaluering: ['viderefoeres', 'justeres', 'avsluttes', 'utproeving'],
  viderefoeres: ['evaluering', 'avsluttes'],
  justeres: ['utproeving', 'evaluering', 'avsluttes'],
  avsluttes: ['planlagt', 'evaluering'],
}

/** The phases that say what was decided. */
export const BESLUTNINGSFASER = ['viderefoeres', 'justeres', 'avsluttes'] as const satisfies readonly Fase[]
export const erBeslutning = (fase: Fase): boolean => (BESLUTNINGSFASER as readonly Fase[]).includes(fase)

const steg = v.object({ fase: v.picklist(FASER), dato })
export type Fasesteg = v.InferOutput<typeof steg>

const STOERST = 1e9
const verdi = v.optional(
  v.nullable(
    v.pipe(
      v.number('Skriv et tall.'),
      v.minValue(-STOERST, 'Tallet er for lite.'),
      v.maxValue(STOERST, 'Tallet er for stort.'),
    ),
  ),
  null,
)

export const MAALETIDER = ['foer', 'etter3', 'etter12'] as const
export type Maaletid = (typeof MAALETIDER)[number]
/** Months after the start. */
export const MAANEDER_ETTER: Readonly<Record<Maaletid, number>> = { foer: 0, etter3: 3, etter12: 12 }

/** Something that is measured: one of the indicators, or what the unit says in its own words. */
const maal = v.pipe(
  v.object({
    indikator: v.optional(v.nullable(v.picklist(INDIKATORNAVN)), null),
    navn: kortTekst('Hva som måles'),
    /** What the figures are counted in; an indicator has its own. */
    benevning: kortTekst('Benevning'),
    foer: verdi,
    etter3: verdi,
    etter12: verdi,
  }),
  v.check((m) => m.indikator !== null || m.navn !== '', 'Skriv hva som måles.'),
)
export type Utproevingsmaal = v.InferOutput<typeof maal>

export const MAKS_MAAL = 12
export const VARIGHET_MAKS = 60

/** Each step is one that makes sense from the one before, and none comes earlier than it. The first may be any: a trial may be older than the app. */
const henger = (forloep: readonly Fasesteg[]): boolean =>
  forloep.every((s, i) => {
    const foer = forloep[i - 1]
    return foer === undefined || (NESTE_FASER[foer.fase].includes(s.fase) && s.dato >= foer.dato)
  })

/** A unit tries out a way to work: which phase it is in and has been in, what is measured, and what came of it. */
export const utproevingSkjema = v.object({
  navn: tittel('Navn'),
  slag: v.picklist(UTPROEVINGSSLAG),
  beskrivelse: langTekst('Beskrivelse'),
  /** The phases it has been through, the last one is where it stands; empty: planned. */
  forloep: v.optional(
    v.pipe(
      v.array(steg),
      v.maxLength(60, 'Det er plass til 60 faser.'),
      v.check((forloep) => henger(forloep), 'Den fasen kan ikke komme etter den forrige.'),
    ),
    [],
  ),
  /** The first day of the trial itself: what «after 3 months» is counted from. */
  start: valgfriDato,
  /** Months; `null`: not decided. */
  varighet: v.optional(
    v.nullable(
      v.pipe(
        v.number('Skriv hvor mange måneder.'),
        v.integer('Skriv hele måneder.'),
        v.minValue(1, 'Skriv minst 1 måned.'),
        v.maxValue(VARIGHET_MAKS, `Skriv høyst ${VARIGHET_MAKS} måneder.`),
      ),
    ),
    null,
  ),
  maal: v.optional(v.pipe(v.array(maal), v.maxLength(MAKS_MAAL, `Det er plass til ${MAKS_MAAL} mål.`)), []),
  evaluertDato: valgfriDato,
  /** How it was evaluated, and with whom: roles, never names. */
  evaluertHvordan: kortTekst('Hvordan'),
  resultat: langTekst('Resultat'),
  /** Why it was decided so, and what is done now. */
  beslutning: langTekst('Beslutning'),
  /** A role, never a person's name. */
  ansvarlig: kortTekst('Ansvarlig'),
  /** The activity that it belongs to. */
  aktivitet: v.optional(v.nullable(id), null),
  eksempel,
})
export type Utproeving = v.InferOutput<typeof utproevingSkjema>

export const faseNaa = (u: Pick<Utproeving, 'forloep'>): Fase => u.forloep.at(-1)?.fase ?? 'planlagt'

/** Nobody waits for it any more: it goes on as the usual way, or it is over. */
export const erBesluttet = (u: Pick<Utproeving, 'forloep'>): boolean =>
  ['viderefoeres', 'avsluttes'].includes(faseNaa(u))

export type Flyttehinder = 'samme' | 'rekkefoelge' | 'tidligere' | 'resultat'

/**
 * What stands in the way of the move, or `null`. What a trial comes to after its evaluation is not decided before somebody has written
 * what it showed; one that is ended early needs to say why too.
 */
export function hinderFor(
  u: Pick<Utproeving, 'forloep' | 'resultat'>,
  til: Fase,
  dag: Dato,
  resultat: string = u.resultat,
): Flyttehinder | null {
  const naa = faseNaa(u)
  if (naa === til) return 'samme'
  if (!NESTE_FASER[naa].includes(til)) return 'rekkefoelge'
  if (dag < (u.forloep.at(-1)?.dato ?? dag)) return 'tidligere'
  if (erBeslutning(til) && resultat.trim() === '') return 'resultat'
  return null
}

/** What changes when the trial goes into a phase. The start is the day the trial itself began, where nobody has written another. */
export function medFase(
  u: Pick<Utproeving, 'forloep' | 'start'>,
  fase: Fase,
  dag: Dato,
): Pick<Utproeving, 'forloep'> & Partial<Pick<Utproeving, 'start'>> {
  // A trial without steps is planned; that is not a day to tell of.
  const forloep = [...u.forloep, { fase, dato: dag }]
  return fase === 'utproeving' && u.start === null ? { forloep, start: dag } : { forloep }
}

/** The day when something is due to be measured; the same day of the month, or the month's last where it has no such day. */
export const maaledag = (u: Pick<Utproeving, 'start'>, tid: Maaletid): Dato | null =>
  u.start === null ? null : leggTilMaaneder(u.start, MAANEDER_ETTER[tid])

/** The trial's last day; `null` where the start or the length is not decided. */
export const sisteDag = (u: Pick<Utproeving, 'start' | 'varighet'>): Dato | null =>
  u.start === null || u.varighet === null ? null : leggTilDager(leggTilMaaneder(u.start, u.varighet), -1)

/** A unit's own measurement, as far as it matters here. */
export interface MaaltVerdi {
  indikator: string
  dato: Dato
  verdi: number
}
/** So many days off, a measurement still tells of the due day. */
export const NAER_DAGER = 45

export interface Avlest {
  verdi: number
  /** The day of the measurement it was read from; `null` where it is written on the trial. */
  dato: Dato | null
}

/**
 * What was measured at each time. What is written on the trial goes first; else, for an indicator, the unit's own measurement:
 * the last on or before the start (at most a year old), and the one nearest the due day (at most 45 days off).
 */
export function avlest(
  m: Utproevingsmaal,
  tid: Maaletid,
  u: Pick<Utproeving, 'start'>,
  maalinger: readonly MaaltVerdi[],
): Avlest | null {
  const skrevet = m[tid]
  if (skrevet !== null) return { verdi: skrevet, dato: null }
  const dag = maaledag(u, tid)
  if (m.indikator === null || dag === null) return null
  const fraOgMed = tid === 'foer' ? leggTilMaaneder(dag, -12) : leggTilDager(dag, -NAER_DAGER)
  const tilOgMed = tid === 'foer' ? dag : leggTilDager(dag, NAER_DAGER)
  const avstand = (d: Dato): number => Math.abs(dagerFra(dag, d))
  const naermest = maalinger
    .filter((x) => x.indikator === m.indikator && x.dato >= fraOgMed && x.dato <= tilOgMed)
    .sort((a, b) => avstand(a.dato) - avstand(b.dato) || b.dato.localeCompare(a.dato))[0]
  return naermest === undefined ? null : { verdi: naermest.verdi, dato: naermest.dato }
}

/** What came later, less what was before, to four decimals; `null` where one of them is not known. */
export const differanse = (foer: Avlest | null, etter: Avlest | null): number | null =>
  foer === null || etter === null ? null : avrund(etter.verdi - foer.verdi, 4)

export const maalnavn = (m: Pick<Utproevingsmaal, 'indikator' | 'navn'>): string =>
  m.indikator === null ? m.navn : INDIKATORER[m.indikator].navn
export const maalbenevning = (m: Pick<Utproevingsmaal, 'indikator' | 'benevning'>): string =>
  m.indikator === null ? m.benevning : INDIKATORER[m.indikator].benevning

/** The times whose day has come (the day itself too) though something is not measured; none of a trial that is not begun or is over. */
export function ventendeMaalinger(u: Utproeving, maalinger: readonly MaaltVerdi[], idag: Dato): Maaletid[] {
  if (faseNaa(u) === 'planlagt' || faseNaa(u) === 'avsluttes') return []
  return MAALETIDER.filter((tid) => {
    const dag = maaledag(u, tid)
    return dag !== null && dag <= idag && u.maal.some((m) => avlest(m, tid, u, maalinger) === null)
  })
}

/** The next day that something is due to be measured after today. */
export function nesteMaaledag(u: Pick<Utproeving, 'start'>, idag: Dato): { tid: Maaletid; dag: Dato } | null {
  for (const tid of MAALETIDER) {
    const dag = maaledag(u, tid)
    if (dag !== null && dag > idag) return { tid, dag }
  }
  return null
}

const REKKE: Record<Fase, number> = {
  evaluering: 0,
  utproeving: 1,
  justeres: 2,
  oppstart: 3,
  planlagt: 4,
  viderefoeres: 5,
  avsluttes: 6,
}
/** What needs somebody first, what is decided last; the newest start first, then by name. */
export const sorterUtproevinger = <T extends Pick<Utproeving, 'forloep' | 'start' | 'navn'>>(
  utproevinger: readonly T[],
): T[] =>
  [...utproevinger].sort(
    (a, b) =>
      REKKE[faseNaa(a)] - REKKE[faseNaa(b)] ||
      (b.start ?? '').localeCompare(a.start ?? '') ||
      a.navn.localeCompare(b.navn, 'nb'),
  )
