import * as v from 'valibot'
import { likestillingSkjema, type Likestilling } from '../../domain/likestilling.ts'
import { lesTall } from '../../domain/tallformat.ts'
import { skrivFelt } from '../felles/tallfelt.ts'

/** The counts of a year, by what they are about: women and men beside each other. */
export const LIKESTILLINGSPAR = [
  { navn: 'Ansatte', kvinner: 'ansatteKvinner', menn: 'ansatteMenn' },
  { navn: 'Ledere', kvinner: 'ledereKvinner', menn: 'ledereMenn' },
  { navn: 'Midlertidig ansatte', kvinner: 'midlertidigeKvinner', menn: 'midlertidigeMenn' },
  { navn: 'Deltidsansatte', kvinner: 'deltidKvinner', menn: 'deltidMenn' },
  { navn: 'Uker foreldrepermisjon i snitt', kvinner: 'permisjonUkerKvinner', menn: 'permisjonUkerMenn' },
  { navn: 'Spurt om ufrivillig deltid', kvinner: 'spurtKvinner', menn: 'spurtMenn' },
  { navn: 'I ufrivillig deltid', kvinner: 'ufrivilligKvinner', menn: 'ufrivilligMenn' },
] as const
export type Tallfelt = (typeof LIKESTILLINGSPAR)[number]['kvinner' | 'menn']
export const TALLFELTER = LIKESTILLINGSPAR.flatMap((p) => [p.kvinner, p.menn])

const tomEllerTall = (felt: Tallfelt) =>
  v.pipe(
    v.string(),
    v.check(
      (t) => t.trim() === '' || lesTall(t).ok,
      (i) => {
        const lest = lesTall(String(i.input))
        return lest.ok ? '' : lest.feil.tekst
      },
    ),
    v.transform((t) => {
      const lest = t.trim() === '' ? null : lesTall(t)
      return lest?.ok ? lest.verdi : null
    }),
    likestillingSkjema.entries[felt].wrapped as v.GenericSchema<number | null, number | null>,
  )

export const likestillingsfelterSkjema = v.object({
  ...(Object.fromEntries(TALLFELTER.map((f) => [f, tomEllerTall(f)])) as Record<
    Tallfelt,
    ReturnType<typeof tomEllerTall>
  >),
  kilde: likestillingSkjema.entries.kilde,
  merknad: likestillingSkjema.entries.merknad,
})

export const likestillingsfelter = (l: Likestilling | undefined): Record<Tallfelt | 'kilde' | 'merknad', string> => ({
  ...(Object.fromEntries(TALLFELTER.map((f) => [f, l && l[f] !== null ? skrivFelt(l[f]) : ''])) as Record<
    Tallfelt,
    string
  >),
  kilde: l?.kilde ?? '',
  merknad: l?.merknad ?? '',
})
