import * as v from 'valibot'
import { id } from '../../domain/felt.ts'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { ROLLER, type Rolle } from '../../domain/tilgang.ts'
import { feilMed } from '../http/feil.ts'
import type { Db } from './world.ts'

/** A role and the units it goes with, as the administration sends them. */
export const rolleSchema = v.picklist(ROLLER, 'Velg en rolle.')
export const enheterSchema = v.pipe(v.array(id), v.maxLength(200))

/** Roles that see everything, or only what is published, and so have no units of their own. */
const WITHOUT_UNITS: readonly Rolle[] = ['prosjektleder', 'leser']

/** The units that a role may be given: none for some, at least one that exists for the others. */
export async function checkUnits(db: Db, rolle: Rolle, enheter: readonly string[]): Promise<Resultat<string[]>> {
  if (WITHOUT_UNITS.includes(rolle)) return ok([])
  const wanted = [...new Set(enheter)]
  if (wanted.length === 0) return feil(feilMed('HH-411', 'Velg minst én enhet.', 'enheter'))
  const known = await db
    .selectFrom('record')
    .select('id')
    .where('space', '=', 'project')
    .where('type', '=', 'enhet')
    .where('deleted', '=', 0)
    .where('id', 'in', wanted)
    .execute()
  return known.length === wanted.length
    ? ok(wanted)
    : feil(feilMed('HH-411', 'En av enhetene finnes ikke på serveren. Synkroniser og prøv igjen.', 'enheter'))
}
