import type { Database } from '../schema.ts'
import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Tilstand } from '../../sync/merge.ts'
import type { OpResult } from '../../sync/messages.ts'
import type { Op } from '../../sync/op.ts'
import { anvendTxn, noekkel, type Adgang } from './apply.ts'
import { fellesTekster } from './baseText.ts'
import { commitSpace, lockSpace } from './space.ts'
import type { SyncTables } from './tables.ts'

/** What devices send: stored once, in order, one database transaction for each run of ops in the same space. */

export interface PushAvsender {
  replica: string
  adgang: Adgang
  actor: string
  actorName: string
  /** What to add to the device's clock to get the server's, milliseconds. */
  offset: number
}

export interface PushSvar {
  results: OpResult[]
  nextSeq: number
  forked: boolean
  heads: Map<string, number>
}

export interface PushVerden {
  now: () => number
  uuid: () => string
}

/** Rows a single insert may hold: SQLite binds at most 32,766 values. */
const RADER_PER_INNSETTING = 500

export async function push(
  db: Kysely<Database>,
  fra: PushAvsender,
  ops: readonly Op[],
  verden: PushVerden,
): Promise<PushSvar> {
  const svar: PushSvar = { results: [], nextSeq: 1, forked: false, heads: new Map() }
  for (const run of runs(ops)) {
    const ferdig = await db.transaction().execute((trx) => pushRun(trx, fra, run, verden, svar))
    if (!ferdig) return svar
  }
  if (ops.length === 0)
    svar.nextSeq =
      (await db.selectFrom('replica').select('next_seq').where('id', '=', fra.replica).executeTakeFirst())?.next_seq ??
      1
  return svar
}

/** Step 1: neighbours of the same space together, the order kept. */
function runs(ops: readonly Op[]): Op[][] {
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
  const kjente = await kjenteOps(trx, run)
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

async function lockReplica(trx: Transaction<Database>, id: string) {
  await trx
    .updateTable('replica')
    .set((e) => ({ next_seq: e.ref('next_seq') }))
    .where('id', '=', id)
    .execute()
  return trx.selectFrom('replica').select('next_seq').where('id', '=', id).executeTakeFirstOrThrow()
}

async function kjenteOps(trx: Transaction<Database>, run: readonly Op[]) {
  const rader = await trx
    .selectFrom('op')
    .select(['op_id', 'hash', 'result'])
    .where(
      'op_id',
      'in',
      run.map((o) => o.opId),
    )
    .execute()
  return new Map(rader.map((r) => [r.op_id, r]))
}

/** Of what an op says, not of who carried it: the same words from a renumbered device are the same op. */
function hashAv(op: Op): string {
  return createHash('sha256')
    .update(JSON.stringify([op.kind, op.space, op.type, op.id, sortert(op.set), sortert(op.base)]))
    .digest('base64url')
}
const sortert = (o: object): [string, unknown][] => Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1))

async function lagre(
  trx: Transaction<Database>,
  fra: PushAvsender,
  space: string,
  ver: number,
  ops: Op[],
  verden: PushVerden,
  svar: PushSvar,
) {
  const now = verden.now()
  const tid = (op: Op) => Math.min(Math.round(op.t + fra.offset), now)
  const poster = await lesPoster(trx, space, ops)
  const felles = await fellesTekster(trx, space, ops, poster)
  const endret = new Set<string>()
  const changes: SyncTables['change'][] = []
  const opRader: SyncTables['op'][] = []
  for (const txn of txns(ops)) {
    const r = anvendTxn(txn, fra.adgang, (nk) => poster.get(nk) ?? null, tid, felles)
    for (const [nk, t] of r.tilstander) {
      poster.set(nk, t)
      endret.add(nk)
    }
    for (const { op, endring } of r.endringer) {
      changes.push({
        space,
        ver,
        n: changes.length,
        op_id: op.opId,
        txn_id: op.txnId,
        type: op.type,
        id: op.id,
        field: endring.felt,
        old: JSON.stringify(endring.fra),
        new: JSON.stringify(endring.til),
        outcome: endring.utfall,
        actor: fra.actor,
        actor_name: fra.actorName,
        replica: fra.replica,
        t_client: Math.round(op.t),
        t_effective: tid(op),
        t_server: now,
      })
    }
    const resultater = r.resultater.map((res) => (res.status === 'refused' ? res : { ...res, ver }))
    svar.results.push(...resultater)
    txn.forEach((op, i) => {
      const res = resultater[i]!
      opRader.push({
        op_id: op.opId,
        replica: fra.replica,
        seq: op.seq,
        hash: hashAv(op),
        status: res.status,
        result: JSON.stringify(res),
        payload: res.status === 'refused' ? JSON.stringify(op) : null,
      })
    })
  }
  for (const del of biter(opRader)) await trx.insertInto('op').values(del).execute()
  if (endret.size === 0) return
  const rader = [...endret].map((nk) => {
    const t = poster.get(nk)!
    const [type, id] = nk.split('/') as [string, string]
    return {
      space,
      type,
      id,
      doc: JSON.stringify(t.doc),
      field_versions: JSON.stringify(t.skrivere),
      ver,
      deleted: t.deleted ? 1 : 0,
    }
  })
  for (const del of biter(rader)) {
    await trx
      .insertInto('record')
      .values(del)
      .onConflict((c) =>
        c.columns(['space', 'type', 'id']).doUpdateSet((e) => ({
          doc: e.ref('excluded.doc'),
          field_versions: e.ref('excluded.field_versions'),
          ver: e.ref('excluded.ver'),
          deleted: e.ref('excluded.deleted'),
        })),
      )
      .execute()
  }
  for (const del of biter(changes)) await trx.insertInto('change').values(del).execute()
  await commitSpace(trx, space, ver, verden.uuid())
  svar.heads.set(space, ver)
}

/** Neighbours with the same txnId together. */
function txns(ops: readonly Op[]): Op[][] {
  const ut: Op[][] = []
  for (const op of ops) {
    const siste = ut.at(-1)
    if (siste && siste[0]!.txnId === op.txnId) siste.push(op)
    else ut.push([op])
  }
  return ut
}

async function lesPoster(
  trx: Transaction<Database>,
  space: string,
  ops: readonly Op[],
): Promise<Map<string, Tilstand>> {
  const ider = [...new Set(ops.map((o) => o.id))]
  const rader = await trx.selectFrom('record').selectAll().where('space', '=', space).where('id', 'in', ider).execute()
  return new Map(
    rader.map((r) => [
      noekkel(r),
      {
        doc: JSON.parse(r.doc) as Tilstand['doc'],
        deleted: r.deleted === 1,
        skrivere: JSON.parse(r.field_versions) as Tilstand['skrivere'],
      },
    ]),
  )
}

function biter<T>(liste: T[]): T[][] {
  const ut: T[][] = []
  for (let i = 0; i < liste.length; i += RADER_PER_INNSETTING) ut.push(liste.slice(i, i + RADER_PER_INNSETTING))
  return ut
}
