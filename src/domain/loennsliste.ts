import * as v from 'valibot'
import { loennsradSkjema, type Loennsrad } from './likestilling.ts'
import { feil, ok, type Resultat } from './resultat.ts'
import { somTekst, type Celle } from './stillingsliste/celle.ts'
import { lesTall } from './tallformat.ts'

/** The pay table out of a spreadsheet or a CSV: the columns in any order, found by their names; figures kept as texts are read too. */

export interface Loennsliste {
  rader: Loennsrad[]
  feil: string[]
}

type Felt = Exclude<keyof Loennsrad, 'erTotal'>

/** The more exact name first: «snitt kvinner» is not «kvinner». */
const KOLONNER: [Felt, RegExp][] = [
  ['andelKvinnerProsent', /andel.*kvinner|kvinneandel/],
  ['snittKvinnerKr', /(snitt|lønn).*(kvinner|\bk\b)/],
  ['snittMennKr', /(snitt|lønn).*(menn|\bm\b)/],
  ['forskjellProsent', /(forskjell|diff|avvik).*(%|prosent|pst)/],
  ['forskjellKr', /(forskjell|diff|avvik)/],
  ['snittAlleKr', /(snitt|lønn).*(alle|totalt)|^snittlønn$/],
  ['kvinner', /kvinner|^k$/],
  ['menn', /menn|^m$/],
  ['totalt', /^(totalt|sum|antall|til sammen)/],
  ['nivaa', /nivå|gruppe|stilling/],
]
const lite = (c: Celle | undefined): string => somTekst(c).toLowerCase()

/** Fault: HH-720 where no row names levels, women and men. */
export function lesLoenn(rader: readonly (readonly Celle[])[]): Resultat<Loennsliste> {
  const hode = rader.findIndex((r) => {
    const k = kolonnerI(r)
    return k.has('kvinner') && k.has('menn')
  })
  if (hode < 0)
    return feil({
      kode: 'HH-720',
      tekst: 'Finner ikke kolonnene «Kvinner» og «Menn». Skriv kolonnenavnene i den øverste raden, og prøv igjen.',
    })
  const sted = kolonnerI(rader[hode]!)
  // The level is what stands first, where no column is called so.
  if (!sted.has('nivaa')) sted.set('nivaa', 0)
  const ut: Loennsrad[] = []
  const gale: string[] = []
  for (const [i, rad] of rader.entries()) {
    const nivaa = somTekst(rad[sted.get('nivaa')!])
    if (i <= hode || nivaa === '' || somTekst(rad[sted.get('kvinner')!]) === '') continue
    const funnet: Record<string, unknown> = { nivaa, erTotal: /^(total|sum|til sammen|alle)/i.test(nivaa) }
    let galt = ''
    for (const [felt, j] of sted) {
      if (felt === 'nivaa') continue
      const tall = lesCelle(rad[j])
      if (tall === undefined)
        galt ||= `Rad ${i + 1}, «${nivaa.slice(0, 60)}»: «${somTekst(rad[j]).slice(0, 30)}» er ikke et tall.`
      else funnet[felt] = tall
    }
    const lest = v.safeParse(loennsradSkjema, funnet)
    if (galt !== '') gale.push(galt)
    else if (lest.success) ut.push(lest.output)
    else gale.push(`Rad ${i + 1}, «${nivaa.slice(0, 60)}»: antallet kvinner og menn må være hele tall.`)
  }
  return ok({ rader: ut, feil: gale })
}

function kolonnerI(rad: readonly Celle[]): Map<Felt, number> {
  const ut = new Map<Felt, number>()
  for (const [j, c] of rad.entries()) {
    const felt = KOLONNER.find(([f, ord]) => !ut.has(f) && ord.test(lite(c)))?.[0]
    if (felt) ut.set(felt, j)
  }
  return ut
}

/** `null` for an empty cell; `undefined` for one that is no number. A kroner sign or percent after it is left out. */
function lesCelle(c: Celle | undefined): number | null | undefined {
  if (typeof c === 'number') return c
  const tekst = somTekst(c)
    .replace(/kr\.?|%/gi, '')
    .trim()
  if (tekst === '' || /^[-–—]$/.test(tekst)) return null
  const lest = lesTall(tekst)
  return lest.ok ? lest.verdi : undefined
}
