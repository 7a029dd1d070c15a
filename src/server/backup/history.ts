import { SLETTET, type Doc } from '../../sync/op.ts'
import { Damaged, type DatabaseFile } from './file.ts'

interface ChangeRow {
  space: string
  type: string
  id: string
  field: string
  new: string
}

/** Folds the history of every record and compares it with the record (invariant 7 of docs/sync.md). One record is in memory at a time. */
export function checkHistory(db: DatabaseFile): { records: number; changes: number } {
  const stored = db.prepare('select doc, deleted from record where space = ? and type = ? and id = ?')
  let checked = 0
  let last: ChangeRow | undefined
  let folded = new Map<string, string>()

  const compare = () => {
    if (last === undefined) return
    const { space, type, id } = last
    const row = stored.get(space, type, id) as { doc: string; deleted: number } | undefined
    if (row === undefined || !agrees(row, folded))
      throw new Damaged(`${type} ${id} i rommet ${space} er ikke det historikken sier`)
    checked += 1
  }

  for (const row of db.prepare(HISTORY).iterate() as Iterable<ChangeRow>) {
    if (last === undefined || row.id !== last.id || row.type !== last.type || row.space !== last.space) {
      compare()
      folded = new Map()
    }
    folded.set(row.field, row.new)
    last = row
  }
  compare()

  const records = count(db, 'record')
  if (checked !== records) throw new Damaged(`${records - checked} opplysninger har ingen historikk`)
  return { records, changes: count(db, 'change') }
}

const HISTORY = `
  select space, type, id, field, new from change where outcome = 'applied'
  order by space, type, id, ver, n`

function agrees({ doc, deleted }: { doc: string; deleted: number }, folded: Map<string, string>): boolean {
  const isDeleted = folded.get(SLETTET) === 'true'
  folded.delete(SLETTET)
  const fields = Object.entries(JSON.parse(doc) as Doc)
  return (
    isDeleted === (deleted === 1) &&
    fields.length === folded.size &&
    fields.every(([field, value]) => folded.get(field) === JSON.stringify(value))
  )
}

const count = (db: DatabaseFile, table: 'record' | 'change'): number =>
  (db.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
