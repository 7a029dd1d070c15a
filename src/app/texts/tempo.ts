import { skrivDato } from '../../domain/dato.ts'
import { INDIKATORER, type Indikatornavn } from '../../domain/indikatorer.ts'
import { skrivMilepael } from '../../domain/maalsti.ts'
import { skrivAntall, skrivTall } from '../../domain/tallformat.ts'
import type { Tempo } from '../../domain/tempo.ts'

/** «+5,2 prosentpoeng i året», «−40 timer i måneden i året» */
export function poengTekst(indikator: Indikatornavn, perAar: number): string {
  const prosent = INDIKATORER[indikator].benevning === '%'
  const tall = skrivTall(perAar, prosent ? 1 : 0)
  const fortegn = perAar > 0 && !/^0(,0)?$/.test(tall) ? '+' : ''
  return `${fortegn}${tall}\u00a0${prosent ? 'prosentpoeng' : 'timer'} i året`
}

export const hittilTekst = (h: NonNullable<Tempo['hittil']>): string => `${skrivDato(h.fra)} til ${skrivDato(h.til)}`

/** «14 måneder til 40 % i 2026» */
export const trengsTekst = (indikator: Indikatornavn, t: NonNullable<Tempo['trengs']>): string =>
  `${skrivAntall(t.maaneder, 'måned', 'måneder')} til ${skrivMilepael(indikator, t.milepael.verdi)} skal være nådd i ${t.milepael.aar}`
