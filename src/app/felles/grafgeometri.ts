import { iDeler } from '../../domain/brudd.ts'
import { somAar, type Dato } from '../../domain/dato.ts'
import { framskriv } from '../../domain/framskriving.ts'
import { INDIKATORER } from '../../domain/indikatorer.ts'
import { aarsslutt, stipunkter } from '../../domain/maalsti.ts'
import type { Noekkeltall } from '../../domain/noekkeltall.ts'
import { skrivKort, skrivKortProsent } from '../../domain/tallformat.ts'
import { aarsmerker, akseverdier } from './grafakse.ts'

/** Where everything stands in a chart of so many pixels; the component only draws it. */
export interface Graf {
  bredde: number
  hoeyde: number
  linjer: { y: number; tekst: string }[]
  venstre: number
  hoeyre: number
  aar: { x: number; tekst: string }[]
  maalt: string
  punkter: { x: number; y: number; siste: boolean }[]
  sti: string
  /** `under`: the value stands below its diamond, where the measured line would run through it. */
  milepaeler: { x: number; y: number; tekst: string | null; under: boolean }[]
  baand: string
  /** Where the line is broken. */
  brudd: number[]
  /** From a place on the axis of years, and from a figure, to pixels. */
  x: (t: number) => number
  y: (v: number) => number
}

export interface Grafvalg {
  bredde: number
  hoeyde: number
  idag: Dato
  /** How large text is against 16 px: at 200 % text the margins grow with it. */
  skala?: number
  /** Fewest labels: the next milestone and the last. */
  tett?: boolean
}

type Tegnes = Pick<Noekkeltall, 'indikator' | 'punkter' | 'maaltall'> & Partial<Pick<Noekkeltall, 'brudd'>>

/** `null` where there is nothing to draw. */
export function grafgeometri(tall: Tegnes, valg: Grafvalg): Graf | null {
  const { bredde, hoeyde, idag, skala = 1, tett = false } = valg
  const maalt = tall.punkter.map((p) => ({ t: somAar(p.dato), v: p.verdi, del: p.del }))
  const sti = tall.maaltall ? stipunkter(tall.maaltall).map((m) => ({ ...m, t: aarsslutt(m.aar), v: m.verdi })) : []
  if (maalt.length + sti.length === 0) return null
  const prosent = INDIKATORER[tall.indikator].benevning === '%'
  const baand = framskriv(tall.punkter, prosent ? 100 : Infinity)?.punkter ?? []

  // Without a path there is nothing above the line to make room for the band; it is then part of what is measured out.
  const verdier = [
    ...[...maalt, ...sti].map((p) => p.v),
    ...(sti.length === 0 ? baand.flatMap((p) => [p.lav, p.hoey]) : []),
  ]
  const merker = akseverdier(verdier)
  const [bunn, topp] = [merker[0]!, merker.at(-1)!]
  const alleT = [...maalt, ...sti].map((p) => p.t)
  const t0 = Math.min(...alleT)
  const t1 = Math.max(...alleT, sti.length === 0 ? (baand.at(-1)?.t ?? 0) : 0, t0 + 0.5)

  const tegnbredde = 7.2 * skala
  const venstre = Math.max(...merker.map((m) => skrivKort(m, 0).length)) * tegnbredde + 12
  const hoeyre = bredde - 17 * skala
  const over = (sti.length > 1 ? 26 : 12) * skala
  const under = hoeyde - 24 * skala
  const x = (t: number): number => venstre + ((t - t0) / (t1 - t0)) * (hoeyre - venstre)
  const y = (v: number): number => over + (1 - (v - bunn) / (topp - bunn)) * (under - over)
  const aarPerPiksel = (t1 - t0) / (hoeyre - venstre)

  const klemt = (v: number): number => Math.min(topp + (topp - bunn) * 0.08, Math.max(bunn, v))
  const synlig = baand.filter((p) => p.t <= t1 + 1e-6)
  const naa = somAar(idag)
  const minst = 46 * skala
  const maaltPunkt = maalt.map((p) => ({ x: x(p.t), y: y(p.v), del: p.del }))
  return {
    bredde,
    hoeyde,
    venstre,
    hoeyre,
    linjer: merker.map((v) => ({ y: y(v), tekst: skrivKort(v, 0) })),
    aar: aarsmerker(
      t0,
      t1,
      sti.slice(1).map((m) => m.aar),
      36 * skala * aarPerPiksel,
    ).map((m) => ({
      x: x(m.t),
      tekst: String(m.aar),
    })),
    maalt: iDeler(maaltPunkt)
      .map((del) => strek(del.map((p) => [p.x, p.y])))
      .join(''),
    brudd: (tall.brudd ?? [])
      .map((b) => somAar(b.dato))
      .filter((t) => t > t0 && t < t1)
      .map(x),
    x,
    y,
    punkter: glisne(maaltPunkt).map((p, i, alle) => ({ ...p, siste: i === alle.length - 1 })),
    sti: strek(sti.map((p) => [x(p.t), y(p.v)])),
    milepaeler: medTekst(
      sti.slice(1).map((m) => ({ x: x(m.t), y: y(m.v), kommer: m.t >= naa, verdi: m.verdi })),
      minst,
      tett,
    ).map((m) => ({ ...m, under: maaltPunkt.some((p) => liggerIVerdien(p, m, skala)) })),
    baand:
      synlig.length < 2
        ? ''
        : `${strek(synlig.map((p) => [x(p.t), y(klemt(p.hoey))]))}${strek([...synlig].reverse().map((p) => [x(p.t), y(klemt(p.lav))])).replace('M', 'L')}Z`,
  }
}

const strek = (p: readonly (readonly [number, number])[]): string =>
  p.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

type Sted = { x: number; y: number }

/** Measured often, dots would hide the line: the newest is kept, and before it each that stands clear of the next. */
function glisne(punkter: readonly Sted[]): Sted[] {
  const igjen: Sted[] = []
  for (const p of [...punkter].reverse())
    if (igjen.length === 0 || igjen[0]!.x - p.x >= MELLOM_PUNKTER) igjen.unshift(p)
  return igjen
}
const MELLOM_PUNKTER = 11

const liggerIVerdien = (p: Sted, milepael: Sted, skala: number): boolean =>
  Math.abs(p.x - milepael.x) < 24 * skala && p.y < milepael.y - 2 && p.y > milepael.y - 30 * skala

/** The value stands over milestones still to come: the last and the next always, the others where there is room. */
function medTekst(
  milepaeler: readonly { x: number; y: number; kommer: boolean; verdi: number }[],
  minst: number,
  tett: boolean,
): Omit<Graf['milepaeler'][number], 'under'>[] {
  const siste = milepaeler.length - 1
  const neste = milepaeler.findIndex((m) => m.kommer)
  const valgt = new Set<number>()
  const proev = (i: number): void => {
    const m = milepaeler[i]
    if (m?.kommer && [...valgt].every((j) => Math.abs(milepaeler[j]!.x - m.x) >= minst)) valgt.add(i)
  }
  proev(siste)
  proev(neste)
  if (!tett) milepaeler.forEach((_, i) => proev(i))
  return milepaeler.map((m, i) => ({
    x: m.x,
    y: m.y,
    tekst: valgt.has(i) ? skrivKortProsent(m.verdi) : null,
  }))
}
