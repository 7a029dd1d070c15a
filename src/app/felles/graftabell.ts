import { skrivCsv, type Celle } from '../../report/csv.ts'

/** What a chart shows, as a table: the same rows on the screen and in the file. */
export interface Graftabell {
  kolonner: readonly string[]
  rader: readonly (readonly Grafcelle[])[]
}
/** A text, or a figure with how it is written on the screen; `null` for nothing. */
export type Grafcelle = string | { verdi: number; tekst: string } | null

export const celletekst = (c: Grafcelle): string => (c === null ? '–' : typeof c === 'string' ? c : c.tekst)
export const erTall = (c: Grafcelle): boolean => c === null || typeof c === 'object'

/** The table as a file, with what it is, its source and definition above it. */
export function grafCsv(tittel: string, under: readonly string[], t: Graftabell): Blob {
  const rad = (r: readonly Grafcelle[]): Celle[] => r.map((c) => (typeof c === 'object' ? (c?.verdi ?? null) : c))
  const csv = skrivCsv([[tittel], ...under.map((u) => [u]), [], t.kolonner, ...t.rader.map(rad)])
  return new Blob([csv], { type: 'text/csv;charset=utf-8' })
}

/** `andel-heltid-bondihagen-2026-11-21`: letters, digits and hyphens, for a file's name. */
export const filnavn = (...deler: readonly string[]): string =>
  deler
    .join('-')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
