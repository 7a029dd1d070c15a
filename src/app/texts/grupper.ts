import type { Kjoenn } from '../../domain/stillingsbilde.ts'
import type { Yrke } from '../../domain/toern.ts'
import { YRKENAVN } from './toern.ts'

/** Groups of people, as a row says them. */
export const GRUPPENAVN_KJOENN: Record<Kjoenn | '', string> = {
  kvinne: 'Kvinner',
  mann: 'Menn',
  '': 'Ikke oppgitt',
}
export const GRUPPENAVN_YRKE: Record<Yrke | '', string> = { ...YRKENAVN, '': 'Andre og ikke oppgitt' }
