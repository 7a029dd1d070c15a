import { dagVed, type Dato } from '../../domain/dato.ts'
import type { Enhetssaker } from '../../domain/neste.ts'
import { dagTekst } from '../../domain/siden.ts'
import { gjelderFor, type Syn } from '../../domain/uttalelse.ts'

export interface Uttalelselinje {
  id: string
  syn: Syn
  tittel: string
  /** Address of what it is about. */
  til: string
  /** «Tillitsvalgt Bondihagen, 3. november» */
  hvem: string
}

/** The latest statements on what still exists, newest first. */
export function uttalelselinjer(saker: Enhetssaker, flest: number, idag: Dato): Uttalelselinje[] {
  const om = new Map<string, { tittel: string; til: string }>()
  for (const a of saker.aktiviteter)
    om.set(gjelderFor('aktivitet', a.id), { tittel: a.tittel, til: `/aktiviteter/${a.id}` })
  for (const o of saker.toernoppgaver)
    om.set(gjelderFor('toernoppgave', o.id), { tittel: o.oppgave, til: `/toern/${o.id}` })
  return [...saker.uttalelser]
    .sort((a, b) => b.skrevet - a.skrevet)
    .flatMap(({ id, syn, gjelder, forfatterNavn, skrevet }) => {
      const sak = om.get(gjelder)
      return sak ? [{ ...sak, id, syn, hvem: `${forfatterNavn}, ${dagTekst(dagVed(skrevet), idag)}` }] : []
    })
    .slice(0, flest)
}
