import { skrivKort } from '../../domain/tallformat.ts'
import {
  maalbenevning,
  maalnavn,
  MAALETIDER,
  type Fase,
  type Flyttehinder,
  type Maaletid,
  type Utproevingsmaal,
} from '../../domain/utproeving.ts'

/** What the words of a trial are called on the screen and on paper. */

export { FASENAVN, UTPROEVINGSNAVN as SLAGNAVN } from '../../report/ord.ts'

/** Beside the date in the course of a trial. */
export const FASEHENDELSE: Record<Fase, string> = {
  planlagt: 'Planlagt på nytt',
  oppstart: 'Oppstart',
  utproeving: 'Utprøvingen i gang',
  evaluering: 'Evaluering',
  viderefoeres: 'Besluttet: videreføres',
  justeres: 'Besluttet: justeres',
  avsluttes: 'Avsluttet',
}

export const MAALETIDNAVN: Record<Maaletid, string> = {
  foer: 'Før',
  etter3: 'Etter 3 måneder',
  etter12: 'Etter 12 måneder',
}

/** As the end of «Mangler: …». */
export const MAALETIDTEKST: Record<Maaletid, string> = {
  foer: 'målingen før start',
  etter3: 'målingen etter 3 måneder',
  etter12: 'målingen etter 12 måneder',
}

export const HINDERTEKST: Record<Flyttehinder, string> = {
  samme: 'Utprøvingen er i denne fasen.',
  rekkefoelge: 'Den fasen kan ikke komme etter den forrige.',
  tidligere: 'Dagen kan ikke være før forrige fase begynte.',
  resultat: 'Skriv resultatet først: hva viste utprøvingen?',
}

/** As many as the figures elsewhere have; of the unit's own up to two. */
const desimaler = (m: Pick<Utproevingsmaal, 'indikator'>): number => (m.indikator === null ? 2 : 1)

export const skrivMaalverdi = (m: Pick<Utproevingsmaal, 'indikator' | 'benevning'>, verdi: number): string => {
  const benevning = maalbenevning(m)
  return `${skrivKort(verdi, desimaler(m))}${benevning === '' ? '' : `\u00a0${benevning}`}`
}

/** With its sign; a difference of percentages is told in points. */
export const skrivEndring = (m: Pick<Utproevingsmaal, 'indikator' | 'benevning'>, endring: number): string => {
  const benevning = maalbenevning(m)
  const tall = `${endring > 0 ? '+' : ''}${skrivKort(endring, desimaler(m))}`
  const hva = benevning === '%' ? 'prosentpoeng' : benevning
  return hva === '' ? tall : `${tall}\u00a0${hva}`
}

/** What is measured, in one line of the history: «Overtid (før 30 timer, etter 3 måneder 22 timer)». */
export function skrivMaal(m: Utproevingsmaal): string {
  const verdier = MAALETIDER.flatMap((tid) => {
    const verdi = m[tid]
    return verdi === null ? [] : [`${MAALETIDNAVN[tid].toLowerCase()} ${skrivMaalverdi(m, verdi)}`]
  })
  return verdier.length === 0 ? maalnavn(m) : `${maalnavn(m)} (${verdier.join(', ')})`
}
