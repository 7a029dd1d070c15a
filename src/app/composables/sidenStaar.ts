const LENGST_MS = 5_000

/** Resolves when a page stands in `main` with nothing more on its way and the browser is idle; in five seconds whatever happens. */
export function sidenStaar(): Promise<void> {
  const staar = () => document.querySelector('main h1') !== null && document.querySelector('main .lasting') === null
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
    vakt.observe(document.body, { childList: true, subtree: true })
  })
}
