/** A chart as a picture to save: what is on the screen, in light colours, with its name above and its source below. */

const EGENSKAPER = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'opacity',
  'display',
] as const

const MARG = 24
const SKALA = 2
const NS = 'http://www.w3.org/2000/svg'

interface Tekster {
  tittel: string
  /** Lines under the picture: definition, source, date. */
  under: readonly string[]
}

/** A PNG of so many pixels as the drawing is, twice over. Throws where the browser cannot draw it. */
export async function somPng(svg: SVGSVGElement, tekster: Tekster): Promise<Blob> {
  const { ark, bredde, hoeyde } = await lagArk(svg, tekster)
  const bilde = new Image()
  bilde.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(ark))}`
  await bilde.decode()
  const lerret = document.createElement('canvas')
  lerret.width = bredde * SKALA
  lerret.height = hoeyde * SKALA
  lerret.getContext('2d')!.drawImage(bilde, 0, 0, lerret.width, lerret.height)
  return new Promise((ja, nei) =>
    lerret.toBlob((b) => (b ? ja(b) : nei(new Error('The picture could not be made'))), 'image/png'),
  )
}

async function lagArk(svg: SVGSVGElement, { tittel, under }: Tekster) {
  // Beside the page, in light colours whatever the page has, so that the styles can be read off it.
  const skjul = document.createElement('div')
  skjul.dataset['colorScheme'] = 'light'
  skjul.className = 'grafbilde'
  const kopi = svg.cloneNode(true) as SVGSVGElement
  skjul.append(kopi)
  document.body.append(skjul)
  try {
    const bredde = Number(svg.getAttribute('width'))
    const grafhoeyde = Number(svg.getAttribute('height'))
    skrivInnStil(kopi)
    const linjer = under.flatMap((u) => brytLinje(u, bredde))
    const topp = MARG + 34
    const hoeyde = topp + grafhoeyde + 16 + linjer.length * 19 + MARG
    const ark = document.createElementNS(NS, 'svg')
    sett(ark, { xmlns: NS, width: bredde + 2 * MARG, height: hoeyde })
    ark.append(await skrifter(), felt(bredde + 2 * MARG, hoeyde), tekst(tittel, MARG, MARG + 16, 18, 620))
    sett(kopi, { x: MARG, y: topp, overflow: 'visible' })
    ark.append(kopi)
    linjer.forEach((l, i) => ark.append(tekst(l, MARG, topp + grafhoeyde + 28 + i * 19, 13, 450)))
    return { ark, bredde: bredde + 2 * MARG, hoeyde }
  } finally {
    skjul.remove()
  }
}

const sett = (e: Element, a: Record<string, string | number>): void => {
  for (const [k, v] of Object.entries(a)) e.setAttribute(k, String(v))
}

/** Styles come from the page's sheets, which a picture does not have: each element is given its own. */
function skrivInnStil(rot: SVGSVGElement): void {
  for (const e of [rot, ...rot.querySelectorAll('*')]) {
    const stil = getComputedStyle(e)
    for (const navn of EGENSKAPER) {
      const verdi = stil.getPropertyValue(navn)
      if (verdi !== '') e.setAttribute(navn, verdi)
    }
    e.removeAttribute('class')
  }
}

function tekst(innhold: string, x: number, y: number, stoerrelse: number, vekt: number): SVGTextElement {
  const t = document.createElementNS(NS, 'text')
  sett(t, { x, y, 'font-size': stoerrelse, 'font-weight': vekt, fill: vekt > 500 ? '#14272d' : '#445960' })
  sett(t, { 'font-family': getComputedStyle(document.body).fontFamily })
  t.textContent = innhold
  return t
}

function felt(width: number, height: number): SVGRectElement {
  const r = document.createElementNS(NS, 'rect')
  sett(r, { width, height, fill: '#ffffff' })
  return r
}

function brytLinje(tekst: string, bredde: number): string[] {
  const penn = document.createElement('canvas').getContext('2d')!
  penn.font = `13px ${getComputedStyle(document.body).fontFamily}`
  const linjer: string[] = []
  for (const ord of tekst.split(' ')) {
    const sist = linjer.at(-1)
    if (sist !== undefined && penn.measureText(`${sist} ${ord}`).width <= bredde)
      linjer[linjer.length - 1] = `${sist} ${ord}`
    else linjer.push(ord)
  }
  return linjer
}

/** The app's own font, since a picture cannot fetch it. Without it the letters are the tablet's own. */
async function skrifter(): Promise<SVGStyleElement> {
  const stil = document.createElementNS(NS, 'style')
  const regel = [...document.styleSheets]
    .flatMap((ark) => [...ark.cssRules])
    .find((r): r is CSSFontFaceRule => r instanceof CSSFontFaceRule && /latin-opsz-normal/.test(r.cssText))
  const adresse = regel && /url\("?([^")]+)/.exec(regel.cssText)?.[1]
  if (!adresse) return stil
  try {
    const fil = await (await fetch(new URL(adresse, regel.parentStyleSheet?.href ?? location.href))).blob()
    const data = await new Promise<string>((ja, nei) => {
      const leser = new FileReader()
      leser.onload = () => ja(String(leser.result))
      leser.onerror = () => nei(new Error('The font could not be read'))
      leser.readAsDataURL(fil)
    })
    const familie = regel.style.getPropertyValue('font-family')
    stil.textContent = `@font-face{font-family:${familie};font-weight:100 900;src:url(${data})}`
  } catch {
    // The picture is made all the same.
  }
  return stil
}
