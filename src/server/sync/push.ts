import type { Kysely, Transaction } from 'kysely'
import type { OpResult } from '../../sync/messages.ts'
import type { Op } from '../../sync/op.ts'
import { oneOf } from '../bulk.ts'
import type { Database } from '../schema.ts'
import { transaction } from '../transaction.ts'
import { hashAv, lagre } from './persist.ts'
import type { PushAvsender, PushSvar, PushVerden } from './pushTypes.ts'
import { lockSpace } from './space.ts'

/** What devices send: stored once, in order, one database transaction for each run of ops in the same space. */

export async function push(
  db: Kysely<Database>,
  fra: PushAvsender,
  ops: readonly Op[],
  verden: PushVerden,
): Promise<PushSvar> {
  const svar = tomtSvar()
  for (const run of runs(ops)) {
    // What a run says counts only once it is committed: it may be run again.
    const { del, ferdig } = await transaction(db, async (trx) => {
      const del = tomtSvar()
      return { ferdig: await pushRun(trx, fra, run, verden, del), del }
    })
    svar.results.push(...del.results)
    svar.nextSeq = del.nextSeq
    svar.forked = del.forked
    for (const [space, head] of del.heads) svar.heads.set(space, head)
    if (!ferdig) return svar
  }
  if (ops.length === 0)
    svar.nextSeq =
      (await db.selectFrom('replica').select('next_seq').where('id', '=', fra.replica).executeTakeFirst())?.next_seq ??
      1
  return svar
}

const tomtSvar = (): PushSvar => ({ results: [], nextSeq: 1, forked: false, heads: new Map() })

/** Step 1: neighbours of the same space together, the order kept. */
export function runs(ops: readonly Op[]): Op[][] {
  const ut: Op[][] = []
  for (const op of [...ops].sort((a, b) => a.seq - b.seq)) {
    const siste = ut.at(-1)
    if (siste && siste[0]!.space === op.space) siste.push(op)
    else ut.push([op])
  }
  return ut
}

async function pushRun(
  trx: Transaction<Database>,
  fra: PushAvsender,
  run: Op[],
  verden: PushVerden,
  svar: PushSvar,
): Promise<boolean> {
  const replica = await lockReplica(trx, fra.replica)
  const spaceId = run[0]!.space
  const space = await lockSpace(trx, spaceId, verden.uuid)
  const kjente = await knownOps(trx, run)
  const nye: Op[] = []
  let nextSeq = replica.next_seq
  let stopp = false
  for (const op of run) {
    // Step 2: known, forked or after a gap.
    const kjent = kjente.get(op.opId)
    if (kjent) {
      if (kjent.hash !== hashAv(op))
        svar.results.push({
          opId: op.opId,
          status: 'refused',
          reason: { code: 'HH-302', text: 'Endringen kom to ganger med ulikt innhold. Den første står.' },
        })
      else svar.results.push(JSON.parse(kjent.result) as OpResult)
      nextSeq = Math.max(nextSeq, op.seq + 1)
      continue
    }
    if (op.seq < nextSeq) {
      svar.forked = true
      stopp = true
      break
    }
    if (op.seq > nextSeq) {
      stopp = true
      break
    }
    nye.push(op)
    nextSeq = op.seq + 1
  }
  await trx.updateTable('replica').set({ next_seq: nextSeq }).where('id', '=', fra.replica).execute()
  svar.nextSeq = nextSeq
  if (nye.length > 0) await lagre(trx, fra, spaceId, space.head + 1, nye, verden, svar)
  return !stopp
}

/** What came of a run, in its transaction; what it gives back is called when the run is committed. */
type Committed = (
  trx: Transaction<Database>,
  fresh: readonly Op[],
  results: readonly OpResult[],
  heads: Map<string, number>,
) => Promise<() => void>

/**
 * Stores ops that another's device has brought. Those that are known already are left as they are. The replica's own count
 * is not touched: it moves past them when the replica sends them itself, and what two devices with the same count wrote has room.
 */
export async function pushCarried(
  db: Kysely<Database>,
  fra: PushAvsender,
  ops: readonly Op[],
  verden: PushVerden,
  after: Committed,
): Promise<void> {
  for (const run of runs(ops)) {
    const committed = await transaction(db, async (trx) => {
      const space = await lockSpace(trx, run[0]!.space, verden.uuid)
      const known = await knownOps(trx, run)
      const fresh = run.filter((op) => !known.has(op.opId))
      const svar = tomtSvar()
      if (fresh.length > 0) await lagre(trx, fra, space.id, space.head + 1, fresh, verden, svar)
      return after(trx, fresh, svar.results, svar.heads)
    })
    committed()
  }
}

async function lockReplica(trx: Transaction<Database>, id: string) {
  await trx
    .updateTable('replica')
    .set((e) => ({ next_seq: e.ref('next_seq') }))
    .where('id', '=', id)
    .execute()
  return trx.selectFrom('replica').select('next_seq').where('id', '=', id).executeTakeFirstOrThrow()
}

export async function knownOps(trx: Transaction<Database>, run: readonly Op[]) {
  const rader = await trx
    .selectFrom('op')
    .select(['op_id', 'hash', 'result'])
    .where(
      'op_id',
      'in',
      oneOf(
        trx,
        run.map((o) => o.opId),
      ),
    )
    .execute()
  return new Map(rader.map((r) => [r.op_id, r]))
}
