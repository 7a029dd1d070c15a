import 'fake-indexeddb/auto'
import type { Bruker } from '../../src/domain/tilgang.ts'
import { openDevice, type AapenDevice } from '../../src/data/openDevice.ts'

/** A device in memory: the shipped code on an IndexedDB of its own, with a clock and a network that the test holds. */
export interface Testdevice extends AapenDevice {
  /** Asks the server until all is quiet. */
  synk(): Promise<void>
}

export interface Testverden {
  bruker: Bruker
  fetch: typeof fetch
  naa: () => number
  /** The same name opens the same device again, as after a crash. */
  navn?: string
  /** Where its ids come from; the same bytes in every run unless told. */
  tilfeldig?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>
}

let antall = 0

/** A source of bytes that are the same in every run. */
export function bytesFra(froe: number): (b: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> {
  let n = froe
  return (b) => {
    for (let i = 0; i < b.length; i++) {
      n = (Math.imul(n, 1664525) + 1013904223) >>> 0
      b[i] = n >>> 24
    }
    return b
  }
}
const felles = bytesFra(1)

export async function aapneTestdevice({
  bruker,
  fetch,
  naa,
  navn = `device-${++antall}`,
  tilfeldig = felles,
}: Testverden): Promise<Testdevice> {
  const feil: unknown[] = []
  const device = await openDevice({
    bruker,
    fetch,
    naa,
    tilfeldig,
    hendelser: null,
    selvgaaende: false,
    databasenavn: navn,
    feilet: (e) => feil.push(e),
  })
  return Object.assign(device, {
    async synk() {
      device.loekke.dytt()
      await device.loekke.stille()
      if (feil.length > 0) throw feil[0]
    },
  })
}

/** The first value of something that is watched. */
export function foerste<T>(l: { subscribe(n: (v: T) => void, f?: (e: unknown) => void): () => void }): Promise<T> {
  return new Promise((ja, nei) => {
    const slutt: { fn?: () => void } = {}
    slutt.fn = l.subscribe((v) => {
      ja(v)
      queueMicrotask(() => slutt.fn?.())
    }, nei)
  })
}
