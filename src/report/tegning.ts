import { xmltekst } from './xmltekst.ts'

/** A drawing as data: the screen draws it in the colours of the day or the night, a file in those of paper. */
export type Farge = 'blekk' | 'dempet' | 'fjord' | 'sti' | 'haar' | 'baand' | 'ark' | 'ingen'

export interface Form {
  tag: 'path' | 'rect' | 'circle' | 'text'
  attr: Record<string, string | number>
  fyll: Farge
  strek: Farge
  tekst?: string
}

export interface Tegning {
  bredde: number
  hoeyde: number
  tittel: string
  alt: string
  former: Form[]
}

/** Colours of paper: told apart in black and white by dashes, marks and names beside. */
const PAPIR: Record<Farge, string> = {
  blekk: '#14272d',
  dempet: '#445960',
  fjord: '#0b5563',
  sti: '#6d8289',
  haar: '#dde5e7',
  baand: '#dbe7e9',
  ark: '#ffffff',
  ingen: 'none',
}
const SKRIFT = "Inter, 'Helvetica Neue', Arial, sans-serif"

/** The drawing as an SVG file with its own title and description. */
export function skrivSvg(t: Tegning): string {
  const former = t.former.map((f) => {
    const attr = Object.entries(f.attr).map(([navn, verdi]) => ` ${navn}="${xmltekst(String(verdi))}"`)
    const maling = ` fill="${PAPIR[f.fyll]}"${f.strek === 'ingen' ? '' : ` stroke="${PAPIR[f.strek]}"`}`
    return f.tekst === undefined
      ? `<${f.tag}${attr.join('')}${maling}/>`
      : `<${f.tag}${attr.join('')}${maling}>${xmltekst(f.tekst)}</${f.tag}>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${t.bredde}" height="${t.hoeyde}" viewBox="0 0 ${t.bredde} ${t.hoeyde}" role="img" lang="nb" font-family="${SKRIFT}" font-size="13">`,
    `<title>${xmltekst(t.tittel)}</title><desc>${xmltekst(t.alt)}</desc>`,
    `<rect width="${t.bredde}" height="${t.hoeyde}" fill="${PAPIR.ark}"/>`,
    ...former,
    '</svg>',
  ].join('\n')
}
