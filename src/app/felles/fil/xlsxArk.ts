import { leggTilDager, type Dato } from '../../../domain/dato.ts'
import type { Celle } from '../../../domain/stillingsliste/celle.ts'
import { samletTekst, sluttPaa, somSkrevet } from './xlsxXml.ts'

/** What the cells of a workbook point to. */
export interface Bokinnhold {
  tekster: readonly string[]
  /** Styles that show a figure as a day. */
  datostiler: ReadonlySet<string>
  /** Day 0. */
  epoke: Dato
}

/** The sheet says something that no workbook may say. */
export class Arkfeil extends Error {
  override name = 'Arkfeil'
}

const SISTE_RAD = 1_048_576
const SISTE_KOLONNE = 16_384
const SISTE_DAG = 2_958_465

const MERKER = /<((?:\w+:)?(?:row|c))(\s[^>]*?)?(\/?)>/g
const VERDI = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</
const FORMEL = /<(?:\w+:)?f[\s/>]/

/** A sheet's cells where they stand, row by row, and how many are formulas with a result. Rows that have any are equally wide. */
export function lesArk(xml: string, bok: Bokinnhold): { rader: Celle[][]; formler: number } {
  const rader: Celle[][] = []
  let formler = 0
  let bredde = 0
  let rad = -1
  let kolonne = -1
  const fra = Math.max(0, xml.search(/<(?:\w+:)?sheetData\b/))
  MERKER.lastIndex = fra
  for (let m = MERKER.exec(xml); m !== null; m = MERKER.exec(xml)) {
    const [, tagg = '', egenskaper = '', lukket] = m
    if (tagg.endsWith('row')) {
      rad = Number(/\sr=["'](\d+)/.exec(egenskaper)?.[1] ?? rad + 2) - 1
      kolonne = -1
      continue
    }
    const slutt = sluttPaa(xml, MERKER.lastIndex, tagg, lukket === '/')
    if (slutt < 0) throw new Arkfeil()
    const innhold = xml.slice(MERKER.lastIndex, slutt)
    MERKER.lastIndex = slutt
    const sted = /\sr=["']([A-Z]{1,3})(\d+)/.exec(egenskaper)
    kolonne = sted?.[1] === undefined ? kolonne + 1 : kolonnenummer(sted[1])
    if (sted?.[2] !== undefined) rad = Number(sted[2]) - 1
    if (rad < 0 || rad >= SISTE_RAD || kolonne >= SISTE_KOLONNE) throw new Arkfeil()
    const { verdi, formel } = celleverdi(egenskaper, innhold, bok)
    if (formel) formler++
    if (verdi === null) continue
    while (rader.length <= rad) rader.push([])
    const her = rader[rad]!
    while (her.length < kolonne) her.push('')
    her[kolonne] = verdi
    bredde = Math.max(bredde, her.length)
  }
  for (const r of rader) if (r.length > 0) while (r.length < bredde) r.push('')
  return { rader, formler }
}

const kolonnenummer = (bokstaver: string): number => {
  let nr = 0
  for (let i = 0; i < bokstaver.length; i++) nr = nr * 26 + bokstaver.charCodeAt(i) - 64
  return nr - 1
}

/** A cell's value, `null` for nothing. A formula without a result, or with an error for one, is a text that begins with `=`. */
function celleverdi(tagg: string, innhold: string, bok: Bokinnhold): { verdi: Celle | null; formel: boolean } {
  if (innhold === '') return { verdi: null, formel: false }
  const slag = /\st=["'](\w+)/.exec(tagg)?.[1] ?? 'n'
  const v = VERDI.exec(innhold)?.[1] ?? ''
  if (slag === 'e') return { verdi: `=${v}`, formel: false }
  const erFormel = FORMEL.test(innhold)
  if (erFormel && v === '') return { verdi: '=', formel: false }
  return { verdi: lestVerdi(slag, v, tagg, innhold, bok), formel: erFormel }
}

function lestVerdi(slag: string, v: string, tagg: string, innhold: string, bok: Bokinnhold): Celle | null {
  if (slag === 'inlineStr') return samletTekst(innhold).trim()
  if (v === '') return null
  if (slag === 's') {
    const tekst = bok.tekster[Number(v)]
    if (tekst === undefined) throw new Arkfeil()
    return tekst
  }
  if (slag === 'str') return somSkrevet(v).trim()
  if (slag === 'b') return v.trim() === '1' ? 'ja' : 'nei'
  if (slag === 'd') return v.slice(0, 10)
  const tall = Number(v)
  if (!Number.isFinite(tall)) throw new Arkfeil()
  const erDag = bok.datostiler.has(/\ss=["'](\d+)/.exec(tagg)?.[1] ?? '0') && tall >= 0 && tall <= SISTE_DAG
  return erDag ? leggTilDager(bok.epoke, Math.floor(tall)) : tall
}
