import {
  fristFor,
  nummerer,
  RINGNAVN,
  tilstandFor,
  type AarshjulPost,
  type Oppgavetilstand,
} from '../../domain/aarshjul.ts'
import { aarAv, skrivDag, skrivDato, type Dato, type Kvartal } from '../../domain/dato.ts'

/** A year's activities as the wheel and the list show them: number, state and the words beside and behind them. */

export const TILSTANDSORD: Record<Oppgavetilstand, string> = {
  gjort: 'gjort',
  over_fristen: 'over fristen',
  forfaller: 'forfaller dette kvartalet',
  kommer: 'kommer',
  ikke_registrert: 'ikke registrert',
  utkast: 'utkast',
}

export interface Hjulrad extends AarshjulPost {
  nr: number
  stat: Oppgavetilstand
  frist: Dato
  /** Second line of the row: «24. september · virksomhetsleder». */
  detalj: string
  /** What a screen reader says after the title: «Forfaller 24. september, ansvarlig virksomhetsleder, Virksomhet». */
  beskrivelse: string
}

export const hjulrader = (oppgaver: readonly AarshjulPost[], aar: number, idag: Dato): Hjulrad[] =>
  nummerer(oppgaver, aar).map((o) => {
    const stat = tilstandFor(o, idag)
    const frist = fristFor(o)
    return { ...o, stat, frist, detalj: detalj(o, stat, frist), beskrivelse: beskrivelse(o, stat, frist) }
  })

/** The year is said only where it is another than the wheel's. */
const dag = (d: Dato, aar: number): string => (aarAv(d) === aar ? skrivDag(d) : skrivDato(d))
const gjort = (o: AarshjulPost): string =>
  `Gjort ${dag(o.gjortDato ?? '', o.aar)}${o.gjortAv ? ` av ${o.gjortAv}` : ''}`

function detalj(o: AarshjulPost, stat: Oppgavetilstand, frist: Dato): string {
  const naar: Record<Oppgavetilstand, () => string> = {
    gjort: () => gjort(o),
    over_fristen: () => `Over fristen – ${skrivDag(frist)}`,
    forfaller: () => (o.dato ? skrivDag(frist) : `Frist ${skrivDag(frist)}`),
    kommer: () => (o.dato ? skrivDag(frist) : `Frist ${skrivDag(frist)}`),
    ikke_registrert: () => 'Ikke registrert',
    utkast: () => (o.dato ? `Utkast – ${skrivDag(frist)}` : 'Utkast'),
  }
  return stat === 'gjort' || !o.ansvarlig ? naar[stat]() : `${naar[stat]()} · ${o.ansvarlig}`
}

function beskrivelse(o: AarshjulPost, stat: Oppgavetilstand, frist: Dato): string {
  const naar: Record<Oppgavetilstand, () => string> = {
    gjort: () => gjort(o),
    over_fristen: () => `Over fristen ${skrivDag(frist)}`,
    forfaller: () => `Forfaller ${skrivDag(frist)}`,
    kommer: () => `Forfaller ${skrivDag(frist)}`,
    ikke_registrert: () => `Ikke registrert om den er gjort. Fristen var ${skrivDag(frist)}`,
    utkast: () => `Utkast, forfaller ${skrivDag(frist)}`,
  }
  return [naar[stat](), o.ansvarlig && `ansvarlig ${o.ansvarlig}`, RINGNAVN[o.ring]].filter(Boolean).join(', ')
}

export const iKvartal = (rader: readonly Hjulrad[], kvartal: Kvartal): Hjulrad[] =>
  rader.filter((r) => r.kvartal === kvartal)

export interface Kvartalstall {
  gjort: number
  av: number
  overFristen: number
  ikkeRegistrert: number
  utkast: number
}
export function telle(rader: readonly Hjulrad[]): Kvartalstall {
  const antall = (s: Oppgavetilstand) => rader.filter((r) => r.stat === s).length
  return {
    gjort: antall('gjort'),
    av: rader.length,
    overFristen: antall('over_fristen'),
    ikkeRegistrert: antall('ikke_registrert'),
    utkast: antall('utkast'),
  }
}

/** «6 av 7 gjort»; a part of a plan says how many it holds, and where nobody registered anything that is what it says. */
export function tallord(t: Kvartalstall): string {
  if (t.av === 0) return 'ingen aktiviteter'
  if (t.utkast === t.av) return t.av === 1 ? '1 aktivitet' : `${t.av} aktiviteter`
  if (t.ikkeRegistrert === t.av) return `${t.av} ikke registrert`
  return `${t.gjort} av ${t.av} gjort`
}

export type Utsnitt = Kvartal | 'hele'
