import { zipSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lesFil, lesLimt } from '../../../src/app/felles/fil/lesFil.ts'
import { listefil } from '../../support/listefil.ts'
import { xlsx } from '../../support/xlsx.ts'

const KOLONNER = ['Ansattnr', 'Enhet', 'Stillingsprosent']
const fil = (...deler: (string | Uint8Array<ArrayBuffer>)[]) => new Blob(deler)
const bytes = (...b: number[]) => new Uint8Array(b)
async function rader(kilde: Blob | string) {
  const lest = typeof kilde === 'string' ? lesLimt(kilde) : await lesFil(kilde)
  if (!lest.ok) throw new Error(lest.feil.tekst)
  return lest.verdi.rader
}
async function feilen(kilde: Blob | string) {
  const lest = typeof kilde === 'string' ? lesLimt(kilde) : await lesFil(kilde)
  return lest.ok ? null : lest.feil
}
/** Windows-1252, where æ, ø and å are one byte each. */
const ansi = (tekst: string) => new Uint8Array([...tekst].map((t) => (t === '–' ? 0x96 : t.charCodeAt(0))))
const utf16 = (tekst: string) =>
  new Uint8Array(new Uint16Array([...`\uFEFF${tekst}`].map((t) => t.charCodeAt(0))).buffer)
/** Old Excel files and locked ones begin alike; the names of their parts tell them apart. */
const ole = (del: string) =>
  fil(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(504), utf16(del).slice(2))

describe('tekst med skilletegn', () => {
  it.each([
    ['semikolon og desimalkomma', 'Ansattnr;Enhet;Stillingsprosent\r\n1;Røyken;80,5\r\n'],
    ['komma og anførselstegn', 'Ansattnr,Enhet,Stillingsprosent\n1,Røyken,"80,5"\n'],
    ['tabulator', 'Ansattnr\tEnhet\tStillingsprosent\n1\tRøyken\t80,5\n'],
    ['Excels egen linje om skilletegnet', 'sep=;\r\nAnsattnr;Enhet;Stillingsprosent\r\n1;Røyken;80,5\r\n'],
    ['komma i cellene, semikolon mellom dem', 'Ansattnr;Enhet;Stillingsprosent;Navn\n1;Røyken;80,5;"A, B, C"\n'],
    ['mellomrom rundt', 'Ansattnr ; Enhet ; Stillingsprosent \n 1 ; Røyken ; 80,5 \n'],
  ])('%s', async (_hva, tekst) => {
    for (const kilde of [tekst, fil(tekst), fil('\uFEFF', tekst), fil(ansi(tekst)), fil(utf16(tekst))]) {
      const [hode, rad] = await rader(kilde)
      expect(hode!.slice(0, 3)).toEqual(KOLONNER)
      expect(rad!.slice(0, 3)).toEqual(['1', 'Røyken', '80,5'])
    }
  })

  it('linjeskift og skilletegn i en tekst i anførselstegn hører til cellen', async () => {
    expect(await rader('Ansattnr;Enhet;Stillingsprosent\n1;"Røyken; ""A""\nplan 2";80\n2;B;50')).toEqual([
      KOLONNER,
      ['1', 'Røyken; "A"\nplan 2', '80'],
      ['2', 'B', '50'],
    ])
  })

  it('tomme rader blir stående, så radnumrene er Excels', async () => {
    expect((await rader('Ansattnr;Enhet;Stillingsprosent\n\n1;A;80\n'))[2]).toEqual(['1', 'A', '80'])
  })

  it('alle lister som systemene skriver, leses tilbake celle for celle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(';', ',', '\t'), (antall, tegn) => {
        const { rader: skrevet } = listefil(antall, ['Røyken bo- og aktivitetssenter', 'Bråset; avd. «2», øst'])
        const celle = (c: string) => (/[;,\t"]/.test(c) ? `"${c}"` : c)
        const tekst = [[...KOLONNER, 'Navn'], ...skrevet.map((r) => [r[0]!, r[4]!, r[6]!, r[1]!])]
        const lest = lesLimt(tekst.map((r) => r.map(celle).join(tegn)).join('\r\n'))
        expect(lest.ok && lest.verdi.rader).toEqual(tekst)
      }),
    )
  })
})

describe('Excel', () => {
  it('tekst, tall og dager kommer som de er', async () => {
    const bok = xlsx({
      Ark1: [
        [...KOLONNER, 'Fra dato'],
        ['1', 'Røyken', 80.5, { dag: '2026-09-01' }],
        [2, 'B', null, ''],
      ],
    })
    expect(await rader(fil(bok))).toEqual([
      [...KOLONNER, 'Fra dato'],
      ['1', 'Røyken', 80.5, '2026-09-01'],
      [2, 'B', '', ''],
    ])
  })

  it('arket med stillingene finnes, og et annet kan velges', async () => {
    const bok = fil(xlsx({ Forside: [['Rapport'], ['kjørt i dag']], Stillinger: [KOLONNER, ['1', 'A', 80]] }))
    const lest = await lesFil(bok)
    expect(lest.ok && [lest.verdi.ark, lest.verdi.valgtArk, lest.verdi.rader.length]).toEqual([
      ['Forside', 'Stillinger'],
      1,
      2,
    ])
    const forside = await lesFil(bok, 0)
    expect(forside.ok && forside.verdi.rader[0]).toEqual(['Rapport'])
  })

  it('en formel leses som det Excel sist regnet ut; uten svar, eller med en feil, står den som formel', async () => {
    const bok = xlsx({
      Ark1: [
        KOLONNER,
        ['1', 'A', { formel: '40*2', verdi: 80 }],
        ['2', 'A', { formel: 'C2', verdi: null }],
        ['3', 'A', { feil: '#DIV/0!' }],
      ],
    })
    const lest = await lesFil(fil(bok))
    expect(lest.ok && lest.verdi.formler).toBe(1)
    expect(lest.ok && lest.verdi.rader.map((r) => r[2])).toEqual(['Stillingsprosent', 80, '=', '=#DIV/0!'])
  })
})

describe('en fil som ikke kan leses, får sin setning', () => {
  it.each<[string, Blob | string, string, RegExp]>([
    ['tom fil', fil(), 'HH-711', /tom/],
    ['bare linjeskift', '\n\n', 'HH-711', /tom/],
    ['passord', ole('EncryptedPackage'), 'HH-712', /passord/],
    ['gammelt Excel-format', ole('Workbook'), 'HH-713', /\.xls/],
    ['nettside som heter .xls', fil('<html><table><tr><td>1</td></tr></table></html>'), 'HH-713', /\.xlsx/],
    ['PDF', fil('%PDF-1.7 …'), 'HH-714', /CSV/],
    ['bilde', fil(bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)), 'HH-714', /CSV/],
    ['Word-fil', fil(new Uint8Array(zipSync({ 'word/document.xml': strToU8('<w/>') }))), 'HH-714', /CSV/],
    ['avkuttet Excel-fil', fil(xlsx({ A: [KOLONNER] }).slice(0, 200)), 'HH-715', /skadet/],
    [
      'Excel-fil med ødelagt innhold',
      fil(new Uint8Array(zipSync({ 'xl/workbook.xml': strToU8('<workbook') }))),
      'HH-715',
      /skadet/,
    ],
    [
      'anførselstegn uten makker',
      'Ansattnr;Enhet;Stillingsprosent\n1;A;80\n2;"B;50\n3;C;60',
      'HH-718',
      /^Rad 3: et anførselstegn/,
    ],
  ])('%s', async (_hva, kilde, kode, tekst) => {
    const funnet = await feilen(kilde)
    expect(funnet?.kode).toBe(kode)
    expect(funnet?.tekst).toMatch(tekst)
  })

  it('ingenting får lesingen til å kaste', async () => {
    const biter = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 60 }).map((b) => Uint8Array.from([0x50, 0x4b, 3, 4, ...b])),
      fc.uint8Array({ maxLength: 60 }).map((b) => Uint8Array.from([...xlsx({ A: [KOLONNER, ['1', 'A', 80]] }), ...b])),
    )
    await fc.assert(
      fc.asyncProperty(biter, async (b) => {
        const lest = await lesFil(fil(new Uint8Array(b)))
        if (!lest.ok) expect(lest.feil.kode).toMatch(/^HH-71\d$/)
      }),
    )
  })
})
