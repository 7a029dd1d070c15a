import type { Doc } from './op.ts'

/** The words by which a person knows a record: its title, or the beginning of its text. */
export function tittelAv(doc: Doc): string {
  for (const felt of ['tittel', 'oppgave', 'navn', 'tekst', 'indikator']) {
    const x = doc[felt]
    if (typeof x === 'string' && x !== '') return x.length > 80 ? `${x.slice(0, 79)}…` : x
  }
  return ''
}
