import { erForfalt } from '../domain/aktivitet.ts'
import { aarAv, kvartalAv, skrivDato } from '../domain/dato.ts'
import { kortnavn } from '../domain/enhet.ts'
import { HOVEDINDIKATORER, INDIKATORER } from '../domain/indikatorer.ts'
import { noekkeltall } from '../domain/noekkeltall.ts'
import { skrivAntall } from '../domain/tallformat.ts'
import { aldersetning, storeEnheter, tallsetning } from './aarsrapport.ts'
import { avsnitt, del, graf, merknad, noekkeltallrad, punkter, tekst } from './bygg.ts'
import { aarshjulsetning, kvartalslinjer, tellAarshjul } from './deler/aarshjul.ts'
import { pilotrader, pilottabell } from './deler/arbeidet.ts'
import { noekkelblokker, SKJULT_NOTE, skjulteEnheter, utviklingsgraf } from './deler/maaltall.ts'
import { pengesetning, regnskapFor } from './deler/penger.ts'
import { perDag, type Bestilling, type Rapportgrunnlag } from './grunnlag.ts'
import { RAPPORTTITTEL } from './ord.ts'
import type { Rapport } from './rapport.ts'

/** Two pages for the styringsgruppe: where we stand, who needs help, what comes, and what is to be decided. */
export function styringsgruppen(g: Rapportgrunnlag, b: Bestilling): Rapport {
  return status('styringsgruppen', 'Styringsgruppen for heltidskultur', g, b, true)
}

/** The same on one page, for kommunedirektørens ledermøte. */
export function ledermoetet(g: Rapportgrunnlag, b: Bestilling): Rapport {
  return status('ledermoetet', 'Kommunedirektørens ledermøte', g, b, false)
}

function status(
  navn: 'styringsgruppen' | 'ledermoetet',
  til: string,
  g: Rapportgrunnlag,
  b: Bestilling,
  helt: boolean,
): Rapport {
  const dag = perDag(b)
  const skjules = skjulteEnheter(g, dag)
  const store = storeEnheter(g)
  const tallene = store.flatMap((e) => HOVEDINDIKATORER.map((i) => ({ e, t: noekkeltall(e.id, i, g, dag) })))
  const piloter = pilotrader(g, dag)
  const trenger = piloter.filter((p) => p.taus || p.tall.status === 'bak')
  const forfalte = g.aktiviteter.filter((a) => erForfalt(a, dag)).length
  const kvartal = kvartalAv(dag)
  const foran = kvartal === 4 ? { aar: aarAv(dag) + 1, kvartal: 1 } : { aar: aarAv(dag), kvartal: kvartal + 1 }
  const kommer = kvartalslinjer(g, foran.aar, foran.kvartal)
  const setninger = tallene.map(({ e, t }) => tallsetning(t, kortnavn(e)))
  return {
    navn,
    tittel: RAPPORTTITTEL[navn],
    undertittel: `${skrivDato(dag)} · ${b.fra}`,
    til,
    fra: b.fra,
    aar: b.aar,
    enhet: null,
    saksnummer: b.saksnummer,
    laget: b.idag,
    utgave: null,
    eksempel: tallene.some(({ t }) => t.eksempel) || piloter.some((p) => p.eksempel),
    deler: [
      del(
        'status',
        'Hvor vi står',
        noekkeltallrad(
          noekkelblokker(
            tallene.map(({ t }) => t),
            (t) => `${INDIKATORER[t.indikator].navn}, ${kortnavn(store.find((e) => e.id === t.enhet)!)}`,
          ),
        ) ?? [],
        tekst(
          'status',
          'Hvor vi står',
          ...(setninger.some(Boolean) ? setninger : ['Det er ikke registrert målinger.']),
          aldersetning(tallene),
          aarshjulsetning(tellAarshjul(g, b.aar, b.idag), b.aar),
        ),
        ...(helt
          ? tallene
              .filter(({ t }) => t.indikator === 'andelHeltid')
              .map(({ e, t }) => graf(utviklingsgraf(t, kortnavn(e))))
          : []),
      ),
      del(
        'oppfoelging',
        'Hvem som trenger oss',
        tekst(
          'oppfoelging',
          'Hvem som trenger oss',
          trenger.length === 0
            ? 'Ingen pilot er bak målstien, og alle har meldt seg de siste seks ukene.'
            : `${trenger.map((p) => kortnavn(p.enhet)).join(', ')} er bak målstien eller har ikke meldt seg de siste seks ukene.`,
          forfalte > 0 && `${skrivAntall(forfalte, 'aktivitet', 'aktiviteter')} i enhetene er over fristen.`,
        ),
        ...(helt ? [pilottabell(g, piloter, skjules)] : []),
        helt && piloter.some((p) => skjules(p.enhet.id)) ? merknad(SKJULT_NOTE(g.minst)) : null,
      ),
      ...(helt ? [del('penger', 'Heltidspotten', avsnitt(pengesetning(regnskapFor(g, b.aar))))] : []),
      del(
        'kommer',
        `Neste kvartal: ${foran.kvartal}. kvartal ${foran.aar}`,
        punkter(kommer) ?? avsnitt(`Årshjulet har ingen aktiviteter i ${foran.kvartal}. kvartal ${foran.aar}.`),
      ),
      del(
        'beslutning',
        'Til beslutning',
        tekst('beslutning', 'Til beslutning', 'Ingen saker er ført opp til beslutning.'),
      ),
    ],
  }
}
