import { erAvsluttet } from '../domain/aktivitet.ts'
import { dagVed, skrivDato, type Dato } from '../domain/dato.ts'
import { romForEnhet } from '../domain/enhet.ts'
import { HOVEDINDIKATORER, INDIKATORER } from '../domain/indikatorer.ts'
import { EVALUERES_INNEN_DAGER, tilNesteMbm, venterPaaSyn, type Sak } from '../domain/neste.ts'
import { noekkeltall } from '../domain/noekkeltall.ts'
import type { Post } from '../domain/tabeller.ts'
import { gjelderFor, gjeldendeUttalelser, type Syn } from '../domain/uttalelse.ts'
import { avsnitt, del, graf, kortDato, noekkeltallrad, tabell, tekst } from './bygg.ts'
import { noekkelblokker, utviklingsgraf } from './deler/maaltall.ts'
import { perDag, type Bestilling, type Rapportgrunnlag } from './grunnlag.ts'
import { RAPPORTTITTEL } from './ord.ts'
import type { Rapport, Rute } from './rapport.ts'

const SYN: Record<Syn, string> = { enig: 'Enig', uenig: 'Uenig', utsatt: 'Utsatt' }
/** So many of what was said last: the page is one. */
const FLEST_SIST = 6
/** So many matters, before those that only wait for a view are told as a number. */
const FLEST_SAKER = 12
const HVA = { aktivitet: 'Aktivitet', toernoppgave: 'TØRN-oppgave' } as const

/** One page to one unit's MBM: where it stands, what is to be discussed, what was agreed last and what became of it. */
export function mbm(g: Rapportgrunnlag, b: Bestilling, enhet: Post<'enhet'>): Rapport {
  const dag = perDag(b)
  const rom = romForEnhet(enhet)
  const saker = {
    aktiviteter: g.aktiviteter.filter((a) => a.rom === rom),
    toernoppgaver: g.toernoppgaver.filter((o) => o.rom === rom),
    uttalelser: g.uttalelser.filter((u) => u.rom === rom),
  }
  const tallene = HOVEDINDIKATORER.map((i) => noekkeltall(enhet.id, i, g, dag))
  const neste = tilNesteMbm(saker, dag)
  const droeftes: Rute[][] = [
    ...neste.uavklart.map((s): Rute[] => [HVA[s.type], s.tittel, `${SYN[s.syn]} fra de ansattes side`]),
    ...neste.ikkeDroeftet.map((o): Rute[] => [HVA.toernoppgave, o.oppgave, 'Foreslått, ikke drøftet']),
    ...neste.skalEvalueres.map((a): Rute[] => [
      HVA.aktivitet,
      a.tittel,
      `Skal evalueres, frist ${a.frist === null ? 'ikke satt' : skrivDato(a.frist)}`,
    ]),
    ...g.utlysninger
      .filter((u) => u.rom === rom && u.prosent < 100 && u.utfall === 'aapen' && u.droeftetDato === null)
      .map((u): Rute[] => ['Utlysning', `${u.stilling}, ${u.prosent}\u00a0%`, 'Skal drøftes etter § 14-1 b']),
  ]
  const nevnt = new Set([...neste.ikkeDroeftet, ...neste.skalEvalueres].map((s) => s.id))
  droeftes.push(
    ...utenSyn(
      venterPaaSyn(saker).filter((s) => !nevnt.has(s.id)),
      FLEST_SAKER - droeftes.length,
    ),
  )
  return {
    navn: 'mbm',
    tittel: RAPPORTTITTEL.mbm,
    undertittel: `${enhet.navn} · ${skrivDato(dag)}`,
    til: `Medbestemmelsesmøtet i ${enhet.navn}`,
    fra: b.fra,
    aar: b.aar,
    enhet: enhet.id,
    saksnummer: b.saksnummer,
    laget: b.idag,
    utgave: null,
    eksempel: tallene.some((t) => t.eksempel) || Object.values(saker).some((rader) => rader.some((r) => r.eksempel)),
    deler: [
      del(
        'status',
        'Hvor vi står',
        noekkeltallrad(noekkelblokker(tallene, (t) => INDIKATORER[t.indikator].navn)) ??
          avsnitt('Enheten har ikke registrert noen måling ennå.'),
        graf(utviklingsgraf(tallene[0]!, enhet.navn)),
      ),
      del(
        'droeftes',
        'Dette skal drøftes',
        tabell(
          {
            id: 'droeftes',
            tittel: 'Saker til møtet',
            kolonner: ['Hva', 'Sak', 'Hvorfor'],
            rader: droeftes,
            kilde: `Aktivitetene, TØRN-listen og utlysningene i Heltidshjulet. Evaluering tas med ${EVALUERES_INNEN_DAGER} dager før fristen.`,
          },
          'Ingenting venter på drøfting.',
        ),
        tekst(
          'droeftes',
          'Lederens innledning',
          neste.uavklart.length > 0 ? 'Vi begynner med det vi ikke er enige om.' : 'Er det noe dere vil ta opp?',
        ),
      ),
      del('sist', 'Avtalt sist, og hva det ble til', avtalt(saker, dag)),
    ],
  }
}

/** What nobody on the employees' side has spoken on; where there is not room for all (but for three at least), the rest as a number. */
function utenSyn(venter: readonly Sak[], plass: number): Rute[][] {
  const vises = venter.length <= Math.max(plass, 3) ? venter : venter.slice(0, Math.max(plass, 3) - 1)
  const resten = venter.length - vises.length
  return [
    ...vises.map((s): Rute[] => [HVA[s.type], s.tittel, 'Venter på de ansattes syn']),
    ...(resten > 0 ? [['Flere', `${resten} saker til`, 'Venter på de ansattes syn'] satisfies Rute[]] : []),
  ]
}

type Saker = Pick<Rapportgrunnlag, 'aktiviteter' | 'toernoppgaver' | 'uttalelser'>

const STATUS: Record<string, string> = {
  idee: 'Idé',
  planlagt: 'Planlagt',
  i_gang: 'I gang',
  ferdig: 'Ferdig',
  avbrutt: 'Avbrutt',
  kartlagt: 'Kartlagt',
  foreslaatt: 'Foreslått',
  droeftet: 'Drøftet',
  proeves_ut: 'Prøves ut',
  innfoert: 'Innført',
  beholdes: 'Beholdes',
  avvist: 'Avvist',
}

function avtalt(saker: Saker, dag: Dato) {
  const fra = saker.uttalelser.filter((u) => dagVed(u.skrevet) <= dag)
  const poster = [
    ...saker.aktiviteter.map((a) => ({
      type: 'aktivitet' as const,
      id: a.id,
      tittel: a.tittel,
      status: a.status,
      ute: erAvsluttet(a),
    })),
    ...saker.toernoppgaver.map((o) => ({
      type: 'toernoppgave' as const,
      id: o.id,
      tittel: o.oppgave,
      status: o.status,
      ute: o.status === 'innfoert',
    })),
  ]
  const rader = poster
    .flatMap((p) => gjeldendeUttalelser(fra, gjelderFor(p.type, p.id)).map((u) => ({ p, u, naar: dagVed(u.skrevet) })))
    .sort((a, b) => b.u.skrevet - a.u.skrevet)
    .slice(0, FLEST_SIST)
  return tabell(
    {
      id: 'sist',
      tittel: 'Uttalelser og hva som er gjort',
      kolonner: ['Sak', 'De ansattes syn', 'Når', 'Status nå'],
      rader: rader.map(({ p, u, naar }) => [p.tittel, SYN[u.syn], kortDato(naar), STATUS[p.status] ?? p.status]),
      kilde: 'Uttalelsene i Heltidshjulet.',
    },
    'Ingen har uttalt seg ennå. Det som blir sagt om aktiviteter og TØRN-oppgaver, kommer her.',
  )
}
