import { erBrukt, foerOgMed, GREP, type Grep } from './helgegrep.ts'
import type { Helgeregnskap } from './helg.ts'
import { aarsverkAvVikartimer, type Helgespaker, type Utgangspunkt } from './helgespaker.ts'
import { skrivAntall, skrivKort, skrivKortProsent } from './tallformat.ts'

/** An arrangement in words, the same on the screen, on paper and in an activity. */

export const GREPNAVN: Record<Grep, string> = {
  bemanning: 'Grunnbemanning',
  oppgavedeling: 'Oppgavedeling',
  langvakt: 'Langvakt',
  frekvens: 'Helgefrekvens',
  aarsplan: 'Årsplan',
}

/** «hver 3. helg» */
export const skrivFrekvens = (frekvens: number): string => `hver ${skrivKort(frekvens)}. helg`

/** «ingen», «halvparten», «alle», else «30 % av helgene»; from 0–1. */
export function skrivHelgeandel(andel: number): string {
  if (andel === 0) return 'ingen'
  if (andel === 1) return 'alle'
  return andel === 0.5 ? 'halvparten' : `${skrivKortProsent(andel * 100)} av helgene`
}

const timer = (n: number): string => `${skrivKort(n, 2)}\u00a0${n === 1 ? 'time' : 'timer'}`
const aarsverk = (n: number): string => `${skrivKort(n, 1)}\u00a0årsverk`

const HELE: Record<number, string> = { 0.5: 'halvparten av helgene', 1: 'alle helgene' }

/** What one lever is set to: «12,5 timer, halvparten av helgene». Begins small; empty at rest. */
export function skrivGrep(grep: Grep, u: Utgangspunkt, s: Helgespaker): string {
  if (!erBrukt(grep, u, s)) return ''
  switch (grep) {
    case 'bemanning':
      return s.flereAarsverk > 0 ? `${aarsverk(s.flereAarsverk)} mer` : `${aarsverk(-s.flereAarsverk)} mindre`
    case 'oppgavedeling':
      return `${skrivKort(s.flyttedeTimer)} av ${timer(u.helgetimer)} i helgen flyttes`
    case 'langvakt':
      return `${timer(s.langvakt)}, ${HELE[s.langvaktandel] ?? skrivHelgeandel(s.langvaktandel)}`
    case 'frekvens':
      return skrivFrekvens(s.frekvens)
    case 'aarsplan':
      return `${skrivKort(s.vikartimer)} vikartimer i året blir ${aarsverk(aarsverkAvVikartimer(s.vikartimer, s.omregning))}`
  }
}

/** What all the levers come to, as a heading: «12,5 timer, alle helgene · hver 2. helg»; «Som i dag» at rest. */
export const skrivGrepene = (u: Utgangspunkt, s: Helgespaker): string =>
  GREP.map((g) => skrivGrep(g, u, s))
    .filter(Boolean)
    .join(' · ') || 'Som i dag'

/** «60 ansatte dekker helgene, 50 % stilling i snitt, inntil 32 kan ha heltid» */
export const skrivRegnskap = (r: Helgeregnskap): string =>
  `${skrivAntall(r.hoder, 'ansatt', 'ansatte')} dekker helgene, ${skrivKortProsent(r.snittprosent)} stilling i snitt, inntil ${skrivKort(r.heltid)} kan ha heltid (80–100 %)`

/** «29,6 årsverk, 300 timer hver helg, vakter på 7,5 timer, hver 3. helg» */
export const skrivUtgangspunkt = (u: Utgangspunkt): string =>
  `${aarsverk(u.aarsverk)}, ${timer(u.helgetimer)} hver helg, vakter på ${timer(u.vaktlengde)}, ${skrivFrekvens(u.frekvens)}`

/** What the levers are set to, whatever it is today: «hver 4. helg, langvakt på 12,5 timer halvparten av helgene». */
export const skrivSpaker = (s: Helgespaker): string =>
  [
    skrivFrekvens(s.frekvens),
    s.langvaktandel > 0 &&
      `langvakt på ${timer(s.langvakt)} ${HELE[s.langvaktandel] ?? skrivHelgeandel(s.langvaktandel)}`,
    s.flereAarsverk !== 0 && `${skrivKort(s.flereAarsverk, 1)} årsverk mer`,
    s.flyttedeTimer > 0 && `${timer(s.flyttedeTimer)} i helgen flyttes`,
    s.vikartimer > 0 && `${skrivKort(s.vikartimer)} vikartimer blir stillinger`,
  ]
    .filter((del) => del !== false)
    .join(', ')

/** The whole as plain lines, for an activity and a printed list. */
export function skrivOrdning(u: Utgangspunkt, s: Helgespaker): string[] {
  const { foer, med } = foerOgMed(u, s)
  return [
    `I dag: ${skrivUtgangspunkt(u)}. ${skrivRegnskap(foer.regnskap)}.`,
    ...GREP.filter((g) => erBrukt(g, u, s)).map((g) => `${GREPNAVN[g]}: ${skrivGrep(g, u, s)}.`),
    `Til sammen: ${skrivRegnskap(med.regnskap)}.`,
  ]
}
