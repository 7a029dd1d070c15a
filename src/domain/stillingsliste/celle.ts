import { erDato, leggTilDager, type Dato } from '../dato.ts'

/** A cell of a list as it was read: a text, a figure, or '' where it is empty. Days that the file knew as days are `YYYY-MM-DD`. */
export type Celle = string | number

/** The text of a cell as a person would compare it: white space at the ends removed. */
export const somTekst = (c: Celle | undefined): string => (c === undefined ? '' : String(c).trim())

/** A dash is how many systems write nothing. */
export const erTom = (c: Celle | undefined): boolean => /^[-–—]?$/.test(somTekst(c))

/** Sizes are counted in ten-thousandths of a percentage point, so that they add up exactly: 80 % is 800 000. */
export const DELER = 10_000

export type Prosentfeil = 'tom' | 'formel' | 'ikkeTall' | 'negativ'

/**
 * A position's size in ten-thousandths of a percent: `80`, `80,5 %`, `33.333`. `andel` reads 0,8 as 80 %.
 *
 * `="80"` is how Excel keeps a text, and is read as one; every other cell that begins with an equals sign is a formula.
 */
export function lesProsent(c: Celle | undefined, andel: boolean): number | Prosentfeil {
  const tall = typeof c === 'number' ? c : tallI(somTekst(c))
  if (typeof tall === 'string') return tall
  if (!Number.isFinite(tall)) return 'ikkeTall'
  if (tall < 0) return 'negativ'
  return Math.round(tall * (andel ? 100 : 1) * DELER)
}

function tallI(raa: string): number | Prosentfeil {
  const tekst = /^="(.*)"$/.exec(raa)?.[1] ?? raa
  if (tekst.startsWith('=')) return 'formel'
  if (erTom(tekst)) return 'tom'
  const rent = tekst.replace(/[\s\u00a0\u202f]|%$/g, '').replace(/^[−–]/, '-')
  return /^-?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(rent) ? Number(rent.replace(',', '.')) : 'ikkeTall'
}

/** A number that Excel would mean a day by: from 1954 to 2119. */
const erSerienummer = (n: number): boolean => n >= 20_000 && n < 80_000

/** A day: `31.12.2026`, `31.12.26`, `2026-12-31`, `20261231`, Excel's own number; a time of day after it is left out. `null` where it is none. */
export function lesDag(c: Celle | undefined): Dato | null {
  if (typeof c === 'number') return erSerienummer(c) ? leggTilDager('1899-12-30', Math.floor(c)) : dagI(String(c))
  return dagI(somTekst(c).replace(/[T ]\d{1,2}[:.]\d{2}.*$/, ''))
}

function dagI(tekst: string): Dato | null {
  const norsk = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(tekst)
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(tekst)
  const [dag, maaned, aar] = norsk ? norsk.slice(1) : (iso?.slice(1).reverse() ?? [])
  if (dag === undefined || maaned === undefined || aar === undefined) return null
  const helt = aar.length === 2 ? `${Number(aar) < 70 ? '20' : '19'}${aar}` : aar
  const dato = `${helt}-${maaned.padStart(2, '0')}-${dag.padStart(2, '0')}`
  return erDato(dato) ? dato : null
}

/** Eleven digits, with or without a space: what a fødselsnummer looks like. Such a column is never read. */
export const lignerFoedselsnummer = (c: Celle | undefined): boolean => /^\d{6}[ -]?\d{5}$/.test(somTekst(c))
