import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { lesFrosset } from '../../src/report/frosset.ts'
import { lagRapport } from '../../src/report/lag.ts'
import { filnavn, graferI, tabellerI, type Rapport } from '../../src/report/rapport.ts'
import { rapportSomCsv } from '../../src/report/rapportcsv.ts'
import { rapportSomDocx } from '../../src/report/rapportdocx.ts'
import { rapportSomXlsx } from '../../src/report/rapportxlsx.ts'
import { medTekster } from '../../src/report/tekster.ts'
import { tegnGraf } from '../../src/report/tegngraf.ts'
import { skrivSvg } from '../../src/report/tegning.ts'
import { eksempelgrunnlag } from '../support/rapportgrunnlag.ts'

const g = eksempelgrunnlag('2026-11-18')
const utkast = lagRapport('aarsrapport', g, {
  fra: 'Asker kommune',
  saksnummer: '24/02033',
  aar: 2026,
  idag: '2026-11-18',
})
/** What people paste: emoji, control characters, a formula, XML, and a title of 300 characters. */
const NOE_LIMT = `=HYPERLINK("http://x") \u0007 <b>&</b> 👩‍⚕️\tkolonne\nny linje ${'x'.repeat(300)}`
const rapport: Rapport = {
  ...medTekster(utkast, [
    {
      rapport: 'aarsrapport',
      aar: 2026,
      enhet: null,
      avsnitt: 'kort-fortalt',
      tekst: NOE_LIMT,
      forslag: 'et annet',
      skrevetAv: 'prosjektleder',
      eksempel: false,
    },
  ]),
  utgave: {
    versjon: 2,
    vedtattDato: '2026-11-18',
    vedtattI: 'PSU',
    vedtattAv: 'prosjektleder',
    endring: 'Rettet tall for HO2',
  },
}
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='),
  (c) => c.charCodeAt(0),
)

describe('DOCX', async () => {
  const bilder = new Map(graferI(rapport).map((x) => [x.id, PNG]))
  const zip = unzipSync(new Uint8Array(await rapportSomDocx(rapport, bilder)))
  const del = (navn: string) => strFromU8(zip[navn]!)
  const dokument = del('word/document.xml')

  it('har ekte overskrifter, innholdsliste og tabeller med gjentatt hode', () => {
    expect(dokument.match(/w:val="Heading1"/g)?.length).toBeGreaterThanOrEqual(rapport.deler.length)
    expect(dokument).toContain('TOC \\')
    expect(dokument.match(/<w:tblHeader\/>/g)?.length).toBe(tabellerI(rapport).length)
  })

  it('har tekst til hvert bilde, norsk som språk og arkivets opplysninger', () => {
    for (const graf of graferI(rapport)) expect(dokument).toContain(`descr="${graf.alt.slice(0, 40)}`)
    expect(del('word/styles.xml')).toContain('w:lang w:val="nb-NO"')
    expect(del('docProps/custom.xml')).toContain('24/02033')
    expect(del('docProps/core.xml')).toContain('Partssammensatt utvalg')
    expect(dokument).toContain('Rettet tall for HO2')
  })

  it('tåler det som limes inn: ingen styretegn, ingenting blir kode', () => {
    expect([...dokument].some((c) => c.charCodeAt(0) < 32 && !'\t\n\r'.includes(c))).toBe(false)
    expect(dokument).toContain('&lt;b&gt;&amp;&lt;/b&gt; 👩‍⚕️')
  })
})

describe('XLSX', async () => {
  const zip = unzipSync(new Uint8Array(await rapportSomXlsx(rapport)))
  const bok = strFromU8(zip['xl/workbook.xml']!)
  const navn = [...bok.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((m) => m[1]!)

  it('har et ark for hver tabell, med hvert sitt navn på høyst 31 tegn', () => {
    expect(navn.length).toBe(tabellerI(rapport).length + 1)
    expect(new Set(navn.map((x) => x.toLowerCase())).size).toBe(navn.length)
    expect(navn.every((x) => x.length <= 31)).toBe(true)
  })

  it('har tall som tall', () => {
    const ark = strFromU8(zip['xl/worksheets/sheet2.xml']!)
    expect(ark).toMatch(/<v>77\.19<\/v>|<v>77\.2/)
  })
})

describe('CSV', () => {
  const csv = rapportSomCsv(rapport)

  it('har hver tabell med tittel og kilde, desimalkomma og ingen formler', () => {
    for (const t of tabellerI(rapport)) expect(csv).toContain(t.tittel)
    expect(csv).toContain('77,19')
    expect(
      csv
        .split('\r\n')
        .flatMap((l) => l.split(';'))
        .some((c) => /^=/.test(c)),
    ).toBe(false)
  })
})

describe('SVG', () => {
  it.each(graferI(rapport))('$tittel er en egen fil med tittel og beskrivelse', (graf) => {
    const svg = skrivSvg(tegnGraf({ ...graf, tittel: `${graf.tittel} <&>` }))
    expect(svg).toContain('&lt;&amp;&gt;</title>')
    expect(svg).toContain('<desc>')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('tekster som er skrevet', () => {
  const rad = {
    rapport: 'aarsrapport',
    aar: 2026,
    enhet: null,
    avsnitt: 'piloter',
    skrevetAv: 'prosjektleder',
    eksempel: false,
  } as const
  const blokk = (r: Rapport) => r.deler.flatMap((d) => d.blokker).find((b) => b.slag === 'tekst' && b.id === 'piloter')
  const forslag = (blokk(utkast) as { forslag: string }).forslag

  it('går foran forslaget, og sier fra når tallene er endret siden', () => {
    expect(blokk(medTekster(utkast, [{ ...rad, tekst: 'Vår egen.', forslag }]))).toMatchObject({
      skrevet: { tekst: 'Vår egen.', foreldet: false },
    })
    expect(blokk(medTekster(utkast, [{ ...rad, tekst: 'Vår egen.', forslag: 'Fra i fjor.' }]))).toMatchObject({
      skrevet: { foreldet: true },
    })
  })

  it('en tom tekst gir forslaget tilbake, og et annet års tekst er ikke med', () => {
    expect(blokk(medTekster(utkast, [{ ...rad, tekst: ' ', forslag }]))).toMatchObject({ skrevet: null })
    expect(blokk(medTekster(utkast, [{ ...rad, aar: 2025, tekst: 'I fjor.', forslag }]))).toMatchObject({
      skrevet: null,
    })
  })
})

describe('en frosset rapport', () => {
  it('leses tilbake som den var, og det som ikke er en rapport, er ingen', () => {
    expect(lesFrosset(JSON.stringify(rapport))).toEqual(rapport)
    expect(['', '{}', 'null', '[]', '{"tittel":1,"deler":[]}', '{"tittel":"x"}'].map(lesFrosset)).toEqual(
      Array(6).fill(null),
    )
  })
})

describe('filnavnet', () => {
  it('sier hva det er, uten tegn som en disk ikke tar', () => {
    expect(filnavn(rapport, 'docx')).toBe('arsrapport-heltidskultur-2026-asker-kommune-v2.docx')
  })
})
