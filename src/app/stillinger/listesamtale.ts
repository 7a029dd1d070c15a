import type { Feil, Resultat } from '../../domain/resultat.ts'
import type { Celle } from '../../domain/stillingsliste/celle.ts'
import type { Kolonner } from '../../domain/stillingsliste/kolonner.ts'
import type { Listeoversikt } from '../../domain/stillingsliste/oversikt.ts'
import type { Listevalg } from '../../domain/stillingsliste/rad.ts'
import type { Opptelling } from '../../domain/stillingsliste/telling.ts'

/** What the page and the worker say to each other. The list itself stays in the worker, and is gone with it. */

/** A list that was read: what its columns are called, and a few of its cells to tell them by. */
export interface Listeinfo {
  /** Names of the columns; «Kolonne C» where there is none. */
  kolonnenavn: string[]
  kolonner: Kolonner
  /** The first cells in each column, for the one who says what it is. Shown, never stored. */
  eksempler: string[][]
  rader: number
  /** By which lists with the same columns are known again; `null` where the columns have no names. */
  signatur: string | null
  ark: string[]
  valgtArk: number
  formler: number
  /** Columns with fødselsnummer, which were not read. */
  ulest: string[]
}

/** What can be asked, and what is answered. */
export interface Samtale {
  les: { inn: { kilde: Blob | string; ark?: number }; ut: Resultat<Listeinfo> }
  oversikt: { inn: { kolonner: Kolonner }; ut: Listeoversikt }
  tell: { inn: { valg: Listevalg; overordnet: ReadonlyMap<string, string | null> }; ut: Opptelling }
  /** The content of rows, by the file's own numbers. */
  rader: { inn: { nr: readonly number[] }; ut: Map<number, Celle[]> }
}
export type Emne = keyof Samtale
export type Spoersmaal = { [E in Emne]: { nr: number; emne: E; inn: Samtale[E]['inn'] } }[Emne]
export type Svar =
  | { nr: number; slag: 'svar'; ut: Samtale[Emne]['ut'] }
  | { nr: number; slag: 'fremdrift'; verdi: number; av: number }
  | { nr: number; slag: 'feil'; feil: Feil }
