import { buegrader, merkebrikke, utstrekning, type Merkbar, type Punkt } from './geometri.ts'
import type { Strekning } from './rekke.ts'

const LUFT_TIL_VISER = 5

/** What no mark may come near. */
export interface Hindre {
  /** The hand's angle; `null` without a hand. */
  viser: number | null
  /** What else must be kept clear: circles. */
  hindre?: readonly (Punkt & { r: number })[]
}

/** The angles at a radius where a mark's centre may not stand: at the hand, at what must be kept clear, and where badges would meet. */
export function sperret(
  r: number,
  k: number,
  merker: readonly Merkbar[],
  rekkevidde: number,
  valg: Hindre,
  naboer: readonly (Punkt & { oppgave: Merkbar })[],
): Strekning[] {
  const ut: Strekning[] = []
  if (valg.viser !== null) {
    const h = buegrader(rekkevidde + LUFT_TIL_VISER, r)
    ut.push({ fra: valg.viser - h, til: valg.viser + h })
  }
  const rundt = (h: Punkt, avstand: number) => {
    const rh = Math.hypot(h.x, h.y)
    const cos = (r * r + rh * rh - avstand * avstand) / (2 * r * rh)
    if (cos >= 1) return
    const bredde = (Math.acos(Math.max(-1, cos)) * 180) / Math.PI
    const v = ((Math.atan2(h.x, -h.y) * 180) / Math.PI + 360) % 360
    ut.push({ fra: v - bredde, til: v + bredde })
  }
  for (const h of valg.hindre ?? []) rundt(h, h.r + rekkevidde + 3)
  const egen = merker.map(merkebrikke).find((b) => b !== null)
  for (const nabo of naboer) {
    const b = merkebrikke(nabo.oppgave)
    if (b) rundt({ x: nabo.x + b.sted * k, y: nabo.y - b.sted * k }, b.r * k + rekkevidde + 2)
    // Our badge against the neighbour is the neighbour, moved the other way, against our centre.
    if (egen)
      rundt(
        { x: nabo.x - egen.sted * k, y: nabo.y + egen.sted * k },
        egen.r * k + utstrekning(nabo.oppgave.stat, k) + 2,
      )
  }
  return ut
}
