import { aarAv, MAANED_KORT, maanedAv, skrivDag, type Dato } from '../../domain/dato.ts'
import type { Pilotrad, Sortering } from '../../domain/pilotrad.ts'
import { skrivProsent, skrivTall } from '../../domain/tallformat.ts'

export const SORTERINGSNAVN: Record<Sortering, string> = {
  melding: 'Lengst siden melding',
  status: 'Status',
  navn: 'Navn',
  heltid: 'Andel heltid',
}

export const heltidTekst = (r: Pilotrad): string => (r.tall.verdi === null ? '–' : skrivProsent(r.tall.verdi))

/** Instead of a line, where the last measurement is too old: «målt aug. 2023». */
export const gammelTekst = (r: Pilotrad): string =>
  r.tall.dato === null ? 'ikke målt' : `målt ${kortMaaned(r.tall.dato)}`

export const toernTekst = (r: Pilotrad): string =>
  r.toernInnfoert === null ? 'ingen liste' : `${skrivTall(r.toernInnfoert * 100, 0)}\u00a0%`

export const aktivitetTekst = (r: Pilotrad): string =>
  r.aktiviteter.av === 0 ? 'ingen' : `${r.aktiviteter.ferdig} av ${r.aktiviteter.av}`

/** `aug. 2023`, `mai 2023` */
const kortMaaned = (d: Dato): string => {
  const m = MAANED_KORT[maanedAv(d) - 1]!
  return `${m}${m === 'mai' ? '' : '.'} ${aarAv(d)}`
}
/** `9. juni`; `5. sep. 2025` where it is another year. */
export const kortDag = (d: Dato, idag: Dato): string =>
  aarAv(d) === aarAv(idag) ? skrivDag(d) : `${Number(d.slice(8))}. ${kortMaaned(d)}`
