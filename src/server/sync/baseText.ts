import type { Transaction } from 'kysely'
import { erTabell, tabeller } from '../../domain/tabeller.ts'
import type { Tilstand } from '../../sync/merge.ts'
import type { Op } from '../../sync/op.ts'
import { oneOf } from '../bulk.ts'
import type { Database } from '../schema.ts'
import { noekkel } from './apply.ts'

/** What long texts were when a person began to write: as she says, or found in the history by the op she built on. */
export async function fellesTekster(
  trx: Transaction<Database>,
  space: string,
  ops: readonly Op[],
  poster: ReadonlyMap<string, Tilstand>,
): Promise<(op: Op) => Readonly<Record<string, string>>> {
  const spurt = ops.flatMap((op) =>
    tekstfelter(op)
      .filter((felt) => op.fra?.[felt] === undefined && op.base[felt] != null && poster.has(noekkel(op)))
      .map((felt) => op.base[felt]!),
  )
  const rader =
    spurt.length === 0
      ? []
      : await trx
          .selectFrom('change')
          .select(['op_id', 'space', 'field', 'type', 'id', 'new'])
          .where('op_id', 'in', oneOf(trx, spurt))
          .execute()
  // Asked for by op alone: with the space beside it, SQLite would walk through all of the space's history.
  const funnet = new Map(
    rader
      .filter((r) => r.space === space)
      .map((r) => [`${r.op_id} ${r.type} ${r.id} ${r.field}`, JSON.parse(r.new) as unknown]),
  )
  return (op) => {
    const ut: Record<string, string> = {}
    for (const felt of tekstfelter(op)) {
      const base = op.base[felt]
      // Began from nothing, or from a record that did not have the field: an empty text.
      const tekst = op.fra?.[felt] ?? (base == null ? '' : (funnet.get(`${base} ${op.type} ${op.id} ${felt}`) ?? ''))
      if (typeof tekst === 'string') ut[felt] = tekst
    }
    return ut
  }
}

const tekstfelter = (op: Op): string[] =>
  erTabell(op.type) ? (tabeller[op.type].tekster as readonly string[]).filter((f) => f in op.set) : []
