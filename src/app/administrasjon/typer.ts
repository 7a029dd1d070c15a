import type { Bruker, Rolle } from '../../domain/tilgang.ts'

/** What the server's administration answers with. */

export interface BrukerRad extends Bruker {
  epost: string
  sperret: boolean
  sistSett: number | null
}

export interface Invitasjon {
  id: string
  navn: string
  epost: string
  rolle: Rolle
  enheter: string[]
  opprettet: number
  utloeper: number
  nyttPassord: boolean
}

export interface Lenke {
  id: string
  lenke: string
  utloeper: number
}

export interface NettbrettRad {
  replica: string
  navn: string
  brukerId: string
  brukerNavn: string
  foersteGang: number
  sistSett: number
  fjernet: boolean
}

export interface Hendelse {
  tid: number
  hvem: string
  hvemNavn: string
  hva: string
  gjelder: string
  detaljer: Record<string, unknown>
}

export interface Satt {
  opId: string
  space: string
  type: string
  id: string
  felter: Record<string, unknown>
  brukernavn: string
  grunn: string
  mottatt: number
}

/** How the server's own backups stand. `sisteKopi` in milliseconds; `automatisk` is false where somebody else sees to them. */
export interface Drift {
  automatisk: boolean
  sisteKopi: number | null
  ok: boolean
}
