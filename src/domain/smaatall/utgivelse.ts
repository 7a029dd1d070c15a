import type { BildePost } from '../fordeling.ts'
import type { EnhetPost } from '../enhet.ts'
import type { Indikatornavn } from '../indikatorer.ts'
import { erFersk, harAntall, maalingerFor } from '../maaling.ts'
import { noekkeltall, type Grunnlag, type Noekkeltall } from '../noekkeltall.ts'
import type { PublisertTall } from '../publisering.ts'
import type { Dato } from '../dato.ts'
import { sisteBilde } from '../stillingstall.ts'
import { skjul } from './skjul.ts'
import { cellenoekkel, celleverdier, kategorier, type Celle, type Tabell } from './tabell.ts'
import { smaatallstabell, type Enhetsgrunnlag } from './utvalg.ts'

type Enheter = readonly Pick<EnhetPost, 'id' | 'overordnet' | 'nivaa'>[]
export interface Utgivelsesgrunnlag extends Grunnlag {
  enheter: Enheter
  bilder: readonly BildePost[]
}

/** What is known of each unit that has counted its people in the last 13 months, for the table that small numbers are hidden in. */
export function enhetsgrunnlag(g: Utgivelsesgrunnlag, indikator: Indikatornavn, idag: Dato): Enhetsgrunnlag[] {
  return g.enheter.flatMap(({ id }) => {
    const m = maalingerFor(g.maalinger, id, indikator).findLast((x) => x.dato <= idag)
    if (!m || !harAntall(m) || !erFersk(m.dato, idag)) return []
    return [
      { enhet: id, teller: m.teller, nevner: m.nevner, stillinger: sisteBilde(g.bilder, id, idag)?.stillinger ?? null },
    ]
  })
}

const UTEN_TALL = { teller: null, nevner: null, verdi: null }

/**
 * The figures that may be given out, with small groups hidden: share of heltid and average position of every unit, the groups of
 * the larger wholes, and the other figures of the larger wholes. A hidden figure has no number at all.
 *
 * Figures are of the last 13 months. KS' series and what was published as a percentage alone are given out already.
 */
export function utgivelse(g: Utgivelsesgrunnlag, minst: number, idag: Dato): PublisertTall[] {
  const stor = new Set(g.enheter.filter((e) => e.nivaa !== 'avdeling').map((e) => e.id))
  const tall = (enhet: string, i: Indikatornavn): Noekkeltall => noekkeltall(enhet, i, g, idag)
  const heltid = smaatallstabell(enhetsgrunnlag(g, 'andelHeltid', idag), g.enheter)
  const { alle } = skjul(heltid, minst, (c) => c.inndeling === '' || stor.has(c.enhet))
  const iTabellen = enheterI(heltid)
  return [
    ...iTabellen.flatMap((e) =>
      totaler(e, alle.has(cellenoekkel(e)), ['andelHeltid', 'gjennomsnittligStilling'], tall),
    ),
    ...iTabellen.filter((e) => stor.has(e)).flatMap((e) => grupper(e, heltid, alle, tall(e, 'andelHeltid'))),
    ...andre(g, minst, idag, stor, tall),
  ]
}

const enheterI = (t: Tabell): string[] =>
  [...new Set(t.blader.flatMap((b) => b.sti))].filter((e) => !e.includes('/')).sort()

function totaler(
  enhet: string,
  skjult: boolean,
  indikatorer: readonly Indikatornavn[],
  tall: (enhet: string, i: Indikatornavn) => Noekkeltall,
): PublisertTall[] {
  return indikatorer.flatMap((indikator) => {
    const t = tall(enhet, indikator)
    if (t.dato === null || t.status === 'mangler' || (t.nevner === null && indikator !== 'vikarbruk')) return []
    const { dato, teller, nevner } = t
    const verdi = nevner === null ? t.verdi : null
    return [
      { enhet, indikator, inndeling: '', kategori: '', dato, ...(skjult ? UTEN_TALL : { teller, nevner, verdi }) },
    ]
  })
}

/** The groups of a larger whole; those in which there is nobody, and those that are not known, are left out. */
function grupper(enhet: string, t: Tabell, alle: ReadonlySet<string>, { dato }: Noekkeltall): PublisertTall[] {
  const verdier = celleverdier(t)
  return kategorier(t).flatMap(([inndeling, kategori]) => {
    const nk = cellenoekkel(enhet, inndeling, kategori)
    const [h, d] = verdier.get(nk)!.par
    if (h + d === 0 || kategori.startsWith('uten') || dato === null) return []
    const antall = inndeling === 'stoerrelse' ? { teller: h + d, nevner: null } : { teller: h, nevner: h + d }
    const synlig = alle.has(nk) ? UTEN_TALL : { ...antall, verdi: null }
    return [{ enhet, indikator: 'andelHeltid' as const, inndeling, kategori, dato, ...synlig }]
  })
}

/** Surveys, sick leave and hours are given out for the larger wholes alone, when there are enough people behind them. */
function andre(
  g: Utgivelsesgrunnlag,
  minst: number,
  idag: Dato,
  stor: ReadonlySet<string>,
  tall: (enhet: string, i: Indikatornavn) => Noekkeltall,
): PublisertTall[] {
  const bare = (c: Celle): boolean => stor.has(c.enhet)
  const svar = smaatallstabell(enhetsgrunnlag(g, 'ufrivilligDeltid', idag), g.enheter)
  const skjultSvar = skjul(uinndelt(svar), minst, bare).alle
  // Days lost and hours are not people: how many work there is what decides.
  const folk = enhetsgrunnlag(g, 'andelHeltid', idag).map((e) => ({
    ...e,
    teller: e.nevner,
    nevner: 2 * e.nevner,
    stillinger: null,
  }))
  const mennesker = smaatallstabell(folk, g.enheter)
  const skjultFolk = skjul(uinndelt(mennesker), 2 * minst, bare).alle
  const ut = (t: Tabell, skjult: ReadonlySet<string>, i: Indikatornavn): PublisertTall[] =>
    enheterI(t)
      .filter((e) => stor.has(e))
      .flatMap((e) => totaler(e, skjult.has(cellenoekkel(e)), [i], tall))
  return [
    ...ut(svar, skjultSvar, 'ufrivilligDeltid'),
    ...ut(mennesker, skjultFolk, 'sykefravaer'),
    ...ut(mennesker, skjultFolk, 'vikarbruk'),
  ]
}

const uinndelt = (t: Tabell): Tabell => ({ inndelinger: {}, blader: t.blader.map((b) => ({ ...b, deler: {} })) })
