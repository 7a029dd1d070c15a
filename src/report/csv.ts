import { trygg } from './trygg.ts'

/** A cell: a text, a figure, or nothing. */
export type Celle = string | number | null

/**
 * Rows as a CSV file that Norwegian Excel opens as it is: UTF-8 with a byte order mark, semicolons, decimal comma.
 *
 * Texts are quoted where they must be (RFC 4180), and made harmless by `trygg`. Every row ends with CRLF.
 */
export const skrivCsv = (rader: readonly (readonly Celle[])[]): string =>
  `\uFEFF${rader.map((rad) => `${rad.map(skrivCelle).join(';')}\r\n`).join('')}`

function skrivCelle(celle: Celle): string {
  if (celle === null) return ''
  if (typeof celle === 'number') return Number.isFinite(celle) ? String(celle).replace('.', ',') : ''
  const tekst = trygg(celle)
  return /[";\r\n]|^\s|\s$/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst
}
