import { JEVNT_BEHOV } from './helgekonstanter.ts'
import { delteMinutter, kanFlyttes, lesHvorOfte, type Flyttbar, type Toernoppgave, type Yrke } from './toern.ts'

/** Professions outside those who share the weekends' shifts: what goes to them, leaves the weekend calculator's sum. */
export const UTENFOR_HELGENE: readonly Yrke[] = ['S', 'B']

type Oppgave = Flyttbar & Pick<Toernoppgave, 'vakter'>

/**
 * How much of a task's week is done on a weekend, 0–1: all where «helg» is the only shift, two days of seven where it is done every
 * day or on weekends too, and nothing where it is rarer and nobody has said «helg».
 */
export function helgeandel(o: Pick<Toernoppgave, 'hvorOfte' | 'vakter'>): number {
  if (o.vakter.length === 1 && o.vakter[0] === 'helg') return 1
  return lesHvorOfte(o.hvorOfte).periode === 'dag' || o.vakter.includes('helg') ? JEVNT_BEHOV : 0
}

/** Hours on one weekend that can still move from those who share the shifts to others, not rounded. What is «innført» has moved already. */
export const helgetimerSomFlyttes = (oppgaver: readonly Oppgave[]): number =>
  oppgaver
    .filter((o) => kanFlyttes(o) && o.status !== 'innfoert' && !UTENFOR_HELGENE.includes(o.gjoerIDag))
    .reduce((sum, o) => {
      const ut = delteMinutter(o).filter((d) => UTENFOR_HELGENE.includes(d.yrke))
      return sum + ut.reduce((s, d) => s + d.minutter, 0) * helgeandel(o)
    }, 0) / 60
