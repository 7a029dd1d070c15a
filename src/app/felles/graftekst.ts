import { sisteDel } from '../../domain/brudd.ts'
import { skrivDato } from '../../domain/dato.ts'
import { INDIKATORER, type Indikatornavn } from '../../domain/indikatorer.ts'
import { stipunkter } from '../../domain/maalsti.ts'
import type { Noekkeltall } from '../../domain/noekkeltall.ts'
import { avrund, skrivKort, skrivTall } from '../../domain/tallformat.ts'

type Fortelles = Pick<Noekkeltall, 'indikator' | 'punkter' | 'maaltall' | 'sti'> & Partial<Pick<Noekkeltall, 'brudd'>>

/** The chart as a sentence, for those who hear it: «Andel heltid steg fra 15,0 til 25,9 prosent …». */
export function graftekst(tall: Fortelles): string {
  const deler = [
    bevegelse({ ...tall, punkter: tall.punkter.length > 0 ? sisteDel(tall.punkter) : [] }),
    milepaeler(tall),
  ]
  for (const b of tall.brudd ?? []) deler.push(`Brudd i serien ${skrivDato(b.dato)}: ${b.grunn}.`)
  if (tall.sti !== null && tall.punkter.length > 0) deler.push(`Målstien var ${skrivTall(tall.sti)} prosent da.`)
  return deler.filter((d) => d !== '').join(' ')
}

const enhet = (i: Indikatornavn): string => (INDIKATORER[i].benevning === '%' ? 'prosent' : 'timer')
const skriv = (i: Indikatornavn, v: number): string => (INDIKATORER[i].benevning === '%' ? skrivTall(v) : skrivKort(v))

function bevegelse({ indikator, punkter }: Fortelles): string {
  const { navn } = INDIKATORER[indikator]
  const [foerst, sist] = [punkter[0], punkter.at(-1)]
  if (!foerst || !sist) return `${navn}: ingen målinger ennå.`
  const naa = `${skriv(indikator, sist.verdi)} ${enhet(indikator)}`
  if (punkter.length === 1) return `${navn} var ${naa} ${skrivDato(sist.dato)}.`
  const forskjell = avrund(sist.verdi - foerst.verdi, 1)
  const verb = forskjell > 0 ? 'steg' : forskjell < 0 ? 'falt' : 'var'
  if (verb === 'var') return `${navn} var ${naa} både ${skrivDato(foerst.dato)} og ${skrivDato(sist.dato)}.`
  return `${navn} ${verb} fra ${skriv(indikator, foerst.verdi)} ${enhet(indikator)} ${skrivDato(foerst.dato)} til ${naa} ${skrivDato(sist.dato)}.`
}

function milepaeler({ maaltall }: Fortelles): string {
  const m = maaltall ? stipunkter(maaltall).slice(1) : []
  if (m.length === 0) return ''
  const ledd = m.map((p, i) => `${skrivKort(p.verdi)}${i === 0 ? ' prosent' : ''} i ${p.aar}`)
  const siste = ledd.pop()!
  return ledd.length === 0 ? `Milepæl: ${siste}.` : `Milepæler: ${ledd.join(', ')} og ${siste}.`
}
