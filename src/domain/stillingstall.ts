import type { Dato } from './dato.ts'
import { STILLINGER_MAKS, type Stilling, type Stillingsbilde } from './stillingsbilde.ts'

/** Asker's definition: a position of 80–100 % is heltid, 80 included; what a person has over 100 is so too. */
export const HELTID_FRA = 80

type Stillinger = readonly Pick<Stilling, 'prosent' | 'antall'>[]

/** How many people the positions are. */
export const ansatteI = (stillinger: Stillinger): number => stillinger.reduce((sum, s) => sum + s.antall, 0)

/** Årsverk: the percentages added up and divided by 100, exact to the thousandth. */
export const aarsverkI = (stillinger: Stillinger): number =>
  stillinger.reduce((sum, s) => sum + Math.round(s.prosent * 10) * s.antall, 0) / 1000

/** How many of the people are heltid. */
export const heltidI = (stillinger: Stillinger): number =>
  stillinger.reduce((sum, s) => sum + (s.prosent >= HELTID_FRA ? s.antall : 0), 0)

const noekkel = (s: Stilling): string => `${s.prosent}/${s.yrke}/${s.kjoenn}`
const rekkefoelge = (a: Stilling, b: Stilling): number =>
  b.prosent - a.prosent || sammenlign(a.yrke, b.yrke) || sammenlign(a.kjoenn, b.kjoenn)
const sammenlign = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The same people, each group once, the largest positions first; the same people always give the same list. */
export function ordneStillinger(stillinger: readonly Stilling[]): Stilling[] {
  const grupper = new Map<string, Stilling>()
  for (const s of stillinger) {
    const foer = grupper.get(noekkel(s))
    if (foer) foer.antall += s.antall
    else grupper.set(noekkel(s), { ...s })
  }
  return [...grupper.values()].sort(rekkefoelge)
}

/** Sizes are rounded down to these steps, in percentage points, until the groups are few enough; 80 and 100 are steps of them all. */
const STEG = [0.1, 1, 5, 10] as const

/**
 * The positions as a picture holds them: at most 500 groups. `steg` says how coarse the sizes became; 0,1 is not at all.
 *
 * Rounding is downwards, so that nobody becomes heltid by it; the measurements keep the exact figures.
 */
export function pakkStillinger(stillinger: readonly Stilling[]): { stillinger: Stilling[]; steg: number } {
  for (const steg of STEG) {
    const grove = ordneStillinger(
      steg === 0.1 ? stillinger : stillinger.map((s) => ({ ...s, prosent: ned(s.prosent, steg) })),
    )
    if (grove.length <= STILLINGER_MAKS || steg === STEG.at(-1)) return { stillinger: grove, steg }
  }
  return { stillinger: [], steg: 0.1 }
}
const ned = (prosent: number, steg: number): number => Math.max(0.1, Math.floor(prosent / steg) * steg)

/** A unit's pictures, oldest first. On one day the one with the highest id (the last made) comes last. */
export const bilderFor = <B extends Pick<Stillingsbilde, 'enhet' | 'dato'> & { id: string }>(
  bilder: readonly B[],
  enhet: string,
): B[] => bilder.filter((b) => b.enhet === enhet).sort((a, b) => sammenlign(a.dato, b.dato) || sammenlign(a.id, b.id))

/** The unit's newest picture, or the newest on or before a day. */
export const sisteBilde = <B extends Pick<Stillingsbilde, 'enhet' | 'dato'> & { id: string }>(
  bilder: readonly B[],
  enhet: string,
  tilOgMed: Dato = '9999-12-31',
): B | undefined => bilderFor(bilder, enhet).findLast((b) => b.dato <= tilOgMed)
