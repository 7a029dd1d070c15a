import type { Op } from '../sync/op.ts'

/**
 * What was written here lately, remembered beside the database: should the browser empty that, what is gone can be named. The
 * latest of it only; the words themselves are in the database and with the server.
 */
export interface Merke {
  /** Under which identity it was written; empty before the first contact with the server. */
  replica: string
  /** The latest. */
  seq: number
  /** The latest, oldest first. `t` is milliseconds. */
  siste: { seq: number; t: number; type: string; tittel: string }[]
}

const HOEYST = 50
const noekkel = (bruker: string): string => `heltidshjulet.merke.${bruker}`

/** `null` where nothing is remembered, or where the browser does not let us look. */
export function lesMerke(bruker: string): Merke | null {
  try {
    return JSON.parse(localStorage.getItem(noekkel(bruker)) ?? 'null') as Merke | null
  } catch {
    return null
  }
}

/** Remembers these too. Never fails: what was written is safe without it. */
export function merk(bruker: string, replica: string, seq: number, ops: readonly (Op & { tittel: string })[]): void {
  const foer = lesMerke(bruker)
  const siste = foer && (foer.replica === replica || foer.replica === '') ? foer.siste : []
  const nye = ops.map(({ seq, t, type, tittel }) => ({ seq, t, type, tittel }))
  sett(bruker, JSON.stringify({ replica, seq, siste: [...siste, ...nye].slice(-HOEYST) } satisfies Merke))
}

/** For one who has herself removed what was on the device. */
export const glemMerke = (bruker: string): void => sett(bruker, 'null')

function sett(bruker: string, verdi: string): void {
  try {
    localStorage.setItem(noekkel(bruker), verdi)
  } catch {
    // Full, or not let.
  }
}
