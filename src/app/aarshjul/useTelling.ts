import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

const VARIGHET_MS = 240

/** A figure that counts its way to a new value; at once for those who want no movement. */
export function useTelling(verdi: () => number): Readonly<Ref<number>> {
  const vist = shallowRef(verdi())
  let bilde = 0
  watch(verdi, (til) => {
    cancelAnimationFrame(bilde)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      vist.value = til
      return
    }
    const fra = vist.value
    let start: number | null = null
    const steg = (t: number) => {
      start ??= t
      const del = Math.min(1, (t - start) / VARIGHET_MS)
      vist.value = Math.round(fra + (til - fra) * del)
      if (del < 1) bilde = requestAnimationFrame(steg)
    }
    bilde = requestAnimationFrame(steg)
  })
  onScopeDispose(() => cancelAnimationFrame(bilde))
  return vist
}
