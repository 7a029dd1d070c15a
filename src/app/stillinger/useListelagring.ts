import type { Endring } from '../../data/device.ts'
import { romForEnhet } from '../../domain/enhet.ts'
import { HOVEDINDIKATORER } from '../../domain/indikatorer.ts'
import { antallI, sammenlign } from '../../domain/stillingsliste/maalinger.ts'
import type { Opptelling } from '../../domain/stillingsliste/telling.ts'
import type { Post } from '../../domain/tabeller.ts'
import { skrivAntall, skrivKort } from '../../domain/tallformat.ts'
import { useDevice } from '../composables/useDevice.ts'
import { useSession } from '../stores/session.ts'
import { ROLLENAVN } from '../texts/navn.ts'
import type { Omfang } from './omfang.ts'

interface Lagring {
  omfang: readonly Omfang[]
  opptelling: Opptelling
  dato: string
  kilde: string
  maalinger: readonly Post<'maaling'>[]
  bilder: readonly Post<'stillingsbilde'>[]
}

/** Stores what a list came to: two measurements for each scope and, where it is a unit of its own, how the positions are distributed. */
export function useListelagring() {
  const device = useDevice()
  const session = useSession()

  function endringerFor(o: Omfang, l: Lagring): Endring[] {
    const rom = romForEnhet(o.enhet)
    const felles = {
      enhet: o.enhet.id,
      dato: l.dato,
      kilde: l.kilde,
      registrertAv: session.bruker ? ROLLENAVN[session.bruker.rolle] : '',
    }
    // No reasons: in a small unit they would tell of somebody.
    const merknad = `Telt fra en liste med ${skrivAntall(l.opptelling.rader, 'rad', 'rader')}, ${skrivKort(l.opptelling.utelatt.length)} utelatt.`
    const antall = antallI(o.tall)
    const maalinger = HOVEDINDIKATORER.map((indikator): Endring<'maaling'> => {
      const { erstatter } = sammenlign(antall[indikator], o.enhet.id, indikator, l.maalinger, l.dato)
      const set = { ...felles, indikator, ...antall[indikator], verdi: null, merknad, eksempel: false }
      return { rom, type: 'maaling', id: erstatter ?? device.nyId(), set }
    })
    // The municipality's rows are read by everybody, and small groups of positions are not for everybody.
    if (rom === 'project') return maalinger
    const samme = l.bilder.find((b) => b.enhet === o.enhet.id && b.dato === l.dato)
    const grovt = o.tall.steg > 0.1 ? ` Størrelsene er rundet ned til hele ${skrivKort(o.tall.steg)} %.` : ''
    const bilde: Endring<'stillingsbilde'> = {
      rom,
      type: 'stillingsbilde',
      id: samme?.id ?? device.nyId(),
      set: { ...felles, merknad: merknad + grovt, stillinger: o.tall.stillinger, eksempel: false },
    }
    return [...maalinger, bilde]
  }

  /** One transaction for each space. Resolves with what takes all of it back. */
  return async (l: Lagring): Promise<() => Promise<void>> => {
    const perRom = new Map<string, Endring[]>()
    for (const o of l.omfang) {
      const rom = romForEnhet(o.enhet)
      perRom.set(rom, [...(perRom.get(rom) ?? []), ...endringerFor(o, l)])
    }
    const angre: (() => Promise<void>)[] = []
    for (const endringer of perRom.values()) angre.unshift((await device.write(endringer)).angre)
    return async () => {
      for (const a of angre) await a()
    }
  }
}
