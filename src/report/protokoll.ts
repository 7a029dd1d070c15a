import { skrivDato, skrivTidspunkt, type Dato } from '../domain/dato.ts'
import {
  antallDeltakere,
  DELTAKERROLLER,
  komForSent,
  lapperI,
  lapperUtenSpoersmaal,
  PARTER,
  temaer,
  type Beslutning,
  type Deltakerrolle,
  type Kickoff,
  type Kickofflapp,
  type Kickoffmerke,
  type Part,
} from '../domain/kickoff.ts'
import { lapperErSkjult, merkerErSkjult } from '../domain/holdt.ts'
import type { Syn } from '../domain/uttalelse.ts'
import { antall, avsnitt, del, kortDato, merknad, punkter, tabell, tallkolonne } from './bygg.ts'
import { avtrykk } from './avtrykk.ts'
import type { Del, Rapport, Rute } from './rapport.ts'

export const DELTAKERNAVN: Record<Deltakerrolle, string> = {
  ledere: 'Ledere',
  tillitsvalgte: 'Tillitsvalgte',
  verneombud: 'Verneombud',
  ansatte: 'Ansatte',
  andre: 'Andre',
}
const SYN: Record<Syn, string> = { enig: 'Enig', uenig: 'Uenig', utsatt: 'Utsatt' }
const KILDE = 'Kick-offen i Heltidshjulet.'

type MedId<T> = T & { id: string }
export interface Protokollgrunnlag {
  kickoff: MedId<Kickoff>
  lapper: readonly MedId<Kickofflapp>[]
  merker: readonly MedId<Kickoffmerke>[]
  beslutninger: readonly MedId<Beslutning>[]
  enhetsnavn: string
  enhet: string
  idag: Dato
  fra: string
}

/**
 * The protocol of a kick-off: who was there by role and number, what was written, what was put first, what was decided and what the
 * parties think of it, and what they did not agree on. A note that was hidden is told of by its reason, never by its words.
 */
export function protokoll(g: Protokollgrunnlag): Rapport {
  const { kickoff: k } = g
  const innhold = innholdet(g)
  return {
    navn: 'protokoll',
    tittel: 'Protokoll fra kick-off',
    undertittel: `${k.tittel} · ${g.enhetsnavn}, ${skrivDato(k.dato)}`,
    til: `Medbestemmelsesmøtet i ${g.enhetsnavn}`,
    fra: g.fra,
    aar: Number(k.dato.slice(0, 4)),
    enhet: g.enhet,
    saksnummer: '',
    laget: g.idag,
    utgave: null,
    eksempel: k.eksempel,
    deler: [
      ...innhold,
      del(
        'underskrift',
        'Bekreftelse',
        avsnitt(
          k.lukket === null
            ? 'Møtet er ikke avsluttet. Protokollen kan bli endret.'
            : `Møtet ble avsluttet ${skrivTidspunkt(k.lukket)} av ${k.lukketAv || 'ukjent rolle'}.`,
        ),
        ...bekreftelser(k, avtrykk(innhold)).map(({ tekst }) => avsnitt(tekst)),
      ),
    ],
  }
}

export const PARTNAVN: Record<Part, string> = { ledelsen: 'For ledelsen', tillitsvalgte: 'For de tillitsvalgte' }

/** What each party has said of the protocol as it is now. @param naa its print */
export function bekreftelser(k: Kickoff, naa: string): { part: Part; gjelder: boolean; tekst: string }[] {
  return (Object.keys(PARTER) as Part[]).map((part) => {
    const b = k[PARTER[part]]
    if (b === null) return { part, gjelder: false, tekst: `${PARTNAVN[part]}: ________________________` }
    const gjelder = b.avtrykk === naa
    const bekreftet = `${PARTNAVN[part]}: bekreftet ${skrivTidspunkt(b.naar)}${b.fra ? ` fra innloggingen til ${b.fra}` : ''}.`
    return { part, gjelder, tekst: gjelder ? bekreftet : `${bekreftet} Protokollen er endret siden.` }
  })
}

/** The print of what is confirmed: all of the protocol but the confirmations themselves. */
export const protokollavtrykk = (g: Protokollgrunnlag): string => avtrykk(innholdet(g))

/** What was written, decided and not agreed on. */
function innholdet(g: Protokollgrunnlag): Del[] {
  const { kickoff: k } = g
  const mine = lapperI(g.lapper, k.id)
  const synlige = mine.filter((l) => !l.skjult)
  const skjulte = mine.filter((l) => l.skjult)
  const sene = synlige.filter((l) => komForSent(l, k.lukket))
  const merker = g.merker.filter((m) => m.kickoff === k.id)
  const beslutninger = g.beslutninger.filter((b) => b.kickoff === k.id).sort((a, b) => a.skrevet - b.skrevet)
  const utenSpoersmaal = lapperUtenSpoersmaal(synlige, k)
  const sent = (noe: { skrevet: number }): string =>
    komForSent(noe, k.lukket) ? ' (kom etter at møtet var avsluttet)' : ''
  const innspill = (id: string, spoersmaal: string, lapper: readonly MedId<Kickofflapp>[]) =>
    tabell(
      {
        id: `innspill-${id}`,
        tittel: spoersmaal,
        kolonner: ['Tema', 'Lapper', tallkolonne('Merker')],
        rader: temaer(lapper, merker).map((t) => [
          t.tema || 'Uten tema',
          t.lapper.map((l) => `${l.tekst}${sent(l)}`).join('; '),
          antall(t.merker),
        ]),
        kilde: KILDE,
      },
      `${spoersmaal} Ingen har skrevet noe.`,
    )
  const tilstede = DELTAKERROLLER.filter((r) => (k.deltakere[r] ?? 0) > 0)
  return [
    del(
      'om',
      'Om møtet',
      ...(k.formaal ? [avsnitt(k.formaal)] : []),
      ...(k.sted ? [avsnitt(`Sted: ${k.sted}.`)] : []),
      tabell(
        {
          id: 'deltakere',
          tittel: 'Hvem som var med',
          kolonner: ['Rolle', tallkolonne('Antall')],
          rader:
            tilstede.length === 0
              ? []
              : [
                  ...tilstede.map((r): Rute[] => [DELTAKERNAVN[r], antall(k.deltakere[r]!)]),
                  ['Til sammen', antall(antallDeltakere(k))],
                ],
          sumrad: true,
          kilde: KILDE,
        },
        'Det er ikke ført hvem som var med.',
      ),
    ),
    del(
      'innspill',
      'Det vi skrev',
      merknad(
        lapperErSkjult(k)
          ? 'Lappene er ikke vist for alle ennå. Her er bare de som er skrevet fra denne innloggingen.'
          : '',
      ),
      merknad(
        merkerErSkjult(k)
          ? 'Merkene er ikke vist for alle ennå. Her er bare de som er satt fra denne innloggingen.'
          : '',
      ),
      ...k.spoersmaal.map(({ id, tekst }) =>
        innspill(
          id,
          tekst,
          synlige.filter((l) => l.spoersmaal === id),
        ),
      ),
      ...(utenSpoersmaal.length > 0 ? [innspill('andre', 'Svar på spørsmål som er tatt bort', utenSpoersmaal)] : []),
      punkter(skjulte.map((l) => `En lapp er skjult: ${l.skjultGrunn || 'uten oppgitt grunn'}.`)),
      merknad(
        sene.length > 0 ? `${sene.length} av lappene kom etter at møtet var avsluttet. De er med, og merket.` : '',
      ),
    ),
    del(
      'beslutninger',
      'Det vi ble enige om å gjøre',
      tabell(
        {
          id: 'beslutninger',
          tittel: 'Tiltak, ansvar og frist',
          kolonner: ['Tiltak', 'Ansvarlig', 'Frist', 'Tiltaksmål', 'Ledernes syn', 'De tillitsvalgtes syn'],
          rader: beslutninger.map((b) => [
            `${b.merknad ? `${b.tekst} (${b.merknad})` : b.tekst}${sent(b)}`,
            b.ansvarlig || 'Ikke satt',
            b.frist === null ? 'Ikke satt' : kortDato(b.frist),
            b.tiltaksmaal,
            b.synLeder === null ? 'Ikke sagt' : SYN[b.synLeder],
            b.synTillitsvalgt === null ? 'Ikke sagt' : SYN[b.synTillitsvalgt],
          ]),
          kilde: KILDE,
        },
        'Ingenting er besluttet.',
      ),
    ),
    del('uenighet', 'Det vi ikke ble enige om', avsnitt(k.uenighet.trim() || 'Ingenting er skrevet.')),
  ]
}
