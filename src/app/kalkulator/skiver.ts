/** Discs that stand for people, as many in a row on both sides so that the two can be compared by eye. */
export interface Skiver {
  /** How many discs, and how many people one of them is. */
  antall: number
  hver: number
  kolonner: number
}

const FLEST = 240

/** One disc for each up to 240; beyond that each is ten, or a hundred. */
export function skiverFor(hoder: number, flest: number): Skiver {
  let hver = 1
  while (flest / hver > FLEST) hver *= 10
  const flestSkiver = Math.ceil(flest / hver)
  const kolonner = flestSkiver <= 60 ? 12 : Math.ceil(Math.sqrt(flestSkiver * 2.4))
  return { antall: Math.ceil(hoder / hver), hver, kolonner }
}

/** A pie from twelve o'clock, clockwise, in a disc with its middle in 0,0; empty for nothing, a whole disc from 1. */
export function stykke(andel: number, r: number): string {
  if (andel <= 0) return ''
  if (andel >= 0.9995) return `M0 ${-r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0 ${-r}Z`
  const v = andel * 2 * Math.PI
  const [x, y] = [Math.sin(v) * r, -Math.cos(v) * r].map((n) => Math.round(n * 1000) / 1000)
  return `M0 0V${-r}A${r} ${r} 0 ${andel > 0.5 ? 1 : 0} 1 ${x} ${y}Z`
}
