import type { EnhetPost } from '../../domain/enhet.ts'
import { foreslaaEnhet } from '../../domain/stillingsliste/enhetsvalg.ts'
import type { Ansettelse, Permisjon } from '../../domain/stillingsliste/ord.ts'
import type { Listeoversikt } from '../../domain/stillingsliste/oversikt.ts'
import type { Yrke } from '../../domain/toern.ts'
import type { Hukommelse } from './hukommelse.ts'

/** The rows of a unit are not to be counted. */
export const IKKE_MED = '-'

export const ANSETTELSESNAVN: Record<Ansettelse, string> = {
  fast: 'Fast ansatt',
  midlertidig: 'Midlertidig ansatt',
  vikar: 'Vikar',
  timeloenn: 'Timelønn eller ekstravakt',
  oppdrag: 'Oppdragstaker',
  folkevalgt: 'Folkevalgt',
  laerling: 'Lærling',
}
export const PERMISJONSNAVN: Record<Permisjon, string> = {
  ingen: 'Ikke permisjon',
  foedsel: 'Fødselspermisjon',
  helUloennet: 'Hel ulønnet permisjon',
  annen: 'Annen permisjon (teller med)',
}

/** What each word of a list is taken for: chosen by hand now or earlier, else recognised. '' is nothing yet. */
export interface Ordvalgene {
  enhet: Map<string, string>
  ansettelse: Map<string, Ansettelse>
  permisjon: Map<string, Permisjon>
  yrke: Map<string, Yrke | ''>
  /** Units that were found by a likeness only. */
  usikre: Set<string>
}

export const tommeOrdvalg = (): Ordvalgene => ({
  enhet: new Map(),
  ansettelse: new Map(),
  permisjon: new Map(),
  yrke: new Map(),
  usikre: new Set(),
})

export function foerstevalg(o: Listeoversikt, enheter: readonly EnhetPost[], husket: Hukommelse): Ordvalgene {
  const valg = tommeOrdvalg()
  const finnes = new Set([IKKE_MED, ...enheter.map((e) => e.id)])
  for (const { noekkel, tekst, virksomhet } of o.enheter) {
    const foer = husket.ord('enhet', noekkel)
    const forslag = foreslaaEnhet(tekst, enheter)
    const over = virksomhet === '' || virksomhet === tekst ? null : foreslaaEnhet(virksomhet, enheter)
    if (foer !== undefined && finnes.has(foer)) valg.enhet.set(noekkel, foer)
    else if (forslag ?? over) valg.enhet.set(noekkel, (forslag ?? over)!.enhet)
    if (foer === undefined && (forslag?.usikker || (!forslag && over))) valg.usikre.add(noekkel)
  }
  for (const { noekkel } of o.ansettelser) {
    const foer = husket.ord('ansettelse', noekkel)
    if (foer !== undefined && foer in ANSETTELSESNAVN) valg.ansettelse.set(noekkel, foer as Ansettelse)
  }
  for (const { noekkel } of o.permisjoner) {
    const foer = husket.ord('permisjon', noekkel)
    if (foer !== undefined && foer in PERMISJONSNAVN) valg.permisjon.set(noekkel, foer as Permisjon)
  }
  for (const { noekkel } of o.yrker) {
    const foer = husket.ord('yrke', noekkel)
    if (foer !== undefined) valg.yrke.set(noekkel, foer as Yrke | '')
  }
  return valg
}
