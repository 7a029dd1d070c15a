import type { AarshjulPost } from './aarshjul.ts'
import { hjulrom, iHjulet } from './aarshjulenhet.ts'
import { kortnavn, type EnhetPost } from './enhet.ts'
import type { Rettigheter } from './tilgang.ts'

/**
 * What one person's own calendar has, from a year on: what is common to all, what concerns the units that the person may see,
 * and what those have added for themselves, each under the unit's name. Drafts are nobody's plan yet, and are left out.
 * One who may write the common wheel has all of it. Rows of spaces that are not in the rights are never in it.
 */
export function iKalenderen(
  oppgaver: readonly (AarshjulPost & { rom: string })[],
  enheter: readonly EnhetPost[],
  rettigheter: Rettigheter,
  fraOgMedAar: number,
): AarshjulPost[] {
  const aapne = oppgaver.filter(
    (o) => rettigheter[o.rom] !== undefined && o.tilstand === 'vedtatt' && o.aar >= fraOgMedAar,
  )
  const mine = enheter.filter((e) => hjulrom(e) !== 'project' && rettigheter[hjulrom(e)] !== undefined)
  const alle = mine.length === 0 || rettigheter['project'] === 'skriv'
  const angaar = new Set(
    alle
      ? iHjulet(aapne, null, enheter)
      : mine.flatMap((e) => iHjulet(aapne, e, enheter)).filter((o) => o.rom === 'project'),
  )
  const enhetFor = new Map(mine.map((e) => [hjulrom(e), e]))
  return aapne
    .filter((o) => angaar.has(o) || enhetFor.has(o.rom))
    .map((o) => {
      const enhet = enhetFor.get(o.rom)
      return enhet === undefined ? o : { ...o, tittel: `${kortnavn(enhet)}: ${o.tittel}` }
    })
    .sort((a, b) => a.aar - b.aar || a.kvartal - b.kvartal || (a.id < b.id ? -1 : 1))
}
