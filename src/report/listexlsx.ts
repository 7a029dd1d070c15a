import writeXlsxFile from 'write-excel-file/universal'
import type { Celle } from './csv.ts'
import { formatFor, tekst } from './rapportxlsx.ts'

const SMALEST = 10
const BREDEST = 44

/** A list as a workbook of one sheet: the first row names the columns and stays while the rest scrolls. Figures are figures. */
export async function listeSomXlsx(arknavn: string, rader: readonly (readonly Celle[])[]): Promise<ArrayBuffer> {
  const [hode = [], ...resten] = rader
  const bredde = (i: number): number => Math.max(...rader.map((r) => String(r[i] ?? '').length + 2))
  const blob = await writeXlsxFile([
    {
      sheet: arknavn,
      data: [
        hode.map((navn) => tekst(String(navn), { fontWeight: 'bold' })),
        ...resten.map((r) =>
          r.map((c) =>
            c === null ? null : typeof c === 'number' ? { value: c, type: Number, format: formatFor(c) } : tekst(c),
          ),
        ),
      ],
      columns: hode.map((_, i) => ({ width: Math.min(BREDEST, Math.max(SMALEST, bredde(i))) })),
      stickyRowsCount: 1,
    },
  ]).toBlob()
  return (blob as { arrayBuffer(): Promise<ArrayBuffer> }).arrayBuffer()
}
