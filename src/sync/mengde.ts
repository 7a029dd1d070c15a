import { like } from './like.ts'
import type { Json } from './json.ts'

/** Two people's changes of one set: what either put in is in, what either took out is out, in whatever order they come. */

/** What a person put in and took out, from the set as she saw it. */
export interface Mengdeendring {
  lagt: Json[]
  tatt: Json[]
}

const har = (mengde: readonly Json[], x: Json): boolean => mengde.some((y) => like(x, y))

/** What was put in and taken out between two lists whose order says nothing. */
export const mengdeendring = (fra: readonly Json[], til: readonly Json[]): Mengdeendring => ({
  lagt: til.filter((x) => !har(fra, x)),
  tatt: fra.filter((x) => !har(til, x)),
})

/** What stands, with the change: its members in the order they had, and the new ones after them. */
export function flettMengde(staaende: readonly Json[], { lagt, tatt }: Mengdeendring): Json[] {
  const igjen = staaende.filter((x) => !har(tatt, x))
  return [...igjen, ...lagt.filter((x) => !har(igjen, x))]
}
