import { spoer, type Svar } from '../composables/api.ts'
import type { Bruker } from '../../domain/tilgang.ts'

/** The demo's ready users, as the server names them. */
export const DEMOBRUKERE = [
  { bruker: 'prosjektleder', tekst: 'prosjektleder' },
  { bruker: 'virksomhetsleder-tpf1', tekst: 'virksomhetsleder TPF 1' },
  { bruker: 'avdelingsleder-bondihagen', tekst: 'avdelingsleder Bondihagen' },
  { bruker: 'avdelingsleder-hurum', tekst: 'avdelingsleder Hurum' },
  { bruker: 'tillitsvalgt-bondihagen', tekst: 'tillitsvalgt Bondihagen' },
  { bruker: 'leser', tekst: 'leser' },
] as const

type Innlogget = { bruker: Bruker }

export const loggInnDemo = (bruker: string): Promise<Svar<Innlogget>> => spoer('/api/demo/login', { bruker })
export const loggInnMedPassord = (epost: string, passord: string): Promise<Svar<Innlogget>> =>
  spoer('/api/login', { epost, passord })

export interface Invitasjon {
  navn: string
  rolle: Bruker['rolle']
  epost: string
  /** A link to a new password for one who has lost it, not to a new account. */
  nyttPassord: boolean
}
export const hentInvitasjon = (token: string): Promise<Svar<Invitasjon>> =>
  spoer(`/api/invitasjon/${encodeURIComponent(token)}`)
/** `navn` and `epost` only where the link does not know them: the first prosjektleder's. */
export const svarPaaInvitasjon = (
  token: string,
  svar: { passord: string; navn?: string; epost?: string },
): Promise<Svar<Innlogget>> => spoer(`/api/invitasjon/${encodeURIComponent(token)}`, svar)

/** An address inside the app, or the start page. */
export const trygtMaal = (til: unknown): string => (typeof til === 'string' && /^\/(?![/\\])/.test(til) ? til : '/')
