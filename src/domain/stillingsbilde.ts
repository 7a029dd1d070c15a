import * as v from 'valibot'
import { dato, eksempel, id, kortTekst, langTekst } from './felt.ts'
import { YRKER } from './toern.ts'

export const KJOENN = ['kvinne', 'mann'] as const
export type Kjoenn = (typeof KJOENN)[number]

/** Most groups that one picture holds; a larger one is made coarser before it is stored (domain/stillingstall.ts). */
export const STILLINGER_MAKS = 500

const stilling = v.object({
  /**
   * Position in this unit, in percent with at most one decimal, over 0. A person's positions in the unit are added up first,
   * so a few stand over 100.
   */
  prosent: v.pipe(
    v.number(),
    v.minValue(0.1),
    v.maxValue(200),
    v.check((p) => +p.toFixed(1) === p),
  ),
  /** How many people have it: a whole number, at least 1. */
  antall: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Profession as in TØRN; empty where it is another or is not known. */
  yrke: v.picklist([...YRKER, '']),
  /** Empty where the list did not say. */
  kjoenn: v.picklist([...KJOENN, '']),
})
export type Stilling = v.InferOutput<typeof stilling>

/**
 * How a unit's positions are distributed on a day, without any person: groups of people with the same size, profession and gender.
 *
 * Who counts is the same as in the measurements of the day. In the order of `ordneStillinger`, each group once.
 */
export const stillingsbildeSkjema = v.object({
  enhet: id,
  dato,
  /** Where the list came from: HRM, GAT. */
  kilde: kortTekst('Kilde'),
  /** What a reader must know beside it: what was left out, and what was made coarser. */
  merknad: langTekst('Merknad'),
  registrertAv: kortTekst('Registrert av'),
  stillinger: v.pipe(v.array(stilling), v.minLength(1, 'Ingen stillinger.'), v.maxLength(STILLINGER_MAKS)),
  eksempel,
})
export type Stillingsbilde = v.InferOutput<typeof stillingsbildeSkjema>
