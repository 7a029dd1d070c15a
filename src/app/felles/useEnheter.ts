import { computed } from 'vue'
import { kortnavn, romForEnhet } from '../../domain/enhet.ts'
import type { Post } from '../../domain/tabeller.ts'
import { useRows } from '../composables/useRows.ts'
import { useSession } from '../stores/session.ts'

/** A unit that has activities and tasks of its own, as a choice. `enhetsrom` is where its rows live. */
export interface Enhetsvalg {
  id: string
  navn: string
  enhetsrom: string
  pilot: boolean
  kanSkrive: boolean
}

/** The units whose own rows the user may read, by name; `undefined` while they are read. */
export function useEnheter() {
  const session = useSession()
  const rader = useRows('enhet', 'project')
  const somValg = (e: Post<'enhet'>): Enhetsvalg => {
    const enhetsrom = romForEnhet(e)
    return { id: e.id, navn: kortnavn(e), enhetsrom, pilot: e.pilot, kanSkrive: session.kanSkrive(enhetsrom) }
  }
  const enheter = computed(() =>
    rader.value
      ?.filter((e) => romForEnhet(e) !== 'project' && session.rett(romForEnhet(e)) !== undefined)
      .map(somValg)
      .sort((a, b) => a.navn.localeCompare(b.navn, 'nb')),
  )
  /** By space, for a row's unit. */
  const forRom = computed(() => new Map(enheter.value?.map((e) => [e.enhetsrom, e])))
  return { enheter, forRom }
}
