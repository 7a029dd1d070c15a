import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import { meldFeil } from './appfeil.ts'
import type { Live } from '../../data/device.ts'

/**
 * The latest value of something on the device; `undefined` until the first has come.
 * Given a getter, it follows what the getter depends on. Ends with the scope.
 */
export function useLive<T>(live: MaybeRefOrGetter<Live<T>>): Readonly<ShallowRef<T | undefined>> {
  const verdi = shallowRef<T>()
  let slutt: (() => void) | undefined
  watch(
    () => toValue(live),
    (kilde) => {
      slutt?.()
      verdi.value = undefined
      slutt = kilde.subscribe((ny) => {
        verdi.value = ny
      }, meldFeil)
    },
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(() => slutt?.())
  return verdi
}
