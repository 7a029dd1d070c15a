import * as v from 'valibot'
import { BRUKER } from './husketnoekler.ts'
import { ROLLER, type Bruker } from '../../domain/tilgang.ts'

/** What the browser remembers between visits, beside the database: who is logged in, and whose work still waits. */

const VENTENDE = 'heltidshjulet.ventende'
const UTLOGGING = 'heltidshjulet.utlogging'

const brukerSkjema = v.object({
  id: v.string(),
  navn: v.string(),
  rolle: v.picklist(ROLLER),
  enheter: v.array(v.string()),
})
const ventendeSkjema = v.array(v.object({ id: v.string(), navn: v.string(), antall: v.number() }))
/** A user who logged out and left unsent changes on the tablet. */
export type Etterlatt = v.InferOutput<typeof ventendeSkjema>[number]

function les<T>(noekkel: string, skjema: v.GenericSchema<unknown, T>): T | null {
  try {
    const svar = v.safeParse(skjema, JSON.parse(localStorage.getItem(noekkel) ?? 'null'))
    return svar.success ? svar.output : null
  } catch {
    return null
  }
}

const skriv = (noekkel: string, verdi: unknown) =>
  verdi === null ? localStorage.removeItem(noekkel) : localStorage.setItem(noekkel, JSON.stringify(verdi))

export const husket = {
  /** Tells when another tab has logged in or out. */
  vedByttet: (gjoer: () => void): void =>
    addEventListener('storage', (e) => {
      if (e.key === BRUKER) gjoer()
    }),
  bruker: (): Bruker | null => les(BRUKER, brukerSkjema),
  settBruker: (bruker: Bruker | null): void => skriv(BRUKER, bruker),
  /** The server has not heard yet that the last user logged out. */
  utloggingVenter: (): boolean => les(UTLOGGING, v.boolean()) ?? false,
  settUtlogging: (venter: boolean): void => skriv(UTLOGGING, venter || null),
  ventende: (): Etterlatt[] => les(VENTENDE, ventendeSkjema) ?? [],
  settVentende: (ny: Etterlatt): void => skriv(VENTENDE, [...husket.ventende().filter((e) => e.id !== ny.id), ny]),
  fjernVentende: (id: string): void =>
    skriv(
      VENTENDE,
      husket.ventende().filter((e) => e.id !== id),
    ),
}
