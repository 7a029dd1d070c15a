import * as v from 'valibot'
import type { Dato } from './dato.ts'
import { aar, dato, eksempel, id, kortTekst, tittel, valgfriDato } from './felt.ts'
import { STOERSTE_BELOEP, sumAv, type Oere } from './penger.ts'

/** What the money is spent on. */
export const KOSTNADSARTER = [
  'loenn',
  'frikjoep',
  'vikar',
  'opplaering',
  'veiledning',
  'samling',
  'reise',
  'annet',
] as const
export type Kostnadsart = (typeof KOSTNADSARTER)[number]

const beloep = (minst: number, tekst: string) =>
  v.pipe(
    v.number('Skriv et beløp.'),
    v.integer('Beløp lagres i hele øre.'),
    v.minValue(minst, tekst),
    v.maxValue(STOERSTE_BELOEP, 'Beløpet er for stort.'),
  )

/** A grant for one year, or a line of the budget it is to be spent by. Øre. */
export const tilskuddSkjema = v.object({
  /** The year the grant is for. */
  aar,
  /** The unit that it is given to. */
  enhet: id,
  /** Who gives it. */
  fra: tittel('Fra'),
  beloep: beloep(0, 'Beløpet kan ikke være under 0.'),
  /** Granted, or applied for and not yet answered, or turned down. */
  tilstand: v.optional(v.picklist(['innvilget', 'soekt', 'avslaatt']), 'innvilget'),
  merknad: kortTekst('Merknad'),
  kilde: kortTekst('Kilde'),
  eksempel,
})
export type Tilskudd = v.InferOutput<typeof tilskuddSkjema>

/** How much of a year's grant is meant for one kind of cost. */
export const budsjettSkjema = v.object({
  aar,
  art: v.picklist(KOSTNADSARTER),
  beloep: beloep(0, 'Beløpet kan ikke være under 0.'),
  eksempel,
})
export type Budsjett = v.InferOutput<typeof budsjettSkjema>

/** One line of the accounts. Negative is money back: a refund, or the line that takes another away. */
export const kostnadSkjema = v.object({
  dato,
  art: v.picklist(KOSTNADSARTER, 'Velg hva pengene gikk til.'),
  tekst: tittel('Hva det gjelder'),
  beloep: v.pipe(
    beloep(-STOERSTE_BELOEP, 'Beløpet er for stort.'),
    v.check((b) => b !== 0, 'Skriv et beløp som ikke er 0.'),
  ),
  /** Voucher number, or another reference to the municipality's own accounts. */
  bilag: kortTekst('Bilag'),
  /** The line that this one corrects. */
  retter: v.optional(v.nullable(id), null),
  /** The day it was reported to the one who gave the money. */
  rapportert: valgfriDato,
  eksempel,
})
export type Kostnad = v.InferOutput<typeof kostnadSkjema>

/** The half-year that a line is reported in: «rapport to ganger i året». */
export type Halvaar = 1 | 2
export const halvaarAv = (d: Dato): Halvaar => (Number(d.slice(5, 7)) <= 6 ? 1 : 2)

export interface Regnskapslinje {
  art: Kostnadsart
  budsjett: Oere
  foerste: Oere
  andre: Oere
  brukt: Oere
  /** What is left of the budget; negative where more was spent. */
  rest: Oere
}

export interface Aarsregnskap {
  aar: number
  innvilget: Oere
  soekt: Oere
  /** Only kinds that have a budget or a line. */
  linjer: Regnskapslinje[]
  sum: Omit<Regnskapslinje, 'art'>
  /** The grant less what was spent. */
  igjen: Oere
}

/** A year's accounts: all amounts in øre, and every sum exact. */
export function aarsregnskap(
  aaret: number,
  tilskudd: readonly Tilskudd[],
  budsjett: readonly Budsjett[],
  kostnader: readonly Kostnad[],
): Aarsregnskap {
  const sine = kostnader.filter((k) => Number(k.dato.slice(0, 4)) === aaret)
  const linje = (art: Kostnadsart): Regnskapslinje => {
    const av = (h: Halvaar): Oere =>
      sumAv(sine.filter((k) => k.art === art && halvaarAv(k.dato) === h).map((k) => k.beloep))
    const [foerste, andre] = [av(1), av(2)]
    const planlagt = sumAv(budsjett.filter((b) => b.aar === aaret && b.art === art).map((b) => b.beloep))
    return { art, budsjett: planlagt, foerste, andre, brukt: foerste + andre, rest: planlagt - foerste - andre }
  }
  const brukes = (art: Kostnadsart): boolean =>
    sine.some((k) => k.art === art) || budsjett.some((b) => b.aar === aaret && b.art === art && b.beloep !== 0)
  const linjer = KOSTNADSARTER.filter(brukes).map(linje)
  const legg = (f: keyof Omit<Regnskapslinje, 'art'>): Oere => sumAv(linjer.map((l) => l[f]))
  const gitt = (tilstand: Tilskudd['tilstand']): Oere =>
    sumAv(tilskudd.filter((t) => t.aar === aaret && t.tilstand === tilstand).map((t) => t.beloep))
  const sum = {
    budsjett: legg('budsjett'),
    foerste: legg('foerste'),
    andre: legg('andre'),
    brukt: legg('brukt'),
    rest: legg('rest'),
  }
  const innvilget = gitt('innvilget')
  return { aar: aaret, innvilget, soekt: gitt('soekt'), linjer, sum, igjen: innvilget - sum.brukt }
}

/** The lines of a year, oldest first. */
export const linjerI = <K extends Kostnad & { id: string }>(kostnader: readonly K[], aaret: number): K[] =>
  kostnader
    .filter((k) => Number(k.dato.slice(0, 4)) === aaret)
    .sort((a, b) => (a.dato === b.dato ? (a.id < b.id ? -1 : 1) : a.dato < b.dato ? -1 : 1))

/** Years that have a grant, a budget or a line, oldest first. */
export const aarMedPenger = (
  tilskudd: readonly Tilskudd[],
  budsjett: readonly Budsjett[],
  kostnader: readonly Kostnad[],
): number[] =>
  [
    ...new Set([
      ...tilskudd.map((t) => t.aar),
      ...budsjett.map((b) => b.aar),
      ...kostnader.map((k) => Number(k.dato.slice(0, 4))),
    ]),
  ].sort((a, b) => a - b)
