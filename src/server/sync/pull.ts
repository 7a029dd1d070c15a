import type { Database } from '../schema.ts'
import type { Kysely } from 'kysely'
import type { Skrivere } from '../../sync/merge.ts'
import { RADER_PER_SIDE, type SpaceResponse, type SyncRequest, type WireRow } from '../../sync/messages.ts'
import type { Doc, Versjoner } from '../../sync/op.ts'
import { readSpaces } from './space.ts'
import type { RecordTable } from './tables.ts'

/** What has changed in each space since the device's cursor. Run it in one transaction, so that results and rows never contradict. */
export async function pull(
  db: Kysely<Database>,
  rom: readonly string[],
  steder: SyncRequest['spaces'],
  bruker: string,
): Promise<SpaceResponse[]> {
  const heads = await readSpaces(db, rom)
  const ut: SpaceResponse[] = []
  let plass = RADER_PER_SIDE
  for (const id of rom) {
    const space = heads.get(id)
    const sted = steder.find((s) => s.id === id)
    // A space without a commit is empty, and says so with an empty epoch. A device that knew more has met a restored server.
    if (!space) {
      ut.push({
        id,
        epoch: '',
        ver: 0,
        mark: '',
        durable: 0,
        rows: [],
        more: false,
        ...(sted && sted.ver > 0 ? { cursorUnknown: true } : {}),
      })
      continue
    }
    // A device at 0 has no rows, and may have pushed all the same: the epoch tells.
    const ukjent = sted !== undefined && sted.epoch !== '' && !(await erKjent(db, id, space.epoch, sted))
    const fra = sted === undefined || ukjent ? 0 : sted.ver
    if (fra === space.head) {
      ut.push({
        id,
        epoch: space.epoch,
        ver: fra,
        mark: fra === 0 ? '' : sted!.mark,
        durable: space.durable,
        rows: [],
        more: false,
        ...(ukjent ? { cursorUnknown: true } : {}),
      })
      continue
    }
    const side = plass > 0 ? await lesSide(db, id, fra, plass, bruker) : { rader: [], ver: fra, mer: true }
    plass -= side.rader.length
    const ver = side.mer ? side.ver : space.head
    ut.push({
      id,
      epoch: space.epoch,
      ver,
      mark: ver === 0 ? '' : await markAv(db, id, ver),
      durable: space.durable,
      rows: side.rader.map(somWire),
      more: side.mer,
      ...(ukjent ? { cursorUnknown: true } : {}),
    })
  }
  return ut
}

/** The history at the device's version is the one it knew: same epoch, same mark. */
async function erKjent(
  db: Kysely<Database>,
  space: string,
  epoch: string,
  sted: SyncRequest['spaces'][number],
): Promise<boolean> {
  if (sted.epoch !== epoch) return false
  return sted.ver === 0 || (await markAv(db, space, sted.ver)) === sted.mark
}

async function markAv(db: Kysely<Database>, space: string, ver: number): Promise<string> {
  const rad = await db
    .selectFrom('commit_log')
    .select('mark')
    .where('space', '=', space)
    .where('ver', '=', ver)
    .executeTakeFirst()
  return rad?.mark ?? ''
}

/** Rows in order of version; a page never ends inside a commit, so that no txn is seen by halves. */
async function lesSide(db: Kysely<Database>, space: string, fra: number, grense: number, bruker: string) {
  // What is held back is sent to its author alone.
  const sendes = db
    .selectFrom('record')
    .select(SENDT)
    .where((e) => e.or([e('held_for', 'is', null), e('held_for', '=', bruker)]))
  const rader = await sendes
    .where('space', '=', space)
    .where('ver', '>', fra)
    .orderBy('ver')
    .orderBy('type')
    .orderBy('id')
    .limit(grense + 1)
    .execute()
  if (rader.length <= grense) return { rader, ver: rader.at(-1)?.ver ?? fra, mer: false }
  const sisteVer = rader.at(-1)!.ver
  const hele = rader.filter((r) => r.ver < sisteVer)
  if (hele.length > 0) return { rader: hele, ver: hele.at(-1)!.ver, mer: true }
  // One commit larger than a page: it goes whole all the same.
  const commit = await sendes.where('space', '=', space).where('ver', '=', sisteVer).execute()
  return { rader: commit, ver: sisteVer, mer: true }
}

const SENDT = ['type', 'id', 'doc', 'field_versions', 'ver', 'deleted'] as const

function somWire(r: Pick<RecordTable, (typeof SENDT)[number]>): WireRow {
  const skrivere = JSON.parse(r.field_versions) as Skrivere
  const v: Versjoner = {}
  for (const [felt, [opId]] of Object.entries(skrivere)) v[felt] = opId
  return { type: r.type, id: r.id, doc: JSON.parse(r.doc) as Doc, v, ver: r.ver, deleted: r.deleted === 1 }
}
