import { inject, shallowRef, type InjectionKey, type Ref } from 'vue'
import { dagVed, type Dato } from '../../domain/dato.ts'

export interface Klokke {
  /** The day on the wall in Norway; moves on past midnight while the app stands open. */
  idag: Readonly<Ref<Dato>>
  /** Milliseconds since 1970. */
  naa(): number
}

export const klokkenoekkel: InjectionKey<Klokke> = Symbol('klokke')

/** A clock that looks at the day again each minute and whenever the page is shown. `main.ts` makes the one. */
export function lagKlokke(naa: () => number): Klokke {
  const idag = shallowRef(dagVed(naa()))
  const se = () => {
    idag.value = dagVed(naa())
  }
  setInterval(se, 60_000)
  document.addEventListener('visibilitychange', se)
  return { idag, naa }
}

export function useKlokke(): Klokke {
  const klokke = inject(klokkenoekkel)
  if (!klokke) throw new Error('useKlokke: no clock is provided')
  return klokke
}
