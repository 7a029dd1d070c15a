import { computed } from 'vue'
import { useRows } from '../composables/useRows.ts'
import { useValgtEnhet } from '../felles/useValgtEnhet.ts'

/** Which unit's list is shown, one that has tasks where nobody has chosen; and what is in it. */
export function useToernenhet() {
  const alle = useRows('toernoppgave')
  const brukte = computed(() => alle.value && new Set(alle.value.map((o) => o.rom)))
  const { enheter, enhet, velg } = useValgtEnhet(() => brukte.value)

  const oppgaver = computed(() =>
    enhet.value ? alle.value?.filter((o) => o.rom === enhet.value?.enhetsrom) : undefined,
  )
  /** The other units that have tasks to copy from. */
  const kopierbare = computed(
    () => enheter.value?.filter((e) => e.id !== enhet.value?.id && brukte.value?.has(e.enhetsrom)) ?? [],
  )
  return { enheter, enhet, oppgaver, alle, kopierbare, velg }
}
