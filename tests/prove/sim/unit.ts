import type { Bruker } from '../../../src/domain/tilgang.ts'
import { alleTabeller, type Base, type Returnert } from '../../../src/data/db.ts'
import type { Op } from '../../../src/sync/op.ts'
import { aapneTestdevice, bytesFra, type Testdevice } from '../../support/device.ts'
import type { Fate } from './steps.ts'

/** One device of a simulation: its database, its two tabs, its clock, and what the network does to them. */

export interface Held {
  release: () => void
  done: Promise<void>
}

export interface Tab {
  device: Testdevice
  /** What becomes of request number `at` of the round. */
  fate: Fate
  at: number
  calls: number
  held: Held | null
  onHold: (held: () => void) => void
}

/** All tables of a device, as rows. */
export type Dump = Record<string, unknown[]>
const tables = (db: Base) => [...alleTabeller(db), db.baaret]

export interface UnitWorld {
  now: () => number
  seed: number
  /** Carries a request to the server, and checks what it answers. */
  carry: (unit: Unit, path: string, body: string) => Promise<Response>
  /** A request that arrives long after the device gave up. */
  later: (send: () => Promise<unknown>) => void
  wrote: (unit: Unit, ops: readonly Op[]) => void
}

let databases = 0

export class Unit {
  skew = 0
  tabs: [Tab | null, Tab | null] = [null, null]
  copy: { dump: Dump; known: Set<string> } | null = null
  /** Returned changes that the person has dealt with. */
  handled = new Set<string>()
  /** Its tablet was replaced by an older state: what only it held may be gone. */
  replaced = false
  undo: (() => Promise<void>) | undefined
  private name = `unit-${++databases}`
  private life = 0
  private seen = 0
  readonly nr: number
  readonly user: Bruker
  private readonly world: UnitWorld

  constructor(nr: number, user: Bruker, world: UnitWorld) {
    this.nr = nr
    this.user = user
    this.world = world
  }

  async tab(n: number): Promise<Tab> {
    const open = this.tabs[n as 0 | 1]
    if (open) return open
    const { world } = this
    const tab: Tab = { device: undefined!, fate: 'whole', at: 0, calls: 0, held: null, onHold: () => undefined }
    tab.device = await aapneTestdevice({
      bruker: this.user,
      naa: () => world.now() + this.skew,
      navn: this.name,
      tilfeldig: bytesFra((world.seed * 1009 + this.nr * 131 + ++this.life * 65537) >>> 0),
      fetch: (path, init) => this.fetch(tab, String(path), String(init?.body)),
    })
    this.tabs[n as 0 | 1] = tab
    return tab
  }
  async db() {
    return (await this.tab(this.tabs[0] ? 0 : this.tabs[1] ? 1 : 0)).device.db
  }

  private async fetch(tab: Tab, path: string, body: string): Promise<Response> {
    const { world } = this
    const fate = tab.calls++ === tab.at ? tab.fate : 'whole'
    const send = () => world.carry(this, path, body)
    const gate = () => new Promise<void>((go) => tab.onHold(go))
    switch (fate) {
      case 'lost':
        throw new TypeError('lost')
      case 'answerLost':
        await send()
        throw new TypeError('answer lost')
      case 'twice':
        await send()
        return send()
      case 'late':
        world.later(send)
        throw new TypeError('late')
      case 'holdQuestion':
        await gate()
        return send()
      case 'holdAnswer': {
        const answer = await send()
        await gate()
        return answer
      }
      case 'crash':
        await send()
        this.close()
        throw new TypeError('crashed')
      default:
        return send()
    }
  }

  /** A round of one tab; where the network holds it, goes on without waiting for it. */
  async sync(n: number, fate: Fate, at: number, only?: string): Promise<Held | null> {
    const tab = await this.tab(n)
    if (tab.held) {
      tab.held.release()
      await tab.held.done
    }
    if (this.tabs[n as 0 | 1] !== tab) return null
    Object.assign(tab, { fate, at, calls: 0 })
    const onHold = new Promise<() => void>((go) => {
      tab.onHold = go
    })
    const round = (async () => {
      if (only === undefined) return tab.device.synk()
      tab.device.loekke.dytt(only)
      return tab.device.loekke.stille()
    })()
    const release = await Promise.race([round.then(() => null), onHold])
    if (release === null) return null
    const held: Held = {
      release,
      done: round.finally(() => {
        if (tab.held === held) tab.held = null
      }),
    }
    tab.held = held
    return held
  }

  /** What the tablet has to do with hand-over, with a network that is whole unless told. */
  async handover(fate: Fate = 'whole') {
    const tab = await this.tab(0)
    // Held requests are the business of rounds.
    Object.assign(tab, { fate: fate.startsWith('hold') ? 'lost' : fate, at: 0, calls: 0 })
    return tab.device.overlevering()
  }

  /** The browser is gone, with whatever was under way. */
  close(): void {
    for (const tab of this.tabs) tab?.device.lukk()
    for (const tab of this.tabs) tab?.held?.release()
    this.tabs = [null, null]
    this.undo = undefined
  }

  /** Tells the world of the ops that have come into the outbox since last time. */
  async note(): Promise<void> {
    const ops = await (await this.db()).outbox.where('n').above(this.seen).toArray()
    for (const o of ops) this.seen = Math.max(this.seen, o.n!)
    this.world.wrote(
      this,
      ops.map(({ n: _, tittel: __, ...op }) => op),
    )
  }

  /** Every op of which the device still knows. */
  async everSaid(): Promise<Pick<Op, 'id' | 'opId'>[]> {
    const db = await this.db()
    const rejected = (await db.rejected.toArray()).map((r) => r.op)
    return [...(await db.outbox.toArray()), ...(await db.acked.toArray()), ...rejected]
  }

  async dump(): Promise<Dump> {
    const db = await this.db()
    return Object.fromEntries(await Promise.all(tables(db).map(async (t) => [t.name, await t.toArray()] as const)))
  }

  /** Becomes a device that holds what the dump says. */
  async become(dump: Dump): Promise<void> {
    this.close()
    this.name = `unit-${++databases}`
    this.seen = 0
    this.replaced = true
    const db = await this.db()
    await db.transaction('rw', tables(db), async () => {
      for (const t of tables(db)) {
        await t.clear()
        await db.table(t.name).bulkAdd(dump[t.name]!)
      }
    })
    for (const r of dump.rejected as Returnert[]) this.handled.delete(r.opId)
  }

  async end(): Promise<void> {
    this.close()
    await (await this.tab(0)).device.slettAlt()
  }
}
