import { diff3Merge } from 'node-diff3'

/** Two people's versions of one long text become one, and nothing either wrote is dropped. */

const linjer = (s: string): string[] => s.split('\n')
const ord = (s: string): string[] => s.split(/(\s+)/)

/**
 * Merges word by word against the text both began with. Where both changed the same words, line by line instead,
 * and both versions of those lines are kept, the standing first; what they say alike is kept once.
 *
 * @param felles what both began with @param staaende what stands now @param ny what comes in
 */
export function flettTekst(felles: string, staaende: string, ny: string): string {
  if (staaende === ny || ny === felles) return staaende
  if (staaende === felles) return ny
  const ordene = diff3Merge(ord(staaende), ord(felles), ord(ny), { excludeFalseConflicts: true })
  if (ordene.every((d) => d.ok)) return ordene.flatMap((d) => d.ok!).join('')
  const linjene = diff3Merge(linjer(staaende), linjer(felles), linjer(ny), { excludeFalseConflicts: true })
  return linjene.flatMap((d) => d.ok ?? [...(d.conflict?.a ?? []), ...(d.conflict?.b ?? [])]).join('\n')
}
