import { skrivDato } from '../../domain/dato.ts'
import type { Maaltall } from '../../domain/maaltall.ts'

/** Who decided a target, and when: «PSU 21. november 2023»; empty where nobody wrote it. */
export const vedtattTekst = (m: Pick<Maaltall, 'vedtatt' | 'vedtattDato'>): string =>
  [m.vedtatt, m.vedtattDato && skrivDato(m.vedtattDato)].filter(Boolean).join(' ')
