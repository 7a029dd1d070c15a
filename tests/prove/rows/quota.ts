import { openWorld } from '../sim/world.ts'
import type { Row } from '../row.ts'

/** The disk is full, or the browser takes the database away, at every step of a write. */

const ROM = 'unit:bondihagen'
const METHODS = ['put', 'add', 'get', 'getAll', 'delete', 'openCursor', 'count'] as const
type Fault = 'quota' | 'quotaLater' | 'abort' | 'closed' | 'transaction'
const FAULTS: Fault[] = ['quota', 'quotaLater', 'abort', 'closed', 'transaction']

/** Lets step number `at` go wrong. Returns how to put everything back, and whether it did go wrong. */
function inject(fault: Fault, at: number): { restore: () => void; hit: () => boolean } {
  let step = 0
  let hit = false
  const full = () => new DOMException('The disk is full', 'QuotaExceededError')
  const put: (() => void)[] = []
  const wrap = (on: object, name: string, instead: (self: never, real: () => unknown) => unknown) => {
    const real = Reflect.get(on, name) as (...a: unknown[]) => unknown
    Reflect.set(on, name, function (this: never, ...a: unknown[]) {
      return instead(this, () => real.apply(this, a))
    })
    put.push(() => Reflect.set(on, name, real))
  }
  const due = () => !hit && ++step === at && (hit = true)
  if (fault === 'transaction')
    wrap(IDBDatabase.prototype, 'transaction', (self: IDBDatabase, real) => {
      if (due()) {
        self.close()
        throw new DOMException('The connection is gone', 'InvalidStateError')
      }
      return real()
    })
  else
    for (const name of METHODS)
      wrap(IDBObjectStore.prototype, name, (self: IDBObjectStore, real) => {
        if (!due()) return real()
        if (fault === 'quota') throw full()
        if (fault === 'closed') {
          self.transaction.db.close()
          self.transaction.abort()
          throw new DOMException('The connection is gone', 'InvalidStateError')
        }
        const request = real()
        // As browsers do it: the write is taken, and the transaction fails when it is to be stored.
        if (fault === 'quotaLater') queueMicrotask(() => self.transaction.abort())
        else self.transaction.abort()
        return request
      })
  return { restore: () => put.forEach((f) => f()), hit: () => hit }
}

export const quota: Row = {
  name: 'quota',
  title: 'a full disk and a lost database at each step of a write: saved whole, or said',
  async run(how) {
    let tried = 0
    let saved = 0
    const wrong: string[] = []
    for (const fault of FAULTS)
      for (const story of ['new', 'edit', 'several'] as const)
        for (let at = 1; ; at++) {
          const r = await attempt(fault, story, at)
          if (r === null) break
          tried++
          if (r.said) saved++
          if (!r.ok) wrong.push(`${fault} at step ${at} of «${story}»: said ${r.said}, stored ${r.stored}`)
          if (at > 200) throw new Error('a write of more than 200 steps')
        }
    for (const line of wrong.slice(0, 5)) how.say(`  ${line}`)
    return {
      ok: wrong.length === 0,
      figures: `${tried} places (${FAULTS.length} faults × 3 kinds of write × each step): ${saved} saved all the same, ${tried - saved} said so, ${wrong.length} by halves or untold`,
    }
  },
}

/** `null` when the write has fewer steps than that. */
async function attempt(
  fault: Fault,
  story: 'new' | 'edit' | 'several',
  at: number,
): Promise<{ ok: boolean; said: boolean; stored: string } | null> {
  const w = await openWorld(1, 1)
  const unit = w.units[0]!
  const { device } = await unit.tab(0)
  await device.write({ rom: ROM, type: 'aktivitet', id: 'gammel', set: { tittel: 'før' } })
  await unit.sync(0, 'whole', 0)
  const change = (id: string) => ({ rom: ROM, type: 'aktivitet' as const, id, set: { tittel: 'nå' } })
  const ids = story === 'new' ? ['ny'] : story === 'edit' ? ['gammel'] : ['ny', 'gammel', 'ny2']
  const before = JSON.stringify(await unit.dump())
  const { restore, hit } = inject(fault, at)
  let said: boolean
  try {
    await device.write(ids.map(change))
    said = true
  } catch {
    said = false
  } finally {
    restore()
  }
  unit.close()
  const after = await unit.dump()
  const records = (after.record as { id: string; doc: { tittel: string } }[]).filter(
    (r) => ids.includes(r.id) && r.doc.tittel === 'nå',
  ).length
  const queued = (after.outbox as { id: string }[]).length
  const all = records === ids.length && queued === ids.length && (after.shadow as unknown[]).length === ids.length
  const none = JSON.stringify(after) === before
  // It must still work afterwards.
  await (await unit.tab(0)).device.write(change('etterpå'.replace('å', 'aa')))
  await unit.end()
  await w.server.close()
  if (!hit()) return null
  return { ok: said ? all : none, said, stored: all ? 'all' : none ? 'nothing' : 'half' }
}
