import { computed, shallowRef, toValue, watchEffect, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import { useDevice } from './useDevice.ts'
import { useLive } from './useLive.ts'
import type { Live } from '../../data/device.ts'
import type { Post, Tabellnavn } from '../../domain/tabeller.ts'

/** One row; `undefined` while it is read and where there is none: `finnes` tells which (`undefined` while reading). */
export function useRow<T extends Tabellnavn>(
  type: MaybeRefOrGetter<T>,
  id: MaybeRefOrGetter<string>,
): Readonly<ShallowRef<Post<T> | undefined>> & { finnes: Readonly<ShallowRef<boolean | undefined>> } {
  const device = useDevice()
  const svar = useLive(computed(() => pakket(device.row(toValue(type), toValue(id)))))
  const rad = shallowRef<Post<T>>()
  const finnes = shallowRef<boolean>()
  watchEffect(
    () => {
      rad.value = svar.value?.rad
      finnes.value = svar.value === undefined ? undefined : svar.value.rad !== undefined
    },
    { flush: 'sync' },
  )
  return Object.assign(rad, { finnes })
}

/** Tells «not read yet» from «there is none». */
const pakket = <R>(live: Live<R | undefined>): Live<{ rad: R | undefined }> => ({
  subscribe: (neste, feilet) => live.subscribe((rad) => neste({ rad }), feilet),
})
