import type { EnhetPost, Nivaa } from '../../domain/enhet.ts'

/** A unit in the order of the tree, and how deep it lies. */
export interface Trerad<E> {
  enhet: E
  dybde: number
}

type Enhet = Pick<EnhetPost, 'id' | 'navn' | 'overordnet' | 'nivaa'>

/** Units from the top down, neighbours by name; those that nobody has placed, or that lie in a ring, come by themselves. */
export function somTre<E extends Enhet>(enheter: readonly E[]): { tre: Trerad<E>[]; uplassert: E[] } {
  const sortert = [...enheter].sort((a, b) => a.navn.localeCompare(b.navn, 'nb'))
  const tre: Trerad<E>[] = []
  const legg = (e: E, dybde: number) => {
    tre.push({ enhet: e, dybde })
    for (const barn of sortert) if (barn.overordnet === e.id) legg(barn, dybde + 1)
  }
  for (const e of sortert) if (e.overordnet === null && e.nivaa === 'kommune') legg(e, 0)
  const plassert = new Set(tre.map((r) => r.enhet.id))
  return { tre, uplassert: sortert.filter((e) => !plassert.has(e.id)) }
}

const REKKE: readonly Nivaa[] = ['kommune', 'tjenesteomraade', 'virksomhet', 'avdeling']

/** The units that one of this level can lie under: those of a level above, and never something below itself. */
export function muligeOverordnede<E extends Enhet>(
  enheter: readonly E[],
  nivaa: Nivaa,
  under: ReadonlySet<string>,
): E[] {
  return enheter.filter((e) => REKKE.indexOf(e.nivaa) < REKKE.indexOf(nivaa) && !under.has(e.id))
}
