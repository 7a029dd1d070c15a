/**
 * The result of something that may be refused: either a value or a reason.
 *
 * Expected faults are values with a permanent code (docs/feilkoder.md), so that
 * a caller cannot forget them; bugs throw.
 */
export type Resultat<T, F = Feil> = { ok: true; verdi: T } | { ok: false; feil: F }

/** A fault that a person can do something about: a permanent code, a sentence in bokmål, and the field it stands beside. */
export interface Feil {
  kode: string
  tekst: string
  felt?: string
}

export const ok = <T>(verdi: T): Resultat<T, never> => ({ ok: true, verdi })
export const feil = <F>(feil: F): Resultat<never, F> => ({ ok: false, feil })
