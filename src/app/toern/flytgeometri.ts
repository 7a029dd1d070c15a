import { YRKER, type Yrke } from '../../domain/toern.ts'
import { flyttesum, somTimer, type Flyt } from '../../domain/toernflyt.ts'

/** The flow picture as numbers: left gives, right gets, one ribbon for each pair. All lengths in the same unit (px at 16 px text). */

export interface Node {
  yrke: Yrke
  timer: number
  y: number
  hoeyde: number
}
export interface Baand {
  fra: Yrke
  til: Yrke
  timer: number
  /** Middle of the ribbon at its two ends. */
  yFra: number
  yTil: number
  tykkelse: number
}
export interface Flytgeometri {
  hoeyde: number
  venstre: Node[]
  hoeyre: Node[]
  baand: Baand[]
}

/** Bars and ribbons together, the gap between two bars, and the least distance between two names. */
const STOLPER = 136
const LUFT = 26
const NAVN = 42
const MINST = 3
const KANT = 6

export function flytgeometri(strommer: readonly Flyt[]): Flytgeometri {
  const sum = flyttesum(strommer)
  const maal = sum.totalt === 0 ? 0 : STOLPER / sum.totalt
  const venstre = side(sum.girFraSeg, maal)
  const hoeyre = side(sum.faar, maal)
  const hoeyde = Math.max(venstre.hoeyde, hoeyre.hoeyde)
  for (const s of [venstre, hoeyre]) for (const n of s.noder) n.y += (hoeyde - s.hoeyde) / 2

  // Ribbons leave and arrive in the order of the professions, so that they cross as little as they can.
  const brukt = { fra: foerste(venstre.noder), til: foerste(hoeyre.noder) }
  const timer = somTimer(strommer.map((f) => f.minutter))
  const baand = strommer.map((f, i): Baand => {
    const tykkelse = f.minutter * maal
    const yFra = brukt.fra[f.fra]! + tykkelse / 2
    const yTil = brukt.til[f.til]! + tykkelse / 2
    brukt.fra[f.fra]! += tykkelse
    brukt.til[f.til]! += tykkelse
    return { fra: f.fra, til: f.til, timer: timer[i]!, yFra, yTil, tykkelse }
  })
  return { hoeyde, venstre: venstre.noder, hoeyre: hoeyre.noder, baand }
}

const foerste = (noder: readonly Node[]): Partial<Record<Yrke, number>> =>
  Object.fromEntries(noder.map((n) => [n.yrke, n.y]))

/** The bars of one side from the top down, far enough apart for two lines of text beside each. */
function side(minutter: Record<Yrke, number>, maal: number): { noder: Node[]; hoeyde: number } {
  const yrker = YRKER.filter((y) => minutter[y] > 0)
  const timer = somTimer(yrker.map((y) => minutter[y]))
  const noder: Node[] = []
  for (const [i, yrke] of yrker.entries()) {
    const hoeyde = Math.max(MINST, minutter[yrke] * maal)
    const forrige = noder.at(-1)
    const tidligst = forrige === undefined ? NAVN / 2 : forrige.y + forrige.hoeyde / 2 + NAVN
    const y = Math.max(forrige === undefined ? KANT : forrige.y + forrige.hoeyde + LUFT, tidligst - hoeyde / 2)
    noder.push({ yrke, timer: timer[i]!, y, hoeyde })
  }
  const siste = noder.at(-1)
  const bunn = siste === undefined ? 0 : Math.max(siste.y + siste.hoeyde + KANT, siste.y + siste.hoeyde / 2 + NAVN / 2)
  return { noder, hoeyde: bunn }
}
