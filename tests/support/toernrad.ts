import type { Toernoppgave } from '../../src/domain/toern.ts'

/** What a task has where nobody has written more than the essentials. */
export const TOERNRAD = {
  deltMed: [],
  vakter: [],
  endring: '',
  krav: [],
  forsvarlighet: '',
  forsvarlighetGrunn: '',
  godkjenning: '',
  opplaeringDato: null,
  evaluering: '',
  begrunnelse: '',
  kompetanse: '',
} satisfies Partial<Toernoppgave>
