import type { Utvalgsregel } from '../stillingsliste/utvalg.ts'
import { UTVALG } from './kilder.ts'

/** `UTVALG` as a list of positions is counted by it. */
export const UTVALGSREGEL: Utvalgsregel = {
  ansettelser: {
    fast: true,
    vikar: true,
    // Our reading: the sources name fast ansatte and vikarer with a stillingsprosent, and a midlertidig ansatt has one.
    midlertidig: true,
    timeloenn: false,
    oppdrag: false,
    folkevalgt: false,
    laerling: false,
  },
  permisjoner: { foedsel: false, helUloennet: false, annen: true, ingen: true },
  utenfor: /^(kommunedirektør|rådmann)/,
  kilde: UTVALG.kilde,
}
