import type { Aarshjuloppgave } from './aarshjul.ts'
import { romForEnhet, undertre, type EnhetPost } from './enhet.ts'

/** Whose wheel: the project's own (`null`), or a unit's, by id. A unit inherits what is common and adds its own. */

/** The space in which a wheel's own activities live. */
export const hjulrom = (enhet: EnhetPost | null): string => (enhet === null ? 'project' : romForEnhet(enhet))

/** The unit and all above it. A ring in the tree ends instead of looping. */
function ogOver(id: string, enheter: readonly EnhetPost[]): Set<string> {
  const funnet = new Set<string>()
  for (let e: string | null = id; e !== null && !funnet.has(e);) {
    funnet.add(e)
    e = enheter.find((x) => x.id === e)?.overordnet ?? null
  }
  return funnet
}

/**
 * A wheel's activities. The project's: all of the project's. A unit's: what concerns all, what names the unit, one above it or
 * one below it, and the unit's own.
 */
export function iHjulet<T extends Pick<Aarshjuloppgave, 'enheter'> & { rom: string }>(
  oppgaver: readonly T[],
  enhet: EnhetPost | null,
  enheter: readonly EnhetPost[],
): T[] {
  if (enhet === null) return oppgaver.filter((o) => o.rom === 'project')
  const slekt = new Set([...undertre(enhet.id, enheter), ...ogOver(enhet.id, enheter)])
  const rom = hjulrom(enhet)
  return oppgaver.filter((o) =>
    o.rom === 'project' ? o.enheter.length === 0 || o.enheter.some((e) => slekt.has(e)) : o.rom === rom,
  )
}
