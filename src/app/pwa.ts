import { computed, shallowRef } from 'vue'

/** The service worker: registration, and the new version that waits for the person. */

const klar = shallowRef(false)
let bytt: (() => void) | undefined

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

const SE_ETTER_MS = 60 * 60_000

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

/** Registers the worker once the page stands; looks for a new version each hour and when the app is shown again. */
export async function startPwa(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { Workbox } = await import('workbox-window')
  const wb = new Workbox('/sw.js')
  wb.addEventListener('waiting', () => {
    klar.value = true
    bytt = () => {
      wb.addEventListener('controlling', () => location.reload())
      wb.messageSkipWaiting()
    }
  })
  // Without a network there is nothing to register; the one from before goes on serving.
  await wb.register().catch(() => undefined)
  const se = () => void wb.update().catch(() => undefined)
  setInterval(se, SE_ETTER_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') se()
  })
}
