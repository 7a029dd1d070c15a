import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { OpResult } from '../../sync/messages.ts'
import type { Op } from '../../sync/op.ts'
import { insertRows, oneOf } from '../bulk.ts'
import type { Database } from '../schema.ts'
import { anvendTxn, type Anvendt } from './apply.ts'
import { fellesTekster } from './baseText.ts'
import { holdOgVis } from './held.ts'
import { fortellTaperne, utenSkrevetVidere } from './losses.ts'
import { settTilSide } from './quarantine.ts'
import type { PushAvsender, PushSvar, PushVerden } from './pushTypes.ts'
import { lesPoster, skrivPoster, type Post } from './records.ts'
import { lockSpace } from './space.ts'

/** Puts ops into the database: what they make of the records, their history, and what the device is to be told. */

/** Of what an op says, not of who carried it: the same words from a renumbered device are the same op. */
export function hashAv(op: Op): string {
  return createHash('sha256')
    .update(JSON.stringify([op.kind, op.space, op.type, op.id, sortert(op.set), sortert(op.base)]))
    .digest('base64url')
}
const sortert = (o: object): [string, unknown][] => Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1))

/** Stores new ops as the next version of their space: records, history, results and head. */
export async function lagre(
  trx: Transaction<Database>,
  fra: PushAvsender,
  space: string,
  ver: number,
  ops: Op[],
  verden: PushVerden,
  svar: PushSvar,
) {
  const now = verden.now()
  const tid = (op: Op) => Math.min(instant(op.t + fra.offset), now)
  const poster = await lesPoster(trx, space, ops)
  const foer = new Map(poster)
  const felles = await fellesTekster(trx, space, ops, poster)
  const endret = new Map<string, Post>()
  const changes: Database['change'][] = []
  const tap: Anvendt['tap'] = []
  const tatt: Op[] = []
  const opRader: Database['op'][] = []
  for (const txn of txns(ops)) {
    const r = proev(() => anvendTxn(lagrbar(txn), fra.adgang, (nk) => poster.get(nk) ?? null, tid, felles), verden)
    if (r === null) {
      // One poisoned op blocks nobody: its txn is set aside whole, and the queue goes on.
      const tilSide = await settTilSide(trx, fra, txn, 'HH-211', now)
      svar.results.push(...tilSide)
      opRader.push(...txn.map((op, i) => opRad(fra, op, tilSide[i]!)))
      continue
    }
    if (r.tilstander.size > 0) tatt.push(...txn)
    for (const [nk, t] of r.tilstander) {
      const post = { ...t, holdtFor: poster.get(nk)?.holdtFor ?? null }
      poster.set(nk, post)
      endret.set(nk, post)
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
        t_client: instant(op.t),
        t_effective: tid(op),
        t_server: now,
      })
    }
    tap.push(...r.tap)
    const resultater = r.resultater.map((res) => (res.status === 'refused' ? res : { ...res, ver }))
    svar.results.push(...resultater)
    opRader.push(...txn.map((op, i) => opRad(fra, op, resultater[i]!)))
  }
  await insertRows(trx, 'op', opRader)
  if (endret.size === 0) return
  await holdOgVis(trx, space, foer, endret, fra.actor)
  await skrivPoster(trx, space, ver, endret, changes, verden, svar)
  await fortellTaperne(trx, fra, space, utenSkrevetVidere(tap, tatt), verden, svar)
}

/** Whole milliseconds within what a calendar knows: a clock may say anything, and nothing is refused because of it. */
const instant = (t: number): number => Math.max(-MAX_INSTANT, Math.min(Math.round(t), MAX_INSTANT))
const MAX_INSTANT = 8.64e15

/** Throws on a field name that PostgreSQL cannot hold as text. Values are JSON, which writes such characters as escapes. */
function lagrbar(txn: readonly Op[]): readonly Op[] {
  if (txn.some((op) => Object.keys(op.set).some((felt) => felt.includes('\0'))))
    throw new Error('U+0000 in a field name')
  return txn
}

function proev<T>(gjoer: () => T, { log }: PushVerden): T | null {
  try {
    return gjoer()
  } catch (e) {
    log?.(`sync: en txn er satt til side: ${e instanceof Error ? e.stack : String(e)}`)
    return null
  }
}

const opRad = (fra: PushAvsender, op: Op, res: OpResult): Database['op'] => ({
  op_id: op.opId,
  replica: fra.via ?? fra.replica,
  seq: op.seq,
  hash: hashAv(op),
  status: res.status,
  result: JSON.stringify(res),
  payload: res.status === 'refused' ? JSON.stringify(op) : null,
})

/** Stores ops of one space that were set aside, in their author's name, because a prosjektleder let them in. What the author has sent herself meanwhile, she has her answer to. */
export async function slippInn(
  trx: Transaction<Database>,
  fra: PushAvsender,
  ops: readonly Op[],
  verden: PushVerden,
  svar: PushSvar,
): Promise<void> {
  const ider = ops.map((op) => op.opId)
  const space = await lockSpace(trx, ops[0]!.space, verden.uuid)
  const known = await trx.selectFrom('op').select(['op_id', 'status']).where('op_id', 'in', oneOf(trx, ider)).execute()
  const tatt = new Set(known.filter((k) => k.status !== 'quarantined').map((k) => k.op_id))
  const slippes = ops.filter((op) => !tatt.has(op.opId))
  if (slippes.length === 0) return
  await trx.deleteFrom('op').where('op_id', 'in', oneOf(trx, ider)).where('status', '=', 'quarantined').execute()
  await lagre(trx, { ...fra, via: `sluppet:${ider[0]!}` }, space.id, space.head + 1, slippes, verden, svar)
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
