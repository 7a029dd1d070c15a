import { medSkjemaer } from '../domain/skjemaer.ts'
import type { Base } from './db.ts'
import type { Toemt } from './emptied.ts'
import { UTGAVE } from './edition.ts'
import { lesMerke } from './mark.ts'
import { visbar } from './replay.ts'

/**
 * After an update, looks again at which rows can be shown: a type or a form of a row that an older version did not know was kept
 * aside, not thrown away, and comes forth when a version knows it. Of a database that is new here, whether there was another before.
 *
 * @param foer what the version that last opened the database knew, as it is stored under `utgave`
 */
export async function sePaaNytt(db: Base, foer: unknown, bruker: string, naa: number): Promise<void> {
  if (foer === UTGAVE) return
  await medSkjemaer(() => db.transaction('rw', [db.record, db.meta], async () => {
    if (foer !== undefined)
      await db.record.toCollection().modify((r) => {
        r.live = visbar(r.type, r.doc, r.deleted)
      })
    const merke = foer === undefined ? lesMerke(bruker) : null
    if (merke) await db.meta.put({ k: 'toemt', v: { naar: naa, merke } satisfies Toemt })
    await db.meta.put({ k: 'utgave', v: UTGAVE })
  }))
}
