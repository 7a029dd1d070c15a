import { computed, type ComputedRef } from 'vue'
import { hjulrader, iKvartal, type Hjulrad, type Utsnitt } from './visning.ts'
import { useKlokke } from '../composables/useKlokke.ts'
import { useRows } from '../composables/useRows.ts'
import { useSession } from '../stores/session.ts'
import { aarMedOppgaver, foersteValgAvAar } from '../../domain/aarshjulregler.ts'
import { flyttetUt } from '../../domain/aarshjulendring.ts'
import { hjulrom, iHjulet } from '../../domain/aarshjulenhet.ts'
import { ikkeGjort, planleggNesteAar } from '../../domain/aarshjulplan.ts'
import { aarAv, kvartalAv, type Kvartal } from '../../domain/dato.ts'
import { kortnavn, romForEnhet } from '../../domain/enhet.ts'

/** «Felles» in the choice of whose wheel it is, and in the address. */
export const FELLES = 'felles'

/** What the page shows, worked out from the rows, the day and the address: whose wheel, which year, which part of it, and what is in it. */
export function useAarshjul(
  valgtAar: () => string | undefined,
  valgtDel: () => string | undefined,
  valgtEnhet: () => string | undefined,
  valgtVed: () => string | undefined = () => undefined,
) {
  const { idag, naa } = useKlokke()
  const session = useSession()
  const alle = useRows('aarshjuloppgave')
  const enheter = useRows('enhet', 'project')

  /** The units that may have a wheel of their own here, by name. */
  const enhetene = computed(() =>
    (enheter.value ?? [])
      .filter((e) => romForEnhet(e) !== 'project' && session.rett(romForEnhet(e)) !== undefined)
      .sort((a, b) => kortnavn(a).localeCompare(kortnavn(b), 'nb')),
  )
  /** The unit whose wheel it is: the chosen one, else the only one there is; `null` for the common wheel. */
  const enhet = computed(() => {
    const valgt = valgtEnhet()
    if (valgt === FELLES) return null
    const eneste = enhetene.value.length === 1 && !session.erProsjektleder ? enhetene.value[0]! : null
    return enhetene.value.find((e) => e.id === valgt) ?? eneste
  })
  const rom = computed(() => hjulrom(enhet.value))
  const oppgaver = computed(() =>
    alle.value && enheter.value ? iHjulet(alle.value, enhet.value, enheter.value) : undefined,
  )

  const aar = computed(() => Number(valgtAar()) || foersteValgAvAar(oppgaver.value ?? [], idag.value))
  const rader = computed(() => hjulrader(oppgaver.value ?? [], aar.value, idag.value))
  const aarvalg = computed(() => {
    const iHjul = oppgaver.value ?? []
    return [...new Set([...aarMedOppgaver(iHjul), aar.value])]
      .sort((a, b) => a - b)
      .map((a) => {
        const iAaret = iHjul.filter((o) => o.aar === a)
        const utkast = iAaret.length > 0 && iAaret.every((o) => o.tilstand === 'utkast')
        return { verdi: a, tekst: String(a), ...(utkast ? { tillegg: 'utkast' } : {}) }
      })
  })
  /** The other years there are, to lay beside this one. */
  const andreAar = computed(() => aarvalg.value.filter((v) => v.verdi !== aar.value))
  /** The year that lies beside; `null` for none. */
  const ved = computed(() => andreAar.value.find((v) => String(v.verdi) === valgtVed())?.verdi ?? null)
  const vedRader = computed(() => (ved.value === null ? [] : hjulrader(oppgaver.value ?? [], ved.value, idag.value)))
  const vedUte = computed(() => (ved.value === null ? [] : flyttetUt(oppgaver.value ?? [], ved.value)))
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
  /** Moved from this year to another. */
  const ute = computed(() => flyttetUt(oppgaver.value ?? [], aar.value))
  /** The wheel's own: what is planned and adopted here, not what is inherited. */
  const egne = computed(() => (oppgaver.value ?? []).filter((o) => o.rom === rom.value))
  const utkast = computed(() => rader.value.filter((r) => r.stat === 'utkast' && r.rom === rom.value))
  const forslag = computed(() => planleggNesteAar(aar.value, egne.value))
  const ugjorte = computed(() => ikkeGjort(aar.value, egne.value, idag.value))
  /** No activity of the year has been registered: the source says nothing of what was done. */
  const ikkeRegistrert = computed(() => rader.value.some((r) => r.stat === 'ikke_registrert'))

  return {
    idag,
    naa,
    enheter,
    enhetene,
    enhet,
    rom,
    oppgaver,
    aar,
    rader,
    aarvalg,
    andreAar,
    ved,
    vedRader,
    vedUte,
    del,
    eldre,
    vises,
    ute,
    utkast,
    forslag,
    ugjorte,
    ikkeRegistrert,
  }
}
