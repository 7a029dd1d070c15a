import { erAvsluttet, sorterAktiviteter } from './aktivitet.ts'
import { aarAv, dagerFra, kvartalAv, foersteDagIKvartal, sisteDagIKvartal, type Dato } from './dato.ts'
import { HOVEDINDIKATORER } from './indikatorer.ts'
import type { MaalingPost } from './maaling.ts'
import type { Post } from './tabeller.ts'
import { skalTilAndre, type Toernoppgave } from './toern.ts'

/** What an avdelingsleder does next: «Neste for deg». */
export type Gjoeremaal =
  | { slag: 'aktivitet'; haster: Hast; aktivitet: Post<'aktivitet'> }
  /** No measurement of the headline indicators in this quarter yet. */
  | { slag: 'maaling'; haster: Hast; kvartal: number; frist: Dato }
  /** TØRN tasks that were agreed on, and whose new doers must learn something first. */
  | { slag: 'opplaering'; haster: 'senere'; antall: number }
export type Hast = 'over' | 'snart' | 'senere'

/** A task is agreed on and waits for somebody to be trained. */
const trengerOpplaering = (o: Toernoppgave): boolean =>
  o.status === 'droeftet' && o.kompetanse !== '' && skalTilAndre(o)

/** So many days ahead a due day is marked; a week is what one plans in. */
export const HASTER_DAGER = 7

const hastAv = (frist: Dato | null, idag: Dato): Hast => {
  if (frist === null) return 'senere'
  const om = dagerFra(idag, frist)
  return om < 0 ? 'over' : om <= HASTER_DAGER ? 'snart' : 'senere'
}

/** Late, then due, then the rest by day; what has no day comes last. Ideas are not yet something to do. */
export function nesteGjoeremaal(
  enhet: string,
  aktiviteter: readonly Post<'aktivitet'>[],
  maalinger: readonly MaalingPost[],
  toernoppgaver: readonly Toernoppgave[],
  idag: Dato,
): Gjoeremaal[] {
  const aapne = sorterAktiviteter(
    aktiviteter.filter((a) => !erAvsluttet(a) && a.status !== 'idee'),
    idag,
  )
  const liste: { frist: Dato | null; g: Gjoeremaal }[] = aapne.map((a) => ({
    frist: a.frist,
    g: { slag: 'aktivitet', haster: hastAv(a.frist, idag), aktivitet: a },
  }))
  const kvartal = kvartalAv(idag)
  if (!erMaaltSiden(enhet, maalinger, foersteDagIKvartal(aarAv(idag), kvartal))) {
    const frist = sisteDagIKvartal(aarAv(idag), kvartal)
    const plass = liste.findIndex((l) => l.frist === null || l.frist > frist)
    const maaling = { frist, g: { slag: 'maaling', haster: hastAv(frist, idag), kvartal, frist } as const }
    liste.splice(plass === -1 ? liste.length : plass, 0, maaling)
  }
  const antall = toernoppgaver.filter(trengerOpplaering).length
  const opplaering: Gjoeremaal[] = antall > 0 ? [{ slag: 'opplaering', haster: 'senere', antall }] : []
  return [...liste.map((l) => l.g), ...opplaering]
}

const erMaaltSiden = (enhet: string, maalinger: readonly MaalingPost[], fraOgMed: Dato): boolean =>
  HOVEDINDIKATORER.every((i) => maalinger.some((m) => m.enhet === enhet && m.indikator === i && m.dato >= fraOgMed))
