import { onMounted, shallowRef, type ShallowRef } from 'vue'
import { spoer, type Svar } from '../composables/api.ts'

/**
 * Something that only the server has (users, devices, the history of the administration): fetched when shown.
 * Without a network the last answer stays, with a sentence that says so.
 */
export function useTjener<T>(sti: string): {
  verdi: ShallowRef<T | undefined>
  feil: ShallowRef<string>
  hent: () => Promise<void>
  gjoer: <S>(sti: string, kropp: unknown, metode: 'POST' | 'PATCH' | 'DELETE') => Promise<Svar<S>>
} {
  const verdi = shallowRef<T>()
  const feil = shallowRef('')

  async function hent() {
    const svar = await spoer<T>(sti)
    if (svar.ok) verdi.value = svar.verdi
    feil.value = svar.ok ? '' : svar.tekst
  }

  /** Asks for a change, and reads the list again when it was made. */
  async function gjoer<S>(til: string, kropp: unknown, metode: 'POST' | 'PATCH' | 'DELETE') {
    const svar = await spoer<S>(til, kropp, 15_000, metode)
    feil.value = svar.ok ? '' : svar.tekst
    if (svar.ok) await hent()
    return svar
  }

  onMounted(hent)
  return { verdi, feil, hent, gjoer }
}
