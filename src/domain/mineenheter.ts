import { undertre, type EnhetPost } from './enhet.ts'
import type { Bruker } from './tilgang.ts'

/**
 * The units whose daily work the user follows, by name: the avdelinger below what they were given, or what they were
 * given where there is none. For a prosjektleder the pilot units; for a leser none.
 */
export function mineEnheter<E extends EnhetPost>(
  bruker: Pick<Bruker, 'rolle' | 'enheter'>,
  enheter: readonly E[],
): E[] {
  if (bruker.rolle === 'leser') return []
  const navn = (a: E, b: E): number => a.navn.localeCompare(b.navn, 'nb')
  if (bruker.rolle === 'prosjektleder') return enheter.filter((e) => e.pilot).sort(navn)
  const egne = new Set(bruker.enheter.flatMap((rot) => [...undertre(rot, enheter)]))
  const avdelinger = enheter.filter((e) => egne.has(e.id) && e.nivaa === 'avdeling')
  return (avdelinger.length > 0 ? avdelinger : enheter.filter((e) => bruker.enheter.includes(e.id))).sort(navn)
}

/** The virksomhet that a unit lies under, for «Hurum bo- og omsorgssenter HO2»; `null` where nobody has placed it. */
export const virksomhetOver = <E extends EnhetPost>(enhet: EnhetPost, enheter: readonly E[]): E | null =>
  enheter.find((e) => e.id === enhet.overordnet && e.nivaa === 'virksomhet') ?? null
