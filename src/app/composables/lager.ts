import { shallowRef } from 'vue'

/** Whether the browser has promised to keep what is stored, and how much is used. */
export interface Lager {
  /** `null` where the browser does not say. */
  lovet: boolean | null
  /** Bytes; `null` where the browser does not say. */
  brukt: number | null
  plass: number | null
}

export const lager = shallowRef<Lager | null>(null)

export async function seEtterLager(): Promise<void> {
  const s = navigator.storage as StorageManager | undefined
  const [lovet, bruk] = await Promise.all([
    s?.persisted?.().catch(() => null) ?? null,
    s?.estimate?.().catch(() => null) ?? null,
  ])
  lager.value = { lovet, brukt: bruk?.usage ?? null, plass: bruk?.quota ?? null }
}

/** Asks the browser not to clear the store by itself. Called after the first write, when it is understood what it is for. */
export async function bedOmLager(): Promise<void> {
  const s = navigator.storage as StorageManager | undefined
  if ((await s?.persisted?.().catch(() => true)) === false) await s?.persist?.().catch(() => false)
  await seEtterLager()
}
