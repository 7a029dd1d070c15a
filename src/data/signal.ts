import { Dexie, liveQuery } from 'dexie'
import type { Live } from './device.ts'

/** A value that is watched and set. Watchers get it at once, and again when it changes. */
export interface Signal<T> extends Live<T> {
  readonly verdi: T
  sett(verdi: T): void
}

export function signal<T>(start: T): Signal<T> {
  let verdi = start
  const lyttere = new Set<(v: T) => void>()
  return {
    get verdi() {
      return verdi
    },
    sett(ny) {
      if (Object.is(ny, verdi)) return
      verdi = ny
      for (const fn of lyttere) fn(ny)
    },
    subscribe(neste) {
      lyttere.add(neste)
      neste(verdi)
      return () => lyttere.delete(neste)
    },
  }
}

/** A Dexie query that is run again whenever what it read has changed, in this tab or another. */
export function live<T>(spoerring: () => Promise<T>): Live<T> {
  return {
    subscribe(neste, feilet) {
      const s = liveQuery(spoerring).subscribe({ next: neste, error: (e: unknown) => feilet?.(e) })
      return () => s.unsubscribe()
    },
  }
}

/** What comes of `foerst`, watched from when that is done; a watcher that ends before then is never called. */
export const etter = <T, F>(foerst: () => Promise<F>, saa: (ferdig: F) => Live<T>): Live<T> => ({
  subscribe(neste, feilet) {
    let avsluttet = false
    let slutt: (() => void) | undefined
    foerst().then(
      (ferdig) => {
        if (!avsluttet) slutt = saa(ferdig).subscribe(neste, feilet)
      },
      (e: unknown) => feilet?.(e),
    )
    return () => {
      avsluttet = true
      slutt?.()
    }
  },
})

/** Calls `gjoer` whenever rows of the table have changed, in this tab or another; the returned function ends it. */
export function vedEndring(database: string, tabell: string, gjoer: () => void): () => void {
  const sted = `idb://${database}/${tabell}/`
  const se = (deler: object) => {
    if (Object.keys(deler).some((del) => del.startsWith(sted))) gjoer()
  }
  Dexie.on('storagemutated', se)
  return () => Dexie.on.storagemutated.unsubscribe(se)
}
