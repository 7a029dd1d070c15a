import type { Device } from '../../data/device.ts'
import { kjennemerke } from '../../domain/stillingsliste/kjennemerke.ts'
import { KOLONNESLAG, type Kolonner, type Kolonneslag } from '../../domain/stillingsliste/kolonner.ts'

/**
 * What was chosen by hand for lists like this one, kept on the device: which column says what, by the mark of the columns' names, and what
 * a word means, by the mark of the word. No word of the list itself is kept.
 */
interface Husket {
  kolonner: Record<string, (Kolonneslag | null)[]>
  ord: Record<string, string>
}
export type Ordslag = 'enhet' | 'ansettelse' | 'permisjon' | 'yrke'

const NOEKKEL = 'stillingsliste'

const somHusket = (x: unknown): Husket => {
  const { kolonner, ord } = (typeof x === 'object' && x !== null ? x : {}) as Partial<Husket>
  return { kolonner: { ...kolonner }, ord: { ...ord } }
}

export async function lagHukommelse(device: Pick<Device, 'hentKladd' | 'lagreKladd'>) {
  const husket = somHusket(await device.hentKladd(NOEKKEL).catch(() => null))
  const lagre = () => void device.lagreKladd(NOEKKEL, husket).catch(() => undefined)
  const merke = (slag: Ordslag, ord: string) => kjennemerke(`${slag}\n${ord}`)
  return {
    kolonner(signatur: string | null, bredde: number): Kolonner | null {
      const funnet = signatur === null ? undefined : husket.kolonner[signatur]
      return funnet?.length === bredde && funnet.every((s) => s === null || KOLONNESLAG.includes(s)) ? funnet : null
    },
    huskKolonner(signatur: string | null, kolonner: Kolonner): void {
      if (signatur === null) return
      husket.kolonner[signatur] = [...kolonner]
      lagre()
    },
    ord: (slag: Ordslag, ord: string): string | undefined => husket.ord[merke(slag, ord)],
    huskOrd(slag: Ordslag, ord: string, verdi: string): void {
      husket.ord[merke(slag, ord)] = verdi
      lagre()
    },
  }
}
export type Hukommelse = Awaited<ReturnType<typeof lagHukommelse>>
