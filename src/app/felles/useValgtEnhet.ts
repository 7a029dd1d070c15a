import { computed, ref, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../stores/session.ts'
import { useEnheter, type Enhetsvalg } from './useEnheter.ts'

/** Follows from page to page, so that one comes back to the unit one left. The address says it too, for reloads and links. */
const sist = ref<string>()

/**
 * Which unit a page is about: the address, else the last one, else the user's own, else the first pilot unit.
 * `undefined` while the units are read, `null` where the user has none.
 */
export function useValgtEnhet() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const { enheter } = useEnheter()
  const enhet: ComputedRef<Enhetsvalg | null | undefined> = computed(() => {
    const liste = enheter.value
    if (liste === undefined) return undefined
    const medId = (id: unknown) => liste.find((e) => e.id === id)
    const egne = session.bruker?.enheter.map(medId).find((e) => e !== undefined)
    return medId(route.query['enhet']) ?? medId(sist.value) ?? egne ?? liste.find((e) => e.pilot) ?? liste[0] ?? null
  })
  function velg(id: string) {
    sist.value = id
    void router.replace({ query: { ...route.query, enhet: id } })
  }
  return { enheter, enhet, velg }
}
