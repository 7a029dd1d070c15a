import { computed, toValue, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import { useDevice } from './useDevice.ts'
import { useLive } from './useLive.ts'
import type { Post, Tabellnavn } from '../../domain/tabeller.ts'

/** A table's rows, in one space or in all the user may see; `undefined` while they are read. */
export function useRows<T extends Tabellnavn>(
  type: T,
  rom?: MaybeRefOrGetter<string | undefined>,
): Readonly<ShallowRef<Post<T>[] | undefined>> {
  const device = useDevice()
  const live = computed(() => device.rows(type, toValue(rom)))
  return useLive(live)
}
