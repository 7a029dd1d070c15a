import { computed, type ComputedRef } from 'vue'
import { hjulrader, iKvartal, type Hjulrad, type Utsnitt } from './visning.ts'
import { useKlokke } from '../composables/useKlokke.ts'
import { useRows } from '../composables/useRows.ts'
import { aarMedOppgaver, foersteValgAvAar } from '../../domain/aarshjul.ts'
import { planleggNesteAar } from '../../domain/aarshjulplan.ts'
import { aarAv, kvartalAv, type Kvartal } from '../../domain/dato.ts'

/** What the page shows, worked out from the rows, the day and the address: which year, which part of it, and what is in it. */
export function useAarshjul(valgtAar: () => string | undefined, valgtDel: () => string | undefined) {
  const { idag, naa } = useKlokke()
  const oppgaver = useRows('aarshjuloppgave', 'project')

  const aar = computed(() => Number(valgtAar()) || foersteValgAvAar(oppgaver.value ?? [], idag.value))
  const rader = computed(() => hjulrader(oppgaver.value ?? [], aar.value, idag.value))
  const aarvalg = computed(() => {
    const alle = oppgaver.value ?? []
    return [...new Set([...aarMedOppgaver(alle), aar.value])]
      .sort((a, b) => a - b)
      .map((a) => {
        const iAaret = alle.filter((o) => o.aar === a)
        const utkast = iAaret.length > 0 && iAaret.every((o) => o.tilstand === 'utkast')
        return { verdi: a, tekst: String(a), ...(utkast ? { tillegg: 'utkast' } : {}) }
      })
  })
  const del = computed<Utsnitt>(() => {
    const d = valgtDel()
    if (d === 'hele') return 'hele'
    return (['1', '2', '3', '4'].includes(d ?? '') ? Number(d) : kvartalAv(idag.value)) as Kvartal
  })
  /** Late from earlier quarters: shown with the present one, so that they are not forgotten when the quarter turns. */
  const eldre: ComputedRef<Hjulrad[]> = computed(() => {
    const d = del.value
    if (d === 'hele' || aar.value !== aarAv(idag.value) || d !== kvartalAv(idag.value)) return []
    return rader.value.filter((r) => r.kvartal < d && r.stat === 'over_fristen')
  })
  const vises = computed(() => (del.value === 'hele' ? rader.value : iKvartal(rader.value, del.value)))
  const utkast = computed(() => rader.value.filter((r) => r.stat === 'utkast'))
  const forslag = computed(() => planleggNesteAar(aar.value, oppgaver.value ?? []))
  /** No activity of the year has been registered: the source says nothing of what was done. */
  const ikkeRegistrert = computed(() => rader.value.some((r) => r.stat === 'ikke_registrert'))

  return { idag, naa, oppgaver, aar, rader, aarvalg, del, eldre, vises, utkast, forslag, ikkeRegistrert }
}
