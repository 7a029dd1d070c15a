import { medSkjemaer } from '../domain/skjemaer.ts'
import type { Base } from './db.ts'
import { UTGAVE } from './edition.ts'
import { visbar } from './replay.ts'

/**
 * After an update, looks again at which rows can be shown: a type or a form of a row that an older version did not know was kept
 * aside, not thrown away, and comes forth when a version knows it.
 *
 * @param foer what the version that last opened the database knew, as it is stored under `utgave`
 */
export async function sePaaNytt(db: Base, foer: unknown): Promise<void> {
  if (foer === UTGAVE) return
  await medSkjemaer(() => db.transaction('rw', [db.record, db.meta], async () => {
    if (foer !== undefined)
      await db.record.toCollection().modify((r) => {
        r.live = visbar(r.type, r.doc, r.deleted)
      })
    await db.meta.put({ k: 'utgave', v: UTGAVE })
  }))
}
