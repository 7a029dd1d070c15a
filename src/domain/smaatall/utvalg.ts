import type { EnhetPost } from '../enhet.ts'
import { STOERRELSER, stoerrelseAv } from '../fordeling.ts'
import { KJOENN, type Stilling } from '../stillingsbilde.ts'
import { ansatteI, HELTID_FRA, heltidI } from '../stillingstall.ts'
import { YRKER } from '../toern.ts'
import type { Blad, Inndeling, Par, Tabell } from './tabell.ts'

/** What is known of a unit: its count, and, where there is one of the same people, its positions. */
export interface Enhetsgrunnlag {
  enhet: string
  teller: number
  nevner: number
  stillinger: readonly Stilling[] | null
}

/** In a division, those whose group is not known; never shown, but they count in the sums. */
const UTEN = 'uten'
const begge = (kategorier: readonly string[]): Inndeling =>
  Object.fromEntries([...kategorier, UTEN].map((k) => [k, null]))

/** How people are divided when a table is shown: by gender, profession and size of position. */
export const INNDELINGER: Tabell['inndelinger'] = {
  kjoenn: begge([...KJOENN, '']),
  yrke: begge([...YRKER, '']),
  stoerrelse: {
    ...Object.fromEntries(STOERRELSER.map((s) => [s.id, s.fraOgMed >= HELTID_FRA ? 0 : 1] as const)),
    [`${UTEN}-heltid`]: 0,
    [`${UTEN}-deltid`]: 1,
  },
}
const AV: Record<string, (s: Stilling) => string> = {
  kjoenn: (s) => s.kjoenn,
  yrke: (s) => s.yrke,
  stoerrelse: (s) => stoerrelseAv(s.prosent),
}

type Tre = readonly Pick<EnhetPost, 'id' | 'overordnet'>[]

/** The unit and everyone above it, the unit first. A ring ends. */
function stiFra(enhet: string, enheter: Tre): string[] {
  const sti: string[] = []
  for (let id: string | null = enhet; id !== null && !sti.includes(id);) {
    sti.push(id)
    id = enheter.find((e) => e.id === id)?.overordnet ?? null
  }
  return sti
}

/**
 * The table of the units' heltid that `skjul` can be asked about.
 *
 * A larger whole with a count of its own has people whom none of its units has counted, as a unit beside them: what is left of it
 * when its units are taken away must not tell of a few either. Where the units count more than the whole (the same person in two),
 * nothing is left.
 */
export function smaatallstabell(grunnlag: readonly Enhetsgrunnlag[], enheter: Tre): Tabell {
  const kjente = new Map(grunnlag.map((g) => [g.enhet, g]))
  const stier = new Map(grunnlag.map((g) => [g.enhet, stiFra(g.enhet, enheter)]))
  /** The nearest below that have counts. */
  const naermeste = (rot: string): Enhetsgrunnlag[] =>
    grunnlag.filter((g) => {
      const sti = stier.get(g.enhet)!
      const i = sti.indexOf(rot)
      return i > 0 && sti.slice(1, i).every((e) => !kjente.has(e))
    })
  const blader = grunnlag.flatMap((g): Blad[] => {
    const sti = stier.get(g.enhet)!
    const under = naermeste(g.enhet)
    if (under.length === 0) return [blad(sti, [g.teller, g.nevner - g.teller], g.stillinger)]
    const sum = (n: (x: Enhetsgrunnlag) => number): number => under.reduce((s, u) => s + n(u), 0)
    const rest: Par = [
      Math.max(0, g.teller - sum((u) => u.teller)),
      Math.max(0, g.nevner - g.teller - sum((u) => u.nevner - u.teller)),
    ]
    return rest[0] + rest[1] === 0 ? [] : [blad([`${g.enhet}/rest`, ...sti], rest, null)]
  })
  return { inndelinger: INNDELINGER, blader }
}

/** Positions that are not of the same people as the count cannot be held up against it: their groups are not known. */
function blad(sti: readonly string[], alle: Par, stillinger: readonly Stilling[] | null): Blad {
  const samme = stillinger !== null && heltidI(stillinger) === alle[0] && ansatteI(stillinger) === alle[0] + alle[1]
  const deler = Object.fromEntries(
    Object.keys(INNDELINGER).map((inndeling) => [
      inndeling,
      samme ? delt(stillinger, AV[inndeling]!) : uten(inndeling, alle),
    ]),
  )
  return { sti, alle, deler }
}

const uten = (inndeling: string, [h, d]: Par): Record<string, Par> =>
  inndeling === 'stoerrelse' ? { [`${UTEN}-heltid`]: [h, 0], [`${UTEN}-deltid`]: [0, d] } : { [UTEN]: [h, d] }

function delt(stillinger: readonly Stilling[], av: (s: Stilling) => string): Record<string, Par> {
  const ut: Record<string, [number, number]> = {}
  for (const s of stillinger) {
    const par = (ut[av(s)] ??= [0, 0])
    par[s.prosent >= HELTID_FRA ? 0 : 1] += s.antall
  }
  return ut
}
