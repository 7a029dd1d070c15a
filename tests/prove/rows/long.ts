import { sized, type Row } from '../row.ts'
import { checkQuiet } from '../sim/check.ts'
import type { Unit } from '../sim/unit.ts'
import { openWorld } from '../sim/world.ts'

/** Months offline: thousands of changes on two tablets, and a year between them. */

const ROM = 'unit:bondihagen'
const YEAR = 365 * 86_400_000

export const long: Row = {
  name: 'long',
  title: 'thousands of ops queued on two devices with a year between: they end alike',
  async run(how) {
    const ops = sized(how, 500, 5000)
    const w = await openWorld(1, 3)
    const [a, , c] = w.units as [Unit, Unit, Unit]
    for (const u of [a, c]) await u.sync(0, 'whole', 0)
    await fill(a, ops, () => (w.time += 60_000))
    w.time += YEAR
    await fill(c, ops, () => (w.time += 60_000))
    const started = performance.now()
    const seconds: string[] = []
    for (const u of [a, c, a]) {
      const from = performance.now()
      await u.sync(0, 'whole', 0)
      seconds.push(((performance.now() - from) / 1000).toFixed(1))
    }
    const all = ((performance.now() - started) / 1000).toFixed(1)
    const memory = (process.memoryUsage().rss / 2 ** 20).toFixed(0)
    await w.units[1]!.sync(0, 'whole', 0)
    await checkQuiet(w)
    const merged = await (await a.db()).rejected.count()
    for (const u of w.units) await u.end()
    await w.server.close()
    return {
      ok: true,
      figures: `2 × ${ops.toLocaleString('en')} ops converge in ${all} s (${seconds.join(' + ')} s; both devices and the server in one process, IndexedDB in memory), ${memory} MB resident; ${merged} came back as overwritten`,
    }
  },
}

/** Half new records, half edits of those that both know. */
async function fill(u: Unit, ops: number, pass: () => void): Promise<void> {
  const { device } = await u.tab(0)
  for (let i = 0; i < ops; i++) {
    pass()
    const id = i % 2 === 0 ? `u${u.nr}-${i}` : `felles${i % 100}`
    await device.write({
      rom: ROM,
      type: 'aktivitet',
      id,
      set: { tittel: `${u.nr} skrev ${i}`, ansvarlig: `rolle ${i}` },
    })
  }
  await u.note()
}
