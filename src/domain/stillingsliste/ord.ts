import type { Kjoenn } from '../stillingsbilde.ts'
import type { Yrke } from '../toern.ts'
import { flatt } from './kolonner.ts'

/** How somebody is employed, as far as it decides who counts. */
export const ANSETTELSER = ['fast', 'midlertidig', 'vikar', 'timeloenn', 'oppdrag', 'folkevalgt', 'laerling'] as const
export type Ansettelse = (typeof ANSETTELSER)[number]

/** A leave, as far as it decides who counts: `annen` is paid, partial, or of another kind. */
export const PERMISJONER = ['foedsel', 'helUloennet', 'annen', 'ingen'] as const
export type Permisjon = (typeof PERMISJONER)[number]

/** The first that holds, holds. Tilkallingsvikar is paid by the hour, whatever else the word says. */
const ANSETTELSESORD: readonly (readonly [Ansettelse, RegExp])[] = [
  ['laerling', /lærling|lærekandidat|\blære(kontrakt)?\b/],
  ['folkevalgt', /folkevalgt|politiker|ordfører/],
  ['oppdrag', /oppdrag|konsulent|støttekontakt|avlaster|fosterhjem|besøkshjem|omsorgsstønad|innleid|vikarbyrå/],
  ['timeloenn', /time|tilkall|ringe|ekstra|sporadisk|nullprosent|\b0 %/],
  ['vikar', /vikar/],
  ['midlertidig', /midlertidig|midl\b|engasjement|prosjekt|åremål|tidsbegrenset/],
  ['fast', /fast|ordinær|hovedstilling|varig/],
]

/** How somebody is employed, by the words of the list; `null` where they say nothing that is known. */
export const somAnsettelse = (tekst: string): Ansettelse | null => {
  const ord = flatt(tekst)
  return ANSETTELSESORD.find(([, u]) => u.test(ord))?.[0] ?? null
}

/** What kind of leave, by the words of the list; `null` where they say nothing that is known. */
export function somPermisjon(tekst: string): Permisjon | null {
  const ord = flatt(tekst)
  if (/^(|nei|ingen|n|0|false|ikke permisjon|usann)$/.test(ord)) return 'ingen'
  if (/fødsel|foreldre|svangerskap|adopsjon/.test(ord)) return 'foedsel'
  if (/delvis|gradert|redusert/.test(ord)) return 'annen'
  if (/u(ten )? ?lønn|ulønn|u l\b/.test(ord)) return 'helUloennet'
  if (/m(ed)? ?lønn|\blønn|velferd|omsorg|utdanning|studie|syk|militær|verv|kurs|amming/.test(ord)) return 'annen'
  return null
}

/** The title decides where it says that somebody is no employee of this kind at all, whatever the employment is called. */
export const ansettelseAvTittel = (tittel: string): Ansettelse | null => {
  const funnet = somAnsettelse(tittel)
  return funnet === 'laerling' || funnet === 'folkevalgt' || /tilkall|timelønn|ringevikar/.test(flatt(tittel))
    ? (funnet ?? 'timeloenn')
    : null
}

const YRKESORD: readonly (readonly [Yrke, RegExp])[] = [
  ['A', /assistent|ufaglært|pleiemedarbeider|student/],
  ['V', /vernepleie|sykepleie|sjukepleie|jordmor/],
  ['H', /helsefagarb|hjelpeplei|omsorgsarb|fagarbeider|barne og ungdomsarb|aktivitør/],
  ['S', /service|renhold|kjøkken|kokk|matvert|vaktmester|vaskeri|husøkonom/],
  ['B', /bemanning|turnuskoordinator|ressursstyrer/],
]

/** The profession group of TØRN by the title; '' where it is another. */
export const somYrke = (tittel: string): Yrke | '' => {
  const ord = flatt(tittel)
  return YRKESORD.find(([, u]) => u.test(ord))?.[0] ?? ''
}

export const somKjoenn = (tekst: string): Kjoenn | '' => {
  const ord = flatt(tekst)
  return /^(k|kvinne|kvinner|f|female|woman)$/.test(ord) ? 'kvinne' : /^(m|mann|menn|male|man)$/.test(ord) ? 'mann' : ''
}
