import Papa from 'papaparse'
import { finnOverskrift, gjenkjenn } from '../../../domain/stillingsliste/kolonner.ts'
import type { Celle } from '../../../domain/stillingsliste/celle.ts'
import { ok, type Resultat } from '../../../domain/resultat.ts'
import { aapentAnfoerselstegn } from './filfeil.ts'

const SKILLETEGN = [';', '\t', ','] as const
/** So much of the text is looked at to find what stands between the cells. */
const PROEVE = 20_000

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark (Excel's «Unicode-tekst»), else Windows-1252.
 * `null` where it is no text: a picture, a PDF, a program.
 */
export function somUnicode(bytes: Uint8Array<ArrayBuffer>): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** How many columns are known when the text is cut by the sign, and how many there are. */
function treff(tekst: string, delimiter: string): [kjente: number, bredde: number] {
  const { data } = Papa.parse<string[]>(tekst.slice(0, PROEVE), { delimiter, preview: 30 })
  const hode = finnOverskrift(data)
  // Of a list with other names, the widest row tells: a title above it has one cell.
  const rad = hode === null ? data.reduce((a, b) => (b.length > a.length ? b : a), []) : data[hode]!
  return [gjenkjenn(rad).filter((s) => s !== null).length, rad.length]
}

function skilletegn(tekst: string): string {
  const funnet = SKILLETEGN.map((tegn) => ({ tegn, treff: treff(tekst, tegn) }))
  funnet.sort((a, b) => b.treff[0] - a.treff[0] || b.treff[1] - a.treff[1])
  return funnet[0]!.tegn
}

/** The rows of a text with semicolons, commas or tabs between its cells. Empty rows in it stay, so that the row numbers are Excel's. */
export function lesDelt(raa: string): Resultat<Celle[][]> {
  const angitt = /^\uFEFF?sep=(.)\r?\n/i.exec(raa)
  const tekst = angitt ? raa.slice(angitt[0].length) : raa
  const { data, errors } = Papa.parse<string[]>(tekst, { delimiter: angitt?.[1] ?? skilletegn(tekst) })
  const aapen = errors.find((e) => e.code === 'MissingQuotes')
  if (aapen) return aapentAnfoerselstegn((aapen.row ?? 0) + 1)
  return ok(data.map((rad) => rad.map((c) => c.trim())))
}
