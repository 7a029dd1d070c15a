import type { Resultat } from '../../../domain/resultat.ts'
import { filfeil } from './filfeil.ts'
import type { Raaliste } from './lesFil.ts'

/** Reads a file or pasted text in a worker, with no way back but its rows. Faults: HH-711 to HH-719. */
export const lesListe = (kilde: Blob | string): Promise<Resultat<Raaliste>> =>
  new Promise((ferdig) => {
    const w = new Worker(new URL('./fil.worker.ts', import.meta.url), { type: 'module' })
    const svar = (ut: Resultat<Raaliste>) => {
      w.terminate()
      ferdig(ut)
    }
    w.addEventListener('message', ({ data }: MessageEvent<Resultat<Raaliste>>) => svar(data))
    w.addEventListener('error', () => svar(filfeil('avbrutt')))
    w.postMessage(kilde)
  })
