import * as v from 'valibot'
import { KOSTNADSARTER, kostnadSkjema, type Kostnad, type Kostnadsart } from './heltidspotten.ts'
import { lesBeloep } from './penger.ts'
import { feil, ok, type Resultat } from './resultat.ts'
import { lesDag, somTekst, type Celle } from './stillingsliste/celle.ts'

/** Costs out of a spreadsheet or a CSV: the columns in any order, found by their names. */

export interface Kostnadsliste {
  linjer: Kostnad[]
  /** A sentence for each row that could not be read: which, and what to do. */
  feil: string[]
}

const KOLONNER = {
  dato: /^(dato|bilagsdato|bokført)/,
  art: /^(hva pengene|art|kontoart|slag)/,
  tekst: /^(hva det gjelder|tekst|beskrivelse|merknad|notat)/,
  beloep: /^(beløp|belop|sum|kroner|kr)\b/,
  bilag: /^bilag(?!sdato)/,
} as const
type Kolonne = keyof typeof KOLONNER

const lite = (c: Celle | undefined): string => somTekst(c).toLowerCase()

/**
 * Reads the rows. `navn` are the names of the kinds, as `Last ned CSV` writes them; what is no known kind becomes «annet».
 *
 * Figures that a spreadsheet kept as numbers are taken to the nearest øre; texts are read as amounts. Fault: HH-720 where no row
 * names both a day and an amount.
 */
export function lesKostnader(
  rader: readonly (readonly Celle[])[],
  navn: Record<Kostnadsart, string>,
): Resultat<Kostnadsliste> {
  const finn = (rad: readonly Celle[], k: Kolonne): number => rad.findIndex((c) => KOLONNER[k].test(lite(c)))
  const hode = rader.findIndex((r) => finn(r, 'dato') >= 0 && finn(r, 'beloep') >= 0)
  if (hode < 0)
    return feil({
      kode: 'HH-720',
      tekst: 'Finner ikke kolonnene «Dato» og «Beløp». Skriv kolonnenavnene i den øverste raden, og prøv igjen.',
    })
  const sted = Object.fromEntries((Object.keys(KOLONNER) as Kolonne[]).map((k) => [k, finn(rader[hode]!, k)]))
  const linjer: Kostnad[] = []
  const gale: string[] = []
  for (const [i, rad] of rader.entries()) {
    const celle = (k: Kolonne): Celle | undefined => rad[sted[k] ?? -1]
    // A row without a day is a heading, a sum or a note of whoever wrote the list.
    if (i <= hode || somTekst(celle('dato')) === '' || somTekst(celle('beloep')) === '') continue
    const beloep = lesSum(celle('beloep'))
    const dag = lesDag(celle('dato'))
    const hvor = `Rad ${i + 1}`
    if (dag === null)
      gale.push(`${hvor}: «${somTekst(celle('dato'))}» er ingen dato. Skriv dag, måned og år, for eksempel 21.11.2026.`)
    else if (!beloep.ok) gale.push(`${hvor}: ${beloep.feil.tekst}`)
    else {
      const lest = v.safeParse(kostnadSkjema, {
        dato: dag,
        art: artAv(celle('art'), navn),
        tekst: somTekst(celle('tekst')) || somTekst(celle('art')) || 'Uten tekst',
        beloep: beloep.verdi,
        bilag: somTekst(celle('bilag')),
      })
      if (lest.success) linjer.push(lest.output)
      else gale.push(`${hvor}: ${lest.issues[0].message}`)
    }
  }
  return ok({ linjer, feil: gale })
}

const lesSum = (c: Celle | undefined): Resultat<number> =>
  typeof c === 'number' ? ok(Math.round(c * 100) === 0 ? 0 : Math.round(c * 100)) : lesBeloep(somTekst(c))

const artAv = (c: Celle | undefined, navn: Record<Kostnadsart, string>): Kostnadsart =>
  KOSTNADSARTER.find((a) => lite(c) === navn[a].toLowerCase() || lite(c) === a) ?? 'annet'

/** Lines of the list that are not among those that stand there: the same day, amount, text and voucher. */
export function nyeLinjer<K extends Kostnad>(linjer: readonly K[], finnes: readonly Kostnad[]): K[] {
  const noekkel = (k: Kostnad): string => [k.dato, k.beloep, k.tekst, k.bilag].join('\u0000')
  const staar = new Map<string, number>()
  for (const k of finnes) staar.set(noekkel(k), (staar.get(noekkel(k)) ?? 0) + 1)
  return linjer.filter((k) => {
    const igjen = staar.get(noekkel(k)) ?? 0
    staar.set(noekkel(k), igjen - 1)
    return igjen <= 0
  })
}
