import { SPACES, type Event } from './steps.ts'
import { seenWhole } from './check.ts'
import type { Unit } from './unit.ts'
import type { World } from './world.ts'

/** What happens around people: network, clocks, crashes, copies, access. */
export async function happen(w: World, e: Event): Promise<void> {
  const unit = (n: number): Unit => w.units[n % w.units.length]!
  switch (e.do) {
    case 'sync': {
      const u = unit(e.who)
      const held = await u.sync(e.tab, e.fate, e.at, e.only ? SPACES[0] : undefined)
      if (held) w.held.push(held)
      return seenWhole(w, u)
    }
    case 'together':
      return together(w, unit(e.who), e.value)
    case 'handOver':
      return handOver(w, unit(e.who), unit(e.to))
    case 'deliver':
      return (await unit(e.who).handover(e.fate)).lever()
    case 'letGo':
      return letGo(w)
    case 'time':
      w.time += e.ms
      return
    case 'clock':
      unit(e.who).skew = e.ms
      return
    case 'reopen':
      return reopen(w, unit(e.who), e.writing)
    case 'copyServer':
      return copyServer(w, e.verified)
    case 'restoreServer':
      return restoreServer(w, e.which)
    case 'copyDevice': {
      const u = unit(e.who)
      u.copy = { dump: await u.dump(), known: new Set(w.written.keys()) }
      return
    }
    case 'restoreDevice':
      return restoreDevice(w, unit(e.who))
    case 'cloneDevice':
      return cloneDevice(w, unit(e.from), unit(e.to))
    case 'grant': {
      const u = unit(e.who).user
      const choices = [['bondihagen'], ['hurum'], ['tpf1'], ['bondihagen', 'hurum'], []]
      if (u.rolle !== 'prosjektleder') u.enheter = choices[w.count() % choices.length]!
      return
    }
    case 'move': {
      // Written by the prosjektleder's own tablet, with what that tablet knows.
      const pl = w.units.find((u) => u.user.rolle === 'prosjektleder')!
      const to = ['velferd', 'tpf1', null][w.count() % 3]!
      const { device } = await pl.tab(0)
      if (!(await device.db.record.get(['project', 'enhet', 'hurum']))) return
      await device.write({ rom: 'project', type: 'enhet', id: 'hurum', set: { overordnet: to } })
      return pl.note()
    }
    case 'revoke': {
      const replica = (await (await unit(e.who).db()).meta.get('replica'))?.v as string | undefined
      if (replica !== undefined && unit(e.who).user.rolle !== 'prosjektleder')
        await w.server.store.revokeDevice(replica)
      return
    }
    case 'decide': {
      const waiting = await w.server.store.setAside()
      const one = waiting[e.which % Math.max(1, waiting.length)]
      const pl = w.units.find((u) => u.user.rolle === 'prosjektleder')!
      if (one) await w.server.store.decide(pl.user, one.opId, e.letIn)
      return
    }
  }
}

/** Two tabs ask at once, and a person writes in the middle of it. */
async function together(w: World, u: Unit, value: number): Promise<void> {
  const [a, b] = [await u.tab(0), await u.tab(1)]
  const known = await a.device.db.record.get([SPACES[0], 'aktivitet', 'p0'])
  const set = { ansvarlig: `s${value}`, ...(known ? {} : { tittel: 'ny' }) }
  const all = await Promise.all([
    u.sync(0, 'whole', 0),
    // Of a record that a restored server takes away at that moment there is too little left to write: she is told, and it is not saved.
    b.device.write({ rom: SPACES[0], type: 'aktivitet', id: 'p0', set }).catch((e: Error) => {
      if (e.name !== 'UgyldigFeil' || !known) throw e
    }),
    u.sync(1, 'whole', 0),
  ])
  for (const held of [all[0], all[2]]) if (held) w.held.push(held)
  return seenWhole(w, u)
}

/** One tablet shows its codes to another. That the first is known to the server was settled when it last had a network. */
async function handOver(w: World, from: Unit, to: Unit): Promise<void> {
  if (from === to) return
  await from.note()
  const o = await from.handover()
  await o.meld()
  const packed = await o.pakk()
  if (!packed.ok) return
  await o.merk(packed.verdi)
  w.packets.set(packed.verdi.id, packed.verdi.opIder)
  await (await to.handover()).motta(packed.verdi.bytes)
}

export async function letGo(w: World): Promise<void> {
  for (const held of w.held.splice(0)) {
    held.release()
    await held.done
  }
  for (const send of w.late.splice(0)) await send()
}

/** A crash; `writing`: in the middle of a write, which then holds or was never there. */
async function reopen(w: World, u: Unit, writing: boolean): Promise<void> {
  if (!writing) return u.close()
  const { device } = await u.tab(0)
  const id = `k${w.count()}`
  const saved = device.write({ rom: SPACES[0], type: 'aktivitet', id, set: { tittel: id } }).then(
    () => true,
    () => false,
  )
  for (let i = w.count() % 4; i > 0; i--) await new Promise((go) => setImmediate(go))
  u.close()
  const said = await saved
  // Stored, or on its way already: what was closed may have been in the middle of a round.
  const stored = [...(await u.everSaid())].some((o) => o.id === id)
  if (said !== stored) throw new Error(`${id}: said ${said}, stored ${stored}`)
}

async function copyServer(w: World, verified: boolean): Promise<void> {
  if (verified) {
    // As a backup does: the copy first, and `durable` moved only when it is known to hold.
    w.copies = [await w.server.copy()]
    await w.server.db
      .updateTable('space')
      .set((x) => ({ durable: x.ref('head') }))
      .execute()
  } else w.copies = [...w.copies, await w.server.copy()].slice(-4)
}

async function restoreServer(w: World, which: number): Promise<void> {
  if (w.copies.length === 0) return
  // Copies made after the one that is put back are of a history that no longer is.
  w.copies = w.copies.slice(0, (which % w.copies.length) + 1)
  await w.server.restore(w.copies.at(-1)!)
  w.restored = true
  await giveUpLost(w)
}

/** What a replaced tablet alone had, and the server has not got: gone with the tablet, and nobody's fault. */
async function giveUpLost(w: World): Promise<void> {
  const replaced = new Set(w.units.filter((u) => u.replaced).map((u) => u.nr))
  if (replaced.size === 0) return
  const here = new Set<string>()
  for (const u of w.units) {
    const db = await u.db()
    for (const t of [db.outbox, db.acked, db.rejected]) for (const o of await t.toArray()) here.add(o.opId)
    for (const p of await db.baaret.where('stand').equals('venter').toArray())
      for (const opId of w.packets.get(p.id) ?? []) here.add(opId)
  }
  const there = new Set((await w.server.db.selectFrom('op').select('op_id').execute()).map((o) => o.op_id))
  for (const [opId, { by }] of w.written)
    if ([...by].some((nr) => replaced.has(nr)) && !here.has(opId) && !there.has(opId)) w.givenUp.add(opId)
}

async function restoreDevice(w: World, u: Unit): Promise<void> {
  if (!u.copy) return
  await u.become(u.copy.dump)
  await giveUpLost(w)
}

async function cloneDevice(w: World, from: Unit, to: Unit): Promise<void> {
  if (from === to || from.user !== to.user) return
  await to.become(await from.dump())
  await to.note()
  // What had come back to the one is before the same person's eyes on the other too.
  for (const { opId } of await to.everSaid()) w.written.get(opId)?.by.add(to.nr)
  await giveUpLost(w)
}
