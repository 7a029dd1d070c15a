import type { Pilotfase, Pilotstilling } from '../../domain/pilotvei.ts'
import type { Post } from '../../domain/tabeller.ts'

/** A pilot unit as a row of the page. */
export interface Pilotlinje {
  enhet: Post<'enhet'>
  pilot: Post<'pilot'> | undefined
  stilling: Pilotstilling
  eksempel: boolean
}

/** How far along the four steps. */
export const PILOTSTEG: Record<Pilotfase, number> = {
  forberedes: 0,
  kickoff: 1,
  utproeving: 2,
  evaluering: 3,
  besluttet: 4,
}
