/** The colours of the theme as they are now; a canvas cannot read the tokens by itself. */
export interface Graffarger {
  fjord: string
  sti: string
  haar: string
  baand: string
  kort: string
  blekk: string
  dempet: string
  skrift: string
}

export function lesFarger(element: Element): Graffarger {
  const stil = getComputedStyle(element)
  const token = (navn: string): string => stil.getPropertyValue(`--h-${navn}`).trim()
  return {
    fjord: token('fjord'),
    sti: token('path'),
    haar: token('hair'),
    baand: token('band'),
    kort: token('card'),
    blekk: token('ink'),
    dempet: token('muted'),
    skrift: stil.fontFamily,
  }
}
