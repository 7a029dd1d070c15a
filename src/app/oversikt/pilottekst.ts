import { skrivMaaned } from '../../domain/dato.ts'
import type { Pilotrad, Sortering } from '../../domain/pilotrad.ts'
import { skrivProsent, skrivTall } from '../../domain/tallformat.ts'

export const SORTERINGSNAVN: Record<Sortering, string> = {
  melding: 'Lengst siden melding',
  status: 'Status',
  navn: 'Navn',
  heltid: 'Andel heltid',
}

export const heltidTekst = (r: Pilotrad): string => (r.tall.verdi === null ? '–' : skrivProsent(r.tall.verdi))

/** Instead of a line, where the last measurement is too old: «målt august 2023». */
export const gammelTekst = (r: Pilotrad): string =>
  r.tall.dato === null ? 'ikke målt' : `målt ${skrivMaaned(r.tall.dato)}`

export const toernTekst = (r: Pilotrad): string =>
  r.toernInnfoert === null ? 'ingen liste' : `${skrivTall(r.toernInnfoert * 100, 0)}\u00a0%`

export const aktivitetTekst = (r: Pilotrad): string =>
  r.aktiviteter.av === 0 ? 'ingen' : `${r.aktiviteter.ferdig} av ${r.aktiviteter.av}`
