import type { Json } from '../../../src/sync/op.ts'
import { toldBy } from './told.ts'
import { must, type World } from './world.ts'

/**
 * Who must have been told that what she wrote does not stand: worked out from the history alone, change by change. Whoever it
 * was, and in whatever order the two came, her own space has it once, and nothing else.
 */

export interface Standing {
  value: Json
  writer: string
}

/** What was never deleted stands as not deleted; another field that nobody has written, as nothing. */
const same = (stood: Json | undefined, c: Change): boolean =>
  JSON.stringify(stood ?? (c.field === 'slettet' ? false : null)) === c.new

interface Change {
  op_id: string
  field: string
  new: string
  outcome: string
}

/** The history of one record, one op after another, with what stood before each. */
export class Losses {
  private readonly expected = new Set<string>()
  /** Those who wrote on over what was lost need not be told of that, only of what they wrote last. */
  private readonly allowed = new Set<string>()
  private readonly w: World

  constructor(w: World) {
    this.w = w
  }

  /** What one op did to a record, of which this stood before; `null` where there was none. */
  note(changes: readonly Change[], before: ReadonlyMap<string, Standing> | null, groups: readonly string[][]): void {
    const op = this.w.written.get(changes[0]!.op_id)?.op
    if (!op || before === null) return
    const gone = before.get('slettet')
    const wasDeleted = gone?.value === true
    for (const c of changes) {
      if (c.field === 'beskrivelse') continue
      const now = before.get(c.field) ?? (c.field === 'slettet' ? before.get('*') : undefined)
      if (now === undefined || now.writer === (op.base[c.field] ?? null)) continue
      // A deletion of what nobody had deleted is not the loss of «not deleted».
      if (c.field === 'slettet' && gone === undefined && c.outcome === 'applied') continue
      const fields = groups.find((g) => g.includes(c.field)) ?? [c.field]
      const together = changes.filter((x) => fields.includes(x.field))
      if (together.every((x) => same(before.get(x.field)?.value, x))) continue
      for (const { field } of together)
        if (c.outcome === 'applied') this.lost(before.get(field)?.writer ?? now.writer, op.opId, field)
        else this.lost(op.opId, now.writer, field)
    }
    const deletes = changes.some((c) => c.field === 'slettet' && c.new === 'true' && c.outcome === 'applied')
    const restores = changes.some((c) => c.field === 'slettet' && c.new === 'false' && c.outcome === 'applied')
    if (wasDeleted && !restores && op.kind !== 'delete' && Object.keys(op.set).length > 0)
      for (const field of Object.keys(op.set)) this.lost(op.opId, gone.writer, field)
    if (!wasDeleted && deletes)
      for (const [field, s] of before)
        if (field !== '*' && field !== 'slettet' && s.writer !== (op.base[field] ?? op.base['*']))
          this.lost(s.writer, op.opId, field)
  }

  private lost(loser: string, winner: string, field: string): void {
    // What the server filled itself with is nobody's.
    const by = this.w.written.get(loser)?.by
    if (!by) return
    const own = [...(this.w.written.get(winner)?.by ?? [])].some((nr) => by.has(nr))
    const set = own || this.builtOn().has(`${loser} ${field}`) ? this.allowed : this.expected
    set.add(`user:${this.w.units[[...by][0]!]!.user.id} ${loser} ${field}`)
  }

  private built: Set<string> | undefined
  /** Every op and field that its own author wrote on over. */
  private builtOn(): ReadonlySet<string> {
    return (this.built ??= new Set(
      [...this.w.written.values()].flatMap(({ op, by }) =>
        Object.entries(op.base).flatMap(([f, b]) => {
          const known = this.w.written.get(b ?? '')
          return known && [...known.by].some((nr) => by.has(nr)) ? [`${b} ${f}`] : []
        }),
      ),
    ))
  }

  check(
    rows: readonly { space: string; type: string; id: string; doc: Record<string, Json>; deleted: boolean }[],
  ): void {
    const told = new Map<string, { deleted: boolean; times: number }>()
    for (const r of rows)
      for (const key of toldBy(r)) told.set(key, { deleted: r.deleted, times: (told.get(key)?.times ?? 0) + 1 })
    for (const e of this.expected) must(told.has(e), `1: nobody was told of ${e}`)
    for (const [key, { deleted, times }] of told) {
      must(times === 1, `1: told ${times} times of ${key}`)
      // What was laid aside before this server was put back to an earlier copy, it may not have come to again.
      must(this.expected.has(key) || this.allowed.has(key) || deleted, `1: told of ${key}, which was no loss`)
    }
  }
}
