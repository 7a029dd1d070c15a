import { onScopeDispose, shallowRef, type Ref } from 'vue'

/** Whether the window is a phone's: there the wheel shows one quarter at a time. */
export const useSmal = (): Readonly<Ref<boolean>> => useMedie('(max-width: 599px)')
/** Whether a page's heading has room for its choices and a button on one line. */
export const useBred = (): Readonly<Ref<boolean>> => useMedie('(min-width: 1000px)')

function useMedie(hva: string): Readonly<Ref<boolean>> {
  const medie = matchMedia(hva)
  const er = shallowRef(medie.matches)
  const endret = () => {
    er.value = medie.matches
  }
  medie.addEventListener('change', endret)
  onScopeDispose(() => medie.removeEventListener('change', endret))
  return er
}
