import { iDeler } from '../../domain/brudd.ts'
import { somAar } from '../../domain/dato.ts'
import { framskriv } from '../../domain/framskriving.ts'
import { INDIKATORER } from '../../domain/indikatorer.ts'
import { aarsslutt, skrivMilepael, stipunkter } from '../../domain/maalsti.ts'
import type { Noekkeltall } from '../../domain/noekkeltall.ts'
import { akseverdier } from '../felles/grafakse.ts'

/** What the large chart draws, without colours and without pixels: years along, figures up. */
export interface Grafdata {
  /** What was measured, a part for each unbroken line, oldest first. */
  maalt: { x: number; y: number }[][]
  /** The target path from its baseline; `tekst` is the milestone's value. */
  sti: { x: number; y: number; tekst: string }[]
  baand: { x: number; lav: number; hoey: number }[]
  /** Where the line is broken. */
  brudd: number[]
  y: { min: number; max: number; steg: number }
  x: { min: number; max: number }
  /** Years stand under their end, where their milestone is; without a path, in their middle. */
  aarVedSlutt: boolean
}

/** `null` where there is nothing to draw. */
export function grafdata(tall: Pick<Noekkeltall, 'indikator' | 'punkter' | 'maaltall' | 'brudd'>): Grafdata | null {
  const maalt = tall.punkter.map((p) => ({ x: somAar(p.dato), y: p.verdi, del: p.del }))
  const sti = (tall.maaltall ? stipunkter(tall.maaltall) : []).map((m) => ({
    x: aarsslutt(m.aar),
    y: m.verdi,
    tekst: skrivMilepael(tall.indikator, m.verdi),
  }))
  if (maalt.length + sti.length === 0) return null
  const hoeyst = INDIKATORER[tall.indikator].benevning === '%' ? 100 : Infinity
  const baand = (framskriv(tall.punkter, hoeyst)?.punkter ?? []).map(({ t, lav, hoey }) => ({ x: t, lav, hoey }))
  const aar = [...maalt, ...sti, ...baand].map((p) => p.x)
  const [foerst, sist] = [Math.min(...aar), Math.max(...aar)]
  const merker = akseverdier([...[...maalt, ...sti].map((p) => p.y), ...baand.flatMap((b) => [b.lav, b.hoey])], 6)
  return {
    maalt: iDeler(maalt).map((del) => del.map(({ x, y }) => ({ x, y }))),
    sti,
    baand,
    brudd: tall.brudd.map((b) => somAar(b.dato)).filter((x) => x > foerst && x < sist),
    y: { min: merker[0]!, max: merker.at(-1)!, steg: merker[1]! - merker[0]! },
    x: { min: foerst - 0.1, max: Math.max(sist + 0.15, foerst + 0.5) },
    aarVedSlutt: sti.length > 0,
  }
}
