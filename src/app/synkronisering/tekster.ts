import { TABELLNAVN_TEKST } from '../texts/navn.ts'
import { erIndre, feltnavn, skrivVerdi } from '../texts/verdi.ts'
import { erTabell } from '../../domain/tabeller.ts'
import type { Sendt, Tilbakesendt, Ventende } from '../../data/device.ts'

type Endret = Pick<Ventende | Tilbakesendt | Sendt, 'type' | 'tittel'>

export const tabellnavn = (type: string): string => (erTabell(type) ? TABELLNAVN_TEKST[type] : 'Endring')

/** «Aktivitet: Prøve langvakt i helgen». */
export const overskrift = (e: Endret): string => (e.tittel ? `${tabellnavn(e.type)}: ${e.tittel}` : tabellnavn(e.type))

export interface Feltlinje {
  felt: string
  navn: string
  verdi: string
}

/** The fields that were written, in words. Empty ones only where nothing else was written: a new record names all its fields. */
export function feltlinjer(type: string, felter: Record<string, unknown>): Feltlinje[] {
  const synlige = Object.entries(felter).filter(([felt]) => !erIndre(felt))
  const fylte = synlige.filter(([, verdi]) => verdi !== null && verdi !== '')
  return (fylte.length > 0 ? fylte : synlige).map(([felt, verdi]) => ({
    felt,
    navn: feltnavn(type, felt),
    verdi: skrivVerdi(type, felt, verdi),
  }))
}

/** What a change that waits does: its fields, or that it deletes or restores. */
export const hvaVenter = (v: Ventende): string =>
  v.slag === 'delete'
    ? v.type === 'beskjed'
      ? 'Legges bort'
      : 'Slettes'
    : v.slag === 'undelete'
      ? 'Hentes tilbake'
      : feltlinjer(v.type, v.felter)
          .map((l) => l.navn)
          .join(', ')

/** What was written, as text to paste somewhere else. */
export const somTekst = (t: Tilbakesendt): string =>
  [overskrift(t), ...feltlinjer(t.type, t.felter).map((l) => `${l.navn}: ${l.verdi}`)].join('\n')

/** «1,4 MB», «10,7 GB». */
export function skrivBytes(bytes: number): string {
  const [tall, enhet] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return tall < 0.1 ? 'under 0,1 MB' : `${tall.toFixed(tall < 100 ? 1 : 0).replace('.', ',')} ${enhet}`
}
