import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useRows } from '../composables/useRows.ts'
import { useEnheter } from '../felles/useEnheter.ts'
import { useSession } from '../stores/session.ts'

/** Follows from page to page, so that one comes back to the unit one left. The address says it too, for reloads and links. */
const sist = ref<string>()

/** Which unit's list is shown: the address, else the last one, else the user's own, else the first pilot unit with tasks. */
export function useToernenhet() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const { enheter } = useEnheter()
  const alle = useRows('toernoppgave')

  const enhet = computed(() => {
    const liste = enheter.value
    if (liste === undefined || alle.value === undefined) return undefined
    const brukte = new Set(alle.value.map((o) => o.rom))
    const medId = (id: unknown) => liste.find((e) => e.id === id)
    return (
      medId(route.query.enhet) ??
      medId(sist.value) ??
      (session.bruker?.enheter.map(medId).find((e) => e !== undefined && brukte.has(e.enhetsrom)) ||
        liste.find((e) => e.pilot && brukte.has(e.enhetsrom)) ||
        liste.find((e) => e.pilot) ||
        liste[0] ||
        null)
    )
  })
  const oppgaver = computed(() =>
    enhet.value ? alle.value?.filter((o) => o.rom === enhet.value?.enhetsrom) : undefined,
  )
  /** The other units that have tasks to copy from. */
  const kopierbare = computed(() => {
    const brukte = new Set(alle.value?.map((o) => o.rom))
    return enheter.value?.filter((e) => e.id !== enhet.value?.id && brukte.has(e.enhetsrom)) ?? []
  })

  function velg(id: string) {
    sist.value = id
    void router.replace({ query: { ...route.query, enhet: id } })
  }
  return { enheter, enhet, oppgaver, alle, kopierbare, velg }
}
