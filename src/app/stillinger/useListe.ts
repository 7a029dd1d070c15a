import { onScopeDispose, shallowRef } from 'vue'
import type { Feil } from '../../domain/resultat.ts'
import { filfeil } from '../felles/fil/filfeil.ts'
import type { Emne, Samtale, Svar } from './listesamtale.ts'

/** The worker stopped, or could not do what it was asked. */
export class Listefeil extends Error {
  override name = 'Listefeil'
  constructor(readonly feil: Feil) {
    super(feil.tekst)
  }
}

interface Ventende {
  svar(ut: unknown): void
  feil(e: Error): void
}

/** A worker that holds one list. Ends with the scope, and the list with it. */
export function useListe() {
  /** How far the counting has come, where it takes long enough to be told. */
  const fremdrift = shallowRef<{ verdi: number; av: number } | null>(null)
  const venter = new Map<number, Ventende>()
  let arbeider: Worker | null = null
  let nr = 0

  function start(): Worker {
    const w = new Worker(new URL('./liste.worker.ts', import.meta.url), { type: 'module' })
    w.addEventListener('message', ({ data }: MessageEvent<Svar>) => {
      if (data.slag === 'fremdrift') {
        fremdrift.value = { verdi: data.verdi, av: data.av }
        return
      }
      const hvem = venter.get(data.nr)
      venter.delete(data.nr)
      if (data.slag === 'svar') hvem?.svar(data.ut)
      else hvem?.feil(new Listefeil(data.feil))
    })
    w.addEventListener('error', () => stopp())
    return w
  }

  /** Ends the worker and forgets the list. */
  function stopp(): void {
    arbeider?.terminate()
    arbeider = null
    fremdrift.value = null
    const avbrutt = filfeil('avbrutt')
    for (const v of venter.values()) if (!avbrutt.ok) v.feil(new Listefeil(avbrutt.feil))
    venter.clear()
  }

  async function spoer<E extends Emne>(emne: E, inn: Samtale[E]['inn']): Promise<Samtale[E]['ut']> {
    arbeider ??= start()
    const mitt = ++nr
    try {
      return await new Promise<Samtale[E]['ut']>((svar, feil) => {
        venter.set(mitt, { svar: (ut) => svar(ut as Samtale[E]['ut']), feil })
        arbeider!.postMessage({ nr: mitt, emne, inn })
      })
    } finally {
      if (emne === 'tell') fremdrift.value = null
    }
  }

  onScopeDispose(stopp)
  return { spoer, stopp, fremdrift }
}
