import { skrivDato, somAar } from '../../domain/dato.ts'
import { framskriv } from '../../domain/framskriving.ts'
import { INDIKATORER, skrivVerdi } from '../../domain/indikatorer.ts'
import { aarsslutt, stipunkter } from '../../domain/maalsti.ts'
import type { Noekkeltall } from '../../domain/noekkeltall.ts'
import { skrivKortProsent } from '../../domain/tallformat.ts'
import { akseverdier } from '../felles/grafakse.ts'

/** What the large chart draws, without colours: points on the axis of years, and what each says when it is touched. */
export interface Grafdata {
  maalt: Grafpunkt[]
  sti: Grafpunkt[]
  baand: { t: number; lav: number; hoey: number }[]
  y: { min: number; max: number; steg: number }
  t: { min: number; max: number }
  /** Years stand under their end, where their milestone is; without a path, in their middle. */
  aarVedSlutt: boolean
  prosent: boolean
}
interface Grafpunkt {
  x: number
  y: number
  tekst: string
}

export function grafdata(tall: Pick<Noekkeltall, 'indikator' | 'punkter' | 'maaltall'>): Grafdata {
  const prosent = INDIKATORER[tall.indikator].benevning === '%'
  const maalt = tall.punkter.map((p) => ({
    x: somAar(p.dato),
    y: p.verdi,
    tekst: `${skrivDato(p.dato)}: ${skrivVerdi(tall.indikator, p.verdi)}${p.eksempel ? ' (eksempel)' : ''}`,
  }))
  const sti = (tall.maaltall ? stipunkter(tall.maaltall) : []).map((m, i) => ({
    x: aarsslutt(m.aar),
    y: m.verdi,
    tekst: `${i === 0 ? 'Utgangspunkt' : 'Milepæl'} ved utgangen av ${m.aar}: ${skrivKortProsent(m.verdi)}`,
  }))
  const baand = framskriv(tall.punkter, prosent ? 100 : Infinity)?.punkter ?? []
  const slutt = Math.max(...[...maalt, ...sti].map((p) => p.x), baand.at(-1)?.t ?? 0)
  const start = Math.min(...[...maalt, ...sti].map((p) => p.x))
  const merker = akseverdier([...[...maalt, ...sti].map((p) => p.y), ...baand.flatMap((b) => [b.lav, b.hoey])], 6)
  return {
    maalt,
    sti,
    baand,
    y: { min: merker[0]!, max: merker.at(-1)!, steg: merker[1]! - merker[0]! },
    t: { min: start - 0.1, max: slutt + 0.15 },
    aarVedSlutt: sti.length > 0,
    prosent,
  }
}
