// Runs in a page of the product's own origin: the shipped device against the shipped server, and beside it the least that a page can do.
import Dexie from 'dexie'
import { openDevice } from '../../../src/data/openDevice.ts'

const activity = (n) => ({
  tittel: `Aktivitet ${n}`,
  beskrivelse: 'Prøve årsplan på gruppe 2',
  frist: '2026-11-30',
  ansvarlig: 'Avdelingsleder',
})
const faults = []
const open = (bruker, databasenavn, more = {}) =>
  openDevice({
    bruker,
    databasenavn,
    selvgaaende: false,
    hendelser: null,
    feilet: (e) => faults.push(String(e)),
    ...more,
  })

/** Asks the server until all is quiet; throws what the device could not do. */
async function settle(device) {
  device.loekke.dytt()
  await device.loekke.stille()
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** A Dexie database with the tables and indexes of the product's records, and nothing else. */
function bare(name) {
  const db = new Dexie(name)
  db.version(1).stores({ record: '[space+type+id], [type+live], [type+space+live], [type+id], space' })
  return db
}

/** Queues so many changes on a device that knows the server, and times until all are confirmed. */
globalThis.measurePush = async ({ bruker, space, count, name, floor }) => {
  const device = await open(bruker, name)
  await settle(device)
  for (let n = 0; n < count; n += 200)
    await device.write(
      Array.from({ length: 200 }, (_, i) => ({
        rom: space,
        type: 'aktivitet',
        id: device.nyId(),
        set: activity(n + i),
      })),
    )
  const ops = (await device.db.outbox.toArray()).map(({ n: _, tittel: _t, ...op }) => op)
  if (ops.length !== count) throw new Error(`${ops.length} of ${count} are queued`)
  const began = performance.now()
  await settle(device)
  const took = performance.now() - began
  if ((await device.db.outbox.count()) > 0) throw new Error('Not all are confirmed')
  const bodies = []
  for (let n = 0; n < count; n += 500) bodies.push(JSON.stringify({ push: ops.slice(n, n + 500) }))
  const before = performance.now()
  for (const body of bodies) await (await fetch(`${floor}/push`, { method: 'POST', body })).json()
  const floorTook = performance.now() - before
  device.lukk()
  await Dexie.delete(name)
  return { took, floor: floorTook }
}

/** Fills a new device; says when its own unit's rows are there, and when all are. */
globalThis.measureFill = async ({ bruker, name, own, ownCount, count }) => {
  const device = await open(bruker, name)
  const began = performance.now()
  const usable = new Promise((done) => {
    const stop = device.rows('aktivitet', own).subscribe((rows) => {
      if (rows.length < ownCount) return
      queueMicrotask(() => stop())
      done(performance.now() - began)
    })
  })
  await settle(device)
  const took = performance.now() - began
  const rows = await device.db.record.count()
  if (rows < count) throw new Error(`${rows} of ${count} rows came`)
  const shown = await usable
  device.lukk()
  return { took, usable: shown }
}

/** What the filled device holds, for the floor to send as one file. */
globalThis.rowsOf = async (bruker, name) => {
  const device = await open(bruker, name)
  const rows = await device.db.record.toArray()
  device.lukk()
  return JSON.stringify(rows)
}

globalThis.measureFillFloor = async ({ name, url }) => {
  const db = bare(name)
  const began = performance.now()
  await db.table('record').bulkPut(await (await fetch(url)).json())
  const took = performance.now() - began
  db.close()
  await Dexie.delete(name)
  return took
}

globalThis.forget = (name) => Dexie.delete(name)

let listening = null
/** A device that hears of others' changes; resolves when it stands as the server does. */
globalThis.listen = async ({ bruker, name }) => {
  const streams = []
  const device = await open(bruker, name, {
    hendelser: (url) => {
      const stream = new EventSource(url)
      streams.push(new Promise((done) => stream.addEventListener('open', done, { once: true })))
      return stream
    },
  })
  await settle(device)
  await Promise.all(streams)
  await device.loekke.stille()
  listening = device
  return device.db.record.count()
}
/** When a screen that shows the row has it. */
globalThis.arrives = (id) =>
  new Promise((done) => {
    const stop = listening.row('aktivitet', id).subscribe((row) => {
      if (!row) return
      queueMicrotask(() => stop())
      done(null)
    })
  })

const waiting = new Map()
globalThis.listenFloor = async ({ url }) => {
  const db = bare('floor-change')
  const stream = new EventSource(`${url}/events`)
  await new Promise((done) => stream.addEventListener('open', done, { once: true }))
  stream.addEventListener('hint', async () => {
    const op = await (await fetch(`${url}/latest`)).json()
    await db.table('record').put({
      space: op.space,
      type: op.type,
      id: op.id,
      doc: op.set,
      v: { '*': op.opId },
      ver: 1,
      deleted: false,
      live: 1,
    })
    waiting.get(op.id)?.()
  })
}
globalThis.arrivesFloor = (id) => new Promise((done) => waiting.set(id, () => done(null)))
