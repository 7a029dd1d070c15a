import { BRUKER } from './stores/husketnoekler.ts'

/**
 * The picture of Oversikt that the service worker has laid in the page: painted before the app is read in, and gone as soon as the app's
 * own page stands. Links in it lead where they say; what is pressed once the app is on its way is pressed again in the app's own page.
 */

const bilde = document.getElementById('bilde')
let trykket: Element | undefined

const brukerId = (): unknown => {
  try {
    return (JSON.parse(localStorage.getItem(BRUKER) ?? 'null') as { id?: unknown } | null)?.id
  } catch {
    return undefined
  }
}

/** Whether a picture of this user's stands in the page. Another's is taken away. */
export function visBilde(): boolean {
  if (!bilde) return false
  if (bilde.dataset.bruker !== brukerId()) {
    bilde.remove()
    return false
  }
  // The policy of the page lets no style in an attribute through.
  for (const element of bilde.querySelectorAll<HTMLElement | SVGElement>('[data-stil]'))
    element.style.cssText = element.dataset.stil ?? ''
  return true
}

/** From now on a press waits for the app's own page. */
export function taImotTrykk(): void {
  bilde?.addEventListener('click', (hendelse) => {
    const truffet = hendelse.target instanceof Element ? hendelse.target.closest('a, button') : null
    if (!truffet) return
    hendelse.preventDefault()
    trykket = truffet
  })
}

/** Where the app is put together: out of sight while a picture stands, else in the page. */
export function appensPlass(): Element {
  const plass = document.getElementById('app')!
  return bilde?.isConnected ? (plass.cloneNode() as Element) : plass
}

/** Puts the app's own page in the picture's place, with the focus and the press where they were. */
export function byttUt(app: Element): void {
  if (!bilde?.isConnected) return
  const fokus = bilde.contains(document.activeElement) ? document.activeElement : null
  const tvilling = (element: Element | null | undefined) => {
    if (!element) return undefined
    const like = (rot: Element) =>
      [...rot.querySelectorAll<HTMLElement>(element.tagName)].filter((e) => e.textContent === element.textContent)
    return like(app)[like(bilde).indexOf(element as HTMLElement)]
  }
  const neste = { fokus: tvilling(fokus), trykk: tvilling(trykket) }
  document.getElementById('app')?.replaceWith(app)
  bilde.remove()
  neste.fokus?.focus({ preventScroll: true })
  neste.trykk?.click()
}
