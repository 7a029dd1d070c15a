import { dagerFra, type Dato } from './dato.ts'
import { erAvsluttet, sorterAktiviteter } from './aktivitet.ts'
import type { Post } from './tabeller.ts'
import { erIkkeDroeftet } from './toern.ts'
import { gjelderFor, gjeldendeUttalelser, type Syn } from './uttalelse.ts'

/** What a unit brings to its next MBM, and what waits for the view of the employees' side. */

export interface Enhetssaker {
  aktiviteter: readonly Post<'aktivitet'>[]
  toernoppgaver: readonly Post<'toernoppgave'>[]
  uttalelser: readonly Post<'uttalelse'>[]
}

/** A matter that somebody disagrees in or has put off. */
export interface Uavklart {
  type: 'aktivitet' | 'toernoppgave'
  id: string
  rom: string
  tittel: string
  syn: Exclude<Syn, 'enig'>
}

export interface NesteMbm {
  /** TØRN tasks that are proposed and not discussed. */
  ikkeDroeftet: Post<'toernoppgave'>[]
  /** Trials (activities under way) whose due day has come or comes within the given days, the earliest first. */
  skalEvalueres: Post<'aktivitet'>[]
  /** Open matters with a standing «uenig» or «utsatt», one for each party that says so. */
  uavklart: Uavklart[]
}

/** So far ahead a trial's due day counts as something for the next meeting. */
export const EVALUERES_INNEN_DAGER = 30

export function tilNesteMbm(saker: Enhetssaker, idag: Dato): NesteMbm {
  const skalEvalueres = saker.aktiviteter.filter(
    (a) => a.status === 'i_gang' && a.frist !== null && dagerFra(idag, a.frist) <= EVALUERES_INNEN_DAGER,
  )
  return {
    ikkeDroeftet: saker.toernoppgaver.filter(erIkkeDroeftet),
    skalEvalueres: sorterAktiviteter(skalEvalueres, idag),
    uavklart: aapneSaker(saker).flatMap((sak) =>
      gjeldendeUttalelser(saker.uttalelser, gjelderFor(sak.type, sak.id)).flatMap(({ syn }) =>
        syn === 'enig' ? [] : [{ ...sak, syn }],
      ),
    ),
  }
}

export interface Sak {
  type: 'aktivitet' | 'toernoppgave'
  id: string
  rom: string
  tittel: string
}

/** Open matters, activities first. */
function aapneSaker(saker: Enhetssaker): Sak[] {
  return [
    ...saker.aktiviteter.filter((a) => !erAvsluttet(a)).map(somSak('aktivitet', (a) => a.tittel)),
    ...saker.toernoppgaver
      .filter((o) => o.status !== 'innfoert' && o.status !== 'avvist')
      .map(somSak('toernoppgave', (o) => o.oppgave)),
  ]
}

const somSak =
  <T extends { id: string; rom: string }>(type: Sak['type'], tittel: (rad: T) => string) =>
  (rad: T): Sak => ({ type, id: rad.id, rom: rad.rom, tittel: tittel(rad) })

/**
 * What waits for the view of the employees' side: activities that are planned or under way, and TØRN tasks that are
 * proposed or discussed, without a statement. With `forfatter`: without a statement from that user.
 */
export function venterPaaSyn(saker: Enhetssaker, forfatter?: string): Sak[] {
  const uttalt = new Set(
    saker.uttalelser.filter((u) => forfatter === undefined || u.forfatter === forfatter).map((u) => u.gjelder),
  )
  return [
    ...saker.aktiviteter
      .filter((a) => a.status === 'planlagt' || a.status === 'i_gang')
      .map(somSak('aktivitet', (a) => a.tittel)),
    ...saker.toernoppgaver
      .filter((o) => o.status === 'foreslaatt' || o.status === 'droeftet')
      .map(somSak('toernoppgave', (o) => o.oppgave)),
  ].filter((sak) => !uttalt.has(gjelderFor(sak.type, sak.id)))
}

/** The lines of «Til neste MBM»: a count and the words after it. Nothing to bring gives no lines. */
export function skrivNesteMbm(neste: NesteMbm): { antall: number; tekst: string }[] {
  const { ikkeDroeftet, skalEvalueres, uavklart } = neste
  const uenige = new Set(uavklart.filter((u) => u.syn === 'uenig').map((u) => u.id))
  const utsatte = new Set(uavklart.filter((u) => u.syn === 'utsatt' && !uenige.has(u.id)).map((u) => u.id))
  const titler = skalEvalueres.length > 2 ? '' : `: ${skalEvalueres.map((a) => a.tittel).join(' og ')}`
  return [
    {
      antall: ikkeDroeftet.length,
      tekst: `TØRN-${ikkeDroeftet.length === 1 ? 'oppgave' : 'oppgaver'} er foreslått, men ikke drøftet`,
    },
    {
      antall: skalEvalueres.length,
      tekst: `${skalEvalueres.length === 1 ? 'aktivitet' : 'aktiviteter'} i gang skal vurderes${titler}`,
    },
    { antall: uenige.size, tekst: uenige.size === 1 ? 'sak der partene er uenige' : 'saker der partene er uenige' },
    { antall: utsatte.size, tekst: utsatte.size === 1 ? 'sak er utsatt' : 'saker er utsatt' },
  ].filter((l) => l.antall > 0)
}
