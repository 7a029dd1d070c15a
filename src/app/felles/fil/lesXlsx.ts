import { strFromU8, unzipSync } from 'fflate'
import type { Celle } from '../../../domain/stillingsliste/celle.ts'
import { ok, type Resultat } from '../../../domain/resultat.ts'
import { filfeil } from './filfeil.ts'
import { Arkfeil, lesArk } from './xlsxArk.ts'
import { datostiler } from './xlsxStiler.ts'
import { delteTekster, egenskap, uniform } from './xlsxXml.ts'

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
export function lesXlsx(bytes: Uint8Array<ArrayBuffer>): Resultat<Ark[]> {
  let stoerrelse = 0
  let xml: Record<string, Uint8Array>
  try {
    xml = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        stoerrelse += originalSize
        return stoerrelse < STOERST && /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]*|.*\.rels)/.test(name)
      },
    })
  } catch {
    return filfeil('oedelagt')
  }
  if (stoerrelse >= STOERST) return filfeil('forStor')
  if (xml['xl/workbook.xml'] === undefined) return filfeil('feilSlag')
  const del = (sti: string) => (xml[sti] ? uniform(strFromU8(xml[sti])) : '')
  try {
    return lesBok(del)
  } catch (e) {
    if (e instanceof Arkfeil) return filfeil('oedelagt')
    throw e
  }
}

function lesBok(del: (sti: string) => string): Resultat<Ark[]> {
  const bok = del('xl/workbook.xml')
  const forhold = (del('xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map((r) => {
    const til = egenskap(r, 'Target')
    return { id: egenskap(r, 'Id'), slag: egenskap(r, 'Type'), sti: til.startsWith('/') ? til.slice(1) : `xl/${til}` }
  })
  const stiFor = (slag: string) => forhold.find((f) => f.slag.endsWith(`/${slag}`))?.sti ?? ''
  const innhold = {
    tekster: delteTekster(del(stiFor('sharedStrings'))),
    datostiler: datostiler(del(stiFor('styles'))),
    epoke: /date1904=["'](1|true)/.test(bok) ? '1904-01-01' : '1899-12-30',
  }
  const ark = (bok.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []).flatMap((s) => {
    const id = egenskap(s, '\\w+:id')
    const f = forhold.find((kandidat) => kandidat.id === id)
    // A sheet that is a chart has no cells.
    if (f?.slag.endsWith('/chartsheet')) return []
    const arkxml = del(f?.sti ?? '')
    if (arkxml === '') throw new Arkfeil()
    return [{ navn: egenskap(s, 'name'), ...lesArk(arkxml, innhold) }]
  })
  return ark.length > 0 ? ok(ark) : filfeil('oedelagt')
}
