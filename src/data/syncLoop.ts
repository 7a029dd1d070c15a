import type { Hint } from '../sync/messages.ts'
import { FrakobletFeil } from './device.ts'
import { AvvistFeil, MaaLoggeInnFeil, synkroniser } from './syncRound.ts'
import type { Rundeverden } from './world.ts'

/** Decides when to ask the server: at start, after a change, on a hint, when the network or the person comes back, and now and then. */

export interface Utfall {
  tilkoblet: boolean
  maaLoggeInn: boolean
  feil: string | null
}

export interface Loekke {
  /** Asks for a round soon; `bare` names the spaces a hint spoke of. */
  dytt(bare?: string): void
  /** Resolves when no round is under way and none is asked for. */
  stille(): Promise<void>
  stopp(): void
}

export interface Loekkeverden extends Rundeverden {
  meld: (u: Utfall) => void
  /** Where a fault of our own goes. */
  feilet: (e: unknown) => void
  tilfeldig: () => number
  /** Opens the stream of hints; missing where there is none (tests). */
  hendelser?: (url: string) => EventSource
}

const FOERSTE_VENT_MS = 1_000
const LENGSTE_VENT_MS = 60_000
const UTEN_STROEM_MS = 60_000

export function startLoekke(verden: Loekkeverden): Loekke {
  let stoppet = false
  let paagaar: Promise<void> | null = null
  /** What is asked for and not yet under way: all spaces, or those that hints named. */
  let oensket: 'alt' | Set<string> | null = null
  let feilet = 0
  let vekker: ReturnType<typeof setTimeout> | undefined
  let stroem: EventSource | undefined

  const vekk = (ms: number) => {
    clearTimeout(vekker)
    if (!stoppet) vekker = setTimeout(() => dytt(), ms)
  }

  async function runde(rom: 'alt' | Set<string>): Promise<void> {
    try {
      await synkroniser(verden, rom === 'alt' ? undefined : [...rom])
      feilet = 0
      verden.meld({ tilkoblet: true, maaLoggeInn: false, feil: null })
      aapneStroem()
      if (!stroem || stroem.readyState !== 1) vekk(UTEN_STROEM_MS)
      else clearTimeout(vekker)
    } catch (e) {
      if (stoppet) return
      const innlogging = e instanceof MaaLoggeInnFeil
      const sagtNei = e instanceof AvvistFeil
      if (innlogging || sagtNei) lukkStroem()
      verden.meld({ tilkoblet: sagtNei, maaLoggeInn: innlogging, feil: sagtNei || innlogging ? e.message || null : null })
      feilet += 1
      // 4xx stops and tells; no network tries again, less and less often, never all devices at once.
      if (!innlogging) vekk(Math.min(LENGSTE_VENT_MS, FOERSTE_VENT_MS * 2 ** Math.min(feilet, 6)) * (0.75 + verden.tilfeldig() / 2))
      if (!innlogging && !sagtNei && !(e instanceof FrakobletFeil)) throw e
    }
  }

  function dytt(rom?: string): void {
    if (stoppet) return
    if (rom === undefined || oensket === 'alt') oensket = 'alt'
    else oensket = new Set([...(oensket ?? []), rom])
    if (!paagaar) start()
  }

  function start(): void {
    const rom = oensket
    if (rom === null || stoppet) return
    oensket = null
    // A fault of ours must be seen, and the loop must live on.
    paagaar = runde(rom)
      .catch((e: unknown) => verden.feilet(e))
      .finally(() => {
        paagaar = null
        start()
      })
  }

  function aapneStroem(): void {
    if (!verden.hendelser || stoppet || (stroem && stroem.readyState !== 2)) return
    stroem = verden.hendelser('/api/events')
    stroem.addEventListener('open', () => dytt())
    stroem.addEventListener('error', () => dytt())
    stroem.addEventListener('hint', (e) => dytt((JSON.parse((e as MessageEvent<string>).data) as Hint).space))
  }

  function lukkStroem(): void {
    stroem?.close()
    stroem = undefined
  }

  return {
    dytt,
    async stille() {
      while (paagaar) await paagaar
    },
    stopp() {
      stoppet = true
      clearTimeout(vekker)
      lukkStroem()
    },
  }
}
