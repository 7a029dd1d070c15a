import * as v from 'valibot'
import { likestillingId, likestillingSkjema, type Likestilling } from '../likestilling.ts'
import { LIKESTILLING, LOENN_2023 } from './likestilling.ts'

/** The published years as rows of the table, as printed: there from the start, and what the municipality writes goes before them. */
export const TRYKTE_AAR: readonly (Likestilling & { id: string })[] = LIKESTILLING.map((l) => ({
  id: likestillingId(l.aar),
  ...v.parse(likestillingSkjema, {
    aar: l.aar,
    ansatteKvinner: l.ansatte.kvinner,
    ansatteMenn: l.ansatte.menn,
    andelKvinnerProsent: l.andelProsent.kvinner,
    andelMennProsent: l.andelProsent.menn,
    ledereKvinner: l.ledere.kvinner,
    ledereMenn: l.ledere.menn,
    ledergruppeKvinnerProsent: l.ledergruppeProsent.kvinner,
    ledergruppeMennProsent: l.ledergruppeProsent.menn,
    midlertidigeKvinner: l.midlertidige.kvinner,
    midlertidigeMenn: l.midlertidige.menn,
    deltidKvinner: l.deltid.kvinner,
    deltidMenn: l.deltid.menn,
    permisjonUkerKvinner: l.foreldrepermisjonUker.kvinner,
    permisjonUkerMenn: l.foreldrepermisjonUker.menn,
    loenn: l.aar === 2023 ? LOENN_2023.rader.map((r) => ({ ...r, erTotal: r.nivaa === 'Total' })) : [],
    kilde: l.kilde,
    merknad: l.aar === 2023 ? LOENN_2023.merknad : l.merknad,
  }),
}))

/** Every year that is known, newest first: a row that somebody has written goes before the printed one. */
export function likestillingsaar<L extends Likestilling & { id: string }>(
  rader: readonly L[],
): (Likestilling & { id: string })[] {
  const skrevet = new Set(rader.map((r) => r.aar))
  return [...rader, ...TRYKTE_AAR.filter((t) => !skrevet.has(t.aar))].sort((a, b) => b.aar - a.aar)
}
