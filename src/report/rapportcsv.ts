import { skrivDato } from '../domain/dato.ts'
import { skrivCsv, type Celle } from './csv.ts'
import { tabellerI, type Rapport, type Rute } from './rapport.ts'

const celle = (r: Rute): Celle => (r === null || typeof r === 'string' ? r : r.tall)

/** A report's tables under each other, each with its title and source: figures as figures. */
export function rapportSomCsv(r: Rapport): string {
  return skrivCsv([
    [r.tittel, r.undertittel],
    ['Laget', skrivDato(r.laget)],
    ...(r.saksnummer ? [['Saksnummer', r.saksnummer]] : []),
    ...(r.eksempel ? [['Eksempel', 'Rapporten har oppdiktede tall.']] : []),
    ...tabellerI(r).flatMap((t) => [
      [],
      [t.tittel],
      t.kolonner.map((k) => k.navn),
      ...t.rader.map((rad) => rad.map(celle)),
      ['Kilde', t.kilde],
      ...(t.noter ?? []).map((n) => ['Merknad', n]),
    ]),
  ])
}
