import type { Doc, Json } from '../../../src/sync/op.ts'
import { avgjortId } from '../../../src/domain/beskjedId.ts'
import { allowedSpaces } from './grants.ts'
import { checkHistory } from './history.ts'
import { SPACES } from './steps.ts'
import { toldBy } from './told.ts'
import type { Unit } from './unit.ts'
import { must, type World } from './world.ts'

/** The invariants of docs/sync.md, checked on what devices and server hold. */

/** While things happen: what belongs together is seen whole or not at all, and what is unsent is what the screen shows. */
export async function seenWhole(w: World, u: Unit): Promise<void> {
  const db = await u.db()
  for (const { rom, ids } of w.pairs.slice(-6)) {
    const found = (await db.record.bulkGet(ids.map((id): [string, string, string] => [rom, 'aktivitet', id]))).filter(
      Boolean,
    )
    must(
      found.length === 0 || found.length === ids.length,
      `5: unit ${u.nr} sees ${found.length} of the pair ${ids.join()}`,
    )
  }
  const unsent = await db.outbox.orderBy('n').toArray()
  const latest = new Map<string, [space: string, type: string, id: string, field: string, value: Json]>()
  for (const op of unsent)
    for (const [field, value] of Object.entries(op.set))
      latest.set(`${op.space} ${op.type} ${op.id} ${field}`, [op.space, op.type, op.id, field, value])
  for (const [space, type, id, field, value] of latest.values()) {
    const row = await db.record.get([space, type, id])
    must(same(row?.doc[field], value), `1: unit ${u.nr} does not show its own unsent ${space} ${type} ${id} ${field}`)
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (x: unknown): unknown =>
  x !== null && typeof x === 'object' && !Array.isArray(x)
    ? Object.fromEntries(
        Object.entries(x)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, y]) => [k, sorted(y)]),
      )
    : x

/** Last writers that are the writer of the rest need not be named. */
const plain = (part: string, x: unknown): unknown =>
  part === 'v'
    ? Object.fromEntries(
        Object.entries(x as Record<string, string>).filter(
          ([f, op], _, all) => f === '*' || op !== all.find(([g]) => g === '*')?.[1],
        ),
      )
    : x

interface Row {
  space: string
  type: string
  id: string
  doc: Doc
  deleted: boolean
  ver: number
  v: Record<string, string>
}
const keyOf = (r: { space: string; type: string; id: string }): string => `${r.space} ${r.type} ${r.id}`

/** When all is quiet. */
export async function checkQuiet(w: World): Promise<void> {
  const rows = (await w.server.db.selectFrom('record').selectAll().execute()).map((r): Row => ({
    space: r.space,
    type: r.type,
    id: r.id,
    doc: JSON.parse(r.doc) as Doc,
    deleted: r.deleted === 1,
    ver: r.ver,
    v: Object.fromEntries(
      Object.entries(JSON.parse(r.field_versions) as Record<string, [string, number]>).map(([f, [op]]) => [f, op]),
    ),
  }))
  const revoked = new Set(
    (await w.server.db.selectFrom('replica').select('id').where('revoked', '=', 1).execute()).map((r) => r.id),
  )
  for (const u of w.units) await checkUnit(w, u, rows, revoked)
  await checkAccounts(w, rows)
  await checkHistory(w, rows)
  for (const { rom, ids } of w.pairs) {
    const n = rows.filter((r) => r.space === rom && ids.includes(r.id)).length
    must(n === 0 || n === ids.length, `5: the server has ${n} of the pair ${ids.join()}`)
  }
  checkWords(w, rows)
}

/** Invariant 3: a device holds what the server has in the spaces it may read, no more and no less. */
async function checkUnit(w: World, u: Unit, rows: readonly Row[], revoked: ReadonlySet<string>): Promise<void> {
  const db = await u.db()
  for (const t of [db.outbox, db.shadow, db.staged])
    must((await t.count()) === 0, `1: unit ${u.nr} has ${await t.count()} in ${t.name} when all is quiet`)
  const gone = revoked.has((await db.meta.get('replica'))?.v as string)
  const allowed = gone ? new Set<string>() : await allowedSpaces(w.server.db, u.user)
  const here = new Map((await db.record.toArray()).map((r) => [keyOf(r), r]))
  for (const r of rows) {
    if (!allowed.has(r.space)) continue
    const own = here.get(keyOf(r))
    must(own !== undefined, `3: unit ${u.nr} lacks ${keyOf(r)}`)
    for (const part of ['doc', 'deleted', 'ver', 'v'] as const)
      must(
        same(plain(part, own![part]), plain(part, r[part])),
        `3: unit ${u.nr} has ${keyOf(r)} ${part} ${JSON.stringify(own![part])}, server ${JSON.stringify(r[part])}`,
      )
    here.delete(keyOf(r))
  }
  must(here.size === 0, `3: unit ${u.nr} has what the server has not: ${[...here.keys()].join(', ')}`)
}

/** Invariants 1 and 10: every change that was saved is accounted for, at the server or before its author's eyes. */
async function checkAccounts(w: World, rows: readonly Row[]): Promise<void> {
  const status = new Map(
    (await w.server.db.selectFrom('op').select(['op_id', 'status']).execute()).map((o) => [o.op_id, o.status]),
  )
  const asides = await w.server.db.selectFrom('quarantine').select(['op_id', 'actor', 'state']).execute()
  const aside = new Set(asides.map((o) => o.op_id))
  const own = new Set(rows.map((r) => `${r.space} ${r.id}`))
  for (const { op_id, actor, state } of asides)
    if (state === 'discarded' && w.written.get(op_id)?.op.type !== 'beskjed')
      must(own.has(`user:${actor} ${avgjortId(op_id)}`), `1: ${op_id} was dropped, and its author is not told`)
  const txns = new Map<string, Set<boolean>>()
  const returned = new Map(
    await Promise.all(
      w.units.map(async (u) => [u.nr, new Set((await (await u.db()).rejected.toArray()).map((r) => r.opId))] as const),
    ),
  )
  const shown = new Set(rows.filter((r) => !r.deleted).flatMap(toldBy))
  const overwritten = new Set(rows.filter((r) => r.type === 'beskjed').map((r) => `${r.space} ${r.id.slice(0, 36)}`))
  // Of what she wrote on over herself, the latest is what she is told of (losses.ts has the whole of it).
  const writtenOn = new Set([...w.written.values()].flatMap(({ op }) => Object.values(op.base)))
  for (const [opId, { op, by }] of w.written) {
    if (w.givenUp.has(opId)) continue
    const s = status.get(opId) ?? (aside.has(opId) ? 'quarantined' : undefined)
    const told = [...by].some(
      (nr) =>
        returned.get(nr)!.has(opId) ||
        w.units[nr]!.handled.has(opId) ||
        (s !== 'applied' && overwritten.has(`user:${w.units[nr]!.user.id} ${opId}`)) ||
        (s === 'merged' && writtenOn.has(opId)),
    )
    const what = `${op.kind} ${op.space} ${op.type} ${op.id} ${JSON.stringify(op.set)} of unit ${[...by].join()}`
    must(s !== undefined || told, `1: lost: ${what}`)
    if (s !== undefined && s !== 'applied' && !w.units.some((u) => u.replaced && by.has(u.nr)))
      must(told, `1: ${s}, and nobody was told: ${what}`)
    if (s === 'applied' && op.type === 'beskjed')
      for (const key of toldBy({ ...op, doc: op.set })) must(!shown.has(key), `1: laid aside, and told again: ${key}`)
    if (s === 'applied' && !w.restored)
      must(!told || aside.has(opId), `1: applied, and sent back all the same: ${what}`)
    if (s === 'quarantined') must(aside.has(opId), `1: set aside, and nobody can let it in: ${what}`)
    const stands = s === 'applied' || s === 'merged'
    if (s !== undefined) txns.set(op.txnId, (txns.get(op.txnId) ?? new Set()).add(stands))
  }
  for (const [txn, ends] of txns) must(ends.size === 1, `5: the txn ${txn} was taken in by halves`)
}

/** A word in a long text is never dropped because somebody else wrote as well. */
function checkWords(w: World, rows: readonly Row[]): void {
  for (const [opId, { op }] of w.written) {
    if (op.id !== 'tekst' || w.givenUp.has(opId)) continue
    const own = /w\d+\.$/.exec(String(op.set.beskrivelse))?.[0]
    const row = rows.find((r) => r.space === op.space && r.id === 'tekst')
    if (own === undefined || !w.standing.has(opId)) continue
    must(
      String(row?.doc.beskrivelse).includes(own),
      `1: the word ${own} is gone from ${SPACES.find((s) => s === op.space)}`,
    )
  }
}
