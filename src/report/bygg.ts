import { aarAv, MAANEDER, maanedAv, type Dato } from '../domain/dato.ts'
import type { Blokk, Del, Graf, Kolonne, Noekkeltallblokk, Rute, Tabell } from './rapport.ts'

/** Small words that the reports are put together with. */
export const del = (id: string, tittel: string, ...blokker: (Blokk | Blokk[] | null)[]): Del => ({
  id,
  tittel,
  blokker: blokker.flat().filter((b) => b !== null),
})
export const avsnitt = (tekst: string): Blokk => ({ slag: 'avsnitt', tekst })
export const punkter = (linjer: string[]): Blokk | null =>
  linjer.length > 0 ? { slag: 'punkter', punkter: linjer } : null
export const merknad = (tekst: string): Blokk | null => (tekst === '' ? null : { slag: 'merknad', tekst })
export const noekkeltallrad = (tall: Noekkeltallblokk[]): Blokk | null =>
  tall.length > 0 ? { slag: 'noekkeltall', tall } : null
export const graf = (g: Graf | null): Blokk | null => (g ? { slag: 'graf', graf: g } : null)
export const tekst = (id: string, navn: string, ...setninger: (string | null | false)[]): Blokk => ({
  slag: 'tekst',
  id,
  navn,
  forslag: setninger.filter((s) => typeof s === 'string' && s !== '').join(' '),
  skrevet: null,
})

/** A table, or a sentence where it would be empty. */
export function tabell(t: Omit<Tabell, 'kolonner'> & { kolonner: (Kolonne | string)[] }, tomt: string): Blokk {
  if (t.rader.length === 0) return avsnitt(tomt)
  return {
    slag: 'tabell',
    tabell: { ...t, kolonner: t.kolonner.map((k) => (typeof k === 'string' ? { navn: k } : k)) },
  }
}
/** A column of figures. */
export const tallkolonne = (navn: string): Kolonne => ({ navn, tall: true })

export const tall = (verdi: number | null, skriv: (n: number) => string, til?: string): Rute =>
  verdi === null ? null : { tall: verdi, tekst: skriv(verdi), ...(til === undefined ? {} : { til }) }
export const antall = (n: number): Rute => ({ tall: n, tekst: String(n) })

const MAANED = MAANEDER.map((m) => (m.length > 5 ? `${m.slice(0, 3)}.` : m))
/** A day for a table: `21. nov. 2026`. */
export const kortDato = (d: Dato): string => `${Number(d.slice(8))}. ${MAANED[maanedAv(d) - 1]} ${aarAv(d)}`
/** The same in its own year: `21. nov.` */
export const kortDag = (d: Dato): string => kortDato(d).slice(0, -5)
