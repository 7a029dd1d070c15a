import { RINGNAVN, type AarshjulPost } from '../../domain/aarshjul.ts'
import { fristFor, nummerer, tilstandFor, type Oppgavetilstand } from '../../domain/aarshjulregler.ts'
import { erFlyttet, skrivTid } from '../../domain/aarshjulendring.ts'
import { aarAv, maanedAv, sisteDagIMaaned, skrivDag, skrivDato, type Dato, type Kvartal } from '../../domain/dato.ts'

/** A year's activities as the wheel and the list show them: number, state and the words beside and behind them. */

export const TILSTANDSORD: Record<Oppgavetilstand, string> = {
  gjort: 'gjort',
  over_fristen: 'over fristen',
  forfaller: 'forfaller dette kvartalet',
  kommer: 'kommer',
  ikke_registrert: 'ikke registrert',
  utkast: 'utkast',
  utgaar: 'utgår',
}

/** An activity as it is stored, in its space. */
export type Hjulpost = AarshjulPost & { rom: string }

export interface Hjulrad extends Hjulpost {
  nr: number
  stat: Oppgavetilstand
  flyttet: boolean
  /** Where in the year it stands on the wheel, in degrees, where its month or day is known. */
  vinkel: number | null
  frist: Dato
  /** Second line of the row: «24. september · virksomhetsleder». */
  detalj: string
  /** Third line, where it was moved or cancelled: from where, by whom and why. */
  endret: string
  /** What a screen reader says after the title: «Forfaller 24. september, ansvarlig virksomhetsleder, Virksomhet». */
  beskrivelse: string
}

/** A month's middle, or the day's place in its month: 30° a month, as on the rim. */
function vinkelFor(o: AarshjulPost): number | null {
  if (o.dato === null) return o.maaned === null ? null : (o.maaned - 0.5) * 30
  const dager = Number(sisteDagIMaaned(aarAv(o.dato), maanedAv(o.dato)).slice(8))
  return (maanedAv(o.dato) - 1 + (Number(o.dato.slice(8)) - 0.5) / dager) * 30
}

export const hjulrader = (oppgaver: readonly Hjulpost[], aar: number, idag: Dato): Hjulrad[] =>
  nummerer(oppgaver, aar).map((o) => {
    const stat = tilstandFor(o, idag)
    const frist = fristFor(o)
    return {
      ...o,
      stat,
      flyttet: erFlyttet(o),
      vinkel: vinkelFor(o),
      frist,
      detalj: detalj(o, stat, frist),
      endret: endret(o, stat),
      beskrivelse: beskrivelse(o, stat, frist),
    }
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
    utgaar: () => 'Utgår',
  }
  return stat === 'gjort' || stat === 'utgaar' || !o.ansvarlig ? naar[stat]() : `${naar[stat]()} · ${o.ansvarlig}`
}

/** «Flyttet fra 3. kvartal av prosjektleder 18. september: fristen er utsatt» */
export function endret(o: AarshjulPost, stat: Oppgavetilstand): string {
  const linje = (hva: string, naar: Dato | null, av: string, grunn: string) =>
    `${hva}${av ? ` av ${av}` : ''}${naar ? ` ${dag(naar, o.aar)}` : ''}${grunn ? `: ${grunn}` : ''}`
  if (stat === 'utgaar') return linje('Avlyst', o.utgaarDato, o.utgaarAv, o.utgaarGrunn)
  if (o.flyttetFra === null) return ''
  return linje(`Flyttet fra ${skrivTid(o.flyttetFra, o.aar)}`, o.flyttetDato, o.flyttetAv, o.flyttetGrunn)
}

function beskrivelse(o: AarshjulPost, stat: Oppgavetilstand, frist: Dato): string {
  const naar: Record<Oppgavetilstand, () => string> = {
    gjort: () => gjort(o),
    over_fristen: () => `Over fristen ${skrivDag(frist)}`,
    forfaller: () => `Forfaller ${skrivDag(frist)}`,
    kommer: () => `Forfaller ${skrivDag(frist)}`,
    ikke_registrert: () => `Ikke registrert om den er gjort. Fristen var ${skrivDag(frist)}`,
    utkast: () => `Utkast, forfaller ${skrivDag(frist)}`,
    utgaar: () => 'Utgår',
  }
  return [naar[stat](), o.ansvarlig && `ansvarlig ${o.ansvarlig}`, RINGNAVN[o.ring], endret(o, stat)]
    .filter(Boolean)
    .join(', ')
}

export const iKvartal = (rader: readonly Hjulrad[], kvartal: Kvartal): Hjulrad[] =>
  rader.filter((r) => r.kvartal === kvartal)

export interface Kvartalstall {
  gjort: number
  /** All but the cancelled. */
  av: number
  overFristen: number
  ikkeRegistrert: number
  utkast: number
}
export function telle(rader: readonly Hjulrad[]): Kvartalstall {
  const antall = (s: Oppgavetilstand) => rader.filter((r) => r.stat === s).length
  return {
    gjort: antall('gjort'),
    av: rader.length - antall('utgaar'),
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
