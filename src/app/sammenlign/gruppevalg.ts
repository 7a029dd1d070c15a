import { KJOENN } from '../../domain/stillingsbilde.ts'
import { YRKER } from '../../domain/toern.ts'
import { GRUPPENAVN_KJOENN, GRUPPENAVN_YRKE } from '../texts/grupper.ts'
import type { Gruppevalg } from './sammenligningsrad.ts'

/** Which people are compared; the id stands in the address. */
export const GRUPPER: readonly (Gruppevalg & { id: string; navn: string })[] = [
  { id: 'alle', navn: 'Alle ansatte', inndeling: '', kategori: '' },
  ...KJOENN.map((k) => ({ id: k, navn: GRUPPENAVN_KJOENN[k], inndeling: 'kjoenn', kategori: k }) as const),
  ...YRKER.map((y) => ({ id: y, navn: GRUPPENAVN_YRKE[y], inndeling: 'yrke', kategori: y }) as const),
]
