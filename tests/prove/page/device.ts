import { openDevice } from '../../../src/data/openDevice.ts'

/** In the page: the shipped device, told to write. Every «Lagret» is reported at once, before anything else is written. */

declare global {
  interface Window {
    /** Given by the test: takes note of what the person was told is saved. */
    lagret(id: string): void
    writeOn(prefix: string, records: number, pause?: number): Promise<void>
    /** Nothing runs in this tab any more, for half a minute. */
    fallAsleep(): void
    stored(): Promise<{ outbox: string[]; record: string[]; seqs: number[] }>
    syncNow(): Promise<number>
  }
}

const ROM = 'unit:bondihagen'
let asleep = false
window.fallAsleep = () => {
  asleep = true
}
const device = await openDevice({
  bruker: {
    id: location.search.slice(1) || 'prove',
    navn: 'Eksempel',
    rolle: 'avdelingsleder',
    enheter: ['bondihagen'],
  },
  selvgaaende: false,
  hendelser: null,
})

window.writeOn = async (prefix, records, pause = 0) => {
  for (let n = 0; ; n++) {
    const id = `${prefix}-${n}`
    // Now and then several that belong together: all of them, or none.
    const ids = n % 3 === 0 ? Array.from({ length: records }, (_, i) => `${id}-${i}`) : [id]
    await device.write(
      ids.map((x) => ({ rom: ROM, type: 'aktivitet', id: x, set: { tittel: x, beskrivelse: 'x'.repeat(500) } })),
    )
    for (const x of ids) window.lagret(x)
    if (pause > 0) await new Promise((go) => setTimeout(go, pause))
    for (const end = performance.now() + 30_000; asleep && performance.now() < end;);
  }
}

window.stored = async () => {
  const { db } = device
  const [outbox, record] = [await db.outbox.toArray(), await db.record.toArray()]
  return { outbox: outbox.map((o) => o.id), record: record.map((r) => r.id), seqs: outbox.map((o) => o.seq) }
}

/** How many milliseconds until what is written here has been confirmed. */
window.syncNow = async () => {
  const started = performance.now()
  const id = device.nyId()
  await device.write({ rom: ROM, type: 'aktivitet', id, set: { tittel: 'synk' } })
  while ((await device.db.outbox.where('[space+type+id]').equals([ROM, 'aktivitet', id]).count()) > 0) {
    device.loekke.dytt()
    await device.loekke.stille()
    await new Promise((go) => setTimeout(go, 20))
  }
  return performance.now() - started
}

document.body.dataset.klar = 'ja'
