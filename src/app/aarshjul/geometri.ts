import type { Oppgavetilstand } from '../../domain/aarshjulregler.ts'
import type { Kvartal } from '../../domain/dato.ts'

/**
 * The wheel's measures in its own pixels. Angles are degrees clockwise from 12 o'clock: 30 a month, 90 a quarter.
 * Origin in the hub, y downwards as in SVG.
 */
export interface Hjulmaal {
  /** Outer radius. */
  R: number
  /** Width of the ring of months. */
  kant: number
  /** Radius of the hub with the ground around it. */
  nav: number
  /** Radius of a mark where there is room. */
  k: number
  /** Size of a mark's number; 0 where it would be too small to read. */
  tall: number
  /** Size of ring names; months are one larger. */
  navn: number
  /** Ring names along the band's outer edge, and the dots under them, in place of beside them. */
  langsKanten?: boolean
  /** No ring names at all. */
  utenNavn?: boolean
}

export const HELE: Hjulmaal = { R: 310, kant: 30, nav: 92, k: 16.5, tall: 14, navn: 13 }
export const KVARTALSVIS: Hjulmaal = { R: 352, kant: 30, nav: 80, k: 17, tall: 15, navn: 13, langsKanten: true }
/** The whole year on a phone: an overview, without numbers and names, which would be too small. */
export const LITEN: Hjulmaal = { R: 176, kant: 22, nav: 44, k: 8.5, tall: 0, navn: 11, utenNavn: true }
/** One of two wheels beside each other on a tablet: numbers that can be read, no ring names. */
export const TO_AAR: Hjulmaal = { R: 190, kant: 22, nav: 60, k: 11.5, tall: 11.5, navn: 11.5, utenNavn: true }
export const UTSKRIFT: Hjulmaal = { ...HELE, tall: 15 }

export interface Punkt {
  x: number
  y: number
}

const RAD = Math.PI / 180
export const punkt = (r: number, grader: number): Punkt => ({
  x: r * Math.sin(grader * RAD),
  y: -r * Math.cos(grader * RAD),
})
/** Angle that a length takes at a radius. */
export const buegrader = (lengde: number, r: number): number => lengde / r / RAD

const tall = (n: number): string => String(Math.round(n * 100) / 100)
export const p = (r: number, grader: number): string => `${tall(punkt(r, grader).x)} ${tall(punkt(r, grader).y)}`

/** A piece of a ring as a path, drawn in by half the gap on both sides. */
export function sektor(r0: number, r1: number, fra: number, til: number, luft: number): string {
  const i = buegrader(luft / 2, r0)
  const y = buegrader(luft / 2, r1)
  const stor = til - fra - 2 * y > 180 ? 1 : 0
  return `M${p(r1, fra + y)}A${r1} ${r1} 0 ${stor} 1 ${p(r1, til - y)}L${p(r0, til - i)}A${r0} ${r0} 0 ${stor} 0 ${p(r0, fra + i)}Z`
}

/** An arc for text to stand on; on the wheel's lower half it runs the other way, so that the text is upright. */
export const tekstbue = (r: number, fra: number, til: number, nede: boolean): string =>
  nede ? `M${p(r, til)}A${r} ${r} 0 0 0 ${p(r, fra)}` : `M${p(r, fra)}A${r} ${r} 0 0 1 ${p(r, til)}`

export const RINGGAP = 3
export const KVARTALSGAP = 5

/** Inner and outer radius of a ring, 0 outermost. */
export function baand(m: Hjulmaal, ring: number): [number, number] {
  const ytterst = m.R - m.kant - 6
  const steg = (ytterst - m.nav - 8) / 4
  return [ytterst - (ring + 1) * steg + RINGGAP / 2, ytterst - ring * steg - RINGGAP / 2]
}

/** How far a mark reaches from its centre, as a part of k: diamonds weigh as much as circles, so their corners reach further. */
export const RUTE_SIDE = 0.86
const RUTE_UTSTREKNING = 1.17
export const erRute = (t: Oppgavetilstand): boolean => t === 'forfaller' || t === 'over_fristen'
export const utstrekning = (t: Oppgavetilstand, k: number): number => (erRute(t) ? RUTE_UTSTREKNING * k : k)

/** What decides how a mark looks. */
export interface Merkbar {
  stat: Oppgavetilstand
  flyttet?: boolean | undefined
}

/** What the small badge of a mark says: done and late go before moved, which the list tells in words. */
export const brikketegn = ({ stat, flyttet }: Merkbar): 'gjort' | 'sen' | 'flyttet' | null =>
  stat === 'gjort' ? 'gjort' : stat === 'over_fristen' ? 'sen' : flyttet && stat !== 'utgaar' ? 'flyttet' : null

/** The badge's centre and radius as parts of k. */
export const merkebrikke = (m: Merkbar): { sted: number; r: number } | null =>
  brikketegn(m) === null ? null : { sted: erRute(m.stat) ? 0.92 : 0.8, r: 0.46 }

/** The dot nearest to a point and no further from it than `maks`; `null` for none. */
export function naermeste<T extends Punkt>(fra: Punkt, prikker: readonly T[], maks: number): T | null {
  let best: T | null = null
  let avstand = maks
  for (const prikk of prikker) {
    const d = Math.hypot(prikk.x - fra.x, prikk.y - fra.y)
    if (d > avstand) continue
    best = prikk
    avstand = d
  }
  return best
}

/** The quarter under a point; `null` in the hub and outside the rim. */
export function kvartalVed(m: Hjulmaal, { x, y }: Punkt): Kvartal | null {
  const r = Math.hypot(x, y)
  if (r < m.nav || r > m.R) return null
  const grader = (Math.atan2(x, -y) / RAD + 360) % 360
  return (Math.floor(grader / 90) + 1) as Kvartal
}
