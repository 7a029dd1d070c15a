import type { Rolle } from '../../domain/tilgang.ts'

/** The parts of Oversikt. A role sees one of them; what the others see is not fetched. */
export const deler = {
  enhet: () => import('./EnhetOversikt.vue'),
  rader: () => import('./RadOversikt.vue'),
  part: () => import('./PartOversikt.vue'),
  leser: () => import('./LeserOversikt.vue'),
}

export const delFor: Record<Rolle, keyof typeof deler> = {
  avdelingsleder: 'enhet',
  prosjektleder: 'rader',
  virksomhetsleder: 'rader',
  tillitsvalgt: 'part',
  verneombud: 'part',
  leser: 'leser',
}

/** Fetches a role's part before the page asks for it. Where that fails the page asks again, and says so. */
export function hentDel(rolle: Rolle): void {
  void deler[delFor[rolle]]().catch(() => undefined)
}
