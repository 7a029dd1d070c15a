import { randomUUID } from 'node:crypto'
import type { Bruker, Rolle } from '../../../src/domain/tilgang.ts'
import { PROTOKOLL, SKJEMAVERSJON, type SyncRequest, type SyncResponse } from '../../../src/sync/messages.ts'
import { bytesFra } from '../../support/device.ts'
import { sized, type Row } from '../row.ts'
import { allowedSpaces } from '../sim/grants.ts'
import { openSimServer, type SimServer } from '../sim/server.ts'
import { checkAnswer, Violation } from '../sim/world.ts'

/** Units move, people are given and lose units, and devices ask for what they like: every answer is checked. */

interface Asker extends Bruker {
  replica: string
  /** What it was last told of its place, also where it has no right any more. */
  places: Map<string, SyncRequest['spaces'][number]>
}

interface Run {
  server: SimServer
  pick: <T>(list: readonly T[]) => T
  chance: (of: number) => boolean
  units: string[]
  people: Asker[]
  seq: Map<string, number>
  rows: number
  answers: number
}

export const grants: Row = {
  name: 'grants',
  title: 'units move and rights change at random: no row outside the rights is ever sent',
  async run(how) {
    const steps = sized(how, 500, 10_000)
    const seed = how.seed ?? 1
    const random = bytesFra(seed)
    const byte = () => {
      const b = random(new Uint8Array(2))
      return b[0]! * 256 + b[1]!
    }
    let time = Date.UTC(2026, 10, 21, 12)
    const server = await openSimServer({ now: () => (time += 100), seed })
    const roles: Rolle[] = [
      'prosjektleder',
      'virksomhetsleder',
      'avdelingsleder',
      'avdelingsleder',
      'tillitsvalgt',
      'verneombud',
      'leser',
    ]
    const run: Run = {
      server,
      pick: (list) => list[byte() % list.length]!,
      chance: (of) => byte() % of === 0,
      units: ['tpf1', 'bondihagen', 'hurum'],
      people: roles.map((rolle, i) => ({
        id: `p${i}`,
        navn: `Eksempel ${i}`,
        rolle,
        enheter: [],
        replica: randomUUID(),
        places: new Map(),
      })),
      seq: new Map(),
      rows: 0,
      answers: 0,
    }
    let step = 0
    try {
      for (; step < steps; step++) await move(run)
    } catch (e) {
      if (!(e instanceof Violation)) throw e
      return { ok: false, figures: `step ${step}: ${e.message} (again: npm run prove -- --only grants --seed ${seed})` }
    } finally {
      await server.close()
    }
    return {
      ok: true,
      figures: `${steps.toLocaleString('en')} steps, ${run.answers.toLocaleString('en')} answers with ${run.rows.toLocaleString('en')} rows checked, ${run.units.length} units, 0 outside the rights`,
    }
  },
}

async function move(r: Run): Promise<void> {
  const leader = r.people[0]!
  const person = r.pick(r.people)
  switch (r.pick(['rights', 'move', 'unit', 'write', 'write', 'ask', 'ask', 'ask', 'history', 'anew'] as const)) {
    case 'rights':
      if (person !== leader)
        person.enheter = r.chance(4) ? [] : [r.pick([...r.units, 'velferd']), ...(r.chance(3) ? [r.pick(r.units)] : [])]
      return
    case 'move': {
      // Also under each other, in a ring, and nowhere.
      const to = r.chance(5) ? null : r.pick([...r.units, 'velferd', 'asker'])
      return ask(r, leader, [['project', 'enhet', r.pick(r.units), { overordnet: to }]])
    }
    case 'unit': {
      if (r.units.length > 30) return
      const id = `e${r.units.length}`
      r.units.push(id)
      return ask(r, leader, [
        ['project', 'enhet', id, { navn: id, nivaa: r.pick(['virksomhet', 'avdeling']), overordnet: r.pick(r.units) }],
      ])
    }
    case 'write': {
      const unit = r.pick(r.units)
      return ask(r, person, [
        [`unit:${unit}`, 'aktivitet', `a${r.chance(2) ? 1 : 2}-${unit}`, { tittel: `av ${person.id}` }],
      ])
    }
    case 'ask':
      return ask(r, person, [])
    case 'anew':
      person.places.clear()
      person.replica = randomUUID()
      return ask(r, person, [])
    case 'history': {
      const unit = r.pick(r.units)
      const may = (await allowedSpaces(r.server.db, person)).has(`unit:${unit}`)
      const answer = await r.server.store.history(person, `unit:${unit}`, 'aktivitet', `a1-${unit}`)
      if (answer.ok && !may) throw new Violation(`${person.id} was told the history of unit:${unit}`)
    }
  }
}

type Write = [space: string, type: string, id: string, set: Record<string, string | null>]

async function ask(r: Run, p: Asker, writes: Write[]): Promise<void> {
  const seq = r.seq.get(p.replica) ?? 0
  r.seq.set(p.replica, seq + writes.length)
  const places = [...p.places.values()]
  // Claims a place in a space that may be none of theirs, and asks for that one.
  const claimed = `unit:${r.pick(r.units)}`
  if (r.chance(3) && !p.places.has(claimed)) places.push({ id: claimed, epoch: '', ver: r.chance(2) ? 0 : 1, mark: '' })
  const req: SyncRequest = {
    protocol: PROTOKOLL,
    replica: p.replica,
    device: '',
    schema: SKJEMAVERSJON,
    now: 0,
    spaces: places,
    push: writes.map(([space, type, id, set], i) => ({
      opId: randomUUID(),
      seq: seq + i + 1,
      txnId: randomUUID(),
      kind: 'set',
      space,
      type,
      id,
      set,
      base: Object.fromEntries(Object.keys(set).map((f) => [f, null])),
      schema: SKJEMAVERSJON,
      t: 0,
    })),
    ...(r.chance(4) ? { only: [claimed] } : {}),
  }
  const answer = await r.server.store.sync(p, req)
  if (!answer.ok) throw new Violation(answer.feil.tekst)
  await check(r, p, answer.verdi)
}

async function check(r: Run, p: Asker, answer: SyncResponse): Promise<void> {
  r.answers++
  await checkAnswer(r, p, answer)
  for (const s of answer.spaces) {
    p.places.set(s.id, { id: s.id, epoch: s.epoch, ver: s.ver, mark: s.mark })
    // Each row names its unit: one that is sent under another space's name would show.
    for (const row of s.rows)
      if (row.type === 'aktivitet' && !row.id.endsWith(`-${s.id.slice('unit:'.length)}`))
        throw new Violation(`${row.id} was sent as of ${s.id}`)
  }
}
