import * as v from 'valibot'
import { eksempel, kortTekst, langTekst, tittel } from './felt.ts'
import { helgeregnskap, type Helgeregnskap } from './helg.ts'
import { medSpaker } from './helgespaker.ts'

const over = (minst: number) => v.pipe(v.number(), v.finite(), v.minValue(minst))
const andel = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/**
 * A way of staffing a unit's weekends that somebody wants to keep: how it was when it was made, and what each lever is set to
 * (helgespaker.ts has what they mean). Nobody but its author changes it; whoever has access to the unit sees it.
 */
export const scenarioSkjema = v.object({
  navn: tittel('Navn'),
  utgangspunkt: v.object({
    aarsverk: over(0.1),
    helgetimer: over(1),
    vaktlengde: over(0.5),
    frekvens: over(1),
    uketimer: over(1),
  }),
  spaker: v.object({
    frekvens: over(1),
    langvakt: over(0.5),
    langvaktandel: andel,
    flereAarsverk: v.pipe(v.number(), v.finite()),
    flyttedeTimer: over(0),
    vikartimer: over(0),
    omregning: over(1),
  }),
  merknad: langTekst('Merknad'),
  /** User id of the author; the server refuses another's. */
  forfatter: v.string(),
  forfatterNavn: kortTekst('Navn'),
  /** When it was made, milliseconds since 1970 on the author's device. */
  skrevet: v.number(),
  eksempel,
})
export type Scenario = v.InferOutput<typeof scenarioSkjema>

type Ordning = Pick<Scenario, 'utgangspunkt' | 'spaker'>

/** What the scenario gives. */
export const scenarioregnskap = ({ utgangspunkt, spaker }: Ordning): Helgeregnskap =>
  helgeregnskap(medSpaker(utgangspunkt, spaker))

/** The årsverk that are in the scenario's plan. */
export const scenarioaarsverk = ({ utgangspunkt, spaker }: Ordning): number => medSpaker(utgangspunkt, spaker).aarsverk

/** Newest first. */
export const nyesteFoerst = <T extends Pick<Scenario, 'skrevet'>>(scenarioer: readonly T[]): T[] =>
  [...scenarioer].sort((a, b) => b.skrevet - a.skrevet)
