import { HELTID, UTVALG } from '../../domain/asker/kilder.ts'
import { skrivDato, type Dato } from '../../domain/dato.ts'
import { kortnavn } from '../../domain/enhet.ts'
import { HOVEDINDIKATORER, INDIKATORER } from '../../domain/indikatorer.ts'
import { DEFINISJONER } from '../../domain/indikatordefinisjoner.ts'
import { erFersk, sisteMaaling } from '../../domain/maaling.ts'
import { SAMLET_FORBEHOLD } from '../../domain/samlet.ts'
import { del, kortDato, merknad, punkter, tabell } from '../bygg.ts'
import type { Rapportgrunnlag } from '../grunnlag.ts'
import type { Blokk, Del } from '../rapport.ts'

/** What the figures mean, who counts, and how old they are: the last part of every report with figures. */
export function omTallene(dag: Dato, ...mer: (Blokk | null)[]): Del {
  return del(
    'om-tallene',
    'Om tallene',
    punkter([
      ...HOVEDINDIKATORER.map(
        (i) => `${INDIKATORER[i].navn}: ${DEFINISJONER[i].definisjon} (${DEFINISJONER[i].kilde}.)`,
      ),
      `Medregnet: ${UTVALG.medregnet.join('; ')}.`,
      `Ikke medregnet: ${UTVALG.utelatt.join(', ')}.`,
      HELTID.ks,
      SAMLET_FORBEHOLD,
    ]) ?? [],
    merknad(`Tallene er slik de var registrert ${skrivDato(dag)}.`),
    ...mer,
  )
}

/** How old the newest figure of each unit at the foot is, the oldest first: a report made without coverage says it too. */
export function ferskhet(g: Rapportgrunnlag, dag: Dato): Blokk {
  const enheter = g.enheter.filter((e) => e.nivaa === 'avdeling' || e.pilot)
  const rader = enheter
    .map((e) => ({ navn: kortnavn(e), dato: sisteMaaling(g.maalinger, e.id, 'andelHeltid', dag)?.dato ?? null }))
    .sort((a, b) => (a.dato ?? '').localeCompare(b.dato ?? '') || a.navn.localeCompare(b.navn, 'nb'))
  return tabell(
    {
      id: 'ferskhet',
      tittel: 'Hvor gamle tallene er',
      kolonner: ['Enhet', 'Andel heltid sist målt', 'Merknad'],
      rader: rader.map(({ navn, dato }) => [
        navn,
        dato === null ? 'Ikke målt' : kortDato(dato),
        dato === null ? 'Taus: ingen måling' : erFersk(dato, dag) ? null : 'Eldre enn 13 måneder',
      ]),
      kilde: 'Målingene på nettbrettet rapporten er laget på.',
    },
    'Ingen enheter er registrert.',
  )
}
