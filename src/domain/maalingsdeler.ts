import type { Indikatornavn } from './indikatorer.ts'
import type { Delnavn, Maaling } from './maaling.ts'

/** What an indicator's figure can be the sum of, in the order it is shown. */
export const DELER: Partial<Record<Indikatornavn, readonly Delnavn[]>> = {
  vikarbruk: ['ekstravakt', 'overtid', 'tilkalling', 'byraa'],
  sykefravaer: ['egenmeldt', 'legemeldt'],
}

export const DELERNAVN: Record<Delnavn, string> = {
  ekstravakt: 'Ekstravakt',
  overtid: 'Overtid',
  tilkalling: 'Tilkalling',
  byraa: 'Vikarbyrå',
  egenmeldt: 'Egenmeldt',
  legemeldt: 'Legemeldt',
}

/** How large a part of those asked that answered, in percent; `null` where nobody wrote how many were asked. */
export const svarprosent = (m: Pick<Maaling, 'spurt' | 'nevner'>): number | null =>
  m.spurt !== null && m.spurt > 0 && m.nevner !== null ? (m.nevner * 100) / m.spurt : null

/** Hours in a month as årsverk: twelve months of them, divided by the hours of one position in a year. */
export const timerSomAarsverk = (timerIMaaneden: number, timerIAaret: number): number =>
  (timerIMaaneden * 12) / timerIAaret
