import { romForEnhet, undertre, type EnhetPost } from './enhet.ts'
import { egetRom } from './rom.ts'
import { tabeller, type Tabellnavn } from './tabeller.ts'

/** Roles of those who are logged in. */
export const ROLLER = [
  'prosjektleder',
  'virksomhetsleder',
  'avdelingsleder',
  'tillitsvalgt',
  'verneombud',
  'leser',
] as const
export type Rolle = (typeof ROLLER)[number]

/** Who is logged in, as both ends know it. */
export interface Bruker {
  id: string
  navn: string
  rolle: Rolle
  /** The units the user was given; everything below them follows. Empty for prosjektleder (all) and leser (none). */
  enheter: string[]
}

/** What one may do in a space: read; read and speak (notes, statements, scenarios); read and write. */
export type Rett = 'les' | 'uttal' | 'skriv'
export type Rettigheter = Record<string, Rett>

/** The spaces a user may see, and what they may do there. Worked out on the server; the device is told with every answer. */
export function rettigheterFor(
  bruker: Pick<Bruker, 'id' | 'rolle' | 'enheter'>,
  enheter: readonly EnhetPost[],
): Rettigheter {
  const alle: Rettigheter = { project: bruker.rolle === 'prosjektleder' ? 'skriv' : 'les', [egetRom(bruker)]: 'les' }
  if (bruker.rolle === 'leser') return alle
  const egne = new Set(bruker.enheter.flatMap((rot) => [...undertre(rot, enheter)]))
  for (const e of enheter) {
    const rom = romForEnhet(e)
    if (rom === 'project') continue
    if (bruker.rolle === 'prosjektleder') alle[rom] = 'skriv'
    else if (egne.has(e.id)) alle[rom] = erPartIDroefting(bruker.rolle) ? 'uttal' : 'skriv'
  }
  return alle
}

export const erPartIDroefting = (rolle: Rolle): boolean => rolle === 'tillitsvalgt' || rolle === 'verneombud'

export interface Forsoek {
  type: Tabellnavn
  /** Author of the row as it stands, where the table has one and the row exists. */
  forfatterFoer?: string | undefined
  /** Author that the change writes, where it writes one. */
  forfatterNy?: string | undefined
  finnes: boolean
  rom: string
  /** Whom the row is held back for, where it is. */
  holdtFor?: string | null
  /** Deletes or restores. */
  sletter?: boolean
}

/** `null` when the change may be made; else the permanent code of the reason (docs/feilkoder.md). */
export function hvorforIkke(bruker: Pick<Bruker, 'id' | 'rolle'>, rett: Rett | undefined, f: Forsoek): string | null {
  if (rett === undefined) return 'HH-201'
  const hjemme = tabeller[f.type].rom
  const her = f.rom.split(':')[0]
  if (hjemme !== her && !(hjemme === 'begge' && her !== 'user')) return 'HH-205'
  if ((f.holdtFor ?? bruker.id) !== bruker.id) return 'HH-203'
  // The server writes it; the person it is for lays it aside.
  if (f.type === 'beskjed') return f.sletter ? null : 'HH-202'
  if (f.type === 'notat' || f.type === 'uttalelse' || f.type === 'scenario') {
    if (rett === 'les') return 'HH-202'
    if (f.type === 'uttalelse' && !erPartIDroefting(bruker.rolle)) return 'HH-204'
    if (f.finnes && f.forfatterFoer !== bruker.id) return 'HH-203'
    if ((!f.finnes || f.forfatterNy !== undefined) && f.forfatterNy !== bruker.id) return 'HH-203'
    return null
  }
  // Leader and representatives lead a kick-off together, and everybody in the room writes.
  if (erFraKickoff(f.type)) return rett === 'les' ? 'HH-202' : null
  if (rett !== 'skriv') return 'HH-202'
  // What is adopted stays as it was: a correction is a new version.
  return f.type === 'rapportutgave' && f.finnes ? 'HH-215' : null
}

/** What belongs to a kick-off: written by all who may speak in the unit. */
export const erFraKickoff = (type: Tabellnavn): boolean => type.startsWith('kickoff') || type === 'beslutning'

/** Whether a table's rows may be written by someone with this right; what screens ask before they show a button. */
export const kanSkrive = (rett: Rett | undefined): boolean => rett === 'skriv'
