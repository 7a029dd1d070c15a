import { computed } from 'vue'
import { useSession } from '../stores/session.ts'

/** How the one who is logged in is named beside what she writes: the name, and the role where the name does not say it. */
export function useSignatur() {
  const session = useSession()
  return computed(() => {
    const { navn = '', rolle = '' } = session.bruker ?? {}
    return navn.toLowerCase().includes(rolle) ? navn : `${navn}, ${rolle}`
  })
}
