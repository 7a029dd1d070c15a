import type { Json } from '../../../src/sync/op.ts'
import { Losses } from './losses.ts'
import { must, type World } from './world.ts'

/**
 * The small model: reads the history from the beginning and says, change by change, what must have become of it by the
 * rules of docs/sync.md. Then what stands must be what the history folds to.
 */

interface Standing {
  value: Json
  writer: string
  time: number
}

/** Fields that merge by their own value alone. Groups are checked as groups, long texts by their words. */
const PLAIN = new Set(['tittel', 'frist', 'ansvarlig', 'kortnavn', 'kilde', 'pilot', 'overordnet', 'slettet'])
const GROUP = ['status', 'ferdigDato']

export async function checkHistory(
  w: World,
  rows: readonly {
    space: string
    type: string
    id: string
    doc: Record<string, Json>
    deleted: boolean
    v: Record<string, string>
  }[],
): Promise<void> {
  const folded = new Map<string, Map<string, Standing>>()
  const seen = new Set<string>()
  const changes = await w.server.db
    .selectFrom('change')
    .selectAll()
    .orderBy('space')
    .orderBy('ver')
    .orderBy('n')
    .execute()
  const whole = new Map<string, Set<string>>()
  const losses = new Losses(w)
  const perOp = new Map<string, typeof changes>()
  for (const c of changes) {
    const key = `${c.op_id} ${c.space} ${c.type} ${c.id}`
    perOp.set(key, [...(perOp.get(key) ?? []), c])
  }
  let latest = ''
  for (const c of changes) {
    const once = `${c.op_id} ${c.space} ${c.type} ${c.id} ${c.field}`
    must(!seen.has(once), `2: ${once} was done twice`)
    seen.add(once)
    must(c.t_effective <= c.t_server, `9: ${once} counts as written after it came`)
    const key = `${c.space} ${c.type} ${c.id}`
    const made = !folded.has(key)
    const row = folded.get(key) ?? new Map<string, Standing>()
    if (latest !== `${c.op_id} ${key}`)
      losses.note(perOp.get(`${c.op_id} ${key}`)!, made ? null : new Map(row), [GROUP])
    latest = `${c.op_id} ${key}`
    folded.set(key, row)
    const now = row.get(c.field) ?? (c.field === 'slettet' ? row.get('*') : undefined)
    const base = w.written.get(c.op_id)?.op.base[c.field]
    if (!made && PLAIN.has(c.field) && base !== undefined && now !== undefined && now.writer !== c.op_id) {
      const later = c.t_effective !== now.time ? c.t_effective > now.time : c.op_id > now.writer
      const applied = now.writer === base || later
      must(
        (c.outcome === 'applied') === applied,
        `9: ${once} is ${c.outcome}, though the rule says ${applied ? 'applied' : 'superseded'}`,
      )
    }
    if (c.outcome === 'applied') {
      const standing = { value: JSON.parse(c.new) as Json, writer: c.op_id, time: c.t_effective }
      row.set(c.field, standing)
      if (made) row.set('*', standing)
      if (c.type !== 'beskjed') w.standing.add(c.op_id)
    }
    whole.set(c.op_id, (whole.get(c.op_id) ?? new Set()).add(c.field))
  }
  for (const r of rows) {
    const row = folded.get(`${r.space} ${r.type} ${r.id}`)
    must(row !== undefined, `7: ${r.space} ${r.type} ${r.id} has no history`)
    const fields = new Set([...Object.keys(r.doc), ...row!.keys()])
    for (const f of fields) {
      if (f === '*' || f === 'slettet') continue
      must(
        JSON.stringify(row!.get(f)?.value) === JSON.stringify(r.doc[f]),
        `7: ${r.space} ${r.type} ${r.id} ${f} is not what its history says`,
      )
    }
    must(
      (row!.get('slettet')?.value ?? false) === r.deleted,
      `7: ${r.space} ${r.type} ${r.id} is deleted or not, against its history`,
    )
    const writers = new Set(GROUP.filter((f) => f in r.doc).map((f) => r.v[f] ?? r.v['*']))
    must(writers.size < 2, `4: status and day of ${r.space} ${r.id} are of two people`)
  }
  losses.check(rows)
  await checkWhole(w, whole)
}

/** Of a change that was taken in, every field is in the history: what lost too. */
async function checkWhole(w: World, whole: ReadonlyMap<string, Set<string>>): Promise<void> {
  const taken = await w.server.db
    .selectFrom('op')
    .select('op_id')
    .where('status', 'in', ['applied', 'merged'])
    .execute()
  for (const { op_id } of taken) {
    const op = w.written.get(op_id)?.op
    for (const f of Object.keys(op?.set ?? {}))
      must(whole.get(op_id)?.has(f) === true, `1: ${op_id} ${f} was taken in and is in no history`)
  }
}
