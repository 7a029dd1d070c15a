import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Device, Synkstatus } from '../../data/device.ts'

const UKJENT: Synkstatus = {
  venter: 0,
  trengerDeg: 0,
  tilkoblet: true,
  maaLoggeInn: false,
  baerer: 0,
  fjernet: false,
  toemt: false,
  sistSynkronisert: null,
  foersteHenting: null,
  feil: null,
}

/** How the sync goes, for the mark on every page. */
export const useSynk = defineStore('synk', () => {
  const status = shallowRef<Synkstatus>(UKJENT)

  /** Follows a device until the returned function is called. */
  function foelg(device: Pick<Device, 'status'>): () => void {
    const slutt = device.status.subscribe((ny) => {
      status.value = ny
    })
    return () => {
      slutt()
      status.value = UKJENT
    }
  }
  return { status, foelg }
})
