import fc from 'fast-check'
import type { Json } from '../../../src/sync/op.ts'
import { sized, type Row } from '../row.ts'
import type { Unit } from '../sim/unit.ts'
import { openWorld, type World } from '../sim/world.ts'

/** Edits that were not concurrent give the same whatever the clocks say. */

const MIN = 60_000
const DAY = 86_400_000
const SKEWS = [1000, 5 * MIN, 120 * MIN, 30 * DAY].flatMap((ms) => [ms, -ms])
const ROM = 'unit:bondihagen'

interface Turn {
  who: number
  row: number
  field: 'tittel' | 'ansvarlig' | 'frist' | 'status' | 'slettet' | 'beskrivelse'
  value: number
  /** Writes twice before it asks the server. */
  twice: boolean
}

const turns = fc.array(
  fc.record({
    who: fc.nat(1),
    row: fc.nat(2),
    field: fc.constantFrom<Turn['field']>('tittel', 'ansvarlig', 'frist', 'status', 'slettet', 'beskrivelse'),
    value: fc.nat(9),
    twice: fc.boolean(),
  }),
  { minLength: 20, maxLength: 20 },
)

/** Each sees what the other wrote before writing: nothing is concurrent. */
async function play(seed: number, list: readonly Turn[], skew: (turn: number, who: number) => number): Promise<string> {
  const w = await openWorld(seed, 3)
  const [a, , c] = w.units as [Unit, Unit, Unit]
  for (const [i, t] of list.entries()) {
    w.time += 1000
    a.skew = skew(i, 0)
    c.skew = skew(i, 1)
    const unit = t.who === 0 ? a : c
    await unit.sync(0, 'whole', 0)
    for (let n = 0; n < (t.twice ? 2 : 1); n++) await write(unit, t, n)
    await unit.sync(0, 'whole', 0)
  }
  const out = await standing(w)
  for (const u of w.units) await u.end()
  await w.server.close()
  return out
}

async function write(unit: Unit, t: Turn, n: number): Promise<void> {
  const { device } = await unit.tab(0)
  const id = `p${t.row}`
  const known = await device.db.record.get([ROM, 'aktivitet', id])
  const v = (t.value + n) % 10
  if (t.field === 'slettet') {
    if (known) await device.write({ rom: ROM, type: 'aktivitet', id, slettet: v % 2 === 0 })
    return
  }
  const set = {
    tittel: { tittel: `t${v}` },
    ansvarlig: { ansvarlig: `a${v}` },
    frist: { frist: `2026-12-1${v}` },
    status:
      v % 2
        ? { status: 'ferdig' as const, ferdigDato: `2026-11-1${v}` }
        : { status: 'idee' as const, ferdigDato: null },
    beskrivelse: { beskrivelse: `ord ${v}` },
  }[t.field]
  await device.write({ rom: ROM, type: 'aktivitet', id, set: known ? set : { tittel: 'ny', ...set } })
}

async function standing({ server: { db } }: World): Promise<string> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'doc', 'deleted'])
    .where('space', '=', ROM)
    .orderBy('id')
    .execute()
  const lost = await db.selectFrom('change').select('field').where('outcome', '=', 'superseded').execute()
  const sort = (d: Record<string, Json>) => Object.entries(d).sort(([x], [y]) => (x < y ? -1 : 1))
  return JSON.stringify({
    rows: rows.map((r) => [r.id, sort(JSON.parse(r.doc) as Record<string, Json>), r.deleted]),
    lost: lost.length,
  })
}

export const clocks: Row = {
  name: 'clocks',
  title:
    'clocks wrong by 1 s, 5 min, 2 h, 30 days, both ways and changing: the same result for edits that were not concurrent',
  async run(how) {
    const count = how.seed === null ? sized(how, 4, 100) : 1
    let runs = 0
    for (let seed = how.seed ?? 1; seed < (how.seed ?? 1) + count; seed++) {
      const list = fc.sample(turns, { seed, numRuns: 1 })[0]!
      const right = await play(seed, list, () => 0)
      const tried = [
        ...SKEWS.map((ms) => (_: number, who: number) => (who === 0 ? ms : 0)),
        ...SKEWS.map((ms) => (_: number, who: number) => (who === 0 ? -ms : ms)),
        (turn: number, who: number) => SKEWS[(turn * 3 + who) % SKEWS.length]!,
      ]
      for (const [n, skew] of tried.entries()) {
        runs++
        const wrong = await play(seed, list, skew)
        if (wrong !== right)
          return {
            ok: false,
            figures: `seed ${seed}, clocks no. ${n}:\n  ${right}\n  ${wrong}\n(again: npm run prove -- --only clocks --seed ${seed})`,
          }
      }
    }
    return { ok: true, figures: `${count} stories of 20 turns, ${runs} runs with wrong clocks, 0 that ended otherwise` }
  },
}
