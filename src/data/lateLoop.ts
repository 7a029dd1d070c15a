import type { Loekke } from './syncLoop.ts'

const VENT_MS = 5_000

/**
 * A sync loop whose code is fetched when it is first asked for something, so that it does not stand between a person and the first
 * picture. Where the code cannot be fetched, `feilet` is told, and it is tried again.
 */
export function senLoekke(hent: () => Promise<Loekke>, feilet: () => void): Loekke {
  let stoppet = false
  let her: Loekke | undefined
  let hentes: Promise<Loekke> | undefined
  const faa = (): Promise<Loekke> =>
    (hentes ??= hent().then(
      (hentet) => {
        her = hentet
        if (stoppet) hentet.stopp()
        return hentet
      },
      (e: unknown) => {
        hentes = undefined
        throw e
      },
    ))
  const loekke: Loekke = {
    dytt(bare) {
      if (stoppet) return
      if (her) return her.dytt(bare)
      faa().then(
        (hentet) => hentet.dytt(bare),
        () => {
          if (stoppet) return
          feilet()
          setTimeout(() => loekke.dytt(bare), VENT_MS)
        },
      )
    },
    stille: async () => (await faa()).stille(),
    stopp() {
      stoppet = true
      her?.stopp()
    },
  }
  return loekke
}
