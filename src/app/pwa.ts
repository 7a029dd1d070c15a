import { computed, shallowRef } from 'vue'

/** The service worker: registration, and the new version that waits for the person. */

const klar = shallowRef(false)
let ventende: ServiceWorker | undefined

export const nyVersjon = {
  /** A newer version is fetched and waits. */
  klar,
  /** Takes it into use and loads the page again. */
  taIBruk: (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
    ventende?.postMessage({ type: 'SKIP_WAITING' })
  },
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

const SE_ETTER_MS = 60 * 60_000

/** Registers the worker once the page stands; looks for a new version each hour and when the app is shown again. */
export async function startPwa(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Without a network there is nothing to register; the one from before goes on serving.
  const registrert = await navigator.serviceWorker
    .register('/sw.js')
    .catch(() => navigator.serviceWorker.getRegistration())
  if (!registrert) return
  const seEtterVentende = () => {
    // The very first one waits for nobody, and is no news.
    if (!registrert.waiting || !registrert.active) return
    ventende = registrert.waiting
    klar.value = true
  }
  const foelg = (ny: ServiceWorker | null) => ny?.addEventListener('statechange', seEtterVentende)
  foelg(registrert.installing)
  registrert.addEventListener('updatefound', () => foelg(registrert.installing))
  seEtterVentende()
  const se = () => void registrert.update().catch(() => undefined)
  setInterval(se, SE_ETTER_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') se()
  })
}
