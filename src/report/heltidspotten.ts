import { linjerI } from '../domain/heltidspotten.ts'
import { kortnavn } from '../domain/enhet.ts'
import { sumAv } from '../domain/penger.ts'
import { del, kortDato, merknad, tabell, tallkolonne, tekst } from './bygg.ts'
import { kroner, pengesetning, regnskapFor, regnskapstabell } from './deler/penger.ts'
import type { Bestilling, Rapportgrunnlag } from './grunnlag.ts'
import { ARTNAVN, RAPPORTTITTEL } from './ord.ts'
import type { Rapport } from './rapport.ts'

const TILSTAND = { innvilget: 'Innvilget', soekt: 'Søkt', avslaatt: 'Avslått' } as const

/** The accounts of the grant for one year, with every line; sums in whole øre. */
export function heltidspotten(g: Rapportgrunnlag, b: Bestilling, forbehold = ''): Rapport {
  const regnskap = regnskapFor(g, b.aar)
  const linjer = linjerI(g.kostnader, b.aar)
  const navn = new Map(g.enheter.map((e) => [e.id, kortnavn(e)]))
  const tilskudd = g.tilskudd.filter((t) => t.aar === b.aar)
  return {
    navn: 'heltidspotten',
    tittel: RAPPORTTITTEL.heltidspotten,
    undertittel: `Regnskap ${b.aar} · ${b.fra}`,
    til: 'Arbeids- og velferdsdirektoratet',
    fra: b.fra,
    aar: b.aar,
    enhet: null,
    saksnummer: b.saksnummer,
    laget: b.idag,
    utgave: null,
    eksempel: [...tilskudd, ...linjer].some((r) => r.eksempel),
    deler: [
      del(
        'status',
        'Status',
        tekst('status', 'Status for pengene', pengesetning(regnskap)),
        regnskapstabell(regnskap),
        merknad(forbehold),
      ),
      del(
        'tilskudd',
        'Tilskudd',
        tabell(
          {
            id: 'tilskudd',
            tittel: `Tilskudd for ${b.aar}`,
            kolonner: ['Fra', 'Til', 'Svar', tallkolonne('Beløp')],
            rader: tilskudd.map((t) => [t.fra, navn.get(t.enhet) ?? null, TILSTAND[t.tilstand], kroner(t.beloep)]),
            kilde: [...new Set(tilskudd.map((t) => t.kilde).filter(Boolean))].join('; ') || 'Ført i Heltidshjulet.',
          },
          `Det er ikke ført tilskudd for ${b.aar}.`,
        ),
      ),
      del(
        'linjer',
        'Kostnadene',
        tabell(
          {
            id: 'kostnader',
            tittel: `Kostnader i ${b.aar}`,
            kolonner: ['Dato', 'Hva pengene gikk til', 'Hva det gjelder', 'Bilag', tallkolonne('Beløp')],
            rader:
              linjer.length === 0
                ? []
                : [
                    ...linjer.map((k) => [
                      kortDato(k.dato),
                      ARTNAVN[k.art],
                      k.tekst,
                      k.bilag || null,
                      kroner(k.beloep),
                    ]),
                    ['Til sammen', null, null, null, kroner(sumAv(linjer.map((k) => k.beloep)))],
                  ],
            sumrad: true,
            kilde: 'Regnskapet for Heltidspotten i Heltidshjulet.',
          },
          `Det er ikke ført kostnader i ${b.aar}.`,
        ),
      ),
      del(
        'gjort',
        'Hva pengene har gitt',
        tekst('gjort', 'Hva pengene har gitt', 'Skriv hva som er gjort, og hva det har gitt.'),
      ),
    ],
  }
}
