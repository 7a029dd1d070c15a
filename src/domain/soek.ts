/** Search in Norwegian texts: every word must be there, in any form and also inside a longer word. */

const ENDELSER = [
  'ernes',
  'enes',
  'erne',
  'ene',
  'ane',
  'ens',
  'ets',
  'ers',
  'er',
  'en',
  'et',
  'es',
  'as',
  'e',
  'a',
  's',
]
/** What is left of a word must still say something. */
const KORTEST = 4

const lite = (tekst: string): string => tekst.toLocaleLowerCase('nb').replaceAll(/[éèê]/g, 'e').replaceAll('ô', 'o')

/** A word without its ending: «langvakter», «langvakten» and «langvakt» are one. */
export function stamme(ord: string): string {
  const endelse = ENDELSER.find((e) => ord.endsWith(e) && ord.length - e.length >= KORTEST)
  return endelse === undefined ? ord : ord.slice(0, -endelse.length)
}

/** Whether each word that is searched for stands in one of the texts. Nothing searched for: yes. */
export function finnes(soek: string, tekster: readonly string[]): boolean {
  const ord = lite(soek).match(/[\p{L}\p{N}]+/gu) ?? []
  const alt = lite(tekster.join('\n'))
  return ord.every((o) => alt.includes(stamme(o)))
}
