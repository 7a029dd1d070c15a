import type { Rolle } from '../domain/tilgang.ts'

/** Whether a page may be shown to the role; screens ask before they link to it. */
export const maaVises = (meta: { roller?: readonly Rolle[] } | undefined, rolle: Rolle): boolean =>
  meta?.roller?.includes(rolle) ?? true

/** Those who lead a unit or more. */
export const LEDERE = ['prosjektleder', 'virksomhetsleder', 'avdelingsleder'] as const satisfies readonly Rolle[]
/** Those who have a unit: all but the leser. */
export const MED_ENHET = [...LEDERE, 'tillitsvalgt', 'verneombud'] as const satisfies readonly Rolle[]
