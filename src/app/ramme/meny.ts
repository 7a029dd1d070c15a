import { MED_ENHET, maaVises } from '../maavises.ts'
import type { Rolle } from '../../domain/tilgang.ts'
import type { Ikonnavn } from '../ui/ikonnavn.ts'

export interface Menypunkt {
  til: string
  navn: string
  ikon: Ikonnavn
  /** While one is there. */
  fylt: Ikonnavn
  /** The page's own (ruter.ts), said here too: the menu is drawn before the pages are known. */
  roller?: readonly Rolle[]
}

/** The main menu: the five entries of the product, in order. */
export const MENY: readonly Menypunkt[] = [
  { til: '/', navn: 'Oversikt', ikon: 'hus', fylt: 'husFylt' },
  { til: '/aarshjul', navn: 'Årshjul', ikon: 'hjul', fylt: 'hjulFylt' },
  { til: '/aktiviteter', navn: 'Aktiviteter', ikon: 'aktiviteter', fylt: 'aktiviteterFylt', roller: MED_ENHET },
  { til: '/toern', navn: 'TØRN', ikon: 'toern', fylt: 'toern', roller: MED_ENHET },
  { til: '/mer', navn: 'Mer', ikon: 'mer', fylt: 'mer' },
]

/** The entries that mean something to the role: a leser has no unit, and so no activities. */
export const menyFor = (rolle: Rolle): Menypunkt[] => MENY.filter((punkt) => maaVises(punkt, rolle))
