import { RINGER, type Ring } from '../../domain/aarshjul.ts'
import { KVARTALER, type Kvartal } from '../../domain/dato.ts'
import {
  baand,
  buegrader,
  KVARTALSGAP,
  merkebrikke,
  punkt,
  utstrekning,
  type Hjulmaal,
  type Merkbar,
  type Punkt,
} from './geometri.ts'
import { sperret, type Hindre } from './hindre.ts'
import { fordel, uten } from './rekke.ts'

/** Where the activities stand on the wheel: each in its own cell, none touching another, none under the hand. */

export interface Hjuloppgave extends Merkbar {
  id: string
  nr: number
  kvartal: Kvartal
  ring: Ring
  /** Where in the year it wishes to stand, in degrees, where its month or day is known. */
  vinkel?: number | null
}

export interface Prikk extends Punkt {
  oppgave: Hjuloppgave
  k: number
}
/** What a cell has no room for: «+n». */
export interface Flere extends Punkt {
  antall: number
  kvartal: Kvartal
  k: number
}

export interface Plassering {
  k: number
  /** The quarter in which the ring names stand; `null` where there is no room for them. */
  navnekvartal: Kvartal | null
  prikker: Prikk[]
  flere: Flere[]
}

/** More than this in a cell become «+n». */
export const MAKS_I_CELLE = 6
const MELLOMROM = 4.4
const MINST = 0.4
/** Ground in more pieces than this is not worth the search: the next, less careful way is tried. */
const MAKS_STREKNINGER = 6

export interface Valg extends Hindre {
  /** The quarter that shows the ring names, where there is no choice. */
  navnekvartal?: Kvartal
}

/**
 * Full-sized marks with the ring names at the start of 1. kvartal where there is room; else the names move to another
 * quarter, then the marks shrink a little, then the names go, and at last the marks shrink as far as they must.
 */
export function plasser(oppgaver: readonly Hjuloppgave[], m: Hjulmaal, valg: Valg): Plassering {
  const steder: (Kvartal | null)[] =
    m.utenNavn || m.langsKanten ? [valg.navnekvartal ?? null] : valg.navnekvartal ? [valg.navnekvartal] : [1, 4, 2, 3]
  for (const andel of [1, 0.92, 0.85])
    for (const sted of steder) {
      const funnet = proev(oppgaver, m, m.k * andel, sted, valg)
      if (funnet) return funnet
    }
  for (let andel = 1; andel > MINST; andel -= 0.04) {
    const funnet = proev(oppgaver, m, m.k * andel, null, valg)
    if (funnet) return funnet
  }
  return proev(oppgaver, m, m.k * MINST, null, { viser: null })!
}

function proev(
  oppgaver: readonly Hjuloppgave[],
  m: Hjulmaal,
  k: number,
  navnekvartal: Kvartal | null,
  valg: Valg,
): Plassering | null {
  const ut: Plassering = { k, navnekvartal, prikker: [], flere: [] }
  for (const [ring, navn] of RINGER.entries())
    for (const kvartal of KVARTALER) {
      const alle = oppgaver.filter((o) => o.ring === navn && o.kvartal === kvartal)
      if (alle.length === 0) continue
      const vises = etterTid(alle.length > MAKS_I_CELLE ? alle.slice(0, MAKS_I_CELLE - 1) : alle, kvartal)
      const merker: (Merkbar & { vinkel?: number | null })[] = [...vises]
      if (vises.length < alle.length) merker.push({ stat: 'kommer' })
      const celle = {
        m,
        ring,
        kvartal,
        k,
        navn: navnekvartal === kvartal,
        langs: Boolean(m.langsKanten && navnekvartal),
      }
      const naboer = ut.prikker.filter((d) => d.oppgave.kvartal === kvartal && d.oppgave.ring === RINGER[ring - 1])
      const steder =
        iCelle(celle, merker, valg, { langs: true, naboer }) ??
        iCelle(celle, merker, valg, { langs: true, naboer: [] }) ??
        iCelle(celle, merker, valg, { langs: false, naboer: [] })
      if (!steder) return null
      vises.forEach((oppgave, i) => ut.prikker.push({ oppgave, k, ...steder[i]! }))
      if (vises.length < alle.length)
        ut.flere.push({ antall: alle.length - vises.length, kvartal, k, ...steder.at(-1)! })
    }
  return ut
}

/**
 * A cell's activities in the order in which they stand along the ring: those whose month or day is known by it, the others
 * spread over the quarter in the order of the list.
 */
function etterTid<T extends Hjuloppgave>(oppgaver: readonly T[], kvartal: Kvartal): T[] {
  if (oppgaver.every((o) => o.vinkel == null)) return [...oppgaver]
  const oensker = oppgaver.map((o, i) => ({
    o,
    v: o.vinkel ?? (kvartal - 1) * 90 + (90 * (i + 0.5)) / oppgaver.length,
  }))
  return oensker.sort((a, b) => a.v - b.v || a.o.nr - b.o.nr).map(({ o }) => o)
}

interface Celle {
  m: Hjulmaal
  ring: number
  kvartal: Kvartal
  k: number
  navn: boolean
  /** Names stand along the band's outer edge, and the dots keep inside them. */
  langs: boolean
}

/** Whether badges are kept clear of too, where there is room: along the ring, and of the marks in the ring outside. */
interface Brikkehensyn {
  langs: boolean
  naboer: readonly Prikk[]
}

/** Centres of a cell's marks, in order; `null` when they do not fit. */
function iCelle(
  c: Celle,
  merker: readonly (Merkbar & { vinkel?: number | null })[],
  valg: Valg,
  brikker: Brikkehensyn,
): Punkt[] | null {
  const { m, k } = c
  const [r0, r1] = baand(m, c.ring)
  const rekkevidde = Math.max(...merker.map((s) => utstrekning(s.stat, k)))
  if (2 * rekkevidde > r1 - r0) return null
  const r = c.langs ? r0 + rekkevidde + 1 : (r0 + r1) / 2
  const [fra, til] = utenNavn(c, r, brikker.langs)
  const antall = merker.length
  const forskyvning = c.ring % 2 ? 0.38 : 0.66
  // Rising, also where one whose day is known stands among others that were spread.
  let forrige = -Infinity
  const oensket = merker.map(
    (o, i) => (forrige = Math.max(forrige, o.vinkel ?? fra + ((til - fra) * (i + forskyvning)) / antall)),
  )
  const kant = buegrader(rekkevidde + KVARTALSGAP / 2 + 0.5, r)
  const avstand = oensket.slice(1).map((v, i) => {
    const bredde =
      framover(merker[i]!, k, v, 1, brikker.langs) + framover(merker[i + 1]!, k, v, -1, brikker.langs) + MELLOMROM
    return (2 * Math.asin(Math.min(1, bredde / 2 / r)) * 180) / Math.PI
  })
  const ledig = uten({ fra: fra + kant, til: til - kant }, sperret(r, k, merker, rekkevidde, valg, brikker.naboer))
  if (ledig.length > MAKS_STREKNINGER) return null
  return fordel(oensket, avstand, ledig)?.map((v) => punkt(r, v)) ?? null
}

/** How far a mark reaches along its ring, forwards (1) or backwards (−1), with or without its badge. */
function framover(s: Merkbar, k: number, grader: number, retning: 1 | -1, medBrikke: boolean): number {
  const kropp = utstrekning(s.stat, k)
  const b = medBrikke ? merkebrikke(s) : null
  if (!b) return kropp
  const rad = (grader * Math.PI) / 180
  return Math.max(kropp, retning * b.sted * k * (Math.cos(rad) - Math.sin(rad)) + (b.r + 0.06) * k)
}

/** A cell's angles with the ring name taken away (where it stands along the edge, only while there is room: `hensyn`); the names stand at the upright axis, so that the longest has most room. */
function utenNavn(c: Celle, r: number, hensyn: boolean): [number, number] {
  const fra = (c.kvartal - 1) * 90
  if (!c.navn || (c.langs && !hensyn)) return [fra, fra + 90]
  const bredde = navnegrader(c.m, c.ring, r)
  return c.kvartal % 2 ? [fra + bredde, fra + 90] : [fra, fra + 90 - bredde]
}

const TEGNBREDDE = 0.56
const NAVNELENGDE = [10, 21, 8, 13]
export const navnegrader = (m: Hjulmaal, ring: number, r: number): number =>
  buegrader(NAVNELENGDE[ring]! * m.navn * TEGNBREDDE + 12, r)
