import type { AarshjulPost } from './aarshjul.ts'
import { fristFor, tilstandFor } from './aarshjulregler.ts'
import { fristgruppe, SNART_DAGER, type Aktivitet } from './aktivitet.ts'
import { dagerFra, type Dato } from './dato.ts'
import { kortnavn, romForEnhet, type EnhetPost } from './enhet.ts'
import type { MaalingPost } from './maaling.ts'
import { mineEnheter } from './mineenheter.ts'
import { sistMeldtDag, TAUS_DAGER } from './sistmeldt.ts'
import { erPartIDroefting, type Bruker } from './tilgang.ts'

/** What one person is reminded of: only what is theirs to do. Worked out each time; nothing is stored, and nothing needs a network. */

export interface Paaminnelse {
  slag: 'sen' | 'forfaller' | 'taus'
  hva: 'aarshjuloppgave' | 'aktivitet' | 'enhet'
  id: string
  rom: string
  tittel: string
  /** Last day in time; for a silent unit the day it last told of something, `null` where it never has. */
  dag: Dato | null
}

export interface Paaminnelsesgrunnlag {
  bruker: Pick<Bruker, 'rolle' | 'enheter'>
  enheter: readonly EnhetPost[]
  oppgaver: readonly (AarshjulPost & { rom: string })[]
  aktiviteter: readonly (Aktivitet & { id: string; rom: string })[]
  maalinger: readonly Pick<MaalingPost, 'enhet' | 'dato'>[]
}

const SLAG = ['sen', 'forfaller', 'taus'] as const

/**
 * Late first, then what is due within two weeks, then who has been silent for six; the earliest day first in each.
 * A prosjektleder: the common wheel, and the pilot units that are silent. A leader: their units' wheel, activities and silence.
 * Others tick nothing off and are reminded of nothing.
 */
export function paaminnelser(g: Paaminnelsesgrunnlag, idag: Dato): Paaminnelse[] {
  if (g.bruker.rolle === 'leser' || erPartIDroefting(g.bruker.rolle)) return []
  const leder = g.bruker.rolle === 'prosjektleder'
  const mine = mineEnheter(g.bruker, g.enheter)
  const rom = new Set(leder ? ['project'] : mine.map(romForEnhet))
  const ut: Paaminnelse[] = []
  for (const o of g.oppgaver) {
    const stat = tilstandFor(o, idag)
    const dag = fristFor(o)
    if (!rom.has(o.rom) || (stat !== 'over_fristen' && stat !== 'forfaller' && stat !== 'kommer')) continue
    if (stat !== 'over_fristen' && dagerFra(idag, dag) > SNART_DAGER) continue
    ut.push({
      slag: stat === 'over_fristen' ? 'sen' : 'forfaller',
      hva: 'aarshjuloppgave',
      id: o.id,
      rom: o.rom,
      tittel: o.tittel,
      dag,
    })
  }
  for (const a of leder ? [] : g.aktiviteter) {
    const gruppe = fristgruppe(a, idag)
    if (!rom.has(a.rom) || (gruppe !== 'forfalt' && gruppe !== 'snart')) continue
    ut.push({
      slag: gruppe === 'forfalt' ? 'sen' : 'forfaller',
      hva: 'aktivitet',
      id: a.id,
      rom: a.rom,
      tittel: a.tittel,
      dag: a.frist,
    })
  }
  for (const e of mine) {
    const dag = sistMeldtDag(
      g.maalinger.filter((m) => m.enhet === e.id),
      g.aktiviteter.filter((a) => a.rom === romForEnhet(e)),
      idag,
    )
    if (dag === null || dagerFra(dag, idag) >= TAUS_DAGER)
      ut.push({ slag: 'taus', hva: 'enhet', id: e.id, rom: romForEnhet(e), tittel: kortnavn(e), dag })
  }
  return ut.sort(
    (a, b) =>
      SLAG.indexOf(a.slag) - SLAG.indexOf(b.slag) ||
      (a.dag ?? '').localeCompare(b.dag ?? '') ||
      a.tittel.localeCompare(b.tittel, 'nb') ||
      (a.id < b.id ? -1 : 1),
  )
}

/** The number on the icon: what is late, and what is due today. */
export const antallSomHaster = (alle: readonly Paaminnelse[], idag: Dato): number =>
  alle.filter((p) => p.slag === 'sen' || (p.slag === 'forfaller' && p.dag === idag)).length
