import { TABELLNAVN } from '../domain/tabeller.ts'
import { SKJEMAVERSJON } from '../sync/messages.ts'
import type { Base } from './db.ts'
import { visbar } from './replay.ts'

/** What this version of the app knows: its tables and the version of their schemas. */
const UTGAVE = `${SKJEMAVERSJON} ${TABELLNAVN.join(' ')}`

/**
 * After an update, looks again at which rows can be shown: a type or a form of a row that an older version did not know was kept
 * aside, not thrown away, and comes forth when a version knows it.
 *
 * @param foer what the version that last opened the database knew, as it is stored under `utgave`
 */
export async function sePaaNytt(db: Base, foer: unknown): Promise<void> {
  if (foer === UTGAVE) return
  await db.transaction('rw', [db.record, db.meta], async () => {
    if (foer !== undefined)
      await db.record.toCollection().modify((r) => {
        r.live = visbar(r.type, r.doc, r.deleted)
      })
    await db.meta.put({ k: 'utgave', v: UTGAVE })
  })
}
