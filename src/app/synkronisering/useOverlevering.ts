import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { meldFeil } from '../composables/appfeil.ts'
import { useDevice } from '../composables/useDevice.ts'
import type { Baaret, Overlevering } from '../../data/device.ts'

/** Hand-over and what this device carries; `undefined` until they are fetched. */
export function useOverlevering(): {
  overlevering: Promise<Overlevering>
  baaret: Readonly<ShallowRef<Baaret[] | undefined>>
} {
  const baaret = shallowRef<Baaret[]>()
  const overlevering = useDevice().overlevering()
  let slutt: (() => void) | undefined
  let ferdig = false
  overlevering.then((o) => {
    if (ferdig) return
    slutt = o.baaret.subscribe((ny) => {
      baaret.value = ny
    }, meldFeil)
  }, meldFeil)
  onScopeDispose(() => {
    ferdig = true
    slutt?.()
  })
  return { overlevering, baaret }
}
