import type { Aktivitet } from './aktivitet.ts'
import { dagVed, type Dato } from './dato.ts'
import type { Indikatornavn } from './indikatorer.ts'
import type { Kickoff } from './kickoff.ts'
import { erBesluttet, faseNaa, maaledag, MAALETIDER, ventendeMaalinger } from './utproeving.ts'
import type { Fase, Maaletid, MaaltVerdi, Utproeving } from './utproeving.ts'
import { SYN, type Syn, type Uttalelse } from './uttalelse.ts'
import type { Utlysning } from './utlysning.ts'

/** How far a pilot unit has come: told by what is there, never typed. */
export const PILOTFASER = ['forberedes', 'kickoff', 'utproeving', 'evaluering', 'besluttet'] as const
export type Pilotfase = (typeof PILOTFASER)[number]

type MedId = { id: string }
type Proevet = Pick<Utproeving, 'forloep'>

/**
 * What is being evaluated goes before what is being tried, and that before what is decided. A trial that is only planned does not count;
 * nor does a kick-off that is not held yet.
 */
export function pilotfase(
  kickoffer: readonly Pick<Kickoff, 'dato'>[],
  utproevinger: readonly Proevet[],
  idag: Dato,
): Pilotfase {
  const faser = new Set(utproevinger.map(faseNaa))
  if (faser.has('evaluering')) return 'evaluering'
  if (faser.has('oppstart') || faser.has('utproeving') || faser.has('justeres')) return 'utproeving'
  if (faser.has('viderefoeres') || faser.has('avsluttes')) return 'besluttet'
  return kickoffer.some((k) => k.dato <= idag) ? 'kickoff' : 'forberedes'
}

export interface Pilotstilling {
  fase: Pilotfase
  /** Trials that go on: begun, and not decided. */
  iGang: number
  besluttet: number
  /** Trials where a measurement is due. */
  venter: number
}
export function pilotstilling(
  kickoffer: readonly Pick<Kickoff, 'dato'>[],
  utproevinger: readonly Utproeving[],
  maalinger: readonly MaaltVerdi[],
  idag: Dato,
): Pilotstilling {
  return {
    fase: pilotfase(kickoffer, utproevinger, idag),
    iGang: utproevinger.filter((u) => !erBesluttet(u) && faseNaa(u) !== 'planlagt').length,
    besluttet: utproevinger.filter(erBesluttet).length,
    venter: utproevinger.filter((u) => !erBesluttet(u) && ventendeMaalinger(u, maalinger, idag).length > 0).length,
  }
}

const per = <T>(rader: readonly T[], noekkel: (rad: T) => string): Map<string, T[]> => {
  const grupper = new Map<string, T[]>()
  for (const r of rader) grupper.set(noekkel(r), [...(grupper.get(noekkel(r)) ?? []), r])
  return grupper
}

/** Something on a unit's way, with the row that it is made from. */
export type Veisteg = { dag: Dato; eksempel: boolean } & (
  | { slag: 'pilot' }
  | { slag: 'kickoff'; id: string; navn: string }
  | { slag: 'fase'; id: string; navn: string; fase: Fase }
  | { slag: 'frist'; id: string; navn: string; tid: Maaletid }
  | { slag: 'aktivitet'; id: string; navn: string }
  | { slag: 'droeftet'; id: string; navn: string }
  | { slag: 'syn'; sak: string; navn: string; syn: Syn[] }
  | { slag: 'maaling'; tall: { indikator: Indikatornavn; verdi: number }[] }
)
export type Veislag = Veisteg['slag']
/** What comes first of what happened on the same day. */
const REKKE: readonly Veislag[] = ['pilot', 'kickoff', 'fase', 'aktivitet', 'droeftet', 'syn', 'maaling', 'frist']

export interface Veigrunnlag {
  /** The day the unit came in, and whether that is invented; `null` where nobody has written it. */
  siden: { dag: Dato; eksempel: boolean } | null
  kickoffer: readonly (Pick<Kickoff, 'tittel' | 'dato' | 'eksempel'> & MedId)[]
  utproevinger: readonly (Utproeving & MedId)[]
  aktiviteter: readonly (Pick<Aktivitet, 'tittel' | 'status' | 'ferdigDato' | 'eksempel'> & MedId)[]
  toernoppgaver: readonly ({ oppgave: string } & MedId)[]
  utlysninger: readonly (Pick<Utlysning, 'stilling' | 'droeftetDato' | 'eksempel'> & MedId)[]
  uttalelser: readonly Pick<Uttalelse, 'gjelder' | 'syn' | 'skrevet' | 'eksempel'>[]
  maalinger: readonly { dato: Dato; indikator: Indikatornavn; verdi: number; eksempel: boolean }[]
}

/**
 * A unit's way from its kick-off to what was decided, oldest first, and what is due: made from the rows that are there, so that nothing is
 * written twice. What is not dated is not in it. One step a day for the unit's measurements, and one for the views on the same matter.
 */
export function veien(g: Veigrunnlag, idag: Dato): Veisteg[] {
  const navn = new Map<string, string>([
    ...g.aktiviteter.map((a) => [`aktivitet/${a.id}`, a.tittel] as const),
    ...g.toernoppgaver.map((o) => [`toernoppgave/${o.id}`, o.oppgave] as const),
    ...g.utlysninger.map((u) => [`utlysning/${u.id}`, u.stilling] as const),
    ...g.utproevinger.map((u) => [`utproeving/${u.id}`, u.navn] as const),
  ])
  const steg: Veisteg[] = []
  if (g.siden !== null) steg.push({ slag: 'pilot', ...g.siden })
  for (const k of g.kickoffer)
    steg.push({ slag: 'kickoff', dag: k.dato, id: k.id, navn: k.tittel, eksempel: k.eksempel })
  for (const u of g.utproevinger) {
    const hvilken = { id: u.id, navn: u.navn, eksempel: u.eksempel }
    for (const s of u.forloep) steg.push({ slag: 'fase', dag: s.dato, fase: s.fase, ...hvilken })
    if (!erBesluttet(u) && u.maal.length > 0)
      for (const tid of MAALETIDER) {
        const dag = maaledag(u, tid)
        if (dag !== null && dag > idag) steg.push({ slag: 'frist', dag, tid, ...hvilken })
      }
  }
  for (const a of g.aktiviteter)
    if (a.status === 'ferdig' && a.ferdigDato !== null)
      steg.push({ slag: 'aktivitet', dag: a.ferdigDato, id: a.id, navn: a.tittel, eksempel: a.eksempel })
  for (const u of g.utlysninger)
    if (u.droeftetDato !== null)
      steg.push({ slag: 'droeftet', dag: u.droeftetDato, id: u.id, navn: u.stilling, eksempel: u.eksempel })

  const syn = per(g.uttalelser, (u) => `${dagVed(u.skrevet)} ${u.gjelder}`)
  for (const [noekkel, sine] of syn) {
    const sak = noekkel.slice(11)
    const hva = navn.get(sak)
    if (hva === undefined) continue
    const sagt = new Set(sine.map((u) => u.syn))
    steg.push({
      slag: 'syn',
      dag: noekkel.slice(0, 10),
      sak,
      navn: hva,
      syn: SYN.filter((s) => sagt.has(s)),
      eksempel: sine.some((u) => u.eksempel),
    })
  }
  for (const [dag, sine] of per(g.maalinger, (m) => m.dato))
    steg.push({
      slag: 'maaling',
      dag,
      tall: sine.map(({ indikator, verdi }) => ({ indikator, verdi })),
      eksempel: sine.some((m) => m.eksempel),
    })
  return steg.sort((a, b) => a.dag.localeCompare(b.dag) || REKKE.indexOf(a.slag) - REKKE.indexOf(b.slag))
}
