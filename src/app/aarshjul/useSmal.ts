import { onScopeDispose, shallowRef, type Ref } from 'vue'

/** Whether the window is a phone's: there the wheel shows one quarter at a time. */
export function useSmal(): Readonly<Ref<boolean>> {
  const medie = matchMedia('(max-width: 599px)')
  const smal = shallowRef(medie.matches)
  const endret = () => {
    smal.value = medie.matches
  }
  medie.addEventListener('change', endret)
  onScopeDispose(() => medie.removeEventListener('change', endret))
  return smal
}
