import { computed, type ComputedRef } from 'vue'
import { KOMMUNE } from '../../domain/asker/kommune.ts'
import { likestillingsaar } from '../../domain/asker/likestillingsaar.ts'
import { medTryktTilskudd } from '../../domain/asker/tilskudd.ts'
import { alleVedtak } from '../../domain/asker/vedtak.ts'
import { INNSTILLING_ID } from '../../domain/innstilling.ts'
import { MINSTE_ANTALL } from '../../domain/smaatall/skjul.ts'
import type { Bestilling, Rapportgrunnlag } from '../../report/grunnlag.ts'
import { useGrunnlag } from '../composables/useGrunnlag.ts'
import { useKlokke } from '../composables/useKlokke.ts'
import { useRow } from '../composables/useRow.ts'
import { useRows } from '../composables/useRows.ts'

/** Everything the reports are made from, as the device holds it. `undefined` until all is read. */
export function useRapportgrunnlag(): ComputedRef<Rapportgrunnlag | undefined> {
  const tall = useGrunnlag()
  const bilder = useRows('stillingsbilde')
  const aarshjul = useRows('aarshjuloppgave')
  const aktiviteter = useRows('aktivitet')
  const toernoppgaver = useRows('toernoppgave')
  const uttalelser = useRows('uttalelse')
  const utlysninger = useRows('utlysning')
  const utproevinger = useRows('utproeving')
  const kickoffer = useRows('kickoff')
  const beslutninger = useRows('beslutning')
  const tilskudd = useRows('tilskudd', 'project')
  const budsjett = useRows('budsjett', 'project')
  const kostnader = useRows('kostnad', 'project')
  const likestilling = useRows('likestilling', 'project')
  const vedtak = useRows('vedtak', 'project')
  const innstilling = useRow('innstilling', INNSTILLING_ID)
  return computed(() => {
    const [t, b, h, a, o, u, l] = [tall, bilder, aarshjul, aktiviteter, toernoppgaver, uttalelser, utlysninger].map(
      (x) => x.value,
    )
    const oppstart = kickoffer.value && beslutninger.value
    const penger = tilskudd.value && budsjett.value && kostnader.value
    if (
      !t ||
      !b ||
      !h ||
      !a ||
      !o ||
      !u ||
      !l ||
      !penger ||
      !oppstart ||
      !utproevinger.value ||
      !likestilling.value ||
      !vedtak.value
    )
      return undefined
    return {
      ...tall.value!,
      bilder: bilder.value!,
      aarshjul: aarshjul.value!,
      aktiviteter: aktiviteter.value!,
      toernoppgaver: toernoppgaver.value!,
      uttalelser: uttalelser.value!,
      utlysninger: utlysninger.value!,
      utproevinger: utproevinger.value,
      kickoffer: kickoffer.value!,
      beslutninger: beslutninger.value!,
      tilskudd: medTryktTilskudd(tilskudd.value!),
      budsjett: budsjett.value!,
      kostnader: kostnader.value!,
      likestilling: likestillingsaar(likestilling.value),
      vedtak: alleVedtak(vedtak.value),
      minst: innstilling.value?.minsteAntall ?? MINSTE_ANTALL,
    }
  })
}

/** What a report of a year is asked for today. */
export function useBestilling(aar: () => number): ComputedRef<Bestilling> {
  const { idag } = useKlokke()
  return computed(() => ({ aar: aar(), idag: idag.value, fra: KOMMUNE.navn, saksnummer: '' }))
}
