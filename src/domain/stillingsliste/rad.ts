import type { Dato } from '../dato.ts'
import type { Kjoenn } from '../stillingsbilde.ts'
import type { Yrke } from '../toern.ts'
import { DELER, erTom, lesDag, lesProsent, somTekst, type Celle } from './celle.ts'
import { flatt, type Kolonner, type Kolonneslag } from './kolonner.ts'
import {
  ansettelseAvTittel,
  somAnsettelse,
  somKjoenn,
  somPermisjon,
  somYrke,
  type Ansettelse,
  type Permisjon,
} from './ord.ts'
import { utenforUtvalget, type Utenfor, type Utvalgsregel } from './utvalg.ts'

/** What was chosen for a list before it is counted. */
export interface Listevalg {
  kolonner: Kolonner
  /** The day that is counted: positions that have ended before it, or begin after it, are left out. */
  dato: Dato
  /** Sizes are written 0–1. */
  andel: boolean
  /** What is done with a single position over 100 %. */
  over100: 'hundre' | 'staar' | 'utelat'
  /** The one extract that is counted, where the list holds several; `null` counts all rows. */
  uttrekk: string | null
  /** Words that were explained by hand, flat: what they mean. */
  ansettelser: ReadonlyMap<string, Ansettelse>
  permisjoner: ReadonlyMap<string, Permisjon>
  yrker: ReadonlyMap<string, Yrke | ''>
  /** By `enhetsnoekkel`: which unit it is; `null` where its rows are not to be counted. */
  enheter: ReadonlyMap<string, string | null>
  regel: Utvalgsregel
}

export type Utelattgrunn =
  | Utenfor
  | 'tom'
  | 'forMangeCeller'
  | 'utenAnsatt'
  | 'tomProsent'
  | 'ikkeTall'
  | 'negativ'
  | 'formel'
  | 'nullprosent'
  | 'over100'
  | 'likRad'
  | 'ikkeBegynt'
  | 'sluttet'
  | 'annenDato'
  | 'ukjentEnhet'
  | 'ikkeMed'

/** Something about one row. Its number is the file's own, as Excel shows it. */
export interface Merket<G extends string> {
  rad: number
  grunn: G
  /** The column it lies in, where it lies in one. */
  slag?: Kolonneslag
  /** What stands there, where that says nothing of who it is. */
  verdi?: string
  /** Another row that it has to do with. */
  annen?: number
  /** The unit, where it was known before the row was left out. */
  enhet?: string
}
export type Utelatt = Merket<Utelattgrunn>
/** What a row that counts is shown for all the same. */
export type Merknadsgrunn = 'over100' | 'ikkeDag'

/** A position that counts. */
export interface Stillingsrad {
  /** Who has it: a number or a name, or the row itself where the list has neither. Never leaves the count. */
  hvem: string
  enhet: string | null
  /** Ten-thousandths of a percent, over 0. */
  stoerrelse: number
  yrke: Yrke | ''
  kjoenn: Kjoenn | ''
  merknader: Merket<Merknadsgrunn>[]
}

/** By which the list knows a unit: its number, its name, and the virksomhet where that has a column of its own. */
export const enhetsnoekkel = (nr: string, navn: string, virksomhet: string): string => [nr, navn, virksomhet].join('\n')

/** The cells of a row, by what they say. */
export function cellerI(kolonner: Kolonner): (rad: readonly Celle[], slag: Kolonneslag) => Celle {
  const sted = new Map<Kolonneslag, number>()
  kolonner.forEach((slag, i) => slag !== null && !sted.has(slag) && sted.set(slag, i))
  return (rad, slag) => rad[sted.get(slag) ?? -1] ?? ''
}

export const noekkelFor = (celle: ReturnType<typeof cellerI>, rad: readonly Celle[]): string =>
  enhetsnoekkel(somTekst(celle(rad, 'enhetsnr')), somTekst(celle(rad, 'enhet')), somTekst(celle(rad, 'virksomhet')))

/** Reads rows one by one, in the order of the file: a position that counts, or why it does not. */
export function radleser(valg: Listevalg) {
  const celle = cellerI(valg.kolonner)
  const harEnhet = valg.kolonner.some((s) => s === 'enhet' || s === 'enhetsnr' || s === 'virksomhet')
  const navn = valg.kolonner.flatMap((s, i) => (s === 'navn' ? [i] : []))
  const harNr = valg.kolonner.includes('ansatt')
  const sett = new Map<string, number>()

  function hvem(rad: readonly Celle[], nr: number): string {
    if (harNr) return somTekst(celle(rad, 'ansatt'))
    if (navn.length > 0)
      return navn
        .map((i) => flatt(somTekst(rad[i])))
        .join(' ')
        .trim()
    return `rad ${nr}`
  }

  /** What is written where a day should stand, and is none: the row counts, and is shown. */
  const ikkeDager = (rad: readonly Celle[], nr: number): Merket<Merknadsgrunn>[] =>
    (['fra', 'til'] as const).flatMap((slag) => {
      const c = celle(rad, slag)
      return erTom(c) || lesDag(c) !== null ? [] : [{ rad: nr, grunn: 'ikkeDag' as const, slag, verdi: somTekst(c) }]
    })

  /** A position's day of beginning or end that lies on the wrong side of the day that is counted. */
  const utenforTiden = (rad: readonly Celle[]): 'ikkeBegynt' | 'sluttet' | null => {
    const [fra, til] = [lesDag(celle(rad, 'fra')), lesDag(celle(rad, 'til'))]
    return fra !== null && fra > valg.dato ? 'ikkeBegynt' : til !== null && til < valg.dato ? 'sluttet' : null
  }

  function permisjon(rad: readonly Celle[]): Permisjon | null {
    const tekst = somTekst(celle(rad, 'permisjon'))
    const funnet = valg.permisjoner.get(flatt(tekst)) ?? somPermisjon(tekst)
    const [fra, til] = [lesDag(celle(rad, 'permisjonFra')), lesDag(celle(rad, 'permisjonTil'))]
    return (fra !== null && fra > valg.dato) || (til !== null && til < valg.dato) ? 'ingen' : funnet
  }

  function ansettelse(rad: readonly Celle[], tittel: string): Ansettelse | null {
    const tekst = somTekst(celle(rad, 'ansettelse'))
    return valg.ansettelser.get(flatt(tekst)) ?? ansettelseAvTittel(tittel) ?? somAnsettelse(tekst)
  }

  return (rad: readonly Celle[], nr: number): Stillingsrad | Utelatt => {
    const ut = (grunn: Utelattgrunn, mer: Partial<Utelatt> = {}): Utelatt => ({ rad: nr, grunn, ...mer })
    if (rad.every(erTom)) return ut('tom')
    const flere = rad.findIndex((c, i) => i >= valg.kolonner.length && !erTom(c))
    if (flere >= 0) return ut('forMangeCeller', { verdi: String(rad.length) })

    const uttrekk = somTekst(celle(rad, 'uttrekk'))
    if (valg.uttrekk !== null && uttrekk !== valg.uttrekk) return ut('annenDato', { slag: 'uttrekk', verdi: uttrekk })
    const person = hvem(rad, nr)
    if (person === '') return ut('utenAnsatt', { slag: harNr ? 'ansatt' : 'navn' })
    if (person.startsWith('=')) return ut('formel', { slag: 'ansatt' })

    const noekkel = noekkelFor(celle, rad)
    const enhet = valg.enheter.get(noekkel)
    const sted = { ...(enhet ? { enhet } : {}) }
    if (enhet === null) return ut('ikkeMed', { slag: 'enhet', verdi: enhetstekst(noekkel) })

    const tittel = somTekst(celle(rad, 'yrke'))
    const utenfor = utenforUtvalget(valg.regel, {
      ansettelse: ansettelse(rad, tittel),
      permisjon: permisjon(rad),
      tittel,
    })
    if (utenfor !== null) return ut(utenfor, { ...sted, ...hvorUtenfor(utenfor) })
    const tid = utenforTiden(rad)
    if (tid !== null) return ut(tid, { ...sted, slag: tid === 'sluttet' ? 'til' : 'fra' })

    const prosent = lesProsent(celle(rad, 'prosent'), valg.andel)
    const feilet = { ...sted, slag: 'prosent', verdi: somTekst(celle(rad, 'prosent')) } as const
    if (typeof prosent === 'string') return ut(prosent === 'tom' ? 'tomProsent' : prosent, feilet)
    if (prosent === 0) return ut('nullprosent', feilet)
    if (prosent > 100 * DELER && valg.over100 === 'utelat') return ut('over100', feilet)

    // Without a number or a name two people may well have equal rows.
    if (harNr || navn.length > 0) {
      const avtrykk = rad.join('\u001f')
      const foer = sett.get(avtrykk)
      if (foer !== undefined) return ut('likRad', { ...sted, annen: foer })
      sett.set(avtrykk, nr)
    }
    if (harEnhet && enhet === undefined) return ut('ukjentEnhet', { slag: 'enhet', verdi: enhetstekst(noekkel) })
    return {
      hvem: person,
      enhet: enhet ?? valg.enheter.get('') ?? null,
      stoerrelse: valg.over100 === 'hundre' ? Math.min(prosent, 100 * DELER) : prosent,
      yrke: valg.yrker.get(flatt(tittel)) ?? somYrke(tittel),
      kjoenn: somKjoenn(somTekst(celle(rad, 'kjoenn'))),
      merknader: [
        ...(prosent > 100 * DELER ? [{ ...feilet, rad: nr, grunn: 'over100' as const }] : []),
        ...ikkeDager(rad, nr),
      ],
    }
  }
}

const hvorUtenfor = (grunn: Utenfor): { slag: Kolonneslag } => ({
  slag: grunn === 'unntatt' ? 'yrke' : grunn === 'foedsel' || grunn === 'helUloennet' ? 'permisjon' : 'ansettelse',
})

/** A unit as the list names it: «41230 Bondihagen bofellesskap». */
export const enhetstekst = (noekkel: string): string => {
  const [nr = '', navn = '', virksomhet = ''] = noekkel.split('\n')
  return [nr, navn === nr ? '' : navn].filter(Boolean).join(' ') || virksomhet
}
