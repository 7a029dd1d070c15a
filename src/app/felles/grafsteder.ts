import { skrivDato, somAar, type Dato } from '../../domain/dato.ts'
import { framskriv } from '../../domain/framskriving.ts'
import { INDIKATORER, skrivVerdi } from '../../domain/indikatorer.ts'
import { aarsslutt, skrivMilepael, stipunkter, stiVerdi } from '../../domain/maalsti.ts'
import type { Noekkeltall } from '../../domain/noekkeltall.ts'
import { skrivTall } from '../../domain/tallformat.ts'
import { BRUDDSLAGNAVN } from '../texts/brudd.ts'
import type { Graf } from './grafgeometri.ts'
import type { Graftabell } from './graftabell.ts'

type Tegnet = Pick<Noekkeltall, 'indikator' | 'punkter' | 'maaltall' | 'brudd'>

/** What the large chart says where it is touched, from left to right: measurements, milestones, breaks and the end of the forecast. */
export function grafsteder(
  t: Tegnet,
  graf: Pick<Graf, 'x' | 'y' | 'brudd'>,
): { x: number; y: number; tekst: string }[] {
  const eksempel = (e: boolean): string => (e ? ' (eksempel)' : '')
  const maalt = t.punkter.map((p) => ({
    x: graf.x(somAar(p.dato)),
    y: graf.y(p.verdi),
    tekst: `${skrivDato(p.dato)}: ${skrivVerdi(t.indikator, p.verdi)}${eksempel(p.eksempel)}`,
  }))
  const milepaeler = (t.maaltall ? stipunkter(t.maaltall).slice(1) : []).map((m) => ({
    x: graf.x(aarsslutt(m.aar)),
    y: graf.y(m.verdi),
    tekst: `Milepæl ved utgangen av ${m.aar}: ${skrivMilepael(t.indikator, m.verdi)}`,
  }))
  const brudd = t.brudd
    .map((b) => ({ x: graf.x(somAar(b.dato)), y: 14, tekst: bruddtekst(b) }))
    .filter((b) => graf.brudd.includes(b.x))
  const slutt = framskriv(t.punkter, INDIKATORER[t.indikator].benevning === '%' ? 100 : Infinity)?.punkter.at(-1)
  const framskriving = slutt && {
    x: graf.x(slutt.t),
    y: graf.y((slutt.lav + slutt.hoey) / 2),
    tekst: `Framskriving, usikker: ${skrivTall(slutt.lav, 0)} til ${skrivVerdi(t.indikator, slutt.hoey)} ${Math.floor(slutt.t)}`,
  }
  return [...maalt, ...milepaeler, ...brudd, ...(framskriving ? [framskriving] : [])].sort((a, b) => a.x - b.x)
}

const bruddtekst = (b: Noekkeltall['brudd'][number]): string =>
  `Brudd ${skrivDato(b.dato)}, ${BRUDDSLAGNAVN[b.slag]}: ${b.grunn}`

const SLAG = { basis: 'utgangspunkt', maaling: '', samlet: 'samlet' } as const

/** The same as a table: measured against the path, newest first; then the milestones. */
export function utviklingstabell(t: Tegnet): Graftabell {
  const tall = (verdi: number | null, tekst = skrivVerdi) =>
    verdi === null ? null : { verdi: Math.round(verdi * 100) / 100, tekst: tekst(t.indikator, verdi) }
  const sti = (dag: Dato) => (t.maaltall ? stiVerdi(t.maaltall, dag) : null)
  const merke = (p: Noekkeltall['punkter'][number]): string =>
    [SLAG[p.slag], p.eksempel && 'eksempel'].filter(Boolean).join(', ')
  const rader = [
    ...t.punkter.map((p) => ({ dag: p.dato, rad: [skrivDato(p.dato), tall(p.verdi), tall(sti(p.dato)), merke(p)] })),
    ...t.brudd.map((b) => ({ dag: b.dato, rad: [skrivDato(b.dato), null, null, bruddtekst(b)] })),
    ...(t.maaltall ? stipunkter(t.maaltall).slice(1) : []).map((m) => ({
      dag: `${m.aar}-12-31`,
      rad: [`Utgangen av ${m.aar}`, null, tall(m.verdi, skrivMilepael), 'milepæl'],
    })),
  ]
  return {
    kolonner: ['Dato', 'Målt', 'Målsti', 'Merknad'],
    rader: rader.sort((a, b) => (a.dag < b.dag ? 1 : -1)).map((r) => r.rad),
  }
}
