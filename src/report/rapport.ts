import type { Dato } from '../domain/dato.ts'
import type { Rapportnavn } from '../domain/rapport.ts'

/**
 * The neutral report: what is said, not how it looks. From it come the screen, the print, DOCX, CSV and XLSX, and it is what a
 * frozen version keeps. Plain data: it can be written as JSON and read back as it was.
 */
export interface Rapport {
  navn: Rapportnavn
  tittel: string
  /** What and when: «2024 · Asker kommune». */
  undertittel: string
  /** Whom it is for. */
  til: string
  /** Who gives it: «Asker kommune». */
  fra: string
  aar: number
  enhet: string | null
  saksnummer: string
  /** The day it was made from the figures. */
  laget: Dato
  utgave: Utgave | null
  /** Something in it is invented. */
  eksempel: boolean
  deler: Del[]
}

/** Set when it is adopted. */
export interface Utgave {
  versjon: number
  vedtattDato: Dato
  vedtattI: string
  vedtattAv: string
  /** What is changed since the version before. */
  endring: string
}

/** A report with no more parts than this needs no table of contents. */
export const KORT_RAPPORT = 6

export interface Del {
  id: string
  tittel: string
  blokker: Blokk[]
}

export type Blokk =
  | Tekstblokk
  | { slag: 'avsnitt'; tekst: string }
  | { slag: 'punkter'; punkter: string[] }
  /** What a reader must know to read the figures right: a reservation, or a question to the source. */
  | { slag: 'merknad'; tekst: string }
  | { slag: 'noekkeltall'; tall: Noekkeltallblokk[] }
  | { slag: 'tabell'; tabell: Tabell }
  | { slag: 'graf'; graf: Graf }

/** A paragraph that is proposed from the figures and can be written anew. */
export interface Tekstblokk {
  slag: 'tekst'
  id: string
  /** What it is about, for the one who writes: «Kort fortalt». */
  navn: string
  forslag: string
  /** Set when somebody has written it: by which role, and whether the figures have changed since. */
  skrevet: { tekst: string; av: string; foreldet: boolean } | null
}
export const tekstI = (b: Tekstblokk): string => b.skrevet?.tekst ?? b.forslag

/** A figure: as a number for spreadsheets, as text for people, and the page that it leads to. */
export interface Tall {
  tall: number
  tekst: string
  til?: string
}
export type Rute = string | Tall | null
export const ruteTekst = (r: Rute): string => (r === null ? '–' : typeof r === 'string' ? r : r.tekst)

export interface Noekkeltallblokk {
  navn: string
  verdi: string
  /** Under the figure: how far from the target. */
  forklaring: string
  /** Where and when: with source. */
  kilde: string
  til: string | null
}

export interface Kolonne {
  navn: string
  /** Figures stand to the right. */
  tall?: boolean
}

export interface Tabell {
  id: string
  tittel: string
  kolonner: Kolonne[]
  rader: Rute[][]
  /** The last row is a sum. */
  sumrad?: boolean
  kilde: string
  noter?: string[]
}

export interface Serie {
  navn: string
  /** Along the axis of years (`somAar`): an unbroken line each. */
  deler: { t: number; verdi: number }[][]
}
export interface Linjegraf {
  form: 'linje'
  id: string
  tittel: string
  /** The same in words: for those who cannot see it, and for the DOCX. */
  alt: string
  serier: Serie[]
  /** The target path. */
  sti: { t: number; verdi: number }[]
  baand: { t: number; lav: number; hoey: number }[]
  kilde: string
}
export interface Stolpegraf {
  form: 'stolper'
  id: string
  tittel: string
  alt: string
  /** The largest value of the axis; `null`: as large as the largest bar. */
  tak: number | null
  stolper: { navn: string; verdi: number; tekst: string; dempet?: boolean }[]
  kilde: string
}
export type Graf = Linjegraf | Stolpegraf

export const tabellerI = (r: Rapport): Tabell[] =>
  r.deler.flatMap((d) => d.blokker.flatMap((b) => (b.slag === 'tabell' ? [b.tabell] : [])))
export const graferI = (r: Rapport): Graf[] =>
  r.deler.flatMap((d) => d.blokker.flatMap((b) => (b.slag === 'graf' ? [b.graf] : [])))

/** A name for its files: `arsrapport-2024-asker-kommune`. */
export function filnavn(r: Rapport, ending: string): string {
  const del = (t: string): string =>
    t
      .toLowerCase()
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'o')
      .replaceAll('å', 'a')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  const navn = [r.tittel, r.undertittel, r.utgave ? `v${r.utgave.versjon}` : ''].map(del).filter(Boolean).join('-')
  return `${navn.slice(0, 100)}.${ending}`
}
