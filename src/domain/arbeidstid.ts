import { FERIEUKER, TREDELT, UKER_I_AARET, UKETIMER } from './helgekonstanter.ts'

/** Hours a week and a year of a position in turnus. */

/**
 * Hours a week of a full position in tredelt turnus: 37,5 less what Sunday and night hours count beyond themselves, never
 * below 33,6 nor above 35,5.
 *
 * @param soendagstimer and @param nattetimer a week, on average
 */
export function tredeltUketimer(soendagstimer: number, nattetimer: number): number {
  const trekk = soendagstimer * TREDELT.soendagstillegg.verdi + nattetimer * TREDELT.nattillegg.verdi
  return Math.max(UKETIMER.tredelt.verdi, Math.min(UKETIMER.turnus.verdi, UKETIMER.dag.verdi - trekk))
}

/** Whether the shortest week (33,6) is given outright, by night and Sunday hours in the year. */
export const girKortesteUke = (nattetimerIAaret: number, soendagstimerIAaret: number): boolean =>
  nattetimerIAaret >= TREDELT.nattetimerIAaret.verdi && soendagstimerIAaret >= TREDELT.soendagstimerIAaret.verdi

/** Hours in a year before and after five weeks' holiday. `uketimer` 35,5 gives 1 846 and 1 668,5. */
export const aarstimer = (uketimer: number): { brutto: number; netto: number } => ({
  brutto: uketimer * UKER_I_AARET,
  netto: uketimer * (UKER_I_AARET - FERIEUKER),
})

/**
 * Årsverk with cover for holiday and planned absence. Kept apart from the årsverk of the plan, so that the average
 * position does not look larger than it is.
 *
 * @param fravaersandel planned absence, 0 up to but not including 1
 */
export const aarsverkMedFravaersdekning = (aarsverk: number, fravaersandel: number): number =>
  (aarsverk * UKER_I_AARET) / (UKER_I_AARET - FERIEUKER) / (1 - fravaersandel)

/** How much of a full position some extra weekends a year come to, 0–1. */
export const andelForEkstraHelger = (helger: number, timerPerHelg: number, uketimer: number): number =>
  (helger * timerPerHelg) / aarstimer(uketimer).brutto
