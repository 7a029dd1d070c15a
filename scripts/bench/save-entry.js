// Runs in the page: the shipped device's own write, and a bare IndexedDB write of the same bytes, in turn.
import { openDevice } from '../../src/data/openDevice.ts'

const unit = 'unit:maalt'

/** A promise for the end of a bare transaction that is on the disk. */
const done = (trx) =>
  new Promise((resolve, reject) => {
    trx.oncomplete = resolve
    trx.onerror = () => reject(trx.error)
  })

async function openBare() {
  const open = indexedDB.open('bare', 1)
  open.onupgradeneeded = () => {
    open.result.createObjectStore('record', { keyPath: ['space', 'type', 'id'] })
    open.result.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true })
  }
  await new Promise((resolve) => (open.onsuccess = resolve))
  return open.result
}

async function bareWrite(db, record, op) {
  const trx = db.transaction(['record', 'outbox'], 'readwrite', { durability: 'strict' })
  trx.objectStore('record').put(record)
  trx.objectStore('outbox').add(op)
  await done(trx)
}

globalThis.measureSave = async (rounds) => {
  const device = await openDevice({
    bruker: { id: 'maalt', navn: 'Målt', rolle: 'avdelingsleder', enheter: ['maalt'] },
    selvgaaende: false,
    hendelser: null,
    fetch: () => Promise.reject(new Error('no network')),
  })
  const bare = await openBare()
  const times = { device: [], bare: [] }
  for (let round = 0; round < rounds; round++) {
    const id = device.nyId()
    const set = {
      tittel: `Aktivitet ${round}`,
      beskrivelse: 'Prøve årsplan på gruppe 2',
      frist: '2026-11-30',
      ansvarlig: 'Avdelingsleder',
    }
    const started = performance.now()
    await device.write({ rom: unit, type: 'aktivitet', id, set })
    const written = performance.now()
    const record = await device.db.record.get([unit, 'aktivitet', id])
    const op = await device.db.outbox.where('opId').equals(record.v['*']).first()
    const { n: _, ...same } = op
    const before = performance.now()
    await bareWrite(bare, record, same)
    times.bare.push(performance.now() - before)
    times.device.push(written - started)
  }
  return times
}
document.body.dataset.klar = 'ja'
