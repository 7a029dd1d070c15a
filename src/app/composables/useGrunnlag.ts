import { computed, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import type { Post } from '../../domain/tabeller.ts'
import { useRows } from './useRows.ts'

export interface Tallgrunnlag {
  enheter: Post<'enhet'>[]
  maaltall: Post<'maaltall'>[]
  maalinger: Post<'maaling'>[]
  brudd: Post<'brudd'>[]
}

/** What figures are worked out from: units, targets, breaks, and the measurements of one space or of all. `undefined` until all are read. */
export function useGrunnlag(rom?: MaybeRefOrGetter<string | undefined>): ComputedRef<Tallgrunnlag | undefined> {
  const enheter = useRows('enhet', 'project')
  const maaltall = useRows('maaltall', 'project')
  const maalinger = useRows('maaling', rom)
  const brudd = useRows('brudd')
  return computed(() =>
    enheter.value && maaltall.value && maalinger.value && brudd.value
      ? { enheter: enheter.value, maaltall: maaltall.value, maalinger: maalinger.value, brudd: brudd.value }
      : undefined,
  )
}
