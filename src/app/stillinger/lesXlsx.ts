import { strFromU8, unzipSync, zipSync } from 'fflate'
import lesBok, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal'
import type { Celle } from '../../domain/stillingsliste/celle.ts'
import { ok, type Resultat } from '../../domain/resultat.ts'
import { filfeil } from './filfeil.ts'

export interface Ark {
  navn: string
  rader: Celle[][]
  /** Cells that are formulas with a result: what Excel worked out last is what is read. */
  formler: number
}

/** Unpacked, in bytes: far more than a municipality's list, far less than what stops a tablet. */
const STOERST = 400_000_000

/**
 * The sheets of an Excel workbook. Days come as `YYYY-MM-DD`. A formula without a result, or whose result is an error, stands as a text
 * that begins with an equals sign, so that its row is told of.
 */
export async function lesXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Resultat<Ark[]>> {
  let stoerrelse = 0
  let xml: Record<string, Uint8Array>
  try {
    xml = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        stoerrelse += originalSize
        return stoerrelse < STOERST && /\.xml(\.rels)?$/.test(name)
      },
    })
  } catch {
    return filfeil('oedelagt')
  }
  if (stoerrelse >= STOERST) return filfeil('forStor')
  if (xml['xl/workbook.xml'] === undefined) return filfeil('feilSlag')
  try {
    const stier = arkstier(xml)
    const bok = await lesBok(pakketOm(xml))
    return ok(
      bok.map(({ sheet, data }, i) =>
        medFormler(
          sheet,
          data.map((rad) => rad.map(somCelle)),
          xml[stier[i] ?? ''],
        ),
      ),
    )
  } catch (e) {
    if (e instanceof InvalidInputError || e instanceof InvalidSpreadsheetError) return filfeil('oedelagt')
    throw e
  }
}

/**
 * The same parts, stored and not compressed. The library unpacks what is large and compressed in workers that it makes of text, which the
 * page's CSP stops, and then waits for ever; what is only stored it copies.
 */
const pakketOm = (xml: Record<string, Uint8Array>): ArrayBuffer => new Uint8Array(zipSync(xml, { level: 0 })).buffer

function somCelle(c: unknown): Celle {
  if (typeof c === 'string' || typeof c === 'number') return c
  if (typeof c === 'boolean') return c ? 'ja' : 'nei'
  return c instanceof Date && !Number.isNaN(c.getTime()) ? c.toISOString().slice(0, 10) : ''
}

/** Where each sheet's XML lies, in the order of the workbook. */
function arkstier(xml: Record<string, Uint8Array>): (string | undefined)[] {
  const tekst = (sti: string) => strFromU8(xml[sti] ?? new Uint8Array())
  const egenskap = (tagg: string, navn: string) => new RegExp(`\\s${navn}="([^"]*)"`).exec(tagg)?.[1] ?? ''
  const maal = new Map(
    (tekst('xl/_rels/workbook.xml.rels').match(/<Relationship\s[^>]*>/g) ?? []).map((r) => [
      egenskap(r, 'Id'),
      egenskap(r, 'Target'),
    ]),
  )
  return (tekst('xl/workbook.xml').match(/<sheet\s[^>]*>/g) ?? []).map((s) => {
    const til = maal.get(egenskap(s, '[a-z]*:id'))
    return til?.startsWith('/') ? til.slice(1) : til && `xl/${til}`
  })
}

function medFormler(navn: string, rader: Celle[][], raa: Uint8Array | undefined): Ark {
  const xml = raa ? strFromU8(raa) : ''
  let formler = 0
  for (const { celle, innhold } of celler(xml, ['<f>', '<f ', '<f/', ' t="e"'])) {
    const feil = /\st="e"/.test(celle) ? (/<v>([^<]*)/.exec(innhold)?.[1] ?? '') : ''
    const sted = adresse(celle)
    if (sted === null) continue
    const erTom = !/<v>[^<]/.test(innhold)
    if (feil || erTom) {
      const rad = (rader[sted.rad] ??= [])
      while (rad.length < sted.kolonne) rad.push('')
      rad[sted.kolonne] = `=${feil}`
    } else formler++
  }
  return { navn, rader, formler }
}

/** The cells in which one of the marks stands, each once. Looked for by the marks: few cells have one. */
function* celler(xml: string, merker: readonly string[]): Generator<{ celle: string; innhold: string }> {
  const sett = new Set<number>()
  for (const merke of merker) {
    for (let i = xml.indexOf(merke); i >= 0; i = xml.indexOf(merke, i + 1)) {
      const fra = xml.lastIndexOf('<c ', i)
      const til = xml.indexOf('</c>', i)
      if (fra < 0 || til < 0 || sett.has(fra)) continue
      sett.add(fra)
      const slutt = xml.indexOf('>', fra)
      yield { celle: xml.slice(fra, slutt), innhold: xml.slice(slutt, til) }
    }
  }
}

function adresse(celle: string): { rad: number; kolonne: number } | null {
  const [, bokstaver, tall] = /\sr="([A-Z]+)(\d+)"/.exec(celle) ?? []
  if (bokstaver === undefined || tall === undefined) return null
  const kolonne = [...bokstaver].reduce((n, b) => n * 26 + b.charCodeAt(0) - 64, 0) - 1
  return { rad: Number(tall) - 1, kolonne }
}
