import { TABELLNAVN } from '../domain/tabeller.ts'
import { SKJEMAVERSJON } from '../sync/versions.ts'

/** What this version of the app knows: its tables and the version of their schemas. Stored under `utgave` in the database's `meta`. */
export const UTGAVE = `${SKJEMAVERSJON} ${TABELLNAVN.join(' ')}`
