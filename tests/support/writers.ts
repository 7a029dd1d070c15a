import { randomUUID } from 'node:crypto'
import {
  AliasNode,
  ColumnUpdateNode,
  IdentifierNode,
  RawNode,
  SelectionNode,
  SelectQueryNode,
  sql,
  TableNode,
  UpdateQueryNode,
  ValueNode,
  WhereNode,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
} from 'kysely'
import type { Bruker } from '../../src/domain/tilgang.ts'
import type { OpenDatabase } from '../../src/server/dialect.ts'
import type { Database } from '../../src/server/schema.ts'
import { createStore, type Store } from '../../src/server/sync/store.ts'
import type { SpaceResponse, SyncRequest } from '../../src/sync/messages.ts'
import type { Op } from '../../src/sync/op.ts'
import { BRUKERE, ORGANISASJON } from './store.ts'

/**
 * Many write at once through several instances on one database, with pauses in the middle of their transactions, while
 * one reads what is new again and again, by the shipped store. Whatever was committed and is never read was skipped.
 */

export interface Trial {
  open: () => Promise<OpenDatabase>
  /** How many changes in all. */
  changes: number
  instances?: number
  writers?: number
  /** Most changes in one push. */
  push?: number
  /** The planted fault: versions out of a sequence, with nothing held to the commit. */
  withoutLock?: boolean
  /** The chance that a query in a transaction is followed by a pause, and the longest one in milliseconds. */
  pause?: { chance: number; ms: number }
}

export interface Found {
  written: number
  skipped: number
  /** Versions given out, and whether each is there once, without holes. */
  versions: number
  whole: boolean
  reads: number
  seconds: number
}

const SPACES = ['unit:bondihagen', 'unit:hurum']
const LEADER: Bruker = { ...BRUKERE.prosjektleder, enheter: [] }

export async function writeAndRead({
  open,
  changes,
  instances = 3,
  writers = 16,
  push = 5,
  withoutLock = false,
  pause = { chance: 0.1, ms: 4 },
}: Trial): Promise<Found> {
  const started = performance.now()
  const opened = await Promise.all(Array.from({ length: instances }, open))
  const [{ db }] = opened as [OpenDatabase]
  if (withoutLock) await sql`create sequence if not exists trial`.execute(db)
  await createStore({ db, now: Date.now, uuid: randomUUID }).seed(ORGANISASJON, 'server')
  const plugins = [pauses(pause), ...(withoutLock ? [lockless] : [])]
  const stores = opened.map((o) =>
    createStore({
      db: plugins.reduce((k: Kysely<Database>, p) => k.withPlugin(p), o.db),
      now: Date.now,
      uuid: randomUUID,
    }),
  )

  let left = changes
  const take = () => {
    const n = Math.min(left, 1 + Math.floor(Math.random() * push))
    left -= n
    return n
  }
  const writing = Promise.all(Array.from({ length: writers }, (_, i) => write(stores[i % stores.length]!, take))).then(
    (all) => all.reduce((sum, n) => sum + n, 0),
  )
  let done = false
  void writing.finally(() => (done = true)).catch(() => undefined)

  const reader = createReader()
  do await reader.read(stores[reader.reads % stores.length]!)
  while (!done)
  const written = await writing
  while (await reader.read(stores[0]!));

  const counts = await db
    .selectFrom('commit_log')
    .select((e) => ['space', e.fn.countAll<number>().as('n'), e.fn.max('ver').as('head')])
    .where('space', 'in', SPACES)
    .groupBy('space')
    .execute()
  for (const o of opened) await o.close()
  return {
    written,
    skipped: written - reader.seen.size,
    versions: counts.reduce((sum, c) => sum + c.n, 0),
    whole: counts.every((c) => c.n === c.head),
    reads: reader.reads,
    seconds: (performance.now() - started) / 1000,
  }
}

const ask = (replica: string, more: Partial<SyncRequest>): SyncRequest => ({
  protocol: 1,
  replica,
  device: 'Skriver',
  schema: 1,
  now: Date.now(),
  push: [],
  spaces: [],
  only: [],
  ...more,
})

/** One device that pushes new records until there are no more to write; gives how many were confirmed. */
async function write(store: Store, take: () => number): Promise<number> {
  const replica = randomUUID()
  let seq = 0
  let written = 0
  for (let n = take(); n > 0; n = take()) {
    const space = SPACES[Math.floor(Math.random() * SPACES.length)]!
    const ops = Array.from({ length: n }, (): Op => {
      const opId = randomUUID()
      const set = { tittel: `Endring ${++seq}` }
      return {
        ...{ opId, seq, txnId: opId, kind: 'set', space, type: 'aktivitet', id: randomUUID(), set, base: {} },
        ...{ schema: 1, t: Date.now() },
      }
    })
    const answer = await store.sync(LEADER, ask(replica, { push: ops }))
    if (!answer.ok) throw new Error(answer.feil.tekst)
    const confirmed = answer.verdi.results.filter((r) => r.status === 'applied').length
    if (confirmed !== n) throw new Error(`${confirmed} of ${n} were confirmed`)
    written += confirmed
  }
  return written
}

/** One device that keeps its place and asks for what is new. */
function createReader() {
  const replica = randomUUID()
  const seen = new Set<string>()
  let places: SpaceResponse[] = []
  const reader = {
    seen,
    reads: 0,
    /** Whether anything came, or more waits. */
    async read(store: Store): Promise<boolean> {
      reader.reads++
      const spaces = places.map(({ id, epoch, ver, mark }) => ({ id, epoch, ver, mark }))
      const answer = await store.sync(LEADER, ask(replica, { spaces, only: SPACES }))
      if (!answer.ok) throw new Error(answer.feil.tekst)
      places = answer.verdi.spaces
      for (const { rows } of places) for (const row of rows) seen.add(row.id)
      return places.some((p) => p.rows.length > 0 || p.more)
    },
  }
  return reader
}

const pauses = ({ chance, ms }: { chance: number; ms: number }): KyselyPlugin => ({
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    if (Math.random() < chance) await new Promise((done) => setTimeout(done, Math.random() * ms))
    return result
  },
})

/** What a build without the lock would ask: the update that takes it is gone, and the number comes from a sequence. */
const lockless: KyselyPlugin = {
  transformQuery: ({ node }) =>
    UpdateQueryNode.is(node) && isSpace(node.table)
      ? withoutLocking(node)
      : SelectQueryNode.is(node) && isSpace(node.from?.froms[0]) && node.selections?.length === 3
        ? withNumberFromSequence(node)
        : node,
  transformResult: ({ result }) => Promise.resolve(result),
}

const isSpace = (node: OperationNode | undefined): boolean =>
  node !== undefined && TableNode.is(node) && node.table.identifier.name === 'space'

/** `set head = head` takes the lock, and goes; `set head = 7` must then not move it back. */
function withoutLocking(node: UpdateQueryNode): RootOperationNode {
  const [update] = node.updates!
  if (!ValueNode.is(update!.value)) return { ...node, where: WhereNode.create(RawNode.createWithSql('false')) }
  const highest = RawNode.create(['greatest("head", ', ')'], [update!.value])
  return { ...node, updates: [ColumnUpdateNode.create(update!.column, highest)] }
}

function withNumberFromSequence(node: SelectQueryNode): RootOperationNode {
  const next = AliasNode.create(RawNode.createWithSql(`nextval('trial') - 1`), IdentifierNode.create('head'))
  const [id, , epoch] = node.selections!
  return { ...node, selections: [id!, SelectionNode.create(next), epoch!] }
}
