import { egenskap } from './xlsxXml.ts'

/** Number formats that Excel has from the start and that are days or times (ECMA-376 part 1, 18.8.30; the later ones are East Asian). */
const INNEBYGDE = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47])
for (let i = 50; i <= 58; i++) INNEBYGDE.add(i)

const DATODELER = /^(s{1,2}|h{1,2}|am|pm|a|p|a{3,5}|d{1,4}|m{1,5}|y|yy|yyyy|e|ee|eeee)$/

/** Whether a format says a day or a time: every letter in one of its sections is of that kind. */
export function erDatoformat(mal: string): boolean {
  return mal
    .toLowerCase()
    .replace(/;@$/, '')
    .replace(/\\./g, ' ')
    .split(';')
    .some((del) => {
      const biter = del
        .replace(/"[^"]*"/g, ' ')
        .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, '$1')
        .replace(/\[([smhd]{1,2})\]/g, '$1')
        .replace(/\[[^\]]*\]/g, '')
        .split(/[^a-z0#?%]+/)
        .filter(Boolean)
      return biter.length > 0 && biter.every((b) => DATODELER.test(b))
    })
}

/** The numbers of the cell styles that show a figure as a day. */
export function datostiler(xml: string): ReadonlySet<string> {
  const maler = new Map(
    (xml.match(/<(?:\w+:)?numFmt\s[^>]*>/g) ?? []).map((f) => [egenskap(f, 'numFmtId'), egenskap(f, 'formatCode')]),
  )
  const stilene = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? ''
  const ut = new Set<string>()
  for (const [nr, xf] of (stilene.match(/<(?:\w+:)?xf\b[^>]*>/g) ?? []).entries()) {
    const format = egenskap(xf, 'numFmtId')
    const mal = Number(format) >= 100 ? maler.get(format) : undefined
    if (INNEBYGDE.has(Number(format)) || (mal !== undefined && erDatoformat(mal))) ut.add(String(nr))
  }
  return ut
}
