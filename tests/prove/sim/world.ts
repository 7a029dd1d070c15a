import type { Bruker } from '../../../src/domain/tilgang.ts'
import { fromBase64url } from '../../../src/server/sync/overlevering/keys.ts'
import { syncRequestSkjema } from '../../../src/sync/requestskjema.ts'
import type { SyncResponse } from '../../../src/sync/messages.ts'
import { nettbrettSkjema, overleveringSkjema } from '../../../src/sync/overlevering/messages.ts'
import type { Op } from '../../../src/sync/op.ts'
import * as v from 'valibot'
import { BRUKERE } from '../../support/store.ts'
import { openSimServer, type ServerOptions, type SimServer } from './server.ts'
import { allowedSpaces } from './grants.ts'
import { Unit, type Held } from './unit.ts'

/** A whole world with a clock and a network of its own. A broken promise is thrown as a `Violation`. */

export class Violation extends Error {
  override name = 'Violation'
}

export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Violation(what)
}

export interface Written {
  op: Op
  /** Numbers of the units that held it. */
  by: Set<number>
}

export interface World {
  time: number
  server: SimServer
  units: Unit[]
  users: Bruker[]
  written: Map<string, Written>
  /** Held by one device alone, which was replaced: may be gone. */
  givenUp: Set<string>
  /** Ops of which at least one field was put in. */
  standing: Set<string>
  pairs: { rom: string; ids: string[] }[]
  copies: string[]
  restored: boolean
  /** Per packet that was handed over, the ops in it. */
  packets: Map<string, string[]>
  held: Held[]
  late: (() => Promise<unknown>)[]
  count: () => number
  requests: number
  rows: number
}

const PEOPLE = ['bondihagen', 'bondihagen', 'prosjektleder', 'tillitsvalgt', 'hurum'] as const

export async function openWorld(seed: number, devices: number, open?: ServerOptions['open']): Promise<World> {
  let n = 0
  const w: World = {
    time: Date.UTC(2026, 10, 21, 12),
    server: undefined!,
    units: [],
    users: [],
    written: new Map(),
    givenUp: new Set(),
    standing: new Set(),
    pairs: [],
    copies: [],
    restored: false,
    packets: new Map(),
    held: [],
    late: [],
    count: () => ++n,
    requests: 0,
    rows: 0,
  }
  w.server = await openSimServer({
    now: () => w.time,
    seed,
    user: async (id) => w.users.find((u) => u.id === id) ?? null,
    ...(open ? { open } : {}),
  })
  const users = new Map<string, Bruker>()
  for (let i = 0; i < devices; i++) {
    const who = PEOPLE[i % PEOPLE.length]!
    const user = users.get(who) ?? { ...BRUKERE[who], enheter: [...BRUKERE[who].enheter] }
    users.set(who, user)
    w.units.push(
      new Unit(i, user, {
        now: () => w.time,
        seed,
        carry: (unit, path, body) => carry(w, unit, path, body),
        later: (send) => w.late.push(send),
        wrote: (unit, ops) => wrote(w, unit, ops),
      }),
    )
  }
  w.users = [...users.values()]
  return w
}

function wrote(w: World, unit: Unit, ops: readonly Op[]): void {
  for (const op of ops) {
    const known = w.written.get(op.opId)
    if (known) known.by.add(unit.nr)
    else w.written.set(op.opId, { op, by: new Set([unit.nr]) })
  }
}

async function carry(w: World, unit: Unit, path: string, body: string): Promise<Response> {
  w.requests++
  const { handover } = w.server.store
  if (path === '/api/overlevering/nettbrett')
    return Response.json(await handover.meet(unit.user, v.parse(nettbrettSkjema, JSON.parse(body))))
  if (path === '/api/overlevering') {
    const taken = await handover.take(fromBase64url(v.parse(overleveringSkjema, JSON.parse(body)).pakke))
    if (taken.ok) return Response.json(taken.verdi)
    throw new Violation(`1: a packet was refused with ${taken.feil.kode}`)
  }
  const req = v.parse(syncRequestSkjema, JSON.parse(body))
  wrote(w, unit, req.push)
  const r = await w.server.store.sync(unit.user, req)
  if (!r.ok) return Response.json({ error: { code: r.feil.kode, text: r.feil.tekst } }, { status: 403 })
  await checkAnswer(w, unit.user, r.verdi)
  return Response.json(r.verdi)
}

/** Invariant 6: nothing outside the rights leaves the server; they are worked out here from the tree, upwards. */
export async function checkAnswer(
  w: Pick<World, 'server' | 'rows'>,
  user: Bruker,
  answer: SyncResponse,
): Promise<void> {
  const allowed = answer.revoked ? new Set<string>() : await allowedSpaces(w.server.db, user)
  for (const s of answer.spaces) {
    w.rows += s.rows.length
    must(allowed.has(s.id), `${user.id} was sent ${s.rows.length} rows of ${s.id}, which is none of theirs`)
  }
  const told = Object.keys(answer.grants).sort().join(' ')
  must(told === [...allowed].sort().join(' '), `${user.id} was told of ${told}, has ${[...allowed].join(' ')}`)
}
