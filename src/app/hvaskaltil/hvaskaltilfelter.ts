import * as v from 'valibot'
import { jevneHelgetimer } from '../../domain/helgegrep.ts'
import { UKETIMER, VAKTER_PER_HELG, VANLIG_VAKT } from '../../domain/helgekonstanter.ts'
import type { Utgangspunkt } from '../../domain/helgespaker.ts'
import type { Milepaelmaal, Rammer, Stillingsgruppe } from '../../domain/hvaskaltil.ts'
import { lesTall } from '../../domain/tallformat.ts'
import { skrivFelt, tallfelt } from '../felles/tallfelt.ts'

/** The fields of «Hva skal til?»: texts as they were typed, and what they mean. */

export const MAALTE = ['andelHeltid', 'gjennomsnittligStilling'] as const
export const FOERST = ['beroerte', 'aarsverk'] as const

/** Most vacant posts that can be given. */
const FLEST_LEDIGE = 30

/** «50 50 80» or «50; 50; 80»: a figure for each vacant post. */
const ledige = v.pipe(
  v.string(),
  v.transform((tekst) => tekst.split(/[;\s]+/).filter((del) => del !== '')),
  v.check(
    (deler) => deler.every((del) => lesTall(del).ok),
    'Skriv ett tall for hver ledig stilling, med mellomrom, for eksempel 50 50 80.',
  ),
  v.maxLength(FLEST_LEDIGE, `Skriv høyst ${FLEST_LEDIGE} ledige stillinger.`),
  v.transform((deler) => deler.map((del) => ((lest) => (lest.ok ? lest.verdi : 0))(lesTall(del)))),
  v.check((tall) => tall.every((n) => n > 0 && n <= 100), 'En ledig stilling er over 0 og høyst 100 prosent.'),
)

export const hvaskaltilskjema = v.object({
  indikator: v.picklist(MAALTE),
  milepael: tallfelt(0, 100, 'Milepælen'),
  ledige,
  aarsverk: tallfelt(0, 200, 'Årsverk som kan komme til,'),
  foerst: v.picklist(FOERST),
  helgetimer: tallfelt(1, 20_000, 'Helgetimer'),
  vaktlengde: tallfelt(4, 12.5, 'En vakt'),
  frekvens: tallfelt(2, 4, 'Helgefrekvensen'),
})
export type Hvaskaltilinnhold = v.InferOutput<typeof hvaskaltilskjema>
export type Hvaskaltilfelter = Omit<Record<keyof Hvaskaltilinnhold, string>, 'indikator' | 'foerst'> &
  Pick<Hvaskaltilinnhold, 'indikator' | 'foerst'>

const UKE = UKETIMER.turnus.verdi

/**
 * @param milepael the unit's next one, percent, where it has one
 * @param vikaraarsverk what the measured vikar hours come to
 */
export const startfelter = (
  indikator: Hvaskaltilinnhold['indikator'],
  milepael: number | null,
  vikaraarsverk: number,
  aarsverk: number,
): Hvaskaltilfelter => ({
  indikator,
  milepael: milepael === null ? '' : skrivFelt(milepael),
  ledige: '',
  aarsverk: skrivFelt(Math.floor(vikaraarsverk * 10) / 10),
  foerst: 'beroerte',
  helgetimer: skrivFelt(jevneHelgetimer(aarsverk, UKE)),
  vaktlengde: skrivFelt(VANLIG_VAKT),
  frekvens: '3',
})

export const maalAv = (i: Hvaskaltilinnhold): Milepaelmaal => ({ indikator: i.indikator, verdi: i.milepael })

export const ledigeAv = (i: Hvaskaltilinnhold): Stillingsgruppe[] =>
  i.ledige.map((prosent) => ({ prosent: Math.round(prosent * 10) / 10, antall: 1 }))

export const rammerAv = (i: Hvaskaltilinnhold): Rammer => ({
  aarsverk: i.aarsverk,
  helg: {
    helgetimer: i.helgetimer,
    timerPerHelg: VAKTER_PER_HELG * i.vaktlengde,
    frekvens: i.frekvens,
    uketimer: UKE,
  },
})

/** The weekends of today, for a scenario. */
export const utgangspunktAv = (i: Hvaskaltilinnhold, aarsverk: number): Utgangspunkt => ({
  aarsverk,
  helgetimer: i.helgetimer,
  vaktlengde: i.vaktlengde,
  frekvens: i.frekvens,
  uketimer: UKE,
})
