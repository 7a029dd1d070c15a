import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LeaderType,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { skrivDato } from '../domain/dato.ts'
import {
  KORT_RAPPORT,
  ruteTekst,
  tekstI,
  type Blokk,
  type Graf,
  type Noekkeltallblokk,
  type Rapport,
  type Tabell,
} from './rapport.ts'
import { tegnGraf } from './tegngraf.ts'
import { rens } from './xmltekst.ts'

/** PNG pictures of the charts, by the chart's id. */
export type Bilder = ReadonlyMap<string, Uint8Array>

const BLEKK = '14272D'
const DEMPET = '445960'
const FJORD = '0B5563'
const HAAR = 'C6DADE'
const SKRIFT = 'Arial'
/** A4 and its margins in twentieths of a point. */
const ARK = { width: 11906, height: 16838 }
const MARG = 1134
const TEKSTBREDDE = ARK.width - 2 * MARG
/** Tables with more columns than this are printed on a page that lies. */
const STAAENDE_KOLONNER = 6

/**
 * The report as a Word document: real headings, a table of contents, tables whose heads repeat, charts with alt texts, page numbers,
 * Norwegian as its language, and the archive's data among its properties.
 */
export async function rapportSomDocx(r: Rapport, bilder: Bilder): Promise<ArrayBuffer> {
  const innhold = [
    ...forside(r),
    ...(r.deler.length > KORT_RAPPORT ? innholdsliste() : []),
    ...r.deler.flatMap((d) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: rens(d.tittel), keepNext: true }),
      ...d.blokker.flatMap((b) => blokk(b, bilder)),
    ]),
  ]
  const dokument = new Document({
    title: rens(`${r.tittel} ${r.undertittel}`),
    subject: rens(r.til),
    creator: rens(r.fra),
    lastModifiedBy: rens(r.fra),
    keywords: ['heltidskultur', String(r.aar), r.saksnummer].filter(Boolean).join(', '),
    description: rens(r.utgave ? `Utgave ${r.utgave.versjon}, vedtatt ${skrivDato(r.utgave.vedtattDato)}` : 'Utkast'),
    customProperties: [
      { name: 'Saksnummer', value: r.saksnummer || 'ikke satt' },
      { name: 'Dokumenttype', value: r.tittel },
      { name: 'Rapportaar', value: String(r.aar) },
      { name: 'Utgave', value: r.utgave ? String(r.utgave.versjon) : 'utkast' },
    ],
    styles: stiler(),
    sections: [{ ...sideoppsett(r), children: innhold }],
  })
  return Packer.toArrayBuffer(dokument)
}

function stiler() {
  /** The level is what makes it a heading, for screen readers and for the contents. */
  const overskrift = (outlineLevel: number, size: number, before: number) => ({
    run: { size, bold: true, color: BLEKK, font: SKRIFT },
    paragraph: { outlineLevel, spacing: { before, after: 120 } },
  })
  return {
    default: {
      document: {
        run: {
          font: SKRIFT,
          size: 21,
          color: BLEKK,
          language: { value: 'nb-NO', eastAsia: 'nb-NO', bidirectional: 'nb-NO' },
        },
        paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 52, bold: true, color: BLEKK, font: SKRIFT },
        paragraph: { spacing: { before: 0, after: 60 } },
      },
      heading1: overskrift(0, 32, 360),
      heading2: overskrift(1, 25, 280),
      heading3: overskrift(2, 22, 200),
    },
  }
}

function sideoppsett(r: Rapport): Omit<ISectionOptions, 'children'> {
  const liten = (text: string) => new TextRun({ text: rens(text), size: 17, color: DEMPET })
  return {
    properties: {
      page: { size: ARK, margin: { top: MARG, bottom: MARG, left: MARG, right: MARG } },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({ children: [liten([r.tittel, r.undertittel].join(', '))], alignment: AlignmentType.RIGHT }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [
              ...(r.saksnummer ? [liten(`Saksnummer ${r.saksnummer}   `)] : []),
              new TextRun({
                children: ['Side ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES],
                size: 17,
                color: DEMPET,
              }),
            ],
          }),
        ],
      }),
    },
  }
}

function forside(r: Rapport): FileChild[] {
  const linje = (navn: string, verdi: string) =>
    new Paragraph({
      spacing: { after: 40 },
      children: [new TextRun({ text: `${navn}: `, bold: true, color: DEMPET }), new TextRun({ text: rens(verdi) })],
    })
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: rens(r.tittel) }),
    new Paragraph({
      spacing: { after: 200 },
      children: [new TextRun({ text: rens(r.undertittel), size: 28, color: DEMPET })],
    }),
    linje('Til', r.til),
    linje('Fra', r.fra),
    linje('Laget', skrivDato(r.laget)),
    ...(r.saksnummer ? [linje('Saksnummer', r.saksnummer)] : []),
    ...(r.utgave
      ? [
          linje('Utgave', String(r.utgave.versjon)),
          linje('Vedtatt', [skrivDato(r.utgave.vedtattDato), r.utgave.vedtattI].filter(Boolean).join(', ')),
          ...(r.utgave.endring ? [linje('Rettet', r.utgave.endring)] : []),
        ]
      : [linje('Status', 'Utkast, ikke vedtatt')]),
    ...(r.eksempel ? [linje('Eksempel', 'Rapporten har oppdiktede tall.')] : []),
  ]
}

const innholdsliste = (): FileChild[] => [
  new Paragraph({
    spacing: { before: 320, after: 80 },
    children: [new TextRun({ text: 'Innhold', bold: true, size: 26 })],
  }),
  // Without page numbers: only the program that prints it knows them, and it would ask before it filled them in.
  new TableOfContents('Innhold', {
    hyperlink: true,
    headingStyleRange: '1-1',
    pageNumbersEntryLevelsRange: '1-1',
    tabLeader: LeaderType.NONE,
    beginDirty: false,
  }),
]

function blokk(b: Blokk, bilder: Bilder): FileChild[] {
  switch (b.slag) {
    case 'tekst':
      return avsnittene(tekstI(b))
    case 'avsnitt':
      return avsnittene(b.tekst)
    case 'punkter':
      return b.punkter.map((p) => new Paragraph({ text: rens(p), bullet: { level: 0 }, spacing: { after: 60 } }))
    case 'merknad':
      return [
        new Paragraph({
          children: [new TextRun({ text: rens(b.tekst), color: DEMPET, italics: true })],
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: HAAR, space: 8 } },
          indent: { left: 160 },
        }),
      ]
    case 'noekkeltall':
      return [noekkeltall(b.tall), new Paragraph({ text: '' })]
    case 'tabell':
      return tabell(b.tabell)
    case 'graf':
      return grafen(b.graf, bilder)
  }
}

/** Each line that somebody has written as a paragraph of its own; empty ones are left out. */
const avsnittene = (tekst: string): Paragraph[] =>
  tekst
    .split(/\r\n|\r|\n/)
    .filter((l) => l.trim() !== '')
    .map((text) => new Paragraph({ text: rens(text) }))

const uten = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const strek = (color = HAAR) => ({ style: BorderStyle.SINGLE, size: 4, color })

function noekkeltall(tall: Noekkeltallblokk[]): Table {
  const bredde = Math.floor(TEKSTBREDDE / Math.min(2, tall.length))
  const rute = (t: Noekkeltallblokk | undefined) =>
    new TableCell({
      width: { size: bredde, type: WidthType.DXA },
      borders: { top: strek(), bottom: uten, left: uten, right: uten },
      margins: { top: 80, bottom: 120, left: 0, right: 160 },
      children:
        t === undefined
          ? [new Paragraph({ text: '' })]
          : [
              new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: rens(t.navn), color: DEMPET })] }),
              new Paragraph({
                spacing: { after: 0 },
                children: [new TextRun({ text: rens(t.verdi), bold: true, size: 40, color: FJORD })],
              }),
              ...(t.forklaring
                ? [new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: rens(t.forklaring) })] })]
                : []),
              new Paragraph({
                spacing: { after: 0 },
                children: [new TextRun({ text: rens(t.kilde), size: 17, color: DEMPET })],
              }),
            ],
    })
  const rader: TableRow[] = []
  for (let i = 0; i < tall.length; i += 2)
    rader.push(
      new TableRow({
        cantSplit: true,
        children: tall.length === 1 ? [rute(tall[0])] : [rute(tall[i]), rute(tall[i + 1])],
      }),
    )
  return new Table({
    rows: rader,
    width: { size: TEKSTBREDDE, type: WidthType.DXA },
    columnWidths: Array(Math.min(2, tall.length)).fill(bredde),
  })
}

/** Columns as wide as their longest words need, together the width of the text. */
function bredder(t: Tabell): number[] {
  const lengde = t.kolonner.map((k, i) => {
    const tekster = [k.navn, ...t.rader.map((r) => ruteTekst(r[i] ?? null))]
    const lengste = Math.max(...tekster.map((x) => x.length))
    const ord = Math.max(...tekster.flatMap((x) => x.split(/[ -]/)).map((o) => o.length))
    return Math.max(ord + 2, Math.min(lengste, k.tall ? 14 : 38))
  })
  const sum = lengde.reduce((a, b) => a + b, 0)
  return lengde.map((l) => Math.floor((l / sum) * TEKSTBREDDE))
}

function tabell(t: Tabell): FileChild[] {
  const kolonner = bredder(t)
  const size = t.kolonner.length > STAAENDE_KOLONNER ? 15 : 18
  const rute = (tekst: string, i: number, hode: boolean, sum: boolean) =>
    new TableCell({
      width: { size: kolonner[i]!, type: WidthType.DXA },
      verticalAlign: hode ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
      borders: { top: sum ? strek(BLEKK) : uten, bottom: strek(hode ? BLEKK : HAAR), left: uten, right: uten },
      margins: { top: 50, bottom: 50, left: 50, right: 50 },
      ...(hode ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EAF1F2' } } : {}),
      children: [
        new Paragraph({
          spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
          alignment: t.kolonner[i]!.tall ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: rens(tekst), size, bold: hode || sum })],
        }),
      ],
    })
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: rens(t.tittel), keepNext: true }),
    new Table({
      width: { size: TEKSTBREDDE, type: WidthType.DXA },
      columnWidths: kolonner,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: t.kolonner.map((k, i) => rute(k.navn, i, true, false)),
        }),
        ...t.rader.map(
          (rad, r) =>
            new TableRow({
              cantSplit: true,
              children: t.kolonner.map((_, i) =>
                rute(ruteTekst(rad[i] ?? null), i, false, t.sumrad === true && r === t.rader.length - 1),
              ),
            }),
        ),
      ],
    }),
    fotnote(`Kilde: ${t.kilde}`),
    ...(t.noter ?? []).map(fotnote),
  ]
}

const fotnote = (tekst: string): Paragraph =>
  new Paragraph({
    spacing: { before: 60, after: 80 },
    children: [new TextRun({ text: rens(tekst), size: 17, color: DEMPET })],
  })

function grafen(g: Graf, bilder: Bilder): FileChild[] {
  const { bredde, hoeyde } = tegnGraf(g)
  const bilde = bilder.get(g.id)
  const vist = 600
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: rens(g.tittel), keepNext: true }),
    bilde === undefined
      ? new Paragraph({ text: rens(g.alt), keepNext: true })
      : new Paragraph({
          keepNext: true,
          children: [
            new ImageRun({
              type: 'png',
              data: bilde,
              transformation: { width: vist, height: Math.round((hoeyde * vist) / bredde) },
              altText: { name: g.id, title: rens(g.tittel), description: rens(g.alt) },
            }),
          ],
        }),
    fotnote(`Kilde: ${g.kilde}`),
  ]
}
