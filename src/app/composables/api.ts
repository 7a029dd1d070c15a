/** Small requests beside the sync: login, invitation, what kind of installation this is. */

export type Svar<T> = { ok: true; verdi: T } | { ok: false; frakoblet: boolean; status: number; tekst: string }

const FRAKOBLET = {
  ok: false,
  frakoblet: true,
  status: 0,
  tekst: 'Tjeneren svarer ikke. Prøv igjen når nettbrettet har nett.',
} as const

/** Sends JSON and reads JSON. An answer that is not ours (a captive portal's page) counts as no answer. */
export async function spoer<T>(
  sti: string,
  kropp?: unknown,
  ventMs = 15_000,
  metode: 'GET' | 'POST' | 'PATCH' | 'DELETE' = kropp === undefined ? 'GET' : 'POST',
): Promise<Svar<T>> {
  try {
    const svar = await fetch(sti, {
      method: metode,
      headers: kropp === undefined ? { accept: 'application/json' } : { 'content-type': 'application/json' },
      body: kropp === undefined ? null : JSON.stringify(kropp),
      signal: AbortSignal.timeout(ventMs),
    })
    const json: unknown = await svar.json().catch(() => null)
    if (typeof json !== 'object' || json === null || svar.status >= 500) return FRAKOBLET
    if (svar.ok) return { ok: true, verdi: json as T }
    return { ok: false, frakoblet: false, status: svar.status, tekst: feiltekst(json) }
  } catch {
    return FRAKOBLET
  }
}

function feiltekst(json: object): string {
  const feil = 'error' in json ? json.error : null
  const tekst = typeof feil === 'object' && feil !== null && 'text' in feil ? feil.text : null
  return typeof tekst === 'string' ? tekst : 'Tjeneren tok ikke imot dette. Prøv igjen.'
}

/** What the server says of itself. */
export interface OmTjeneren {
  demo: boolean
}
