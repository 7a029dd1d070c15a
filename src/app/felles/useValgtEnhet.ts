import { computed, ref, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../stores/session.ts'
import { useEnheter, type Enhetsvalg } from './useEnheter.ts'

/** Follows from page to page, so that one comes back to the unit one left. The address says it too, for reloads and links. */
const sist = ref<string>()

/**
 * Which unit a page is about: the address, else the last one, else the user's own, else the first pilot unit. Of the last two,
 * only those that `rom` has, where it is given. `undefined` while the units, or that, are read; `null` where the user has none.
 *
 * @param rom the spaces that have something of what the page shows
 */
export function useValgtEnhet(rom?: () => ReadonlySet<string> | undefined) {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const { enheter } = useEnheter()
  const enhet: ComputedRef<Enhetsvalg | null | undefined> = computed(() => {
    const liste = enheter.value
    const med = rom?.()
    if (liste === undefined || (rom && med === undefined)) return undefined
    const medId = (id: unknown) => liste.find((e) => e.id === id)
    const har = (e: Enhetsvalg | undefined) => e !== undefined && (med?.has(e.enhetsrom) ?? true)
    return (
      medId(route.query['enhet']) ??
      medId(sist.value) ??
      session.bruker?.enheter.map(medId).find(har) ??
      liste.find((e) => e.pilot && har(e)) ??
      liste.find((e) => e.pilot) ??
      liste[0] ??
      null
    )
  })
  function velg(id: string) {
    sist.value = id
    void router.replace({ query: { ...route.query, enhet: id } })
  }
  return { enheter, enhet, velg }
}
