import type { Stilling } from '../stillingsbilde.ts'
import { HELTID_FRA, pakkStillinger } from '../stillingstall.ts'
import type { Yrke } from '../toern.ts'
import { DELER, type Celle } from './celle.ts'
import { radleser, type Listevalg, type Merket, type Merknadsgrunn, type Stillingsrad, type Utelatt } from './rad.ts'

/** What a scope comes to: a unit, what lies over it, or all that was counted. */
export interface Omfangstall {
  ansatte: number
  /** People at 80 % or more, their positions inside the scope added up. */
  heltid: number
  /** The percentages added up and divided by 100, exact to the millionth. */
  aarsverk: number
  /** People with over 100 % in all. */
  over100: number
  stillinger: Stilling[]
  /** How coarse the sizes in `stillinger` are; 0,1 is not at all. */
  steg: number
}

export interface Opptelling {
  /** Rows under the names of the columns, empty ones at the end not counted. */
  rader: number
  medregnet: number
  /** Why each of the others was left out, in the order of the file. */
  utelatt: Utelatt[]
  merknader: Merket<Merknadsgrunn>[]
  /** All that was counted, whatever unit it lies in. */
  samlet: Omfangstall
  /** By unit, those over it included; only those that somebody was counted in. */
  enheter: Map<string, Omfangstall>
}

interface Person {
  sum: number
  /** The largest of the positions; its profession and gender are the person's. */
  stoerst: number
  yrke: Yrke | ''
  kjoenn: Stilling['kjoenn']
}
type Omfang = Map<string, Person>

function leggTil(omfang: Omfang, r: Stillingsrad): void {
  const p = omfang.get(r.hvem)
  if (p === undefined) {
    omfang.set(r.hvem, { sum: r.stoerrelse, stoerst: r.stoerrelse, yrke: r.yrke, kjoenn: r.kjoenn })
    return
  }
  p.sum += r.stoerrelse
  if (r.stoerrelse > p.stoerst || p.yrke === '') p.yrke = r.yrke || p.yrke
  p.stoerst = Math.max(p.stoerst, r.stoerrelse)
  p.kjoenn ||= r.kjoenn
}

/**
 * A person's size as a picture holds it: one decimal, and never rounded up over 20, 40, 60, 80 or 100 %, so that the picture
 * says of heltid what the measurement says.
 */
export function somProsent(stoerrelse: number): number {
  const p = stoerrelse / DELER
  const naer = Math.round(stoerrelse / (DELER / 10)) / 10
  const valgt = Math.floor(naer / 20) > Math.floor(p / 20) ? Math.floor(stoerrelse / (DELER / 10)) / 10 : naer
  return Math.min(200, Math.max(0.1, valgt))
}

function sumOver(omfang: Omfang): Omfangstall {
  let [heltid, sum, over100] = [0, 0, 0]
  const stillinger: Stilling[] = []
  for (const p of omfang.values()) {
    sum += p.sum
    if (p.sum >= HELTID_FRA * DELER) heltid++
    if (p.sum > 100 * DELER) over100++
    stillinger.push({ prosent: somProsent(p.sum), antall: 1, yrke: p.yrke, kjoenn: p.kjoenn })
  }
  return { ansatte: omfang.size, heltid, aarsverk: sum / (100 * DELER), over100, ...pakkStillinger(stillinger) }
}

/** The unit and everything over it, nearest first. A ring in the tree ends instead of looping. */
function medOverordnede(enhet: string, overordnet: ReadonlyMap<string, string | null>): string[] {
  const vei: string[] = []
  for (let e: string | null = enhet; e !== null && !vei.includes(e); e = overordnet.get(e) ?? null) vei.push(e)
  return vei
}

/**
 * Counts a list of positions, per person inside each scope: a person's positions are added up in their unit, and once more in all that
 * lies over it. 50 % in one unit and 30 % in another is heltid in the municipality and in neither unit.
 *
 * `rad` takes the rows in the order of the file with the file's own row numbers; `ferdig` gives the figures.
 * No name and no number is in what it gives.
 */
export function lagTeller(valg: Listevalg, overordnet: ReadonlyMap<string, string | null>) {
  const les = radleser(valg)
  const veier = new Map<string, string[]>()
  const omfang = new Map<string, Omfang>()
  const alle: Omfang = new Map()
  const utelatt: Utelatt[] = []
  const merknader: Merket<Merknadsgrunn>[] = []
  let [rader, medregnet] = [0, 0]

  const vei = (enhet: string): string[] => {
    const kjent = veier.get(enhet) ?? medOverordnede(enhet, overordnet)
    veier.set(enhet, kjent)
    return kjent
  }

  return {
    rad(celler: readonly Celle[], nr: number): void {
      rader++
      const lest = les(celler, nr)
      if ('grunn' in lest) {
        utelatt.push(lest)
        return
      }
      medregnet++
      merknader.push(...lest.merknader)
      leggTil(alle, lest)
      if (lest.enhet === null) return
      for (const e of vei(lest.enhet)) {
        const her = omfang.get(e) ?? new Map<string, Person>()
        omfang.set(e, her)
        leggTil(her, lest)
      }
    },
    ferdig: (): Opptelling => ({
      rader,
      medregnet,
      utelatt,
      merknader,
      samlet: sumOver(alle),
      enheter: new Map([...omfang].map(([e, o]) => [e, sumOver(o)])),
    }),
  }
}
