import { computed, shallowRef } from 'vue'

/** What the service worker means for the person: a new version that waits, and the app on the home screen. Registered by `registrer.ts`. */

const klar = shallowRef(false)
let bytt: (() => void) | undefined

/** A newer version waits; `taIBruk` takes it into use and loads the page again. */
export function venter(taIBruk: () => void): void {
  klar.value = true
  bytt = taIBruk
}

export const nyVersjon = {
  /** A newer version is fetched and waits. */
  klar,
  /** Takes it into use and loads the page again. */
  taIBruk: (): void => bytt?.(),
  /** Leaves it until the next time the app is opened. */
  senere: (): void => {
    klar.value = false
  },
}

/** The browser's own offer to install, kept for a button of ours. */
interface Installasjonstilbud extends Event {
  prompt(): Promise<unknown>
}
const tilbud = shallowRef<Installasjonstilbud>()

export const installasjon = {
  kan: computed(() => tilbud.value !== undefined),
  erInstallert: (): boolean => matchMedia('(display-mode: standalone)').matches,
  async spoer(): Promise<void> {
    await tilbud.value?.prompt()
    tilbud.value = undefined
  },
}
addEventListener('beforeinstallprompt', (hendelse) => {
  hendelse.preventDefault()
  tilbud.value = hendelse as Installasjonstilbud
})
