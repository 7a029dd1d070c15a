import type { Kickoff } from './kickoff.ts'

/**
 * Rows that are their author's alone until what they belong to says that they are shown: a note or a mark of a kick-off, so that
 * nobody writes what others have written. The server keeps them to the author (docs/vedtak/0025-holdt-tilbake.md).
 */

type Forelder = Partial<Kickoff>

interface Regel {
  /** The table that it belongs to, and its own field with that row's id. */
  forelder: 'kickoff'
  felt: string
  /** Whether this row says that those which belong to it are for all. */
  vises: (forelder: Forelder) => boolean
}

const REGLER: Partial<Record<string, Regel>> = {
  kickofflapp: {
    forelder: 'kickoff',
    felt: 'kickoff',
    vises: (k) => k.skjulLapper !== true || (k.lapperVist ?? null) !== null,
  },
  kickoffmerke: {
    forelder: 'kickoff',
    felt: 'kickoff',
    vises: (k) => k.skjulMerker !== true || (k.merkerVist ?? null) !== null,
  },
}

/** The tables of which rows may be held back. */
export const HOLDES = Object.keys(REGLER)
/** Whether rows of this table say when others are shown. */
export const erForelder = (type: string): boolean => Object.values(REGLER).some((r) => r?.forelder === type)

/** What a row belongs to; `null` where rows of its table are never held back. */
export function forelderTil(type: string, doc: Record<string, unknown>): { type: string; id: string } | null {
  const regel = REGLER[type]
  const id = regel && doc[regel.felt]
  return regel && typeof id === 'string' ? { type: regel.forelder, id } : null
}

/** Whether it is for all by now; what it belongs to is not known: not yet. */
export const erVist = (type: string, forelder: Record<string, unknown> | null): boolean =>
  REGLER[type] === undefined || (forelder !== null && REGLER[type].vises(forelder as Forelder))

/** Notes, or marks, are kept to the one who wrote them, and nobody has shown them yet. */
export const lapperErSkjult = (k: Kickoff): boolean => !erVist('kickofflapp', k)
export const merkerErSkjult = (k: Kickoff): boolean => !erVist('kickoffmerke', k)
