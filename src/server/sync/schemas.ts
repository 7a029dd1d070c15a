import { hentSkjemaer } from '../../domain/skjemaer.ts'
import { TABELLNAVN } from '../../domain/tabeller.ts'

/** The server checks rows of every table, so it has all schemas at hand from the start. Import this where rows are checked. */
await hentSkjemaer(TABELLNAVN)
