import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

/** What was measured last, by what was guessed: the next guess, also where nothing can be measured. */
const sist = new Map<number, number>()

/** The width that an element has been given, in whole pixels, and how large its text is against 16 px. Follows both. */
export function useBredde(
  element: Readonly<ShallowRef<Element | null>>,
  foerst: number,
): { bredde: ShallowRef<number>; skala: ShallowRef<number> } {
  const bredde = shallowRef(sist.get(foerst) ?? foerst)
  const skala = shallowRef(1)
  let vakt: ResizeObserver | undefined
  onMounted(() => {
    if (!element.value) return
    const maal = () => {
      const b = Math.floor(element.value?.getBoundingClientRect().width ?? 0)
      if (b > 0) {
        bredde.value = b
        sist.set(foerst, b)
      }
      skala.value = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
    }
    maal()
    vakt = new ResizeObserver(maal)
    vakt.observe(element.value)
  })
  onBeforeUnmount(() => vakt?.disconnect())
  return { bredde, skala }
}
