import type { Celle } from '../../../domain/stillingsliste/celle.ts'
import { finnOverskrift, gjenkjenn } from '../../../domain/stillingsliste/kolonner.ts'
import { ok, type Resultat } from '../../../domain/resultat.ts'
import { filfeil } from './filfeil.ts'
import { lesDelt, somUnicode } from './lesTekst.ts'

/** A list as rows of cells, wherever it came from. */
export interface Raaliste {
  rader: Celle[][]
  /** The sheets of a workbook, and which of them this is. */
  ark: string[]
  valgtArk: number
  formler: number
  /** Cut by a sign: a row with more cells than names has lost its columns. */
  delt: boolean
}

const STOERST = 120_000_000
const begynner = (bytes: Uint8Array, ...med: number[]): boolean => med.every((b, i) => bytes[i] === b)

/** The header of OLE, in which Excel keeps both its old files and those with a password. */
const erOle = (bytes: Uint8Array): boolean => begynner(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

/** Whether a name stands among the parts of an OLE file, where it is written with two bytes a letter. */
const harDel = (bytes: Uint8Array, navn: string): boolean => new TextDecoder('utf-16le').decode(bytes).includes(navn)

/** Reads a file: XLSX, or text with signs between its cells. What it is, is seen by its first bytes, never by its name. */
export async function lesFil(fil: Blob, ark?: number): Promise<Resultat<Raaliste>> {
  if (fil.size === 0) return filfeil('tom')
  if (fil.size > STOERST) return filfeil('forStor')
  const bytes = new Uint8Array(await fil.arrayBuffer())
  if (erOle(bytes)) return filfeil(harDel(bytes, 'EncryptedPackage') ? 'passord' : 'gammel')
  if (begynner(bytes, 0x50, 0x4b, 3, 4)) return lesBok(bytes, ark)
  const tekst = begynner(bytes, 0x25, 0x50, 0x44, 0x46) ? null : somUnicode(bytes)
  if (tekst === null) return filfeil('feilSlag')
  // Many systems write a web page and call it .xls.
  if (/^\uFEFF?\s*<(!doctype|html|\?xml|table|meta)/i.test(tekst)) return filfeil('gammel')
  return lesLimt(tekst)
}

/** Reads text, pasted or from a file. */
export function lesLimt(tekst: string): Resultat<Raaliste> {
  if (tekst.trim() === '') return filfeil('tom')
  const lest = lesDelt(tekst)
  return lest.ok ? ok({ rader: lest.verdi, ark: [], valgtArk: 0, formler: 0, delt: true }) : lest
}

async function lesBok(bytes: Uint8Array<ArrayBuffer>, ark?: number): Promise<Resultat<Raaliste>> {
  const { lesXlsx } = await import('./lesXlsx.ts')
  const lest = lesXlsx(bytes)
  if (!lest.ok) return lest
  const alle = lest.verdi
  const kjente = alle.map(({ rader }) => {
    const hode = rader[finnOverskrift(rader) ?? -1] ?? []
    return gjenkjenn(hode.map(String)).filter((s) => s !== null).length
  })
  // The sheet with most known columns; of those that have none, the first with anything in it.
  const best = kjente.some((n) => n > 0)
    ? kjente.indexOf(Math.max(...kjente))
    : alle.findIndex((a) => a.rader.length > 0)
  const valgtArk = ark ?? Math.max(0, best)
  const valgt = alle[valgtArk]
  if (valgt === undefined || valgt.rader.length === 0) return filfeil('tom')
  return ok({ rader: valgt.rader, ark: alle.map((a) => a.navn), valgtArk, formler: valgt.formler, delt: false })
}
