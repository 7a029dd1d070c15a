import * as v from 'valibot'
import { jevneHelgetimer } from '../../domain/helgegrep.ts'
import { FREKVENSER, LANGVAKT, OMREGNINGER, UKETIMER, VANLIG_VAKT } from '../../domain/helgekonstanter.ts'
import type { Helgespaker, Utgangspunkt } from '../../domain/helgespaker.ts'
import { skrivFelt as skriv, tallfelt } from '../felles/tallfelt.ts'

export { skrivFelt, tallEller } from '../felles/tallfelt.ts'

/** The calculator's fields: texts as they were typed, and what they mean. */

/** Where the sliders begin and end. A field takes what is inside; årsverk and hours may be far larger than a slider shows. */
export const GRENSER = {
  flereAarsverk: { fraOgMed: -5, tilOgMed: 10, steg: 0.5 },
  flyttedeTimer: { steg: 5 },
  langvakt: LANGVAKT,
  langvaktandel: { fraOgMed: 0, tilOgMed: 100, steg: 10 },
  frekvens: { fraOgMed: FREKVENSER[0], tilOgMed: FREKVENSER[FREKVENSER.length - 1]!, steg: 1 },
  vikartimer: { steg: 50 },
} as const

const frekvens = v.pipe(
  tallfelt(FREKVENSER[0], 4, 'Helgefrekvensen'),
  v.check((n) => Number.isInteger(n), 'Skriv 2, 3 eller 4: hver andre, hver tredje eller hver fjerde helg.'),
)

export const kalkulatorskjema = v.object({
  aarsverk: tallfelt(0.1, 2000, 'Årsverk'),
  helgetimer: tallfelt(1, 20_000, 'Helgetimer'),
  vaktlengde: tallfelt(4, 12.5, 'En vakt'),
  frekvensIDag: frekvens,
  uketimer: tallfelt(UKETIMER.tredelt.verdi, UKETIMER.dag.verdi, 'Timer i uken'),
  soendagstimer: tallfelt(0, 40, 'Søndagstimer'),
  nattetimer: tallfelt(0, 60, 'Nattetimer'),
  flereAarsverk: tallfelt(-100, 100, 'Årsverk'),
  flyttedeTimer: tallfelt(0, 20_000, 'Timene som flyttes,'),
  langvakt: tallfelt(LANGVAKT.fraOgMed, LANGVAKT.tilOgMed, 'En langvakt'),
  langvaktandel: tallfelt(0, 100, 'Andelen'),
  frekvens,
  vikartimer: tallfelt(0, 200_000, 'Vikartimer'),
  omregning: v.pipe(
    v.picklist(OMREGNINGER.map((o) => String(o.verdi))),
    v.transform((t) => Number(t)),
  ),
})
export type Kalkulatorfelter = Record<keyof v.InferOutput<typeof kalkulatorskjema>, string>
export type Kalkulatorfeil = Partial<Record<keyof Kalkulatorfelter, string>>
export type Kalkulatorinnhold = v.InferOutput<typeof kalkulatorskjema>

/** What the fields say of today. */
export const utgangspunktAv = (i: Kalkulatorinnhold): Utgangspunkt => ({
  aarsverk: i.aarsverk,
  helgetimer: i.helgetimer,
  vaktlengde: i.vaktlengde,
  frekvens: i.frekvensIDag,
  uketimer: i.uketimer,
})

/** What the fields say of the levers. */
export const spakerAv = (i: Kalkulatorinnhold): Helgespaker => ({
  frekvens: i.frekvens,
  langvakt: i.langvakt,
  langvaktandel: i.langvaktandel / 100,
  flereAarsverk: i.flereAarsverk,
  flyttedeTimer: i.flyttedeTimer,
  vikartimer: i.vikartimer,
  omregning: i.omregning,
})

/** The levers as they are written in their fields. */
export const spakfelter = (s: Helgespaker) => ({
  frekvens: skriv(s.frekvens),
  langvakt: skriv(s.langvakt),
  langvaktandel: skriv(s.langvaktandel * 100),
  flereAarsverk: skriv(s.flereAarsverk),
  flyttedeTimer: skriv(s.flyttedeTimer),
  vikartimer: skriv(s.vikartimer),
  omregning: String(s.omregning),
})

/** An arrangement as it is written in the fields. */
export const felterAv = (u: Utgangspunkt, s: Helgespaker): Omit<Kalkulatorfelter, 'soendagstimer' | 'nattetimer'> => ({
  aarsverk: skriv(u.aarsverk),
  helgetimer: skriv(u.helgetimer),
  vaktlengde: skriv(u.vaktlengde),
  frekvensIDag: skriv(u.frekvens),
  uketimer: skriv(u.uketimer),
  ...spakfelter(s),
})

/** What the calculator begins with: the årsverk that were counted, where they were, and weekends as busy as the other days. */
export function startfelter(aarsverk: number | null): Kalkulatorfelter {
  const uketimer = UKETIMER.turnus.verdi
  return {
    aarsverk: aarsverk === null ? '' : skriv(Math.round(aarsverk * 100) / 100),
    helgetimer: aarsverk === null ? '' : skriv(jevneHelgetimer(aarsverk, uketimer)),
    vaktlengde: skriv(VANLIG_VAKT),
    frekvensIDag: '3',
    uketimer: skriv(uketimer),
    soendagstimer: '0',
    nattetimer: '0',
    flereAarsverk: '0',
    flyttedeTimer: '0',
    langvakt: skriv(LANGVAKT.tilOgMed),
    langvaktandel: '0',
    frekvens: '3',
    vikartimer: '0',
    omregning: String(OMREGNINGER[0].verdi),
  }
}
