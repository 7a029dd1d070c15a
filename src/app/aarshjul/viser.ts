import { HELE, punkt, type Hjulmaal, type Punkt } from './geometri.ts'
import { aarAv, andelAvAaret, MAANED_KORT, maanedAv, type Dato, type Kvartal } from '../../domain/dato.ts'

/** The hand: today in the wheel's year. */

/** Degrees of a year that are gone: all of an earlier year, nothing of a later. */
export const gaatt = (aar: number, idag: Dato): number =>
  aarAv(idag) > aar ? 360 : aarAv(idag) < aar ? 0 : andelAvAaret(idag) * 360

/** The hand's angle; `null` in another year than today's. */
export const viserVinkel = (aar: number, idag: Dato): number | null =>
  aarAv(idag) === aar ? andelAvAaret(idag) * 360 : null

/** `18. sept.`, short enough for the pill; months of up to five letters are written out. */
export function kortDag(idag: Dato): string {
  const navn = [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'sept.',
    'oktober',
    'november',
    'desember',
  ]
  const hel = navn[maanedAv(idag) - 1]!
  return `${Number(idag.slice(8))}. ${hel.length <= 5 ? hel : `${MAANED_KORT[maanedAv(idag) - 1]}.`}`
}

export interface Pille extends Punkt {
  bredde: number
}
const HALV_HOEYDE = 13
export const pillebredde = (tekst: string): number => tekst.length * 7.4 + 18

/** Where the date stands outside the rim; never further out to the side than the room there is beside the wheel. */
export function pilleUtenfor(m: Hjulmaal, vinkel: number, tekst: string, rom: number): Pille {
  const bredde = pillebredde(tekst)
  const { x, y } = punkt(m.R + 20, vinkel)
  const ytterst = Math.max(0, m.R + rom - bredde / 2)
  return { x: Math.min(ytterst, Math.max(-ytterst, x + (x / m.R) * (bredde / 2 - 9))), y, bredde }
}

/** Where the date stands inside a single quarter: beside the hand, on the side with most room. */
export function pilleInnenfor(m: Hjulmaal, vinkel: number, kvartal: Kvartal, tekst: string): Pille {
  const bredde = pillebredde(tekst)
  const n = punkt(1, vinkel + 90)
  const ut = Math.abs(n.x) * (bredde / 2) + Math.abs(n.y) * HALV_HOEYDE + 5
  const side = vinkel - (kvartal - 1) * 90 > 45 ? -1 : 1
  const [hx, hy] = [kvartal <= 2 ? 1 : -1, kvartal === 2 || kvartal === 3 ? 1 : -1]
  const inn = (verdi: number, fortegn: number, halv: number) =>
    fortegn * Math.min(m.R - halv, Math.max(halv + 6, fortegn * verdi))
  for (let r = m.R - m.kant - HALV_HOEYDE; ; r -= 4) {
    const midt = punkt(r, vinkel)
    const x = inn(midt.x + n.x * side * ut, hx, bredde / 2)
    const y = inn(midt.y + n.y * side * ut, hy, HALV_HOEYDE)
    const ytterst = Math.hypot(Math.abs(x) + bredde / 2 - 4, Math.abs(y) + HALV_HOEYDE - 4)
    if (ytterst < m.R - m.kant - 4 || r < m.nav) return { x, y, bredde }
  }
}

/** The pill as circles that dots keep clear of. */
export const somHindre = (pille: Pille): (Punkt & { r: number })[] =>
  [-1, 0, 1].map((i) => ({ x: pille.x + i * (pille.bredde / 2 - HALV_HOEYDE), y: pille.y, r: HALV_HOEYDE }))

/** Part of the drawing that shows: the whole wheel, or one quarter with a little air. */
export function utsnitt(m: Hjulmaal, kvartal: Kvartal | null): string {
  if (kvartal === null) {
    const v = m.R + (m.tall > 0 ? (8 * m.R) / HELE.R : 2)
    return `${-v} ${-v} ${2 * v} ${2 * v}`
  }
  const s = m.R + 3
  const x = kvartal <= 2 ? 2 : -s - 2
  const y = kvartal === 2 || kvartal === 3 ? 2 : -s - 2
  return `${x} ${y} ${s} ${s}`
}
