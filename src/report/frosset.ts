import type { Rapport } from './rapport.ts'

/** A frozen report read back; `null` where it is not one, as when another version wrote it in a way that this one does not know. */
export function lesFrosset(innhold: string): Rapport | null {
  try {
    const lest = JSON.parse(innhold) as Partial<Rapport> | null
    return typeof lest?.tittel === 'string' && Array.isArray(lest.deler) ? (lest as Rapport) : null
  } catch {
    return null
  }
}
