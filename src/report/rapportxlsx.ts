import writeXlsxFile, { type Sheet, type SheetData } from 'write-excel-file/universal'
import { skrivDato } from '../domain/dato.ts'
import { ruteTekst, tabellerI, type Rapport, type Rute, type Tabell } from './rapport.ts'
import { trygg } from './trygg.ts'

const NAVN_MAKS = 31
const BREDDE_MAKS = 60
const TUNG = { fontWeight: 'bold' } as const

/** A report's tables as a workbook: first what it is, then a sheet for each table. Figures are figures, texts are harmless. */
export async function rapportSomXlsx(r: Rapport): Promise<ArrayBuffer> {
  const brukt = new Set<string>()
  const ark = [forside(r), ...tabellerI(r).map((t) => tabellark(t, brukt))]
  const blob = await writeXlsxFile(ark).toBlob()
  return (blob as { arrayBuffer(): Promise<ArrayBuffer> }).arrayBuffer()
}

/** A text that no spreadsheet runs. One that any object has a member by («constructor») gets a space: the package looks texts up in a plain object. */
export const tekst = (t: string, stil: object = {}) => ({
  value: t in {} ? `${t} ` : trygg(t),
  type: String,
  wrap: true,
  ...stil,
})

function forside(r: Rapport): Sheet<never> {
  const linjer: [string, string][] = [
    ['Rapport', r.tittel],
    ['Hva og når', r.undertittel],
    ['Til', r.til],
    ['Fra', r.fra],
    ['Laget', skrivDato(r.laget)],
    ...(r.saksnummer ? [['Saksnummer', r.saksnummer] as [string, string]] : []),
    ...(r.utgave
      ? ([
          ['Utgave', String(r.utgave.versjon)],
          ['Vedtatt', `${skrivDato(r.utgave.vedtattDato)}, ${r.utgave.vedtattI}`],
        ] as [string, string][])
      : []),
    ...(r.eksempel ? [['Eksempel', 'Rapporten har oppdiktede tall.'] as [string, string]] : []),
  ]
  return {
    sheet: 'Om rapporten',
    data: linjer.map(([navn, verdi]) => [tekst(navn, TUNG), tekst(verdi)]),
    columns: [{ width: 16 }, { width: BREDDE_MAKS }],
  }
}

function tabellark(t: Tabell, brukt: Set<string>): Sheet<never> {
  const celle = (rute: Rute, sum: boolean) =>
    rute === null
      ? null
      : typeof rute === 'string'
        ? tekst(rute, sum ? TUNG : {})
        : { value: rute.tall, type: Number, format: formatFor(rute.tall), ...(sum ? TUNG : {}) }
  const data: SheetData = [
    [tekst(t.tittel, TUNG)],
    t.kolonner.map((k) => tekst(k.navn, { ...TUNG, align: k.tall ? 'right' : 'left' })),
    ...t.rader.map((rad, i) => rad.map((rute) => celle(rute, t.sumrad === true && i === t.rader.length - 1))),
    [],
    [tekst(`Kilde: ${t.kilde}`)],
    ...(t.noter ?? []).map((n) => [tekst(n)]),
  ]
  return {
    sheet: arknavn(t.tittel, brukt),
    data,
    columns: t.kolonner.map((k, i) => ({
      width: Math.min(
        BREDDE_MAKS,
        Math.max(k.navn.length, ...t.rader.map((rad) => ruteTekst(rad[i] ?? null).length)) + 2,
      ),
    })),
    stickyRowsCount: 2,
  }
}

export const formatFor = (n: number): string => (Number.isInteger(n) ? '#,##0' : '#,##0.0#')

/** A name that Excel takes: at most 31 characters, none of `[]:*?/\`, and each only once. */
function arknavn(tittel: string, brukt: Set<string>): string {
  const rent = tittel
    .replace(/[[\]:*?/\\']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (let n = 1; ; n++) {
    const ende = n === 1 ? '' : ` ${n}`
    const navn = `${rent.slice(0, NAVN_MAKS - ende.length).trim()}${ende}`
    if (brukt.has(navn.toLowerCase())) continue
    brukt.add(navn.toLowerCase())
    return navn
  }
}
