import type { HistoryEntry } from '../sync/messages.ts'
import { FrakobletFeil } from './device.ts'

/** What happened to a record, newest first, from the server. Rejects with `FrakobletFeil` without it. */
export async function hentHistorikk(
  hent: typeof fetch,
  rom: string,
  type: string,
  id: string,
): Promise<HistoryEntry[]> {
  const q = new URLSearchParams({ space: rom, type, id })
  try {
    const svar = await hent(`/api/history?${q}`, { cache: 'no-store', signal: AbortSignal.timeout(15_000) })
    if (!svar.ok) throw new FrakobletFeil('Historikken kan ikke hentes nå.')
    const kropp: unknown = await svar.json()
    if (!Array.isArray(kropp)) throw new FrakobletFeil('Historikken kan ikke hentes nå.')
    return kropp as HistoryEntry[]
  } catch (e) {
    if (e instanceof FrakobletFeil) throw e
    throw new FrakobletFeil('Historikken kan ikke hentes nå.', { cause: e })
  }
}
