import type { Base } from '../db.ts'

/** What hand-over needs of the world; a test gives its own clock and network. */
export interface Overleveringsverden {
  db: Base
  bruker: { id: string; navn: string }
  fetch: typeof fetch
  naa: () => number
}

/** How a question went: an answer, a no with a code and a sentence, or nothing that can be relied on. */
export type Spurt<T> = { ok: true; verdi: T } | { ok: false; kode?: string; tekst?: string }

const TIDSFRIST_MS = 30_000

export async function spoer<T>({ fetch }: Overleveringsverden, sti: string, kropp: unknown): Promise<Spurt<T>> {
  try {
    const svar = await fetch(sti, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(kropp),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(TIDSFRIST_MS),
    })
    const json = (await svar.json()) as { error?: { code?: unknown; text?: unknown } } | null
    if (svar.ok && json !== null && json.error === undefined) return { ok: true, verdi: json as T }
    const { code, text } = json?.error ?? {}
    const sagtNei = svar.status >= 400 && svar.status < 500 && typeof code === 'string' && typeof text === 'string'
    return sagtNei ? { ok: false, kode: code, tekst: text } : { ok: false }
  } catch {
    // No network, too slow, or a page of somebody else's in between.
    return { ok: false }
  }
}
