import { MANDAT, RESULTATMAAL, TILTAKSMAALTEKST } from '../domain/asker/maal.ts'
import { TILTAKSMAAL } from '../domain/aktivitet.ts'
import { kortnavn } from '../domain/enhet.ts'
import { HOVEDINDIKATORER, INDIKATORER, skrivVerdi } from '../domain/indikatorer.ts'
import { noekkeltall, type Noekkeltall } from '../domain/noekkeltall.ts'
import type { Post } from '../domain/tabeller.ts'
import { skrivAntall } from '../domain/tallformat.ts'
import { skrivTimer, somTimer } from '../domain/toernflyt.ts'
import { avsnitt, del, graf, kortDato, merknad, noekkeltallrad, punkter, tabell, tekst } from './bygg.ts'
import { aarshjulsetning, aarshjultabell, avvikstabell, tellAarshjul, uregistrert } from './deler/aarshjul.ts'
import {
  droeftingstall,
  ferdigtabell,
  flyttabell,
  kickofftabell,
  pilotrader,
  pilottabell,
  tiltakstabell,
  toernsum,
  toerntabell,
  utlysningstabell,
} from './deler/arbeidet.ts'
import { maaltallstabell, motSti, noekkelblokker, skjulteEnheter, utviklingsgraf } from './deler/maaltall.ts'
import { ferskhet, omTallene } from './deler/omtallene.ts'
import { pengesetning, regnskapFor, regnskapstabell } from './deler/penger.ts'
import { resultattabell, utproevingerI, utproevingssetning, utproevingstabell } from './deler/utproevinger.ts'
import { perDag, type Bestilling, type Rapportgrunnlag } from './grunnlag.ts'
import { RAPPORTTITTEL, VEDTAKSTILSTANDSNAVN } from './ord.ts'
import type { Rapport } from './rapport.ts'

/** The wholes that the mandate has targets for: the municipality, then its service areas that have a target. */
export const storeEnheter = (g: Rapportgrunnlag) =>
  g.enheter
    .filter((e) => e.nivaa === 'kommune' || (e.nivaa === 'tjenesteomraade' && g.maaltall.some((m) => m.enhet === e.id)))
    .sort((a, b) => Number(a.nivaa !== 'kommune') - Number(b.nivaa !== 'kommune') || a.navn.localeCompare(b.navn, 'nb'))

/** Says it where figures are too old to speak for the day: once, for those that are. */
export function aldersetning(tallene: readonly { e: Post<'enhet'>; t: Noekkeltall }[]): string | null {
  const gamle = tallene.filter(({ t }) => t.verdi !== null && t.status === 'mangler')
  if (gamle.length === 0) return null
  const alle = gamle.length === tallene.filter(({ t }) => t.verdi !== null).length
  const hvem = [...new Set(gamle.map(({ e }) => kortnavn(e)))].join(' og ')
  return alle ? 'Tallene er eldre enn 13 måneder.' : `Noen av tallene for ${hvem} er eldre enn 13 måneder.`
}

/** «Andel heltid i Asker er 77,2 %, 0,4 prosentpoeng foran målstien.» */
export function tallsetning(t: Noekkeltall, navn: string): string | null {
  if (t.verdi === null) return null
  const avstand = motSti(t)
  return `${INDIKATORER[t.indikator].navn} i ${navn} er ${skrivVerdi(t.indikator, t.verdi)}${avstand ? `, ${avstand}` : ''}.`
}

/**
 * The year's report to PSU: what the mandate asks for, from the figures alone. Small groups are hidden, since the papers of PSU are
 * public. Every sentence that is proposed can be written anew.
 */
export function aarsrapport(g: Rapportgrunnlag, b: Bestilling): Rapport {
  const dag = perDag(b)
  const skjules = skjulteEnheter(g, dag)
  const store = storeEnheter(g)
  const tallene = store.flatMap((e) => HOVEDINDIKATORER.map((i) => ({ e, t: noekkeltall(e.id, i, g, dag) })))
  const hjul = tellAarshjul(g, b.aar, b.idag)
  const piloter = pilotrader(g, dag)
  const trenger = piloter.filter((p) => p.tall.status === 'bak' || p.taus)
  const toern = toernsum(g.toernoppgaver)
  const droefting = droeftingstall(g)
  const penger = regnskapFor(g, b.aar)
  const neste = tellAarshjul(g, b.aar + 1, b.idag)
  const setninger = tallene.map(({ e, t }) => tallsetning(t, kortnavn(e)))
  return {
    navn: 'aarsrapport',
    tittel: RAPPORTTITTEL.aarsrapport,
    undertittel: `Heltidskultur ${b.aar} · ${b.fra}`,
    til: 'Partssammensatt utvalg (PSU)',
    fra: b.fra,
    aar: b.aar,
    enhet: null,
    saksnummer: b.saksnummer,
    laget: b.idag,
    utgave: null,
    eksempel:
      tallene.some(({ t }) => t.eksempel) ||
      piloter.some((p) => p.eksempel) ||
      utproevingerI(g, b).some((u) => u.eksempel),
    deler: [
      del(
        'kort-fortalt',
        'Kort fortalt',
        tekst(
          'kort-fortalt',
          'Kort fortalt',
          ...(setninger.some(Boolean) ? setninger : [`Det er ikke registrert målinger for ${b.aar}.`]),
          aldersetning(tallene),
          aarshjulsetning(hjul, b.aar),
          piloter.length > 0 && pilotsetning(piloter.length, trenger.length),
        ),
        noekkeltallrad(
          noekkelblokker(
            tallene.map(({ t }) => t),
            (t) => `${INDIKATORER[t.indikator].navn}, ${kortnavn(store.find((e) => e.id === t.enhet)!)}`,
          ),
        ) ?? [],
      ),
      del(
        'maaltall',
        'Måltallene',
        tekst(
          'maaltall',
          'Vurdering av måltallene',
          `Målene er vedtatt for ${store.map(kortnavn).join(' og ')} fram til 2030. Målstien er den rette linjen mellom milepælene: «foran» er på eller over den, «i rute» er inntil ett prosentpoeng under.`,
        ),
        ...tallene.map(({ e, t }) => graf(utviklingsgraf(t, kortnavn(e)))),
        maaltallstabell(
          g,
          [
            ...store,
            ...g.enheter.filter((e) => e.nivaa === 'virksomhet').sort((x, y) => x.navn.localeCompare(y.navn, 'nb')),
          ],
          dag,
          'maaltall',
          'Status på måltallene',
          skjules,
        ),
      ),
      del(
        'aarshjul',
        `Årshjulet ${b.aar}`,
        tekst('aarshjul', 'Vurdering av årshjulet', aarshjulsetning(hjul, b.aar)),
        aarshjultabell(g, b.aar, b.idag, 'aarshjul', `Aktivitetene i ${b.aar}`),
        uregistrert(hjul),
        avvikstabell(g, b.aar, 'avvik'),
      ),
      del(
        'piloter',
        'Pilotene og utprøvingene',
        tekst(
          'piloter',
          'Hva utprøvingene har vist',
          piloter.length === 0
            ? 'Ingen enheter er registrert som piloter.'
            : trenger.length === 0
              ? 'Alle pilotene har meldt seg de siste seks ukene, og ingen er bak målstien.'
              : `Disse trenger oppfølging: ${trenger.map((p) => kortnavn(p.enhet)).join(', ')}.`,
          utproevingssetning(g, b),
        ),
        pilottabell(g, piloter, skjules),
        utproevingstabell(g, b),
        resultattabell(g, b, skjules),
        tiltakstabell(g, b),
        ferdigtabell(g, b),
      ),
      del(
        'toern',
        'TØRN: deling av oppgaver',
        tekst(
          'toern',
          'Hva oppgavedelingen har gitt',
          toern.oppgaver === 0
            ? 'Ingen enheter har ført en TØRN-liste ennå.'
            : `Enhetene har kartlagt ${toern.oppgaver} oppgaver. ${toern.innfoert} er innført, og det flytter ${skrivTimer(somTimer([toern.flyttet])[0]!)} timer i uken mellom yrkesgruppene. I alt er det funnet ${skrivTimer(somTimer([toern.flyttbart])[0]!)} timer som kan flyttes.`,
        ),
        toerntabell(g),
        flyttabell(g.toernoppgaver),
      ),
      del(
        'medvirkning',
        'Kick-off, drøfting og medvirkning',
        tekst(
          'medvirkning',
          'Medvirkningen i året',
          droefting.saker === 0
            ? 'Det er ikke registrert uttalelser fra de tillitsvalgte.'
            : `De tillitsvalgte og verneombudene har uttalt seg om ${skrivAntall(droefting.saker, 'sak', 'saker')}: enig i ${droefting.enig}, uenig i ${droefting.uenig} og utsatt i ${droefting.utsatt}.`,
        ),
        kickofftabell(g, b),
      ),
      del('deltid', 'Utlysninger og deltid', utlysningstabell(g, b)),
      del(
        'heltidspotten',
        'Heltidspotten',
        tekst('heltidspotten', 'Om Heltidspotten', pengesetning(penger)),
        regnskapstabell(penger),
      ),
      del(
        'mandat',
        'Mandatet og vedtakene',
        avsnitt(`${MANDAT.tittel}, vedtatt ${MANDAT.vedtatt}. ${MANDAT.forankring}`),
        punkter([
          ...RESULTATMAAL.map((r) => `${r.id}: ${r.tekst}`),
          ...TILTAKSMAAL.map((t) => `${t}: ${TILTAKSMAALTEKST[t]}`),
        ]) ?? [],
        tabell(
          {
            id: 'vedtak',
            tittel: 'Politiske vedtak og hva som er gjort',
            kolonner: ['Vedtatt', 'Vedtak', 'Status', 'Hva som er gjort'],
            rader: g.vedtak.map((x) => [
              kortDato(x.vedtattDato),
              x.tekst,
              VEDTAKSTILSTANDSNAVN[x.tilstand],
              [x.gjort, ...x.aktiviteter.flatMap((id) => g.aarshjul.find((o) => o.id === id)?.tittel ?? [])]
                .filter(Boolean)
                .join('. ') || null,
            ]),
            kilde: [...new Set(g.vedtak.map((x) => x.sak).filter(Boolean))].join('; '),
          },
          'Ingen vedtak er ført.',
        ),
      ),
      del(
        'neste-aar',
        `Planen for ${b.aar + 1}`,
        tekst(
          'neste-aar',
          'Prioriteringer neste år',
          neste.alle === 0
            ? `Årshjulet for ${b.aar + 1} er ikke planlagt ennå.`
            : `Årshjulet for ${b.aar + 1} har ${skrivAntall(neste.alle, 'aktivitet', 'aktiviteter')}.`,
        ),
        neste.alle > 0 ? aarshjultabell(g, b.aar + 1, b.idag, 'neste-aar', `Aktivitetene i ${b.aar + 1}`) : null,
      ),
      omTallene(
        dag,
        ferskhet(g, dag),
        merknad(`Tall for færre enn ${g.minst} personer er skjult, også der de kunne vært regnet ut.`),
      ),
    ],
  }
}

function pilotsetning(alle: number, trenger: number): string {
  const piloter = skrivAntall(alle, 'enhet er pilot', 'enheter er piloter')
  if (trenger === 0) return `${piloter}.`
  const hvem = trenger === alle ? 'alle' : String(trenger)
  return `${piloter}, og ${hvem} av dem er bak målstien eller har ikke meldt seg de siste seks ukene.`
}
