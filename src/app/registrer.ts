import { Workbox } from 'workbox-window'
import { venter } from './pwa.ts'

const SE_ETTER_MS = 60 * 60_000

/** Registers the service worker, once the page stands; looks for a new version each hour and when the app is shown again. */
export async function registrer(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const wb = new Workbox('/sw.js')
  wb.addEventListener('waiting', () => {
    venter(() => {
      wb.addEventListener('controlling', () => location.reload())
      wb.messageSkipWaiting()
    })
  })
  // Without a network there is nothing to register; the one from before goes on serving.
  await wb.register().catch(() => undefined)
  const se = () => void wb.update().catch(() => undefined)
  setInterval(se, SE_ETTER_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') se()
  })
}
