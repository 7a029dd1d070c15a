import { skrifter, skrivInnStil } from '../felles/grafbilde.ts'

/** A printed sheet as a picture to save: what stands on the page, letter for letter where it stands, as one SVG of its own, or as pixels. */

const NS = 'http://www.w3.org/2000/svg'
/** Pixels for each of the sheet's own: some 270 to the inch on A3. */
const SKALA = 4

/** The sheets in the element, one under another, with their font in them. They must be shown in their own size. */
export async function somSvg(rot: HTMLElement): Promise<string> {
  const ark = [...rot.querySelectorAll('article')]
  const bredde = Math.max(...ark.map((a) => a.offsetWidth))
  const hoeyde = ark.reduce((sum, a) => sum + a.offsetHeight, 0)
  const bilde = lag('svg', { xmlns: NS, viewBox: `0 0 ${bredde} ${hoeyde}`, width: bredde, height: hoeyde })
  let ned = 0
  for (const a of ark) {
    bilde.append(lag('rect', { y: ned, width: bredde, height: a.offsetHeight, fill: '#fff' }))
    const { left, top } = a.getBoundingClientRect()
    const gruppe = lag('g', { transform: `translate(${n(-left)} ${n(ned - top)})` })
    for (const barn of a.children) tegn(barn, gruppe)
    bilde.append(gruppe)
    ned += a.offsetHeight
  }
  bilde.prepend(await skrifter())
  return new XMLSerializer().serializeToString(bilde)
}

/** The same in pixels. Rejects where the browser cannot draw it. */
export async function somPng(svg: string): Promise<Blob> {
  const bilde = new Image()
  bilde.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await bilde.decode()
  const lerret = Object.assign(document.createElement('canvas'), {
    width: bilde.naturalWidth * SKALA,
    height: bilde.naturalHeight * SKALA,
  })
  lerret.getContext('2d')!.drawImage(bilde, 0, 0, lerret.width, lerret.height)
  return new Promise((ja, nei) =>
    lerret.toBlob((b) => (b ? ja(b) : nei(new Error('The picture could not be made'))), 'image/png'),
  )
}

const n = (tall: number): string => String(Math.round(tall * 100) / 100)

function lag(navn: string, egenskaper: Record<string, string | number>): Element {
  const e = document.createElementNS(NS, navn)
  for (const [k, v] of Object.entries(egenskaper)) if (v !== '') e.setAttribute(k, String(v))
  return e
}

function tegn(e: Element, paa: Element): void {
  const plass = e.getBoundingClientRect()
  const stil = getComputedStyle(e)
  // What is there for screen readers only is a pixel large.
  if (stil.display === 'none' || stil.visibility === 'hidden' || plass.width <= 1) return
  if (e instanceof SVGSVGElement) {
    const kopi = e.cloneNode(true) as SVGSVGElement
    skrivInnStil(kopi, e)
    for (const [k, v] of Object.entries({ x: plass.left, y: plass.top, width: plass.width, height: plass.height }))
      kopi.setAttribute(k, n(v))
    kopi.setAttribute('overflow', 'visible')
    paa.append(kopi)
    return
  }
  flate(plass, stil, paa)
  for (const barn of e.childNodes) {
    if (barn instanceof Element) tegn(barn, paa)
    else if (barn instanceof Text) for (const linje of linjer(barn)) skriv(linje, stil, paa)
  }
}

/** Ground and border, where there are any. */
function flate(plass: DOMRect, stil: CSSStyleDeclaration, paa: Element): void {
  const fyll = /, 0\)$|^transparent$/.test(stil.backgroundColor) ? 'none' : stil.backgroundColor
  const strek = stil.borderTopStyle === 'none' ? 0 : parseFloat(stil.borderTopWidth)
  if (fyll === 'none' && strek === 0) return
  paa.append(
    lag('rect', {
      x: n(plass.left + strek / 2),
      y: n(plass.top + strek / 2),
      width: n(plass.width - strek),
      height: n(plass.height - strek),
      rx: parseFloat(stil.borderTopLeftRadius) || '',
      fill: fyll,
      ...(strek > 0 ? { stroke: stil.borderTopColor, 'stroke-width': strek } : {}),
      ...(stil.borderTopStyle === 'dashed' ? { 'stroke-dasharray': `${strek * 3} ${strek * 3}` } : {}),
    }),
  )
}

interface Linje {
  tekst: string
  plass: DOMRect
}

/** A text as it is broken on the page. */
function linjer(node: Text): Linje[] {
  const ut: Linje[] = []
  const bit = document.createRange()
  for (const { 0: ord, index } of node.data.matchAll(/[^\s\u200b]+(?:\s|\u200b)*/g)) {
    bit.setStart(node, index)
    bit.setEnd(node, index + ord.replace(/[\s\u200b]+$/, '').length)
    const plass = bit.getBoundingClientRect()
    const forrige = ut.at(-1)
    if (forrige && Math.abs(forrige.plass.top - plass.top) < plass.height / 2) {
      const { left, top, height } = forrige.plass
      forrige.tekst += ord
      forrige.plass = new DOMRect(left, top, plass.right - left, height)
    } else ut.push({ tekst: ord, plass })
  }
  return ut.map((l) => ({
    ...l,
    tekst: l.tekst
      .replace(/\u200b/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }))
}

const penn = document.createElement('canvas').getContext('2d')

/** On its baseline; from the right where the page does so, so that another font keeps the edge. */
function skriv({ tekst, plass }: Linje, stil: CSSStyleDeclaration, paa: Element): void {
  if (tekst === '' || !penn) return
  penn.font = `${stil.fontWeight} ${stil.fontSize} ${stil.fontFamily}`
  const hoeyre = stil.textAlign === 'right'
  const e = lag('text', {
    x: n(hoeyre ? plass.right : plass.left),
    y: n(plass.top + penn.measureText('').fontBoundingBoxAscent),
    fill: stil.color,
    'font-family': stil.fontFamily,
    'font-size': stil.fontSize,
    'font-weight': stil.fontWeight,
    'letter-spacing': stil.letterSpacing === 'normal' ? '' : stil.letterSpacing,
    'text-anchor': hoeyre ? 'end' : '',
    'text-decoration': stil.textDecorationLine === 'none' ? '' : stil.textDecorationLine,
  })
  e.textContent = tekst
  paa.append(e)
}
