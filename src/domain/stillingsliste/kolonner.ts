import { erTom, lignerFoedselsnummer, type Celle } from './celle.ts'
import { kjennemerke } from './kjennemerke.ts'

/** What a column of a list may say. `foedselsnummer` is recognised so that it is left unread. */
export const KOLONNESLAG = [
  'ansatt',
  'navn',
  'prosent',
  'enhet',
  'enhetsnr',
  'virksomhet',
  'ansettelse',
  'yrke',
  'kjoenn',
  'permisjon',
  'permisjonFra',
  'permisjonTil',
  'fra',
  'til',
  'uttrekk',
  'foedselsnummer',
] as const
export type Kolonneslag = (typeof KOLONNESLAG)[number]

/** Which column says what, by place from 0. A name may stand in two columns; everything else in one. */
export type Kolonner = readonly (Kolonneslag | null)[]

/**
 * What the columns are usually called in HRM, GAT, Visma and lists of one's own, the surest name first.
 * Compared with `flatt` names: small letters, and a space for every sign.
 */
// prettier-ignore
const NAVN: readonly (readonly [Kolonneslag, ...RegExp[]])[] = [
  ['foedselsnummer', /^f(ø|oe|o)ds?(els)?( ?(nr|nummer)| og personn)/, /^(fnr|person ?(nr|nummer)|personident)$/],
  ['permisjonFra', /^perm\w* (fra|start)/],
  ['permisjonTil', /^perm\w* (til|slutt)/],
  ['permisjon', /^perm(isjon)?s?( ?(type|kode|navn|årsak|beskrivelse|t))?$/, /^fravær(s? ?(type|kode|årsak))?$/, /^perm(?!.*(prosent|pst|%|andel))/],
  ['prosent', /^still\w* ?(%|pst|prosent|pros)$/, /^(still|ansettelses|avtalt |fast |ans)\w* ?(prosent|%|pst|størrelse|str|andel|brøk)/, /^(st|ans) ?%$/, /^(prosent|%|pst|andel|fte|årsverk %|stillingsstørrelse)$/],
  ['ansettelse', /^(ansettelses?|tilsettings?|arbeids|ansatt|stillings) ?(forhold|type|form|kategori|gruppe|art)\w*( t)?$/, /^(type|form for) (ansettelse|stilling|arbeidsforhold)$/, /^(avtaletype|ansettelse|arbeidsavtale|fast \w+)$/],
  ['ansatt', /^(ansatt|ressurs|medarbeider|arbeidstaker|lønns?|personal|ans)e?s? ?(nr|nummer|id|kode)$/, /^(ressurs|personal ?løpenr|employee ?(id|no|number)|arbeidsforhold ?(id|nr)|ansatt)$/],
  ['navn', /^((ansatt|medarbeider|ressurs|person|for|etter|mellom|fullt|arbeidstaker)e?s? ?(ens )?)?navn( på ansatt)?$/, /^(name|ressurs t|ansatt t)$/],
  ['kjoenn', /^(kjønn|kjonn|kjoenn|k m|sex|gender)$/],
  ['virksomhet', /^(virksomhet|tjenesteområde|sektor|etat|kommunalområde|direktørområde)s?( ?navn| t)?$/],
  ['enhet', /^(org(anisasjons)? ?)?(enhet|avdeling|avd|arbeidssted|arbeidsplass|tjenestested|seksjon|ansvar|koststed|kostnadssted|organisasjon|org)s?( ?navn| t| tekst)$/, /^(org(anisasjons)? ?)?(enhet|avdeling|avd|arbeidssted|arbeidsplass|tjenestested|seksjon|organisasjon)$/, /^(ansvar|koststed|kostnadssted|ansvarssted|ansvarsområde)$/],
  ['enhetsnr', /^(org(anisasjons)? ?)?(enhet|avdeling|avd|ansvar|koststed|kostnadssted|org)s? ?(nr|nummer|kode|id)$/, /^(ansvar|koststed|kostnadssted)$/],
  ['yrke', /^(stillings?|yrkes?|stillingskode) ?(tittel|benevnelse|betegnelse|navn|gruppe|beskrivelse|t|tekst)$/, /^(yrke|tittel|stilling|profesjon|funksjon)$/, /^(stillings?|yrkes?) ?kode$/],
  ['fra', /^(fra|start|gyldig fra|ansatt fra|stilling fra|tiltrådt|tiltredelse)( ?dato)?$/, /^(ansettelses|begynner|begynte) ?dato$/],
  ['til', /^(til|slutt|gyldig til|ansatt til|stilling til|fratrådt|fratredelse|opphør)s?( ?dato)?$/],
  ['uttrekk', /^(per|pr|uttrekks?|rapport|statistikk|telle|kjøre) ?(dato|dag|måned)$/, /^(dato|måned|periode|år|årstall|tidspunkt)$/],
]

/** A column's name, or a word in it, to be compared: small letters, and one space for what is neither letter, figure nor percent sign. */
export const flatt = (tekst: string): string =>
  tekst
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()

/** What each column says, as far as its name tells; `null` for the rest. */
export function gjenkjenn(overskrifter: readonly string[]): (Kolonneslag | null)[] {
  const flate = overskrifter.map(flatt)
  const slag: (Kolonneslag | null)[] = flate.map(() => null)
  for (const [navn, ...uttrykk] of NAVN) {
    for (const u of uttrykk) {
      const treff = flate.flatMap((f, i) => (slag[i] === null && f !== '' && u.test(f) ? [i] : []))
      const flere = navn === 'navn' || navn === 'foedselsnummer'
      for (const i of flere ? treff : treff.slice(0, 1)) slag[i] = navn
      if (treff.length > 0 && !flere) break
    }
  }
  return slag
}

/** How far down the names of the columns are looked for: systems write a title and a date above them. */
const LETES_I = 30

/** The row with the names of the columns, by place from 0: the one with most names that are known, and at least two. `null` where there is none. */
export function finnOverskrift(rader: readonly (readonly Celle[])[]): number | null {
  let best: number | null = null
  let flest = 1
  for (const [i, rad] of rader.slice(0, LETES_I).entries()) {
    const kjente = gjenkjenn(rad.map((c) => (typeof c === 'string' ? c : ''))).filter((s) => s !== null).length
    if (kjente > flest) [best, flest] = [i, kjente]
  }
  return best
}

/** Columns that hold eleven digits in nearly every cell, whatever they are called, by place from 0. */
export function foedselsnummerkolonner(rader: readonly (readonly Celle[])[], bredde: number): number[] {
  return Array.from({ length: bredde }, (_, i) => i).filter((i) => {
    const fylte = rader.slice(0, 200).filter((r) => !erTom(r[i]))
    return fylte.length > 0 && fylte.filter((r) => lignerFoedselsnummer(r[i])).length > fylte.length / 2
  })
}

/** Lists with the same columns have the same mark; it tells nothing of what stands in them, not even their names. */
export const signatur = (overskrifter: readonly string[]): string => kjennemerke(overskrifter.map(flatt).join('\n'))
