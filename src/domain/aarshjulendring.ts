import { type Aarshjuloppgave } from './aarshjul.ts'
import { feilIDato, fristFor, maanederI, type Tidspunkt } from './aarshjulregler.ts'
import { aarAv, skrivDag, skrivDato, skrivMaaned, type Dato } from './dato.ts'

/** Moving and cancelling: each with a reason, who and when; each can be taken back. All answers are the fields that change. */

type Flytting = Partial<
  Pick<
    Aarshjuloppgave,
    'aar' | 'kvartal' | 'maaned' | 'dato' | 'flyttetFra' | 'flyttetDato' | 'flyttetAv' | 'flyttetGrunn'
  >
>
type Avlysning = Partial<Pick<Aarshjuloppgave, 'utgaarDato' | 'utgaarAv' | 'utgaarGrunn'>>

export interface Hvorfor {
  idag: Dato
  /** A role, never a person's name. */
  rolle: string
  grunn: string
}

const naar = ({ aar, kvartal, maaned, dato }: Tidspunkt): Tidspunkt => ({ aar, kvartal, maaned, dato })
const likt = (a: Tidspunkt, b: Tidspunkt): boolean =>
  a.aar === b.aar && a.kvartal === b.kvartal && a.maaned === b.maaned && a.dato === b.dato

export const erFlyttet = (o: Pick<Aarshjuloppgave, 'flyttetFra'>): boolean => o.flyttetFra !== null

/** What is wrong with a time, in words: a date or a month outside its quarter. `null` when it holds. */
export function feilITid({ aar, kvartal, maaned, dato }: Tidspunkt): string | null {
  if (maaned !== null && !maanederI(kvartal).includes(maaned)) return `Måneden ligger ikke i ${kvartal}. kvartal.`
  return feilIDato(dato, aar, kvartal)
}

/**
 * To another time. The place that is remembered is the one in the plan, however often it is moved; moved back there, it is not
 * moved any more. Nothing for one that is done or cancelled, or to where it stands. A date says the month, which is then not kept.
 */
export function flytt(o: Aarshjuloppgave, til: Tidspunkt, { idag, rolle, grunn }: Hvorfor): Flytting {
  const nytt = til.dato === null ? naar(til) : { ...naar(til), maaned: null }
  if (o.gjortDato || o.utgaarDato || feilITid(nytt) !== null || likt(o, nytt)) return {}
  const fra = o.flyttetFra ?? naar(o)
  if (likt(fra, nytt)) return flyttTilbake(o)
  // A plan that is still being made has no place to be moved from.
  if (o.tilstand === 'utkast') return nytt
  return { ...nytt, flyttetFra: fra, flyttetDato: idag, flyttetAv: rolle, flyttetGrunn: grunn }
}

/** Back to where it stood in the plan; nothing where it was not moved. */
export const flyttTilbake = (o: Aarshjuloppgave): Flytting =>
  o.flyttetFra === null ? {} : { ...o.flyttetFra, flyttetFra: null, flyttetDato: null, flyttetAv: '', flyttetGrunn: '' }

/** It will not be done. Nothing for one that is done, cancelled already, or a draft (which is thrown away instead). */
export const avlys = (o: Aarshjuloppgave, { idag, rolle, grunn }: Hvorfor): Avlysning =>
  o.gjortDato || o.utgaarDato || o.tilstand === 'utkast'
    ? {}
    : { utgaarDato: idag, utgaarAv: rolle, utgaarGrunn: grunn }

/** It will be done after all. */
export const taMedIgjen = (o: Aarshjuloppgave): Avlysning =>
  o.utgaarDato ? { utgaarDato: null, utgaarAv: '', utgaarGrunn: '' } : {}

/** Whether it is later than it was in the plan. */
export const erUtsatt = (o: Aarshjuloppgave): boolean => o.flyttetFra !== null && fristFor(o) > fristFor(o.flyttetFra)

/** «24. november», «november» or «3. kvartal»; with the year where it is another than `aar`. */
export function skrivTid(t: Tidspunkt, aar: number): string {
  if (t.dato !== null) return aarAv(t.dato) === aar ? skrivDag(t.dato) : skrivDato(t.dato)
  const tekst = t.maaned === null ? `${t.kvartal}. kvartal ${t.aar}` : skrivMaaned(fristFor(t))
  return t.aar === aar ? tekst.slice(0, -5) : tekst
}

/** What has left a year: moved from it to another. Shown under that year's list, so that nothing only disappears. */
export const flyttetUt = <T extends Aarshjuloppgave>(oppgaver: readonly T[], aar: number): T[] =>
  oppgaver.filter((o) => o.aar !== aar && o.flyttetFra?.aar === aar)
