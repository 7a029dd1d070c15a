import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { Listerapport } from '../../domain/rapport.ts'
import type { Post } from '../../domain/tabeller.ts'
import type { Bestilling, Rapportgrunnlag } from '../../report/grunnlag.ts'
import type { Rapport } from '../../report/rapport.ts'
import { meldFeil } from '../composables/appfeil.ts'

export interface Bestilt {
  navn: Listerapport
  grunnlag: Rapportgrunnlag
  bestilling: Bestilling
  /** Of a report to an MBM. */
  enhet?: Post<'enhet'> | undefined
}
export type Ordre = Bestilt & { nr: number }
export type Svar = { nr: number; rapport: Rapport } | { nr: number; feil: string }

/**
 * The report that is asked for, made in a worker and made again when its rows change. `lager` while one is being made: the former
 * stands until the new one is there, unless another report is asked for. Ends with the scope.
 */
export function useRapport(bestilt: () => Bestilt | undefined): {
  utkast: Ref<Rapport | undefined>
  lager: Ref<boolean>
} {
  const utkast = shallowRef<Rapport>()
  const lager = shallowRef(false)
  let nr = 0
  let arbeider: Worker | undefined
  const svar = ({ data }: MessageEvent<Svar>) => {
    // An answer to what was asked before is out of date.
    if (data.nr !== nr) return
    lager.value = false
    if ('rapport' in data) utkast.value = data.rapport
    else meldFeil(new Error(data.feil))
  }
  watch(
    bestilt,
    (b) => {
      nr++
      const r = utkast.value
      if (!b || (r && (r.navn !== b.navn || r.aar !== b.bestilling.aar || r.enhet !== (b.enhet?.id ?? null))))
        utkast.value = undefined
      lager.value = b !== undefined
      if (!b) return
      if (!arbeider) {
        arbeider = new Worker(new URL('./rapport.worker.ts', import.meta.url), { type: 'module' })
        arbeider.addEventListener('message', svar)
        arbeider.addEventListener('error', (e) => meldFeil(e.error ?? new Error(e.message)))
      }
      arbeider.postMessage({ nr, ...b } satisfies Ordre)
    },
    { immediate: true },
  )
  onScopeDispose(() => arbeider?.terminate())
  return { utkast, lager }
}
