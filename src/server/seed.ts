import { eksempel } from '../domain/asker/eksempel.ts'
import { grunnlag } from '../domain/asker/grunnlag.ts'
import type { Dato } from '../domain/dato.ts'
import type { Store } from './sync/store.ts'

/** Who the first rows are written by, in the history. */
const ACTOR = 'heltidshjulet'

/** Fills in what an installation begins with and does not have yet: the facts, and in the demo the examples on top of them. What people have changed stays. */
export async function seed(store: Store, { demo, idag }: { demo: boolean; idag: Dato }): Promise<void> {
  await store.seed([...grunnlag(), ...(demo ? eksempel(idag) : [])], ACTOR)
}
