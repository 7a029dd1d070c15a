import { leggTilDager, skrivUkedag, type Dato } from './dato.ts'
import {
  boerYrker,
  delteMinutter,
  minutterPerUke,
  VAKTER,
  YRKER,
  type Maalsatt,
  type Toernoppgave,
  type Vakt,
  type Yrke,
} from './toern.ts'

/** One task on the list for the duty room's wall. */
export interface Vaktromsoppgave {
  id: string
  oppgave: string
  kompetanse: string
  hvorOfte: string
  /** The other professions that do it as well. */
  sammenMed: readonly Yrke[]
  /** Another profession than before does it: tried out, or here to stay. */
  ny: 'proeves_ut' | 'innfoert' | null
}
export interface Vaktromsdel {
  /** `null`: no shift is set. */
  vakt: Vakt | null
  yrker: { yrke: Yrke; minutter: number; oppgaver: Vaktromsoppgave[] }[]
}

type Oppgave = Toernoppgave & { id: string }

const erBegynt = (o: Pick<Toernoppgave, 'status'>): boolean => o.status === 'proeves_ut' || o.status === 'innfoert'

/** Who does it from now on: the new ones only where it is tried out or introduced. */
export const gjoerNaa = (o: Maalsatt & Pick<Toernoppgave, 'status'>): readonly Yrke[] =>
  erBegynt(o) ? boerYrker(o) : [o.gjoerIDag]

/** Minutes a week that a profession has of a task now, not rounded; 0 for one that does not do it. */
export const minutterNaa = (o: Oppgave, yrke: Yrke): number =>
  erBegynt(o)
    ? (delteMinutter(o).find((d) => d.yrke === yrke)?.minutter ?? 0)
    : o.gjoerIDag === yrke
      ? minutterPerUke(o.minutter, o.hvorOfte)
      : 0

/**
 * Who does what, shift by shift: a task of several shifts stands in each of them. Without what is to go («fjernes») and is introduced.
 * A task that several do stands with each of them, with her share of its minutes.
 * Minutes a week are each profession's in that shift alone; a task of several shifts is counted whole in each, since nobody has said how it is shared.
 */
export function vaktromsliste(oppgaver: readonly Oppgave[]): Vaktromsdel[] {
  const gjelder = oppgaver.filter((o) => !(o.endring === 'fjernes' && o.status === 'innfoert'))
  return [...VAKTER, null].flatMap((vakt) => {
    const i = gjelder.filter((o) => (vakt === null ? o.vakter.length === 0 : o.vakter.includes(vakt)))
    const yrker = YRKER.flatMap((yrke) => {
      const hennes = i
        .filter((o) => gjoerNaa(o).includes(yrke))
        .sort((a, b) => a.oppgave.localeCompare(b.oppgave, 'nb'))
      if (hennes.length === 0) return []
      const minutter = Math.round(hennes.reduce((sum, o) => sum + minutterNaa(o, yrke), 0))
      return [{ yrke, minutter, oppgaver: hennes.map((o) => somLinje(o, yrke)) }]
    })
    return yrker.length > 0 ? [{ vakt, yrker }] : []
  })
}

const somLinje = (o: Oppgave, yrke: Yrke): Vaktromsoppgave => ({
  id: o.id,
  oppgave: o.oppgave,
  kompetanse: o.kompetanse,
  hvorOfte: o.hvorOfte,
  sammenMed: gjoerNaa(o).filter((y) => y !== yrke),
  ny: o.gjoerIDag !== yrke && (o.status === 'proeves_ut' || o.status === 'innfoert') ? o.status : null,
})

/** The Monday after a day: a new way of sharing the tasks begins with the week. */
export function nesteMandag(idag: Dato): Dato {
  let dag = leggTilDager(idag, 1)
  while (!skrivUkedag(dag).startsWith('Mandag')) dag = leggTilDager(dag, 1)
  return dag
}
