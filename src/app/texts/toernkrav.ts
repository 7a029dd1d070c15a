import type { Endringsslag, Forsvarlighet, Godkjenning, Krav, Vakt } from '../../domain/toern.ts'

export const VAKTNAVN: Record<Vakt, string> = { dag: 'Dag', kveld: 'Kveld', natt: 'Natt', helg: 'Helg' }

export const ENDRINGSNAVN: Record<Endringsslag, string> = {
  '': 'Ikke bestemt',
  flyttes: 'Flyttes',
  deles: 'Deles',
  samles: 'Samles i fagteam',
  beholdes: 'Beholdes',
  fjernes: 'Fjernes',
}

export const OPPGAVEKRAV: Record<Krav, string> = {
  formell: 'Fagbrev eller autorisasjon',
  opplaering: 'Opplæring',
  fullmakt: 'Fullmakt',
  lovkrav: 'Lovkrav',
}

export const FORSVARLIGHETNAVN: Record<Forsvarlighet, string> = {
  '': 'Ikke vurdert',
  groenn: 'Grønn',
  gul: 'Gul',
  roed: 'Rød',
}
/** What each colour means, beside it: a colour alone says nothing. */
export const FORSVARLIGHET_BETYR: Record<Exclude<Forsvarlighet, ''>, string> = {
  groenn: 'kan gjøres av flere',
  gul: 'krever opplæring og oppfølging',
  roed: 'krever egen godkjenning',
}

export const GODKJENNINGSNAVN: Record<Godkjenning, string> = {
  '': 'Ikke godkjent',
  fullmakt: 'Personlig fullmakt fra virksomhetsleder (legemiddelhåndteringsforskriften § 4)',
  delegert: 'Delegert til medhjelper (helsepersonelloven § 5)',
  fagansvarlig: 'Vurdert av fagansvarlig',
  virksomhetsleder: 'Godkjent av virksomhetsleder',
}

export const MANGLER_GODKJENNING =
  'Legemidler og oppgaver merket rødt kan ikke innføres før det står hva slags godkjenning som er gitt.'
