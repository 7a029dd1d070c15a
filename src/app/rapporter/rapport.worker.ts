import { lagRapport } from '../../report/lag.ts'
import type { Ordre, Svar } from './useRapport.ts'

/** Makes reports beside the page, which never stands still. */
addEventListener('message', ({ data: { nr, navn, grunnlag, bestilling, enhet } }: MessageEvent<Ordre>) => {
  let svar: Svar
  try {
    svar = { nr, rapport: lagRapport(navn, grunnlag, bestilling, enhet) }
  } catch (feil) {
    svar = { nr, feil: feil instanceof Error ? `${feil.message}\n${feil.stack ?? ''}` : String(feil) }
  }
  postMessage(svar)
})
