import { afterEach, beforeEach } from 'vitest'
import type { Bruker } from '../../src/domain/tilgang.ts'
import { aapneTestdevice, foerste, type Testdevice } from './device.ts'
import { aapneTeststore, BRUKERE, ORGANISASJON } from './store.ts'

/** A server and the devices of one test, with a clock that stands until it is moved. Made anew for each test of the file. */

export const ROM = 'unit:bondihagen'
export type Brukernavn = keyof typeof BRUKERE
export const som = (navn: Brukernavn): Bruker => ({ ...BRUKERE[navn], enheter: [...BRUKERE[navn].enheter] })

export interface Reise {
  tid: number
  tjener: Awaited<ReturnType<typeof aapneTeststore>>
  /** A tablet of this user's; `nett` wraps its network. */
  device(navn: Brukernavn, nett?: (ekte: typeof fetch) => typeof fetch): Promise<Testdevice>
  /** The server is another from now on, with the same organisation: as one that was put back to before everything else. */
  nyTjener(): Promise<void>
}

export function reise(): Reise {
  let aapne: Testdevice[] = []
  let tjenere: Reise['tjener'][] = []
  const nyTjener = async () => {
    r.tjener = await aapneTeststore(() => r.tid)
    tjenere.push(r.tjener)
    await r.tjener.store.seed(ORGANISASJON, 'server')
  }
  const r: Reise = {
    tid: 0,
    tjener: undefined!,
    nyTjener,
    async device(navn, nett) {
      const bruker = som(navn)
      const ekte: typeof fetch = (...x) => r.tjener.fetchSom(bruker)(...x)
      const d = await aapneTestdevice({ bruker, naa: () => r.tid, fetch: nett ? nett(ekte) : ekte })
      aapne.push(d)
      return d
    },
  }
  beforeEach(async () => {
    r.tid = Date.UTC(2026, 10, 21, 12)
    await nyTjener()
  })
  afterEach(async () => {
    for (const d of aapne) d.lukk()
    for (const t of tjenere) await t.close()
    aapne = []
    tjenere = []
  })
  return r
}

export const synkAlle = async (...devices: Testdevice[]): Promise<void> => {
  for (const d of devices) await d.synk()
}
export const trengerDeg = async (d: Testdevice): Promise<number> => (await foerste(d.status)).trengerDeg
