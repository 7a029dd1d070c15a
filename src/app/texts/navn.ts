import type { Aktivitetstatus, Tiltaksmaal } from '../../domain/aktivitet.ts'
import type { Nivaa } from '../../domain/enhet.ts'
import type { Tabellnavn } from '../../domain/tabeller.ts'
import type { Rolle } from '../../domain/tilgang.ts'
import type { Syn } from '../../domain/uttalelse.ts'

/** What the words of the domain are called on the screen. Exhaustive: a new word does not compile without its name. */

export const ROLLENAVN: Record<Rolle, string> = {
  prosjektleder: 'prosjektleder',
  virksomhetsleder: 'virksomhetsleder',
  avdelingsleder: 'avdelingsleder',
  tillitsvalgt: 'tillitsvalgt',
  verneombud: 'verneombud',
  leser: 'leser',
}

export const NIVAANAVN: Record<Nivaa, string> = {
  kommune: 'kommune',
  tjenesteomraade: 'tjenesteområde',
  virksomhet: 'virksomhet',
  avdeling: 'avdeling',
}

export { RINGNAVN } from '../../domain/aarshjul.ts'

export const AKTIVITETSTATUSNAVN: Record<Aktivitetstatus, string> = {
  idee: 'Idé',
  planlagt: 'Planlagt',
  i_gang: 'I gang',
  ferdig: 'Ferdig',
  avbrutt: 'Avbrutt',
}

export const TILTAKSMAALNAVN: Record<Tiltaksmaal, string> = { T1: 'T1', T2: 'T2', T3: 'T3', T4: 'T4' }

export const SYNNAVN: Record<Syn, string> = { enig: 'enig', uenig: 'uenig', utsatt: 'utsatt' }

/** A record of each table, as a heading says it. */
export const TABELLNAVN_TEKST: Record<Tabellnavn, string> = {
  enhet: 'Enhet',
  maaltall: 'Måltall',
  maaling: 'Måling',
  aarshjuloppgave: 'Aktivitet i årshjulet',
  aktivitet: 'Aktivitet',
  sjekkpunkt: 'Punkt i sjekkliste',
  toernoppgave: 'TØRN-oppgave',
  notat: 'Notat',
  uttalelse: 'Uttalelse',
  stillingsbilde: 'Stillingsbilde',
  scenario: 'Scenario',
  utlysning: 'Utlysning',
  utproeving: 'Utprøving',
  rapporttekst: 'Tekst i rapport',
  rapportutgave: 'Vedtatt rapport',
  tilskudd: 'Tilskudd',
  budsjett: 'Budsjett',
  kostnad: 'Kostnad',
  likestilling: 'Likestillingstall',
  kickoff: 'Kick-off',
  kickofflapp: 'Lapp fra kick-off',
  kickoffmerke: 'Merke fra kick-off',
  beslutning: 'Beslutning fra kick-off',
  vedtak: 'Vedtak',
  pilot: 'Pilot',
  brudd: 'Brudd i tallserien',
  publisering: 'Publiserte tall',
  innstilling: 'Innstillinger',
  beskjed: 'Beskjed',
}
