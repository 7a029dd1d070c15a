import type { Transaction } from 'kysely'
import type { Tilstand } from '../../sync/merge.ts'
import type { Doc } from '../../sync/op.ts'
import type { Database } from '../schema.ts'
import type { PushAvsender, PushSvar, PushVerden } from './pushTypes.ts'
import { skrivPoster } from './records.ts'

/** A row in a person's own space that tells her what became of an op of hers (domain/beskjed.ts). */
export interface Notice {
  opId: string
  id: string
  doc: Doc
}

/** Stores notices as the next version of a person's own space, which the caller has locked. */
export async function writeNotices(
  trx: Transaction<Database>,
  fra: Pick<PushAvsender, 'actor' | 'actorName' | 'replica'>,
  space: string,
  ver: number,
  notices: readonly Notice[],
  verden: PushVerden,
  svar: PushSvar,
): Promise<void> {
  if (notices.length === 0) return
  const now = verden.now()
  const poster = new Map<string, Tilstand>()
  const changes: Database['change'][] = []
  for (const { opId, id, doc } of notices) {
    // Its writer is the op that it is about, whoever tells of it and when: what lays it aside builds on that.
    poster.set(`beskjed/${id}`, { doc, deleted: false, skrivere: { '*': [opId, now] } })
    for (const [field, value] of Object.entries(doc))
      changes.push({
        space,
        ver,
        n: changes.length,
        op_id: opId,
        txn_id: opId,
        type: 'beskjed',
        id,
        field,
        old: 'null',
        new: JSON.stringify(value),
        outcome: 'applied',
        actor: fra.actor,
        actor_name: fra.actorName,
        replica: fra.replica,
        t_client: now,
        t_effective: now,
        t_server: now,
      })
  }
  await skrivPoster(trx, space, ver, poster, changes, verden, svar)
}
