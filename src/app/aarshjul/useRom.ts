import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** Free width on each side of a drawing in its box, in the drawing's own units. */
export function useRom(svg: Readonly<Ref<SVGSVGElement | null>>): Readonly<Ref<number>> {
  const rom = shallowRef(0)
  const maaler = new ResizeObserver(() => {
    const el = svg.value
    const bredde = el?.clientWidth ?? 0
    if (!el?.parentElement || bredde === 0) return
    const px = (el.parentElement.clientWidth - bredde) / 2
    rom.value = (px / bredde) * el.viewBox.baseVal.width
  })
  watch(
    svg,
    (el) => {
      maaler.disconnect()
      if (el?.parentElement) for (const maalt of [el, el.parentElement]) maaler.observe(maalt)
    },
    { flush: 'post' },
  )
  onScopeDispose(() => maaler.disconnect())
  return rom
}
