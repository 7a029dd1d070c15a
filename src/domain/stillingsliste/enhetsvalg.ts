import type { EnhetPost } from '../enhet.ts'
import { flatt } from './kolonner.ts'

type Kjent = Pick<EnhetPost, 'id' | 'navn' | 'kortnavn'>

/** Ways in which a unit is shortened in lists. */
const FORKORTET: readonly (readonly [RegExp, string])[] = [
  [/\bbos\b/g, 'bo og omsorgssenter'],
  [/\bboas\b/g, 'bo og aktivitetssenter'],
  [/\bbofel+\b/g, 'bofellesskap'],
  [/\bhjspl\b|\bhjemmespl\b/g, 'hjemmesykepleien'],
]

/** The name without number and abbreviations: «41230 Hurum BOS» is «hurum bo og omsorgssenter». */
const rent = (tekst: string): string =>
  FORKORTET.reduce((t, [fra, til]) => t.replace(fra, til), flatt(tekst).replace(/^\d{3,}\s+|\s+\d{3,}$/g, ''))

export interface Forslag {
  enhet: string
  /** Not the same name, but the only one that it can be: to be looked at. */
  usikker: boolean
}

/** Which unit a name in a list is: the same name or short name, else the only one of which the words are the same. `null` where that is none, or several. */
export function foreslaaEnhet(tekst: string, enheter: readonly Kjent[]): Forslag | null {
  const navn = rent(tekst)
  if (navn === '') return null
  const like = enheter.filter((e) => [e.navn, e.kortnavn, e.id].some((n) => n !== '' && rent(n) === navn))
  if (like.length === 1) return { enhet: like[0]!.id, usikker: false }
  const ord = new Set(navn.split(' '))
  const mulige = enheter.filter((e) => {
    const deres = new Set(rent(e.navn).split(' '))
    // «Hurum» alone, or «Hurum bo- og omsorgssenter avdeling 2»; never «omsorgssenter» alone.
    return [...ord].every((o) => deres.has(o))
      ? deres.has([...ord][0]!) && startMed(navn, e)
      : [...deres].every((o) => ord.has(o))
  })
  return mulige.length === 1 ? { enhet: mulige[0]!.id, usikker: true } : null
}

const startMed = (navn: string, e: Kjent): boolean => rent(e.navn).startsWith(navn.split(' ')[0]!)
