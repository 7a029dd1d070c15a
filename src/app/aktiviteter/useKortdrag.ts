import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** A card on its way: where its corner is on the screen, how wide it is, and the column under the pointer. */
export interface Kortdrag<K extends string> {
  id: string
  x: number
  y: number
  bredde: number
  over: K | null
}

/** Nearer than this it is a press, not a drag. */
const TERSKEL_PX = 6
/** So near an edge the board and the page follow along, so many pixels each frame. */
const KANT_PX = 48
const STEG_PX = 12

/** How far to scroll where the pointer is near one of the edges. */
const kant = (p: number, fra: number, til: number): number =>
  p < fra + KANT_PX ? -STEG_PX : p > til - KANT_PX ? STEG_PX : 0

/**
 * Drags a card to a column (an element with `data-kolonne`). A mouse takes hold anywhere on the card; a finger only where the
 * element says `touch-action: none`, so that it can scroll everywhere else. Escape lets go without a move.
 *
 * @param rull what scrolls sideways when the card is held at its edge
 */
export function useKortdrag<K extends string>(
  rull: Readonly<ShallowRef<HTMLElement | null>>,
  slipp: (id: string, kolonne: K) => void,
) {
  const drag = shallowRef<Kortdrag<K> | null>(null)
  let tatt: { id: string; fraX: number; fraY: number; inniX: number; inniY: number; bredde: number } | null = null
  let x = 0
  let y = 0
  let ramme = 0

  const under = (): K | null =>
    (document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-kolonne]')?.dataset.kolonne as K | undefined) ?? null
  const tegn = () => {
    if (tatt) drag.value = { id: tatt.id, x: x - tatt.inniX, y: y - tatt.inniY, bredde: tatt.bredde, over: under() }
  }
  function foelg() {
    const boks = rull.value?.getBoundingClientRect()
    const bort = boks ? kant(x, boks.left, boks.right) : 0
    const ned = kant(y, 0, window.innerHeight)
    // Nothing is scrolled by nothing: that, too, would end a scroll that is under way.
    if (bort !== 0) rull.value!.scrollLeft += bort
    if (ned !== 0) window.scrollBy(0, ned)
    tegn()
    ramme = requestAnimationFrame(foelg)
  }

  function ta(e: PointerEvent, id: string) {
    if (e.button !== 0 || !e.isPrimary || tatt) return
    const kort = e.currentTarget as HTMLElement
    if (e.pointerType === 'touch' && !(e.target as Element).closest('[data-grep]')) return
    const boks = kort.getBoundingClientRect()
    x = e.clientX
    y = e.clientY
    tatt = { id, fraX: x, fraY: y, inniX: x - boks.left, inniY: y - boks.top, bredde: boks.width }
    lytt('addEventListener')
  }
  function flytt(e: PointerEvent) {
    if (!tatt || !e.isPrimary) return
    x = e.clientX
    y = e.clientY
    if (!drag.value && Math.hypot(x - tatt.fraX, y - tatt.fraY) < TERSKEL_PX) return
    if (!drag.value) {
      window.getSelection()?.removeAllRanges()
      ramme = requestAnimationFrame(foelg)
    }
    tegn()
  }
  function opp() {
    const { id, over } = drag.value ?? {}
    if (drag.value) svelgKlikk()
    slutt()
    if (id !== undefined && over) slipp(id, over)
  }
  const tast = (e: KeyboardEvent) => {
    if (e.key === 'Escape') slutt()
  }
  const merk = (e: Event) => {
    if (drag.value) e.preventDefault()
  }
  function slutt() {
    cancelAnimationFrame(ramme)
    tatt = null
    drag.value = null
    lytt('removeEventListener')
  }
  function lytt(hvordan: 'addEventListener' | 'removeEventListener') {
    window[hvordan]('pointermove', flytt as EventListener)
    window[hvordan]('pointerup', opp)
    window[hvordan]('pointercancel', slutt)
    window[hvordan]('keydown', tast as EventListener)
    document[hvordan]('selectstart', merk)
  }
  onScopeDispose(slutt)
  return { drag, ta }
}

/** The press that ends a drag opens nothing. */
function svelgKlikk() {
  const stopp = (e: Event) => {
    e.preventDefault()
    e.stopPropagation()
  }
  window.addEventListener('click', stopp, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', stopp, { capture: true }))
}
