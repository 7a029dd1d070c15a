import {
  erAvsluttet,
  erForfalt,
  type Aktivitet,
  type Aktivitetstatus,
  type Fristgruppe,
  type Tiltaksmaal,
} from '../../domain/aktivitet.ts'
import { aarAv, dagerFra, skrivDag, skrivDato, type Dato } from '../../domain/dato.ts'
import type { Sjekket } from '../../domain/sjekkpunkt.ts'
import type { Syn } from '../../domain/uttalelse.ts'

export const STATUSNAVN: Record<Aktivitetstatus, string> = {
  idee: 'Idé',
  planlagt: 'Planlagt',
  i_gang: 'I gang',
  ferdig: 'Ferdig',
  avbrutt: 'Avbrutt',
}

/** The mandate's four measures, in its own words. */
export const TILTAKSMAALNAVN: Record<Tiltaksmaal, string> = {
  T1: 'Gjennomføre involveringstiltak og bevisstgjøring om heltidskultur',
  T2: 'Prøve ut alternative arbeidstidsordninger',
  T3: 'Lyse ut flere heltidsstillinger',
  T4: 'Redusere bruken av vikarer (rammeavtaler for ekstravakter)',
}

export const FRISTGRUPPENAVN: Record<Fristgruppe, string> = {
  forfalt: 'Over fristen',
  snart: 'De neste to ukene',
  senere: 'Senere',
  uten_frist: 'Uten frist',
  avsluttet: 'Avsluttet',
}

export const SYNNAVN: Record<Syn, string> = { enig: 'Enig', uenig: 'Uenig', utsatt: 'Utsatt' }

/** Roles that are often responsible; the field takes any other. */
export const ANSVARLIGE = [
  'avdelingsleder',
  'virksomhetsleder',
  'prosjektleder',
  'fagkoordinator',
  'fagteam',
  'tillitsvalgt',
  'verneombud',
  'turnusansvarlig',
  'bemanningskontoret',
  'HR',
  'arbeidsgruppen',
]

const dag = (d: Dato, idag: Dato): string => (aarAv(d) === aarAv(idag) ? skrivDag(d) : skrivDato(d))

/** «Frist i morgen, 19. september», «Over fristen – 30. juni», «Ferdig 4. september». Empty where there is nothing to say. */
export function fristTekst(a: Pick<Aktivitet, 'status' | 'frist' | 'ferdigDato'>, idag: Dato): string {
  if (a.status === 'ferdig') return a.ferdigDato === null ? 'Ferdig' : `Ferdig ${dag(a.ferdigDato, idag)}`
  if (erAvsluttet(a)) return 'Avbrutt'
  if (a.frist === null) return ''
  if (erForfalt(a, idag)) return `Over fristen – ${dag(a.frist, idag)}`
  const om = dagerFra(idag, a.frist)
  return `Frist ${om === 0 ? 'i dag, ' : om === 1 ? 'i morgen, ' : ''}${dag(a.frist, idag)}`
}

/** «3 av 5 punkter»; empty where there is no checklist. */
export const skrivSjekket = (s: Sjekket | undefined): string =>
  s ? `${s.gjort} av ${s.av} ${s.av === 1 ? 'punkt' : 'punkter'}` : ''
