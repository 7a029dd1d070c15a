import { aarAv, type Dato } from '../domain/dato.ts'
import type { Budsjett, Kostnad, Tilskudd } from '../domain/heltidspotten.ts'
import type { Likestilling } from '../domain/likestilling.ts'
import type { Grunnlag } from '../domain/noekkeltall.ts'
import type { Post, Tabellnavn } from '../domain/tabeller.ts'
import type { Vedtak } from '../domain/vedtak.ts'

type Rader<T extends Tabellnavn> = readonly Post<T>[]

/** The rows that reports are made from: what the device holds. Nothing here asks a server. */
export interface Rapportgrunnlag extends Grunnlag {
  enheter: Rader<'enhet'>
  maaltall: Rader<'maaltall'>
  maalinger: Rader<'maaling'>
  brudd: Rader<'brudd'>
  bilder: Rader<'stillingsbilde'>
  aarshjul: Rader<'aarshjuloppgave'>
  aktiviteter: Rader<'aktivitet'>
  toernoppgaver: Rader<'toernoppgave'>
  uttalelser: Rader<'uttalelse'>
  utlysninger: Rader<'utlysning'>
  utproevinger: Rader<'utproeving'>
  kickoffer: Rader<'kickoff'>
  beslutninger: Rader<'beslutning'>
  tilskudd: readonly (Tilskudd & { id: string })[]
  budsjett: readonly Budsjett[]
  kostnader: readonly (Kostnad & { id: string })[]
  /** Every year that is known, newest first. */
  likestilling: readonly Likestilling[]
  /** Every point of the political decisions, in order. */
  vedtak: readonly (Vedtak & { id: string })[]
  /** Fewer people than this are hidden where a report is given out. */
  minst: number
}

/** What a report is asked for. */
export interface Bestilling {
  aar: number
  /** The day it is made. */
  idag: Dato
  fra: string
  saksnummer: string
}

/** The day that a year's figures are of: its last day, or today where it is not over. */
export const perDag = ({ aar, idag }: Pick<Bestilling, 'aar' | 'idag'>): Dato =>
  aarAv(idag) > aar ? `${aar}-12-31` : aarAv(idag) < aar ? `${aar}-01-01` : idag

/** Whether a day is in the year, and not after the day of the figures. */
export const iAaret = (d: Dato | null, b: Bestilling): boolean => d !== null && aarAv(d) === b.aar && d <= perDag(b)

/** Names by space, for rows that do not say whose they are. */
export const navnForRom = (g: Pick<Rapportgrunnlag, 'enheter'>): Map<string, Post<'enhet'>> =>
  new Map(g.enheter.map((e) => [`unit:${e.id}`, e]))
