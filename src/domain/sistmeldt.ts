import type { Aktivitet } from './aktivitet.ts'
import type { Dato } from './dato.ts'
import type { MaalingPost } from './maaling.ts'

/** What «Sist meldt» means, as the screen says it. */
export const SIST_MELDT_FORKLARING = 'Sist meldt er dagen for siste måling eller siste ferdige aktivitet i enheten.'
export const TAUS_DAGER = 42

/** The newest day that a unit told of, of its own measurements and activities; `null`: never. */
export function sistMeldtDag(
  maalinger: readonly Pick<MaalingPost, 'dato'>[],
  aktiviteter: readonly Pick<Aktivitet, 'ferdigDato'>[],
  idag: Dato,
): Dato | null {
  const dager = [...maalinger.map((m) => m.dato), ...aktiviteter.map((a) => a.ferdigDato ?? '')]
  return (
    dager
      .filter((d) => d !== '' && d <= idag)
      .sort()
      .at(-1) ?? null
  )
}
