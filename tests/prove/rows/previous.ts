import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { inRoot } from '../../../scripts/lib/house.mjs'
import type { AapenDevice } from '../../../src/data/openDevice.ts'
import type { Bruker } from '../../../src/domain/tilgang.ts'
import * as device from '../../../src/data/openDevice.ts'
import * as dialect from '../../../src/server/dialect.ts'
import * as migrate from '../../../src/server/migrate.ts'
import * as store from '../../../src/server/sync/store.ts'
import * as request from '../../../src/sync/requestskjema.ts'
import type { Json } from '../../../src/sync/op.ts'
import { bytesFra, foerste } from '../../support/device.ts'
import { BRUKERE, fetchSom, ORGANISASJON } from '../../support/store.ts'
import * as v from 'valibot'
import { sized, type Row } from '../row.ts'

/** The build that was in use before this one, and this one, as device and as server: what either writes, the other keeps. */

/** The commit that was last delivered; moved at each delivery. */
const PREVIOUS = 'db707f0'

interface Build {
  name: string
  openDevice: typeof device.openDevice
  openServer: () => Promise<Server>
}
interface Server {
  fetchAs: (bruker: Bruker) => typeof fetch
  doc: (type: string, id: string) => Promise<Record<string, Json>>
  close: () => Promise<void>
}

interface Parts {
  device: typeof device
  dialect: typeof dialect
  migrate: typeof migrate
  store: typeof store
  request: typeof request
}

function build(name: string, p: Parts, now: () => number): Build {
  return {
    name,
    openDevice: p.device.openDevice,
    async openServer() {
      const data = await p.dialect.openDatabase({ file: ':memory:' })
      await p.migrate.migrate(data.db)
      let n = 0
      const uuid = () => `00000000-0000-7000-8000-${String(++n).padStart(12, '0')}`
      const running = p.store.createStore({ db: data.db, now, uuid })
      await running.seed(ORGANISASJON, 'server')
      return {
        // As the route does: the request is read by the server's own schema, so that what it does not know is not there.
        fetchAs:
          (bruker): typeof fetch =>
          async (address, init) => {
            if (!String(address).startsWith('/api/sync')) return fetchSom(running, bruker)(address, init)
            const read = v.safeParse(p.request.syncRequestSkjema, JSON.parse(String(init?.body)))
            if (!read.success) return Response.json({ error: { code: 'HH-301', text: 'Ugyldig.' } }, { status: 400 })
            const answer = await running.sync(bruker, read.output)
            return answer.ok ? Response.json(answer.verdi) : Response.json({ error: answer.feil }, { status: 403 })
          },
        async doc(type, id) {
          const row = await data.db
            .selectFrom('record')
            .select('doc')
            .where('space', '=', ROM)
            .where('type', '=', type)
            .where('id', '=', id)
            .executeTakeFirst()
          return JSON.parse(row?.doc ?? '{}') as Record<string, Json>
        },
        close: () => data.close(),
      }
    },
  }
}

const these: Parts = { device, dialect, migrate, store, request }

/** The former build's sources, beside this one's packages. */
async function former(): Promise<Parts> {
  const dir = inRoot('.cache/prove/previous', PREVIOUS)
  if (!existsSync(`${dir}/src`)) {
    mkdirSync(dir, { recursive: true })
    const taken = spawnSync('sh', ['-c', `git archive ${PREVIOUS} src | tar -x -C "${dir}"`], { cwd: inRoot() })
    if (taken.status !== 0) throw new Error(`The history does not hold ${PREVIOUS}: ${String(taken.stderr)}`)
  }
  const read = <M>(file: string) => import(pathToFileURL(`${dir}/src/${file}`).href) as Promise<M>
  return {
    device: await read('data/openDevice.ts'),
    dialect: await read('server/dialect.ts'),
    migrate: await read('server/migrate.ts'),
    store: await read('server/sync/store.ts'),
    request: await read('sync/requestskjema.ts'),
  }
}

const ROM = 'unit:bondihagen'

interface Turn {
  /** Whether the new build writes. */
  fresh: boolean
  row: number
  field: number
  value: number
}

/** Rows that are there from the start, and what is written to them: also a field that neither build knows. */
const ROWS = [
  { type: 'aktivitet', first: { tittel: 'Eksempel' }, fields: ['tittel', 'beskrivelse', 'ansvarlig', 'framtid'] },
  {
    type: 'toernoppgave',
    first: {
      oppgave: 'Eksempel',
      kategori: 'maaltid',
      gjoerIDag: 'S',
      boerGjoere: 'H',
      minutter: 10,
      hvorOfte: '1/dag',
    },
    fields: ['vakter', 'krav', 'begrunnelse', 'framtid'],
  },
  { type: 'kickoff', first: { tittel: 'Eksempel', dato: '2026-11-21' }, fields: ['skjulLapper', 'formaal', 'merker'] },
] as const
const SETS: Record<string, string[]> = {
  vakter: ['dag', 'kveld', 'natt', 'helg'],
  krav: ['formell', 'opplaering', 'fullmakt', 'lovkrav'],
}

function valueOf(field: string, n: number): Json {
  const set = SETS[field]
  if (set) return set.filter((_, i) => (n >> i) % 2 === 1)
  if (field === 'skjulLapper') return n % 2 === 1
  if (field === 'merker') return 1 + (n % 20)
  return `${field} ${n}`
}

const turns = fc.array(fc.record({ fresh: fc.boolean(), row: fc.nat(2), field: fc.nat(3), value: fc.nat(15) }), {
  minLength: 30,
  maxLength: 30,
})

/** Each sees what the other wrote before writing; at the end all must have what was written last, whoever wrote it. */
async function play(seed: number, list: readonly Turn[], old: Build, fresh: Build, at: Build): Promise<string | null> {
  const server = await at.openServer()
  const bruker: Bruker = { ...BRUKERE.bondihagen, enheter: [...BRUKERE.bondihagen.enheter] }
  const faults: unknown[] = []
  const open = (b: Build): Promise<AapenDevice> =>
    b.openDevice({
      bruker,
      fetch: server.fetchAs(bruker),
      naa: () => clock.t,
      tilfeldig: bytesFra(seed * 31 + (b === old ? 1 : 2)),
      hendelser: null,
      selvgaaende: false,
      databasenavn: `previous-${seed}-${at.name}-${b.name}`,
      feilet: (e) => faults.push(e),
    })
  const devices = { old: await open(old), fresh: await open(fresh) }
  const sync = async (d: AapenDevice) => {
    d.loekke.dytt()
    await d.loekke.stille()
  }
  const said = new Map<string, Json>()
  const write = async (d: AapenDevice, type: string, set: Record<string, Json>) => {
    clock.t += 1000
    await sync(d)
    await d.write({ rom: ROM, type: type as 'aktivitet', id: `r-${type}`, set })
    for (const [field, value] of Object.entries(set)) said.set(`${type} ${field}`, value)
    await sync(d)
  }
  for (const [i, row] of ROWS.entries()) await write(i % 2 ? devices.old : devices.fresh, row.type, { ...row.first })
  for (const t of list) {
    const row = ROWS[t.row]!
    const field = row.fields[t.field % row.fields.length]!
    await write(t.fresh ? devices.fresh : devices.old, row.type, { [field]: valueOf(field, t.value) })
  }
  let wrong: string | null = null
  for (const d of [devices.old, devices.fresh]) await sync(d)
  for (const [key, value] of said) {
    const [type, field] = key.split(' ') as [string, string]
    const sorted = (x: Json | undefined) => JSON.stringify(Array.isArray(x) ? [...x].sort() : x)
    const held = [
      (await server.doc(type, `r-${type}`))[field],
      ...(await Promise.all(
        Object.values(devices).map(async (d) => (await d.db.record.get([ROM, type, `r-${type}`]))?.doc[field]),
      )),
    ]
    if (held.some((x) => sorted(x) !== sorted(value)))
      wrong ??= `${key} was last ${sorted(value)}; server, old and new device have ${held.map(sorted).join(', ')}`
  }
  for (const d of Object.values(devices)) {
    const back = await foerste(d.tilbakesendte)
    if (back.length > 0) wrong ??= `came back: ${JSON.stringify(back)}`
    if ((await d.db.outbox.count()) > 0) wrong ??= 'a queue is not empty'
    d.lukk()
  }
  await server.close()
  return faults.length > 0 ? String(faults[0]) : wrong
}

const clock = { t: 0 }

export const previous: Row = {
  name: 'previous',
  title:
    "the previous build's device against this server, and this device against the previous server: no field erased",
  async run(how) {
    const count = how.seed === null ? sized(how, 10, 200) : 1
    const now = () => clock.t
    const old = build('previous', await former(), now)
    const fresh = build('this', these, now)
    let writes = 0
    for (let seed = how.seed ?? 1; seed < (how.seed ?? 1) + count; seed++) {
      const list = fc.sample(turns, { seed, numRuns: 1 })[0]!
      for (const at of [old, fresh]) {
        clock.t = Date.UTC(2026, 10, 21, 12)
        const wrong = await play(seed, list, old, fresh, at)
        writes += ROWS.length + list.length
        if (wrong !== null)
          return {
            ok: false,
            figures: `seed ${seed}, server: ${at.name} build: ${wrong}\n(again: npm run prove -- --only previous --seed ${seed})`,
          }
      }
    }
    return {
      ok: true,
      figures: `${count} stories of ${ROWS.length + 30} writings by both builds, at either server (${writes.toLocaleString('en')} in all, build before: ${PREVIOUS}), 0 fields erased`,
    }
  },
}
