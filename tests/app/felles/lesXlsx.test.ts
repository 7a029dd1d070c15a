import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import lesBok from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { lesXlsx } from '../../../src/app/felles/fil/lesXlsx.ts'
import { erDatoformat } from '../../../src/app/felles/fil/xlsxStiler.ts'
import { xlsx } from '../../support/xlsx.ts'

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
interface Deler {
  ark: string
  tekster?: string
  formater?: string
  stiler?: string
  bok?: string
}
/** A workbook of one sheet, written by hand: what other programs than Excel may write. */
const bok = ({ ark, tekster = '', formater = '', stiler = '', bok: egenskaper = '' }: Deler): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml': `<workbook xmlns:r="${REL}"><workbookPr ${egenskaper}/><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
          'xl/styles.xml': `<styleSheet><numFmts>${formater}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${stiler}</cellXfs></styleSheet>`,
          'xl/sharedStrings.xml': `<sst>${tekster}</sst>`,
          'xl/worksheets/sheet1.xml': ark,
        }).map(([sti, tekst]) => [sti, strToU8(tekst)]),
      ),
    ),
  )
const ark = (rader: string) =>
  `<worksheet><cols><col min="1" max="2"/></cols><sheetData>${rader}</sheetData></worksheet>`
const rader = (deler: Deler) => {
  const lest = lesXlsx(bok(deler))
  return lest.ok ? lest.verdi[0]!.rader : lest.feil.kode
}

describe('en arbeidsbok leses som den er skrevet', () => {
  it('tekst i biter settes sammen, uten lesemåten, og tegn som er skrevet om, skrives tilbake', () => {
    const tekster =
      '<si><r><t>Ber</t></r><r><rPr><b/></rPr><t xml:space="preserve">it </t></r><rPh sb="0" eb="1"><t>lyd</t></rPh></si>' +
      '<si><t>A &amp; B &lt;1&gt; &#248;&#xE5; _x0041__x005F_x0042_</t></si><si/><si><t><![CDATA[x < y & z]]></t></si>'
    const celler = [0, 1, 2, 3].map((i) => `<c r="${'ABCD'[i]!}1" t="s"><v>${i}</v></c>`).join('')
    expect(rader({ ark: ark(`<row r="1">${celler}</row>`), tekster })).toEqual([
      ['Berit', 'A & B <1> øå A_x0042_', '', 'x < y & z'],
    ])
  })

  it('celler og rader uten adresse står der de kommer, og hull blir tomme', () => {
    expect(
      rader({ ark: ark('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>') }),
    ).toEqual([[1, '', 3], [], ['', 2, '']])
  })

  it('navnerom foran taggene, enkle anførselstegn og kommentarer gjør ingen forskjell', () => {
    const xml =
      "<x:worksheet><x:sheetData><!-- <x:c r='A1'><x:v>9</x:v></x:c> --><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>ja</x:t></x:is></x:c><x:c r='B1' t='b'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    expect(rader({ ark: xml })).toEqual([['ja', 'ja']])
  })

  it('et tall med datoformat er en dag, også etter 1904, og ellers et tall', () => {
    const deler = {
      ark: ark(`<row r="1">${[0, 1, 2, 3].map((s) => `<c s="${s}"><v>45000.5</v></c>`).join('')}</row>`),
      formater:
        '<numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.00 &quot;dager&quot;"/>',
      stiler: '<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>',
    }
    expect(rader(deler)).toEqual([[45000.5, '2023-03-15', '2023-03-15', 45000.5]])
    expect(rader({ ...deler, bok: 'date1904="1"' })).toEqual([[45000.5, '2027-03-16', '2027-03-16', 45000.5]])
  })

  it('et datoformat kjennes på bokstavene sine', () => {
    for (const f of ['dd.mm.yyyy', 'yyyy-mm-dd hh:mm:ss', '[$-414]d. mmmm yyyy;@', '[h]:mm', 'm/d/yy h:mm AM/PM'])
      expect(erDatoformat(f), f).toBe(true)
    for (const f of ['General', '0.00', '#,##0 "kr"', '0%', '[Red]-0', '@']) expect(erDatoformat(f), f).toBe(false)
  })

  it('det som ikke henger sammen, er en skadet fil, og sies med en gang', () => {
    for (const xml of ['', ark('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), ark('<row><c><v>tolv</v></c></row>')])
      expect(rader({ ark: xml })).toBe('HH-715')
    expect(rader({ ark: ark('<row r="9999999"><c r="A9999999"><v>1</v></c></row>') })).toBe('HH-715')
    expect(rader({ ark: ark('<c r="A1">'.repeat(200_000)) })).toBe('HH-715')
  })
})

/** What the library for Excel files reads of the same: days as ISO, nothing as nothing. */
async function somBiblioteket(bytes: Uint8Array<ArrayBuffer>): Promise<unknown[][]> {
  const [foerste] = await lesBok(bytes.buffer)
  return uten(
    (foerste?.data ?? []).map((rad) =>
      rad.map((c: unknown) =>
        c instanceof Date ? c.toISOString().slice(0, 10) : c === true ? 'ja' : c === false ? 'nei' : c,
      ),
    ),
  )
}
/** Rows without empty cells at their end. */
const uten = (alle: readonly (readonly unknown[])[]): unknown[][] => {
  const ut = alle.map((rad) => {
    const r = rad.map((c) => c ?? '')
    while (r.length > 0 && r.at(-1) === '') r.pop()
    return r
  })
  while (ut.length > 0 && ut.at(-1)!.length === 0) ut.pop()
  return ut
}

it('alle arbeidsbøker leses som et bibliotek for Excel leser dem', async () => {
  const tekst = fc.string({ unit: fc.constantFrom('a', 'Å', ' ', '&', '<', '"', '>', '_', 'x', '0', '9', '=', ';') })
  const celle = fc.oneof(
    tekst,
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    fc.integer({ min: -1000, max: 1000 }),
    fc.constant(null),
    fc.date({ min: new Date('1905-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((d) => ({
      dag: d.toISOString().slice(0, 10),
    })),
    fc.integer().map((verdi) => ({ formel: 'A1*2', verdi })),
  )
  const boeker = fc.array(fc.array(celle, { maxLength: 6 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(boeker, fc.boolean(), async (innhold, deler) => {
      const bytes = xlsx({ Ark1: innhold }, { deler })
      const lest = lesXlsx(bytes)
      expect(lest.ok && uten(lest.verdi[0]!.rader)).toEqual(await somBiblioteket(bytes))
    }),
    { numRuns: 150 },
  )
})
