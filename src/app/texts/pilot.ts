import type { Pilotfase, Pilotstilling, Veisteg } from '../../domain/pilotvei.ts'
import { INDIKATORER, skrivVerdi } from '../../domain/indikatorer.ts'
import { SYNNAVN } from './navn.ts'
import { FASEHENDELSE, MAALETIDNAVN } from './utproeving.ts'

/** What a pilot unit's way is called on the screen and on paper. */

export const PILOTFASENAVN: Record<Pilotfase, string> = {
  forberedes: 'Forberedes',
  kickoff: 'Kick-off holdt',
  utproeving: 'Prøver ut',
  evaluering: 'Evaluerer',
  besluttet: 'Har besluttet',
}

/** «2 i gang, 1 besluttet», or that there are none. */
export function utproevingstekst(s: Pilotstilling): string {
  const deler = [s.iGang > 0 ? `${s.iGang} i gang` : '', s.besluttet > 0 ? `${s.besluttet} besluttet` : '']
  return deler.filter(Boolean).join(', ') || 'ingen'
}
export const ventetekst = (s: Pilotstilling): string =>
  s.venter === 0 ? '' : s.venter === 1 ? '1 venter på måling' : `${s.venter} venter på måling`

const liste = new Intl.ListFormat('nb', { type: 'conjunction' })

export interface Steglinje {
  /** What kind it is, in a word. */
  hva: string
  tekst: string
  /** Where the row it is made from is shown; empty: nowhere of its own. */
  til: string
}

/** Where a matter is shown. */
const SAKSIDE: Record<string, string> = {
  aktivitet: '/aktiviteter/',
  toernoppgave: '/toern/',
  utlysning: '/utlysninger/',
  utproeving: '/utproevinger/',
}
function tilSak(sak: string): string {
  const [type, id] = sak.split('/') as [string, string]
  const side = SAKSIDE[type]
  return side === undefined ? '' : side + id
}

export function steglinje(s: Veisteg, idag: string, enhet: string): Steglinje {
  switch (s.slag) {
    case 'pilot':
      return { hva: 'Pilot', tekst: 'Enheten ble med', til: '' }
    case 'kickoff':
      return { hva: s.dag > idag ? 'Kick-off kommer' : 'Kick-off', tekst: s.navn, til: `/kickoff/${s.id}` }
    case 'fase':
      return { hva: FASEHENDELSE[s.fase], tekst: s.navn, til: `/utproevinger/${s.id}` }
    case 'frist':
      return { hva: `Måling ${MAALETIDNAVN[s.tid].toLowerCase()}`, tekst: s.navn, til: `/utproevinger/${s.id}` }
    case 'aktivitet':
      return { hva: 'Aktivitet ferdig', tekst: s.navn, til: `/aktiviteter/${s.id}` }
    case 'droeftet':
      return { hva: 'Drøftet', tekst: s.navn, til: `/utlysninger/${s.id}` }
    case 'syn':
      return {
        hva: `Partene: ${liste.format(s.syn.map((x) => SYNNAVN[x]))}`,
        tekst: s.navn,
        til: tilSak(s.sak),
      }
    case 'maaling':
      return {
        hva: 'Måling',
        tekst: s.tall.map((t) => `${INDIKATORER[t.indikator].navn} ${skrivVerdi(t.indikator, t.verdi)}`).join(', '),
        til: `/maalinger?enhet=${enhet}`,
      }
  }
}
