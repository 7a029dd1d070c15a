import { skrivDato, type Dato } from '../dato.ts'
import { skrivKort } from '../tallformat.ts'
import { lesDag } from './celle.ts'
import type { Kolonneslag } from './kolonner.ts'
import type { Merket, Merknadsgrunn, Utelattgrunn } from './rad.ts'

/** What a column is called where the list has no name for it. */
export const SLAGNAVN: Record<Kolonneslag, string> = {
  ansatt: 'Ansattnummer',
  navn: 'Navn',
  prosent: 'Stillingsprosent',
  enhet: 'Enhet',
  enhetsnr: 'Enhetsnummer',
  virksomhet: 'Virksomhet',
  ansettelse: 'Ansettelsesforhold',
  yrke: 'Stilling eller yrke',
  kjoenn: 'Kjønn',
  permisjon: 'Permisjon',
  permisjonFra: 'Permisjon fra',
  permisjonTil: 'Permisjon til',
  fra: 'Fra dato',
  til: 'Til dato',
  uttrekk: 'Dato for uttrekket',
  foedselsnummer: 'Fødselsnummer',
}

/** A heading over the rows that were left out for the same reason. */
export const GRUNNAVN: Record<Utelattgrunn, string> = {
  tom: 'Tomme rader',
  forMangeCeller: 'Flere celler enn kolonnenavn',
  utenAnsatt: 'Uten ansatt',
  tomProsent: 'Uten stillingsprosent',
  ikkeTall: 'Stillingsprosenten er ikke et tall',
  negativ: 'Stillingsprosent under 0',
  formel: 'En formel i stedet for en verdi',
  nullprosent: 'Stilling på 0 %',
  over100: 'Over 100 % i én stilling',
  likRad: 'Like rader',
  midlertidig: 'Midlertidig ansatte',
  vikar: 'Vikarer',
  timeloenn: 'Timelønnede og ekstravakter',
  oppdrag: 'Oppdragstakere',
  folkevalgt: 'Folkevalgte',
  laerling: 'Lærlinger',
  unntatt: 'Utenfor utvalget',
  foedsel: 'I fødselspermisjon',
  helUloennet: 'I hel ulønnet permisjon',
  ikkeBegynt: 'Har ikke begynt ennå',
  sluttet: 'Har sluttet',
  annenDato: 'Fra en annen dato',
  ukjentEnhet: 'Enheten er ikke valgt ennå',
  ikkeMed: 'Enheter som ikke skal være med',
}

const ETTER_UTVALGET = 'etter utvalgsregelen'

/** What is wrong, or why it is so, as the rest of a sentence that begins with the row and the column. */
const GRUNNTEKST: Record<Utelattgrunn, (m: { verdi: string; annen: string; dato: string }) => string> = {
  tom: () => 'raden er tom.',
  forMangeCeller: () =>
    'raden har flere celler enn det er kolonnenavn. Se om en tekst med skilletegn mangler anførselstegn rundt seg.',
  utenAnsatt: () => 'raden har ingen ansatt. Er det en sumrad?',
  tomProsent: () => 'cellen er tom. Skriv stillingsprosenten i listen hvis stillingen skal telle med.',
  ikkeTall: ({ verdi }) => `«${verdi}» er ikke et tall. Skriv det med sifre, for eksempel 80.`,
  negativ: ({ verdi }) => `«${verdi}» er under 0. En stilling kan ikke være negativ.`,
  formel: () => 'her står en formel, ikke en verdi. Kopier kolonnen i Excel, og lim inn som verdier.',
  nullprosent: () => 'stillingen er på 0 %, og teller ikke med.',
  over100: ({ verdi }) => `«${verdi}» er over 100 % i én stilling.`,
  likRad: ({ annen }) => `raden er helt lik rad ${annen}, og er ikke talt to ganger.`,
  midlertidig: () => `midlertidig ansatte er utenfor ${ETTER_UTVALGET}.`,
  vikar: () => `vikarer er utenfor ${ETTER_UTVALGET}.`,
  timeloenn: () => `timelønnede og ekstravakter er utenfor ${ETTER_UTVALGET}.`,
  oppdrag: () => `oppdragstakere er utenfor ${ETTER_UTVALGET}.`,
  folkevalgt: () => `folkevalgte er utenfor ${ETTER_UTVALGET}.`,
  laerling: () => `lærlinger er utenfor ${ETTER_UTVALGET}.`,
  unntatt: () => `stillingen er utenfor ${ETTER_UTVALGET}.`,
  foedsel: () => 'fødselspermisjon. Vikaren teller i stedet.',
  helUloennet: () => 'hel ulønnet permisjon. Vikaren teller i stedet.',
  ikkeBegynt: ({ dato }) => `stillingen begynner etter ${dato}.`,
  sluttet: ({ dato }) => `stillingen er avsluttet før ${dato}.`,
  annenDato: ({ verdi }) => `raden er fra ${somDag(verdi)}, og listen telles for en annen dato.`,
  ukjentEnhet: ({ verdi }) => `enheten «${verdi}» er ikke valgt ennå.`,
  ikkeMed: ({ verdi }) => `«${verdi}» skal ikke være med.`,
}

const MERKNADSTEKST: Record<Merknadsgrunn, (verdi: string) => string> = {
  over100: (verdi) => `«${verdi}» er over 100 % i én stilling. Stemmer det?`,
  ikkeDag: (verdi) => `«${verdi}» er ikke en dato. Raden er regnet med.`,
}

const somDag = (verdi: string): string => {
  const dag = lesDag(verdi)
  return dag === null ? `«${verdi}»` : skrivDato(dag)
}

/** What the list itself calls a column. */
type Kolonnenavn = (slag: Kolonneslag) => string

const hvor = (m: Merket<string>, kolonnenavn: Kolonnenavn): string =>
  m.slag === undefined ? `Rad ${skrivKort(m.rad)}` : `Rad ${skrivKort(m.rad)}, ${kolonnenavn(m.slag)}`

/** «Rad 12, Stillingsprosent: «åtti» er ikke et tall. Skriv det med sifre, for eksempel 80.» */
export function utelattsetning(u: Merket<Utelattgrunn>, kolonnenavn: Kolonnenavn, dato: Dato): string {
  const annen = u.annen === undefined ? '' : skrivKort(u.annen)
  return `${hvor(u, kolonnenavn)}: ${GRUNNTEKST[u.grunn]({ verdi: u.verdi ?? '', annen, dato: skrivDato(dato) })}`
}

/** «Rad 7, Stillingsprosent: «150» er over 100 % i én stilling. Stemmer det?» */
export const merknadsetning = (m: Merket<Merknadsgrunn>, kolonnenavn: Kolonnenavn): string =>
  `${hvor(m, kolonnenavn)}: ${MERKNADSTEKST[m.grunn](m.verdi ?? '')}`
