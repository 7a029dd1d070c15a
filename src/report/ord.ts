import type { Oppgavetilstand } from '../domain/aarshjulregler.ts'
import type { Kostnadsart } from '../domain/heltidspotten.ts'
import type { Status } from '../domain/maalsti.ts'
import type { Rapportnavn } from '../domain/rapport.ts'
import type { Fase, Utproevingsslag } from '../domain/utproeving.ts'
import type { Vedtakstilstand } from '../domain/vedtak.ts'
import type { Yrke } from '../domain/toern.ts'

/** What the words of the domain are called on paper. Exhaustive: a new word does not compile without its name. */

export const RAPPORTTITTEL: Record<Rapportnavn, string> = {
  aarsrapport: 'Årsrapport',
  styringsgruppen: 'Status til styringsgruppen',
  ledermoetet: 'Status til kommunedirektørens ledermøte',
  mbm: 'Status til MBM',
  likestilling: 'Likestillingsredegjørelse',
  heltidspotten: 'Heltidspotten',
  protokoll: 'Protokoll fra kick-off',
}

export const UTPROEVINGSNAVN: Record<Utproevingsslag, string> = {
  askermodell: 'Askermodellen',
  langvakt: 'Langvakter',
  fagteam: 'Fagteam',
  aarsplan: 'Årsplan',
  annet: 'Annet',
}

export const FASENAVN: Record<Fase, string> = {
  planlagt: 'Planlagt',
  oppstart: 'Oppstart',
  utproeving: 'Utprøving',
  evaluering: 'Evaluering',
  viderefoeres: 'Videreføres',
  justeres: 'Justeres',
  avsluttes: 'Avsluttes',
}

export const MAALSTATUS: Record<Status, string> = {
  foran: 'Foran målstien',
  i_rute: 'I rute',
  bak: 'Bak målstien',
  mangler: 'Ikke målt siste 13 måneder',
}

export const TILSTAND: Record<Oppgavetilstand, string> = {
  gjort: 'Gjort',
  over_fristen: 'Over fristen',
  forfaller: 'Forfaller i kvartalet',
  kommer: 'Kommer',
  ikke_registrert: 'Ikke registrert',
  utkast: 'Utkast',
  utgaar: 'Utgår',
}

export const ARTNAVN: Record<Kostnadsart, string> = {
  loenn: 'Lønn i prosjektet',
  frikjoep: 'Frikjøp av ansatte',
  vikar: 'Vikarer ved opplæring',
  opplaering: 'Opplæring og kurs',
  veiledning: 'Veiledning',
  samling: 'Samlinger og møter',
  reise: 'Reise',
  annet: 'Annet',
}

export const YRKENAVN: Record<Yrke, string> = {
  V: 'Vernepleier og sykepleier',
  H: 'Helsefagarbeider',
  A: 'Assistent',
  S: 'Servicemedarbeider',
  B: 'Bemanningskontor',
}

export const VEDTAKSTILSTANDSNAVN: Record<Vedtakstilstand, string> = {
  ikke_begynt: 'Ikke registrert',
  paagaar: 'Pågår',
  gjort: 'Gjort',
}
