import { beskjedSkjema } from './beskjed.ts'
import { budsjettSkjema, kostnadSkjema, tilskuddSkjema } from './heltidspotten.ts'
import { innstillingSkjema } from './innstilling.ts'
import { beslutningSkjema, kickofflappSkjema, kickoffmerkeSkjema, kickoffSkjema } from './kickoff.ts'
import { likestillingSkjema } from './likestilling.ts'
import { pilotSkjema } from './pilot.ts'
import { publiseringSkjema } from './publisering.ts'
import { rapporttekstSkjema, rapportutgaveSkjema } from './rapport.ts'
import { scenarioSkjema } from './scenario.ts'
import { sjekkpunktSkjema } from './sjekkpunkt.ts'
import { utlysningSkjema } from './utlysning.ts'
import { utproevingSkjema } from './utproeving.ts'
import { vedtakSkjema } from './vedtak.ts'

/** The schemas of the late tables that a new device can do without at first: fetched in one file when a row of one of them is met. */
export const SENE_SKJEMAER = {
  sjekkpunkt: sjekkpunktSkjema,
  scenario: scenarioSkjema,
  utlysning: utlysningSkjema,
  utproeving: utproevingSkjema,
  pilot: pilotSkjema,
  publisering: publiseringSkjema,
  rapporttekst: rapporttekstSkjema,
  rapportutgave: rapportutgaveSkjema,
  tilskudd: tilskuddSkjema,
  budsjett: budsjettSkjema,
  kostnad: kostnadSkjema,
  likestilling: likestillingSkjema,
  vedtak: vedtakSkjema,
  innstilling: innstillingSkjema,
  beskjed: beskjedSkjema,
  kickoff: kickoffSkjema,
  kickofflapp: kickofflappSkjema,
  kickoffmerke: kickoffmerkeSkjema,
  beslutning: beslutningSkjema,
} as const
