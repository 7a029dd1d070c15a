import { aarAv, maanedAv, skrivDag, skrivDato, type Dato } from '../../domain/dato.ts'
import { INDIKATORER } from '../../domain/indikatorer.ts'
import type { Status } from '../../domain/maalsti.ts'
import type { Noekkeltall } from '../../domain/noekkeltall.ts'
import type { Samlet } from '../../domain/samlet.ts'
import { skrivProsent, skrivTall } from '../../domain/tallformat.ts'

/** In the middle of a sentence: «da i rute». */
export const STATUSORD: Record<Exclude<Status, 'mangler'>, string> = { foran: 'foran', i_rute: 'i rute', bak: 'bak' }

/** Under a figure: the count, what is counted, the source. «14 av 54 ansatte · 80–100 % stilling · HRM». */
export function grunnlagTekst(t: Noekkeltall): string {
  const i = INDIKATORER[t.indikator]
  const antall = t.teller !== null && t.nevner !== null ? i.grunnlag(t.teller, t.nevner) : ''
  return [antall, i.presisering, svarTekst(t), t.kilde].filter((d) => d !== '').join(' · ')
}

/** What always stands beside a survey's figure: «30 av 40 svarte (75 %)»; empty for the others. */
export function svarTekst({ indikator, nevner, spurt }: Pick<Noekkeltall, 'indikator' | 'nevner' | 'spurt'>): string {
  if (indikator !== 'ufrivilligDeltid' || nevner === null) return ''
  return spurt
    ? `${nevner} av ${spurt} svarte (${skrivProsent((nevner / spurt) * 100, 0)})`
    : 'svarprosent ikke oppgitt'
}

/** «Sist målt 30. april 2024, da i rute.» Said where the last measurement is too old to speak for today. */
export function manglerTekst(t: Noekkeltall): string {
  if (t.dato === null) return 'Ingen målinger ennå.'
  const da = t.statusDa ? `, da ${STATUSORD[t.statusDa]}` : ''
  return `Sist målt ${skrivDato(t.dato)}${da}.`
}

/** «Regnet sammen av 2 enheter, målt 9.–16. november 2026. 1 enhet mangler måling.» */
export function samletTekst(s: Samlet): string {
  const enheter = (n: number): string => `${n} ${n === 1 ? 'enhet' : 'enheter'}`
  const mangler = s.mangler.length > 0 ? ` ${enheter(s.mangler.length)} mangler måling.` : ''
  return `Regnet sammen av ${enheter(s.enheter.length)}, målt ${periode(s.fraOgMed, s.tilOgMed)}.${mangler}`
}

/** `9.–16. november 2026`, `9. mars–16. november 2026` */
function periode(fra: Dato, til: Dato): string {
  if (fra === til) return skrivDato(til)
  if (aarAv(fra) !== aarAv(til)) return `${skrivDato(fra)}–${skrivDato(til)}`
  if (maanedAv(fra) !== maanedAv(til)) return `${skrivDag(fra)}–${skrivDato(til)}`
  return `${Number(fra.slice(8))}.–${skrivDato(til)}`
}

/** «0,1 prosentpoeng under målstien», «Akkurat på målstien». */
export function avstandFraSti(t: Pick<Noekkeltall, 'avstand' | 'indikator'>): string {
  if (t.avstand === null) return ''
  if (t.avstand === 0) return 'Akkurat på målstien'
  const bedre = t.avstand > 0
  const over = (INDIKATORER[t.indikator].retning === 'opp') === bedre
  return `${skrivTall(Math.abs(t.avstand), 2)}\u00a0prosentpoeng ${over ? 'over' : 'under'} målstien`
}
