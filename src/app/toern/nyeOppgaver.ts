import type { Device, Kvittering } from '../../data/device.ts'
import type { Forslag } from './MalerSkjema.vue'

const PER_SKRIVING = 200

/** Adds chosen tasks to a unit's list as «kartlagt», at most 200 in each write. The receipt takes them all back. */
export async function leggTilOppgaver(
  device: Pick<Device, 'write' | 'nyId'>,
  rom: string,
  valgte: readonly Forslag[],
): Promise<Pick<Kvittering, 'angre'>> {
  const kvitteringer: Kvittering[] = []
  for (let i = 0; i < valgte.length; i += PER_SKRIVING) {
    const del = valgte.slice(i, i + PER_SKRIVING)
    kvitteringer.push(
      await device.write(
        del.map((o) => ({
          rom,
          type: 'toernoppgave' as const,
          id: device.nyId(),
          set: { ...o, status: 'kartlagt' as const },
        })),
      ),
    )
  }
  return {
    async angre() {
      for (const k of kvitteringer) await k.angre()
    },
  }
}
