import { defineComponent, h, shallowRef, type Component } from 'vue'

/**
 * A component that is fetched the first time it is shown, and is nothing until it has come. Vue's own defineAsyncComponent
 * can also wait, give up and show something meanwhile, which is 0.6 kB of the first load for what nobody asks of it here.
 * A file that does not come is a fault of the app (`appfeil.ts`), told once; where it is shown anew it is fetched anew.
 */
export function senere(hent: () => Promise<{ default: Component }>) {
  const kommet = shallowRef<Component>()
  return defineComponent(
    (_props, { attrs, slots }) => {
      const feil = shallowRef<{ e: unknown }>()
      if (!kommet.value)
        hent().then(
          (m) => (kommet.value = m.default),
          (e: unknown) => (feil.value = { e }),
        )
      return () => {
        if (feil.value) throw feil.value.e
        return kommet.value && h(kommet.value, attrs, slots)
      }
    },
    { inheritAttrs: false },
  )
}
