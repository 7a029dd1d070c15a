import { strToU8, zipSync } from 'fflate'

/** A cell of a workbook: a text, a number, a day, or a formula with what Excel worked out last (`null` for nothing). */
export type Boktcelle =
  string | number | null | { dag: string } | { formel: string; verdi: number | null } | { feil: string }

const kolonne = (i: number): string =>
  (i < 26 ? '' : kolonne(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))
const unnslipp = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const serienummer = (dag: string): number => Math.round((Date.parse(dag) - Date.parse('1899-12-30')) / 86_400_000)

/** Each text once, as Excel keeps them: the cells hold their numbers. */
type DelteTekster = Map<string, number>

function somXml(c: Boktcelle, sted: string, delte: DelteTekster | null): string {
  if (c === null) return ''
  if (typeof c === 'string' && delte !== null) {
    const nr = delte.get(c) ?? delte.size
    delte.set(c, nr)
    return `<c r="${sted}" t="s"><v>${nr}</v></c>`
  }
  if (typeof c === 'string') return `<c r="${sted}" t="inlineStr"><is><t>${unnslipp(c)}</t></is></c>`
  if (typeof c === 'number') return `<c r="${sted}"><v>${c}</v></c>`
  if ('dag' in c) return `<c r="${sted}" s="1"><v>${serienummer(c.dag)}</v></c>`
  if ('feil' in c) return `<c r="${sted}" t="e"><f>1/0</f><v>${c.feil}</v></c>`
  return `<c r="${sted}"><f>${unnslipp(c.formel)}</f>${c.verdi === null ? '' : `<v>${c.verdi}</v>`}</c>`
}

const arkXml = (rader: readonly (readonly Boktcelle[])[], delte: DelteTekster | null): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rader
    .map((rad, i) => `<row r="${i + 1}">${rad.map((c, j) => somXml(c, `${kolonne(j)}${i + 1}`, delte)).join('')}</row>`)
    .join('')}</sheetData></worksheet>`

/** An Excel workbook (.xlsx) with the given sheets, as small as one can be; with `deler` its texts lie where Excel lays them. */
export function xlsx(
  ark: Record<string, readonly (readonly Boktcelle[])[]>,
  { deler: delerTekster = false } = {},
): Uint8Array<ArrayBuffer> {
  const delte: DelteTekster | null = delerTekster ? new Map() : null
  const navn = Object.keys(ark)
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const deler = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${rel}"><sheets>${navn.map((n, i) => `<sheet name="${unnslipp(n)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${navn.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${rel}/styles" Target="styles.xml"/>${delte ? `<Relationship Id="rIdT" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(navn.map((n, i) => [`xl/worksheets/sheet${i + 1}.xml`, arkXml(ark[n]!, delte)])),
  }
  const tekster = delte && {
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[...delte.keys()].map((t) => `<si><t>${unnslipp(t)}</t></si>`).join('')}</sst>`,
  }
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries({ ...deler, ...tekster }).map(([sti, tekst]) => [sti, strToU8(tekst)]))),
  )
}
