import type { Rolle } from '../domain/tilgang.ts'

/** Whether a page may be shown to the role; screens ask before they link to it. */
export const maaVises = (meta: { roller?: readonly Rolle[] } | undefined, rolle: Rolle): boolean =>
  meta?.roller?.includes(rolle) ?? true
