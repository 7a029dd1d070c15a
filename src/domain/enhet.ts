import * as v from 'valibot'
import { eksempel, id, kortTekst, langTekst, tittel } from './felt.ts'

/** A unit of the organisation, from the municipality down to the ward. */
export const NIVAAER = ['kommune', 'tjenesteomraade', 'virksomhet', 'avdeling'] as const
export type Nivaa = (typeof NIVAAER)[number]

export const enhetSkjema = v.object({
  navn: tittel('Navn'),
  kortnavn: kortTekst('Kortnavn'),
  nivaa: v.picklist(NIVAAER),
  /** The unit above; `null` for the municipality itself and for units that nobody has placed yet («Uplassert»). */
  overordnet: v.optional(v.nullable(id), null),
  /** Takes part in the trials: shown as a row on Oversikt. */
  pilot: v.optional(v.boolean(), false),
  beskrivelse: langTekst('Beskrivelse'),
  kilde: langTekst('Kilde'),
  /** Where the placement is invented for the demo, though the unit itself is real. */
  eksempel,
})
export type Enhet = v.InferOutput<typeof enhetSkjema>
export type EnhetPost = Enhet & { id: string }

/** Where a unit's own rows live: the municipality and its service areas are read by all, the rest by those with access to the unit. */
export const romForEnhet = (e: Pick<EnhetPost, 'id' | 'nivaa'>): string =>
  e.nivaa === 'kommune' || e.nivaa === 'tjenesteomraade' ? 'project' : `unit:${e.id}`

/** The unit and everything below it, by id. A ring in the tree (two people moving units at once) ends instead of looping. */
export function undertre(rot: string, enheter: readonly Pick<EnhetPost, 'id' | 'overordnet'>[]): Set<string> {
  const funnet = new Set([rot])
  for (let vokste = true; vokste;) {
    vokste = false
    for (const e of enheter) {
      if (e.overordnet !== null && funnet.has(e.overordnet) && !funnet.has(e.id)) {
        funnet.add(e.id)
        vokste = true
      }
    }
  }
  return funnet
}

/** The short name where the unit has one. */
export const kortnavn = (e: Pick<Enhet, 'navn' | 'kortnavn'>): string => e.kortnavn || e.navn
