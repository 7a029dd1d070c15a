import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { skrivCsv } from '../../src/report/csv.ts'
import { trygg } from '../../src/report/trygg.ts'

const les = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), {
    delimiter: ';',
    newline: '\r\n',
    skipEmptyLines: false,
  }).data.slice(0, -1)

describe('CSV som leveres ut', () => {
  it('åpnes riktig i norsk Excel: BOM, semikolon og desimalkomma', () => {
    expect(
      skrivCsv([
        ['Enhet', 'Andel heltid', 'Merknad'],
        ['Bondihagen', 25.9, 'telt i «HRM»; 54 ansatte'],
        ['Røyken', null, 'sa "nei"'],
      ]),
    ).toBe('\uFEFFEnhet;Andel heltid;Merknad\r\nBondihagen;25,9;"telt i «HRM»; 54 ansatte"\r\nRøyken;;"sa ""nei"""\r\n')
  })

  it.each(['=1+1', '+47 90 00 00 00', '-kaffe', '@sum', '\t=A1', ' =HYPERLINK("x")', '\r=1', '＝1', '-3,5'])(
    'en celle som begynner slik, er ufarlig: %j',
    (tekst) => {
      expect(trygg(tekst)).toBe(`'${tekst}`)
      expect(les(skrivCsv([[tekst]]))[0]![0]).toBe(`'${tekst}`)
    },
  )

  it.each(['Bondihagen', '80–100 %', 'a=b', '−3,5', '', '«=»'])('annen tekst står som den er: %j', (tekst) => {
    expect(trygg(tekst)).toBe(tekst)
  })

  it('tall er tall, også under null', () => {
    expect(skrivCsv([[-3.5, 0, 1200]])).toBe('\uFEFF-3,5;0;1200\r\n')
    expect(skrivCsv([[Number.NaN, Infinity]])).toBe('\uFEFF;\r\n')
  })

  it('alt som skrives, kan leses tilbake, og ingen celle begynner som en formel', () => {
    const celle = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=', '"', ';', '\n', '\r\n', "'", ' x', '-1'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(celle, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rader) => {
          const lest = les(skrivCsv(rader))
          expect(lest).toEqual(rader.map((rad) => rad.map(trygg)))
          for (const c of lest.flat()) expect(c).not.toMatch(/^\s*[=+\-@]/)
        },
      ),
    )
  })
})
