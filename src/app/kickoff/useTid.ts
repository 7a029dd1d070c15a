import { onScopeDispose, shallowRef, type Ref } from 'vue'
import { useKlokke } from '../composables/useKlokke.ts'

/** The clock, each second while it is looked at. */
export function useTid(): Readonly<Ref<number>> {
  const { naa } = useKlokke()
  const tid = shallowRef(naa())
  const takt = setInterval(() => {
    tid.value = naa()
  }, 500)
  onScopeDispose(() => clearInterval(takt))
  return tid
}
