import { feil, ok, type Resultat } from './resultat.ts'

/**
 * Money in whole øre, never in floating point: an amount is an integer, and sums of integers are exact.
 * The largest amount is 100 milliarder kroner, so that a hundred thousand lines of it still add up exactly.
 */
export type Oere = number

export const STOERSTE_BELOEP: Oere = 10_000_000_000_000

const HARDT_MELLOMROM = '\u00a0'
const MINUS = '−'

/** `1 500 000 kr`, and `1 500 000,50 kr` only where there are øre; a true minus sign. */
export function skrivKroner(beloep: Oere): string {
  const [kroner, oere] = [Math.trunc(Math.abs(beloep) / 100), Math.abs(beloep) % 100]
  const gruppert = String(kroner).replace(/\B(?=(\d{3})+$)/g, HARDT_MELLOMROM)
  const desimaler = oere === 0 ? '' : `,${String(oere).padStart(2, '0')}`
  return `${beloep < 0 ? MINUS : ''}${gruppert}${desimaler}${HARDT_MELLOMROM}kr`
}

/** Whole kroner and øre as a decimal text without floating point: `1500000,50`. For CSV. */
export function somDesimal(beloep: Oere): string {
  const [kroner, oere] = [Math.trunc(Math.abs(beloep) / 100), Math.abs(beloep) % 100]
  return `${beloep < 0 ? '-' : ''}${kroner},${String(oere).padStart(2, '0')}`
}

export const sumAv = (beloep: readonly Oere[]): Oere => beloep.reduce((sum, b) => sum + b, 0)

const ikkeBeloep = (tekst: string) => feil({ kode: 'HH-701', tekst })

/**
 * What somebody typed or pasted as an amount, in øre: `1 500 000`, `1.500.000,50`, `kr 200,-`, `-kr 200`, `(200)`.
 *
 * A comma is the decimal sign, with one or two digits after it; points and spaces group thousands, in threes. A single point with one
 * or two digits after it is a decimal sign too. What can be read in two ways is refused, and the sentence says what to write.
 */
export function lesBeloep(tekst: string): Resultat<Oere> {
  let t = tekst.replace(/[−–]/g, '-').replace(/\s+/g, ' ').trim()
  if (t === '') return ikkeBeloep('Skriv et beløp.')
  const iParentes = /^\((.*)\)$/.exec(t)
  if (iParentes) t = iParentes[1]!.trim()
  const minus = /^(?:kr|nok)?\.? ?-|^- ?(?:kr|nok)?/i.test(t)
  t = t
    .replace(/kr\.?|nok/gi, '')
    .replace(/,-+$/, '')
    .replace(/^ *-/, '')
    .replace(/- *$/, '')
    .trim()
  const form =
    /^(?<kroner>\d+|\d{1,3}(?:[ '’]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,))(?:[,](?<oere>\d{1,2}))?$/.exec(
      t,
    ) ?? /^(?<kroner>\d+)\.(?<oere>\d{1,2})$/.exec(t)
  if (!form) {
    return /^\d{1,3}\.\d{3}$/.test(t)
      ? ikkeBeloep(`«${tekst.trim()}» kan leses på to måter. Skriv ${t.replace('.', '')} eller ${t.replace('.', ',')}.`)
      : ikkeBeloep('Skriv et beløp i kroner, for eksempel 1 500 000 eller 249,50.')
  }
  const { kroner, oere } = form.groups as { kroner: string; oere?: string }
  const hele = kroner.replace(/[^\d]/g, '')
  if (hele.length > 12) return ikkeBeloep('Beløpet er for stort.')
  const sum = Number(hele) * 100 + Number((oere ?? '').padEnd(2, '0'))
  if (sum > STOERSTE_BELOEP) return ikkeBeloep('Beløpet er for stort.')
  return ok((minus || iParentes) && sum !== 0 ? -sum : sum)
}
