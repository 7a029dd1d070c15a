import { shallowRef } from 'vue'
import { foersteIkoner } from './foersteIkoner.ts'
import type { flereIkoner } from './flereIkoner.ts'

type Flere = typeof flereIkoner
export type Ikonnavn = keyof typeof foersteIkoner | keyof Flere

const flere = shallowRef<Flere>()
let hentes: Promise<void> | undefined

/** Fetches the icons that the first pages do not need; the router asks for them with any other page. Tried again at the next icon where it failed. */
export const hentFlereIkoner = (): Promise<void> =>
  (hentes ??= import('./flereIkoner.ts').then(
    (m) => {
      flere.value = m.flereIkoner
    },
    () => {
      hentes = undefined
    },
  ))

/** The paths that draw an icon; empty for the moment until they are fetched. */
export function tegning(navn: Ikonnavn): readonly string[] {
  if (navn in foersteIkoner) return foersteIkoner[navn as keyof typeof foersteIkoner]
  if (flere.value === undefined) void hentFlereIkoner()
  return flere.value?.[navn as keyof Flere] ?? []
}
