import { STOERRELSER, fordeling } from '../../domain/fordeling.ts'
import type { Stilling } from '../../domain/stillingsbilde.ts'
import { ansatteI } from '../../domain/stillingstall.ts'
import { skrivAntall, skrivKort, skrivProsent } from '../../domain/tallformat.ts'
import { akseverdier } from '../felles/grafakse.ts'
import type { Graftabell } from '../felles/graftabell.ts'

type Stillinger = readonly Pick<Stilling, 'prosent' | 'antall'>[]

/** How many people have each size of position, before and now, and how large a part of all they are. */
export interface Stolpe {
  navn: string
  naa: { antall: number; andel: number }
  foer: { antall: number; andel: number } | null
}

export function stolper(naa: Stillinger, foer: Stillinger | null): Stolpe[] {
  const del = (stillinger: Stillinger) => {
    const alle = ansatteI(stillinger)
    return fordeling(stillinger).map((antall) => ({ antall, andel: (antall / alle) * 100 }))
  }
  const [n, f] = [del(naa), foer && del(foer)]
  return STOERRELSER.map((s, i) => ({ navn: s.navn, naa: n[i]!, foer: f?.[i] ?? null }))
}

export interface Fordelingsgraf {
  hoeyde: number
  venstre: number
  linjer: { y: number; tekst: string }[]
  grupper: {
    navn: string
    midt: number
    naa: Rektangel
    foer: Rektangel | null
    sted: { x: number; y: number; tekst: string }
  }[]
}
interface Rektangel {
  x: number
  y: number
  width: number
  height: number
}

/** Bars that begin at zero, as parts of all the employees: the unit may have been larger or smaller before. */
export function fordelingsgeometri(
  s: readonly Stolpe[],
  bredde: number,
  hoeyde: number,
  skala: number,
): Fordelingsgraf {
  const merker = akseverdier([0, ...s.flatMap((x) => [x.naa.andel, x.foer?.andel ?? 0])])
  const topp = merker.at(-1)!
  const [venstre, over, under] = [34 * skala, 24 * skala, hoeyde - 26 * skala]
  const y = (v: number): number => over + (1 - v / topp) * (under - over)
  const gruppe = (bredde - venstre) / s.length
  const stolpe = Math.min(34, gruppe * (s.some((x) => x.foer) ? 0.34 : 0.5))
  const rektangel = (x: number, andel: number): Rektangel => ({
    x,
    y: y(andel),
    width: stolpe,
    height: under - y(andel),
  })
  return {
    hoeyde,
    venstre,
    linjer: merker.map((v) => ({ y: y(v), tekst: skrivKort(v) })),
    grupper: s.map((x, i) => {
      const midt = venstre + gruppe * (i + 0.5)
      return {
        navn: x.navn,
        midt,
        foer: x.foer && rektangel(midt - stolpe - 1.5, x.foer.andel),
        naa: rektangel(x.foer ? midt + 1.5 : midt - stolpe / 2, x.naa.andel),
        sted: { x: midt, y: y(Math.max(x.naa.andel, x.foer?.andel ?? 0)), tekst: stolpetekst(x) },
      }
    }),
  }
}

const antall = (d: { antall: number; andel: number }): string =>
  `${skrivAntall(d.antall, 'ansatt', 'ansatte')} (${skrivProsent(d.andel, 0)})`
const stolpetekst = (s: Stolpe): string => `${s.navn}: ${antall(s.naa)} nå${s.foer ? `, ${antall(s.foer)} før` : ''}`

/** The chart as a sentence. */
export const fordelingstekst = (s: readonly Stolpe[]): string =>
  `Fordeling av stillingsstørrelser. ${s.map(stolpetekst).join('. ')}.`

export function fordelingstabell(s: readonly Stolpe[]): Graftabell {
  const foer = s.some((x) => x.foer)
  const celler = (d: Stolpe['foer']) =>
    d === null
      ? [null, null]
      : [
          { verdi: d.antall, tekst: String(d.antall) },
          { verdi: Math.round(d.andel * 10) / 10, tekst: skrivProsent(d.andel) },
        ]
  return {
    kolonner: ['Stilling', ...(foer ? ['Ansatte før', 'Andel før'] : []), 'Ansatte nå', 'Andel nå'],
    rader: s.map((x) => [x.navn, ...(foer ? celler(x.foer) : []), ...celler(x.naa)]),
  }
}
