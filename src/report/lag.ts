import { HELTIDSPOTTEN } from '../domain/asker/program.ts'
import type { Listerapport } from '../domain/rapport.ts'
import type { Post } from '../domain/tabeller.ts'
import { aarsrapport } from './aarsrapport.ts'
import type { Bestilling, Rapportgrunnlag } from './grunnlag.ts'
import { heltidspotten } from './heltidspotten.ts'
import { likestilling } from './likestilling.ts'
import { mbm } from './mbm.ts'
import type { Rapport } from './rapport.ts'
import { ledermoetet, styringsgruppen } from './styringsgruppen.ts'

/**
 * A report made from the rows. `enhet` is needed for the one to an MBM alone.
 *
 * @throws where an MBM's report is asked for without a unit
 */
export function lagRapport(navn: Listerapport, g: Rapportgrunnlag, b: Bestilling, enhet?: Post<'enhet'>): Rapport {
  switch (navn) {
    case 'aarsrapport':
      return aarsrapport(g, b)
    case 'styringsgruppen':
      return styringsgruppen(g, b)
    case 'ledermoetet':
      return ledermoetet(g, b)
    case 'likestilling':
      return likestilling(g, b)
    case 'heltidspotten':
      return heltidspotten(g, b, HELTIDSPOTTEN.merknad)
    case 'mbm':
      if (!enhet) throw new Error('lagRapport: a report to an MBM is about one unit')
      return mbm(g, b, enhet)
  }
}
