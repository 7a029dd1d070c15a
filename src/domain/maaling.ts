import * as v from 'valibot'
import { leggTilMaaneder, type Dato } from './dato.ts'
import { dato, eksempel, id, kortTekst, langTekst } from './felt.ts'
import { INDIKATORER, INDIKATORNAVN, type Indikatornavn } from './indikatorer.ts'
import { skrivKort } from './tallformat.ts'

const antall = v.pipe(
  v.number('Skriv et tall.'),
  v.finite('Skriv et tall.'),
  v.minValue(0, 'Tallet kan ikke være under 0.'),
)

/** What hours and days lost can be divided into. */
export const DELNAVN = ['ekstravakt', 'overtid', 'tilkalling', 'byraa', 'egenmeldt', 'legemeldt'] as const
export type Delnavn = (typeof DELNAVN)[number]

const HELT_TALL = 'Ansatte telles i hele tall.'
const erHel = (indikator: Indikatornavn, felt: 'teller' | 'nevner', n: number | null): boolean =>
  n === null || Number.isInteger(n) || !INDIKATORER[indikator].hele.includes(felt)

/**
 * A measurement: one indicator for one unit on one day.
 *
 * Either teller and nevner, or (where only the figure was published) verdi alone, in the indicator's unit.
 */
export const maalingSkjema = v.pipe(
  v.object({
    enhet: id,
    indikator: v.picklist(INDIKATORNAVN),
    dato,
    teller: v.optional(v.nullable(antall), null),
    nevner: v.optional(v.nullable(antall), null),
    verdi: v.optional(v.nullable(antall), null),
    /** A survey: how many were asked. Those who answered are the nevner. */
    spurt: v.optional(v.nullable(antall), null),
    /** The parts that the teller (or the verdi alone) is the sum of: hours by kind, days lost by who reported them. */
    deler: v.optional(v.nullable(v.record(v.picklist(DELNAVN), antall)), null),
    /** Where the figure was taken from: HRM, GAT, KS, a survey, a document. */
    kilde: kortTekst('Kilde'),
    merknad: langTekst('Merknad'),
    /** The role that registered it, as shown: «avdelingsleder». */
    registrertAv: kortTekst('Registrert av'),
    eksempel,
  }),
  v.forward(
    v.check((m) => m.verdi !== null || (m.teller !== null && m.nevner !== null), 'Skriv både teller og nevner.'),
    ['teller'],
  ),
  v.forward(
    v.check((m) => m.nevner === null || m.nevner > 0, 'Nevneren må være større enn 0.'),
    ['nevner'],
  ),
  v.forward(
    v.check(
      (m) => m.teller === null || m.nevner === null || m.nevner === 0 || m.teller <= m.nevner,
      (i) => `Telleren kan ikke være større enn nevneren (${skrivKort((i.input as { nevner: number }).nevner, 2)}).`,
    ),
    ['teller'],
  ),
  v.forward(
    v.check((m) => erHel(m.indikator, 'teller', m.teller), HELT_TALL),
    ['teller'],
  ),
  v.forward(
    v.check((m) => erHel(m.indikator, 'nevner', m.nevner), HELT_TALL),
    ['nevner'],
  ),
  v.forward(
    v.check((m) => m.spurt === null || (m.nevner ?? 0) <= m.spurt, 'Flere har svart enn det er spurt.'),
    ['spurt'],
  ),
  v.forward(
    v.check(
      (m) => m.deler === null || Math.abs(delsum(m.deler) - (m.teller ?? m.verdi ?? 0)) < 0.05,
      'Delene blir ikke til sammen summen.',
    ),
    ['deler'],
  ),
  v.forward(
    v.check(
      (m) => m.verdi === null || INDIKATORER[m.indikator].benevning !== '%' || m.verdi <= 100,
      'Prosenten kan ikke være over 100.',
    ),
    ['verdi'],
  ),
)
export type Maaling = v.InferOutput<typeof maalingSkjema>
export type MaalingPost = Maaling & { id: string }

/** The parts of a measurement added up. */
export const delsum = (deler: Partial<Record<Delnavn, number>>): number =>
  Object.values(deler).reduce((sum, n) => sum + n, 0)

/** The figure itself, in the indicator's unit: teller ÷ nevner in percent where there is a count, else the published value. */
export const verdiAv = (m: Pick<Maaling, 'teller' | 'nevner' | 'verdi'>): number =>
  m.teller !== null && m.nevner !== null && m.nevner > 0 ? (m.teller * 100) / m.nevner : (m.verdi ?? 0)

/** Whether the measurement can be rolled up: a published value alone cannot. */
export const harAntall = <M extends Pick<Maaling, 'teller' | 'nevner'>>(
  m: M,
): m is M & { teller: number; nevner: number } => m.teller !== null && m.nevner !== null && m.nevner > 0

/** One indicator of one unit, oldest first. On one day the measurement with the highest id (the last written) comes last. */
export const maalingerFor = (
  maalinger: readonly MaalingPost[],
  enhet: string,
  indikator: Indikatornavn,
): MaalingPost[] =>
  maalinger
    .filter((m) => m.enhet === enhet && m.indikator === indikator)
    .sort((a, b) => (a.dato === b.dato ? (a.id < b.id ? -1 : 1) : a.dato < b.dato ? -1 : 1))

/** The newest measurement, or the newest on or before a day. */
export const sisteMaaling = (
  maalinger: readonly MaalingPost[],
  enhet: string,
  indikator: Indikatornavn,
  tilOgMed: Dato = '9999-12-31',
): MaalingPost | undefined => maalingerFor(maalinger, enhet, indikator).findLast((m) => m.dato <= tilOgMed)

/** How long a measurement speaks for its unit. */
export const FERSK_MAANEDER = 13

/** Whether a measurement of this day still speaks for today: at most 13 months old, that day included. */
export const erFersk = (maalt: Dato, idag: Dato): boolean => maalt >= leggTilMaaneder(idag, -FERSK_MAANEDER)
