const LENGST_MS = 10_000

/** Resolves when a page stands in the element's `main` with nothing more on its way and the browser is idle; in ten seconds whatever happens. */
export function sidenStaar(rot: Element): Promise<void> {
  const staar = () => rot.querySelector('main h1') !== null && rot.querySelector('main .lasting') === null
  return new Promise((ferdig) => {
    const slutt = () => {
      clearTimeout(vekker)
      vakt.disconnect()
      ferdig()
    }
    const vekker = setTimeout(slutt, LENGST_MS)
    let venter = false
    const vakt = new MutationObserver(() => {
      if (venter || !staar()) return
      venter = true
      // Two frames: the first paints it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          venter = false
          if (staar()) slutt()
        }),
      )
    })
    vakt.observe(rot, { childList: true, subtree: true })
  })
}
