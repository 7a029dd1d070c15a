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
  'letter-spacing',
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

/** Something beside the page in light colours, whatever the page has, for as long as it is worked on there. */
export function paaLystArk<T>(arbeid: (ark: HTMLElement) => T): T {
  const ark = document.createElement('div')
  ark.dataset['colorScheme'] = 'light'
  ark.className = 'grafbilde'
  document.body.append(ark)
  try {
    return arbeid(ark)
  } finally {
    ark.remove()
  }
}

/** A PNG of so many pixels as the drawing is, twice over. Throws where the browser cannot draw it. */
export async function somPng(svg: SVGSVGElement, tekster: Tekster): Promise<Blob> {
  const bredde = Number(svg.getAttribute('width'))
  const hoeyde = Number(svg.getAttribute('height'))
  const kopi = svg.cloneNode(true) as SVGSVGElement
  paaLystArk((ark) => {
    ark.append(kopi)
    skrivInnStil(kopi)
  })
  sett(kopi, { xmlns: NS, width: bredde, height: hoeyde })
  kopi.prepend(await skrifter())
  const bilde = new Image()
  bilde.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(kopi))}`
  await bilde.decode()
  return arkSomPng(bilde, bredde, hoeyde, tekster)
}

/** The same of a drawing that is pixels already, `SKALA` of them for each of the screen's. */
export const lerretSomPng = (lerret: HTMLCanvasElement, tekster: Tekster): Promise<Blob> =>
  arkSomPng(lerret, lerret.width / SKALA, lerret.height / SKALA, tekster)

/** A white sheet: its name, the drawing, and its source beneath. */
function arkSomPng(tegning: CanvasImageSource, bredde: number, hoeyde: number, { tittel, under }: Tekster) {
  const lerret = document.createElement('canvas')
  const penn = lerret.getContext('2d')!
  const skrift = (stoerrelse: number, vekt: number, farge: string) => {
    penn.font = `${vekt} ${stoerrelse}px ${getComputedStyle(document.body).fontFamily}`
    penn.fillStyle = farge
  }
  skrift(13, 450, '#445960')
  const linjer = under.flatMap((u) => brytLinje(penn, u, bredde))
  const topp = MARG + 34
  lerret.width = (bredde + 2 * MARG) * SKALA
  lerret.height = (topp + hoeyde + 16 + linjer.length * 19 + MARG) * SKALA
  penn.scale(SKALA, SKALA)
  penn.fillStyle = '#ffffff'
  penn.fillRect(0, 0, lerret.width, lerret.height)
  skrift(18, 620, '#14272d')
  penn.fillText(tittel, MARG, MARG + 16)
  penn.drawImage(tegning, MARG, topp, bredde, hoeyde)
  skrift(13, 450, '#445960')
  linjer.forEach((l, i) => penn.fillText(l, MARG, topp + hoeyde + 28 + i * 19))
  return new Promise<Blob>((ja, nei) =>
    lerret.toBlob((b) => (b ? ja(b) : nei(new Error('The picture could not be made'))), 'image/png'),
  )
}

const sett = (e: Element, a: Record<string, string | number>): void => {
  for (const [k, v] of Object.entries(a)) e.setAttribute(k, String(v))
}

/** Styles come from the page's sheets, which a picture does not have: each element is given its own, or that of its like in another drawing. */
export function skrivInnStil(rot: SVGSVGElement, som: SVGSVGElement = rot): void {
  const forbilder = [som, ...som.querySelectorAll('*')]
  for (const [i, e] of [rot, ...rot.querySelectorAll('*')].entries()) {
    const stil = getComputedStyle(forbilder[i]!)
    for (const navn of EGENSKAPER) {
      const verdi = stil.getPropertyValue(navn)
      if (verdi !== '') e.setAttribute(navn, verdi)
    }
    e.removeAttribute('class')
  }
}

function brytLinje(penn: CanvasRenderingContext2D, tekst: string, bredde: number): string[] {
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
export async function skrifter(): Promise<SVGStyleElement> {
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
