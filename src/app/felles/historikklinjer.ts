import type { Device } from '../../data/device.ts'
import { erIndre } from '../texts/verdi.ts'

export type Historikklinje = Awaited<ReturnType<Device['historikk']>>[number]

/** One act of one person: everything that was written together. */
export interface Hendelse {
  opId: string
  hvem: string
  tid: number
  linjer: Historikklinje[]
  /** The record began with it. */
  foerste: boolean
}

/** Who writes what an installation begins with, as the server stores it. */
const OPPSTART = 'heltidshjulet'

/** The history's lines, newest first, as acts. Of the first one, fields that were left empty say nothing and are left out. */
export function somHendelser(linjer: readonly Historikklinje[]): Hendelse[] {
  const eldste = linjer.at(-1)?.opId
  const hendelser = new Map<string, Hendelse>()
  for (const l of linjer) {
    if (erIndre(l.field)) continue
    const foerste = l.opId === eldste
    if (foerste && (l.new === null || l.new === '')) continue
    const h = hendelser.get(l.opId)
    if (h) h.linjer.push(l)
    else
      hendelser.set(l.opId, {
        opId: l.opId,
        hvem: l.actor === OPPSTART ? 'Lagt inn ved oppstart' : l.actorName,
        tid: l.tServer,
        linjer: [l],
        foerste,
      })
  }
  return [...hendelser.values()]
}
