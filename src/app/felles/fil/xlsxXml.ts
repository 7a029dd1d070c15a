/** The little of XML that a workbook needs, by looking for its marks: a list has hundreds of thousands of them. */

const NAVNGITTE: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text as it was written: XML's marks, and then Excel's own for what XML cannot hold (`_x000D_`). */
export function somSkrevet(tekst: string): string {
  let t = tekst
  if (t.includes('&'))
    t = t.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (alt: string, heks?: string, tall?: string, navn?: string) => {
      if (navn !== undefined) return NAVNGITTE[navn] ?? alt
      const tegn = heks === undefined ? Number(tall) : parseInt(heks, 16)
      return tegn <= 0x10_ffff ? String.fromCodePoint(tegn) : alt
    })
  return t.includes('_x')
    ? t.replace(/_x([0-9a-f]{4})_/gi, (_, heks: string) => String.fromCharCode(parseInt(heks, 16)))
    : t
}

/** An attribute of a tag; '' where it has none. */
export function egenskap(tagg: string, navn: string): string {
  const treff = new RegExp(`\\s${navn}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tagg)
  return treff ? somSkrevet(treff[1] ?? treff[2] ?? '') : ''
}

/** The texts of one string, put together; how it is read aloud (`rPh`) is left out. */
export function samletTekst(xml: string): string {
  const uten = xml.includes('rPh') ? xml.replace(/<((?:\w+:)?)rPh\b[\s\S]*?<\/\1rPh>/g, '') : xml
  let ut = ''
  for (const t of uten.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)) ut += t[1] ?? ''
  return somSkrevet(ut)
}

/** Where the content that begins at `fra` ends; -1 where the tag is never closed. By `indexOf`, so that a damaged file takes no longer. */
export const sluttPaa = (xml: string, fra: number, tagg: string, erLukket: boolean): number =>
  erLukket ? fra : xml.indexOf(`</${tagg}>`, fra)

/** The workbook's shared texts, by their numbers. */
export function delteTekster(xml: string): string[] {
  const ut: string[] = []
  const tagger = /<((?:\w+:)?si)(?:\s[^>]*?)?(\/?)>/g
  for (let m = tagger.exec(xml); m !== null; m = tagger.exec(xml)) {
    const fra = tagger.lastIndex
    const til = sluttPaa(xml, fra, m[1] ?? '', m[2] === '/')
    if (til < 0) break
    ut.push(samletTekst(xml.slice(fra, til)).trim())
    tagger.lastIndex = til
  }
  return ut
}

/** Without comments, and with what stands unmarked (`CDATA`) marked as all else is. */
export const uniform = (xml: string): string =>
  xml.includes('<!')
    ? xml
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, t: string) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    : xml
