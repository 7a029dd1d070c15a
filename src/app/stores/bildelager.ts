/**
 * The last pictures of Oversikt, kept beside the app's own files: HTML for today and for the days ahead, so that the service worker can
 * send the own unit's figures with the page itself (docs/vedtak/0018). They belong to one user, and go before that user does.
 */
export interface Bilder {
  /** User id. */
  bruker: string
  /** The style sheet they were drawn with; another version of the app does not use them. */
  stil: string
  /** `light` or `dark`. */
  utseende: string
  /** Day → what stands in the page that day. */
  dager: Record<string, string>
}

const LAGER = 'heltidshjulet-bilde'
const NOEKKEL = '/bilde'

/** From a log-out until the next login nothing is kept, whatever is under way. */
let stengt = false

export const aapneBildelager = (): void => {
  stengt = false
}

/** `null` where there are none. Never rejects: the page comes without. */
export async function lesBilder(): Promise<Bilder | null> {
  try {
    const svar = await (await caches.open(LAGER)).match(NOEKKEL)
    return svar ? ((await svar.json()) as Bilder) : null
  } catch {
    return null
  }
}

export async function lagreBilder(bilder: Bilder): Promise<void> {
  if (stengt || !('caches' in globalThis)) return
  await (await caches.open(LAGER)).put(NOEKKEL, new Response(JSON.stringify(bilder)))
  if (stengt) await slettBilder()
}

/** Resolves when nothing of them is left. */
export async function slettBilder(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(LAGER)
}

/** The same, for the end of a session: what is being drawn now is not kept either. */
export async function stengBildelager(): Promise<void> {
  stengt = true
  await slettBilder()
}
