import { h, shallowRef, type Component, type FunctionalComponent } from 'vue'

/**
 * A component that is fetched the first time it is shown, and is nothing until it has come. Vue's own defineAsyncComponent
 * can also wait, give up, try again and show something meanwhile, which is 0.6 kB of the first load for what nobody asks of it here.
 * A file that does not come is the app's fault as any other (`appfeil.ts`).
 */
export function senere(hent: () => Promise<{ default: Component }>): FunctionalComponent {
  const kommet = shallowRef<Component>()
  const feil = shallowRef<{ e: unknown }>()
  let paaVei: Promise<void> | undefined
  return (_props, { attrs, slots }) => {
    if (feil.value) throw feil.value.e
    if (kommet.value) return h(kommet.value, attrs, slots)
    paaVei ??= hent().then(
      (m) => void (kommet.value = m.default),
      (e: unknown) => void (feil.value = { e }),
    )
    return undefined
  }
}
