import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Toast {
  /** What has happened, in the past tense. */
  tekst: string
  /** Takes it back. */
  angre?: (() => Promise<void>) | undefined
}

/** The one message at the foot of the page; a new one takes the place of the former. */
export const useToast = defineStore('toast', () => {
  const aktiv = shallowRef<(Toast & { nr: number }) | null>(null)
  let nr = 0

  function vis(toast: Toast) {
    aktiv.value = { ...toast, nr: ++nr }
  }
  function lukk() {
    aktiv.value = null
  }
  async function angre() {
    const toast = aktiv.value
    if (!toast?.angre) return
    lukk()
    await toast.angre()
    vis({ tekst: 'Endringen er tatt tilbake.' })
  }
  return { aktiv, vis, lukk, angre }
})
