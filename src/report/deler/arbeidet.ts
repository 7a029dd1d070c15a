import { framdrift, TILTAKSMAAL } from '../../domain/aktivitet.ts'
import { TILTAKSMAALTEKST } from '../../domain/asker/maal.ts'
import { dagVed, type Dato } from '../../domain/dato.ts'
import { kortnavn } from '../../domain/enhet.ts'
import { antallDeltakere } from '../../domain/kickoff.ts'
import { virksomhetOver } from '../../domain/mineenheter.ts'
import { pilotrad, type Pilotrad } from '../../domain/pilotrad.ts'
import { SIST_MELDT_FORKLARING } from '../../domain/sistmeldt.ts'
import { skrivProsent } from '../../domain/tallformat.ts'
import { kanFlyttes } from '../../domain/toern.ts'
import { flyter, flyttesum, skrivTimer, somTimer } from '../../domain/toernflyt.ts'
import { manglerIVurderingen, telling } from '../../domain/utlysning.ts'
import { synPerSak } from '../../domain/uttalelse.ts'
import { antall, kortDato, tabell, tall, tallkolonne } from '../bygg.ts'
import { iAaret, navnForRom, perDag, type Bestilling, type Rapportgrunnlag } from '../grunnlag.ts'
import { MAALSTATUS, YRKENAVN } from '../ord.ts'
import type { Blokk, Rute, Tall } from '../rapport.ts'
import { SKJULT, tilEnhet } from './maaltall.ts'

const timer = (minutter: number): Rute => tall(somTimer([minutter])[0]!, (t) => `${skrivTimer(t)}\u00a0t`)

/** The pilot units as they stand on the day, those that need help first. */
export function pilotrader(g: Rapportgrunnlag, dag: Dato): Pilotrad[] {
  return g.enheter
    .filter((e) => e.pilot)
    .map((e) =>
      pilotrad(
        e,
        g,
        g.aktiviteter.filter((a) => a.rom === `unit:${e.id}`),
        g.toernoppgaver.filter((o) => o.rom === `unit:${e.id}`),
        dag,
      ),
    )
    .sort((a, b) => a.enhet.navn.localeCompare(b.enhet.navn, 'nb'))
}

export function pilottabell(g: Rapportgrunnlag, rader: readonly Pilotrad[], skjult: (enhet: string) => boolean): Blokk {
  return tabell(
    {
      id: 'piloter',
      tittel: 'Pilotenhetene',
      kolonner: [
        'Enhet',
        'Virksomhet',
        tallkolonne('Andel heltid'),
        'Status',
        tallkolonne('Aktiviteter ferdig'),
        tallkolonne('TØRN innført'),
        'Sist meldt',
      ],
      rader: rader.map((r): Rute[] => {
        const over = virksomhetOver(r.enhet, g.enheter)
        const hemmelig = r.tall.nevner !== null && skjult(r.enhet.id)
        return [
          kortnavn(r.enhet),
          over ? kortnavn(over) : null,
          hemmelig ? SKJULT : tall(r.tall.verdi, skrivProsent, tilEnhet(r.enhet.id, 'andelHeltid')),
          hemmelig ? SKJULT : r.tall.status === null ? 'Uten mål' : MAALSTATUS[r.tall.status],
          `${r.aktiviteter.ferdig} av ${r.aktiviteter.av}`,
          r.toernInnfoert === null ? null : tall(r.toernInnfoert * 100, (n) => skrivProsent(n, 0)),
          r.sistMeldt === null ? 'Har ikke meldt' : kortDato(r.sistMeldt),
        ]
      }),
      kilde: `Heltidshjulet. ${SIST_MELDT_FORKLARING}`,
    },
    'Ingen enheter er merket som pilot.',
  )
}

/** The activities by the mandate's four measures. */
export function tiltakstabell(g: Rapportgrunnlag, b: Bestilling): Blokk {
  const sine = g.aktiviteter
  const rad = (navn: string, aktiviteter: typeof sine): Rute[] => {
    const f = framdrift(aktiviteter)
    return [
      navn,
      antall(aktiviteter.filter((a) => a.status === 'i_gang').length),
      antall(aktiviteter.filter((a) => a.status === 'ferdig' && iAaret(a.ferdigDato, b)).length),
      antall(f.ferdig),
      antall(f.av),
    ]
  }
  const uten = sine.filter((a) => a.tiltaksmaal === null)
  return tabell(
    {
      id: 'tiltaksmaal',
      tittel: 'Aktivitetene i enhetene',
      kolonner: [
        'Tiltaksmål',
        tallkolonne('I gang'),
        tallkolonne(`Ferdig i ${b.aar}`),
        tallkolonne('Ferdig i alt'),
        tallkolonne('Besluttet i alt'),
      ],
      rader:
        sine.length === 0
          ? []
          : [
              ...TILTAKSMAAL.map((t) =>
                rad(
                  `${t} ${TILTAKSMAALTEKST[t]}`,
                  sine.filter((a) => a.tiltaksmaal === t),
                ),
              ),
              ...(uten.length > 0 ? [rad('Uten tiltaksmål', uten)] : []),
              rad('Til sammen', sine),
            ],
      sumrad: true,
      kilde: 'Aktivitetene i Heltidshjulet. Idéer og avbrutte regnes ikke som besluttet.',
    },
    'Det er ikke registrert aktiviteter i enhetene.',
  )
}

/** What the trials gave: the activities that were finished in the year. */
export function ferdigtabell(g: Rapportgrunnlag, b: Bestilling): Blokk {
  const rom = navnForRom(g)
  const ferdige = g.aktiviteter
    .filter((a) => a.status === 'ferdig' && iAaret(a.ferdigDato, b))
    .sort((x, y) =>
      x.ferdigDato! < y.ferdigDato! ? -1 : x.ferdigDato! > y.ferdigDato! ? 1 : x.tittel.localeCompare(y.tittel, 'nb'),
    )
  return tabell(
    {
      id: 'ferdige',
      tittel: `Ferdig i ${b.aar}`,
      kolonner: ['Enhet', 'Aktivitet', 'Tiltaksmål', 'Ferdig'],
      rader: ferdige.map((a) => [
        rom.get(a.rom)?.navn ?? null,
        a.tittel,
        a.tiltaksmaal,
        a.ferdigDato && kortDato(a.ferdigDato),
      ]),
      kilde: 'Aktivitetene i Heltidshjulet.',
    },
    `Ingen aktiviteter er registrert ferdig i ${b.aar}.`,
  )
}

export interface Toernsum {
  oppgaver: number
  innfoert: number
  /** Minutes a week: introduced, and all that can be moved. */
  flyttet: number
  flyttbart: number
}

export function toernsum(oppgaver: Rapportgrunnlag['toernoppgaver']): Toernsum {
  const innfoert = oppgaver.filter((o) => o.status === 'innfoert')
  return {
    oppgaver: oppgaver.length,
    innfoert: innfoert.length,
    flyttet: flyttesum(flyter(innfoert)).totalt,
    flyttbart: flyttesum(flyter(oppgaver)).totalt,
  }
}

/** Tasks and hours moved, unit by unit. */
export function toerntabell(g: Rapportgrunnlag): Blokk {
  const enheter = g.enheter.filter((e) => g.toernoppgaver.some((o) => o.rom === `unit:${e.id}`))
  const rad = (navn: string, oppgaver: Rapportgrunnlag['toernoppgaver']): Rute[] => {
    const s = toernsum(oppgaver)
    return [
      navn,
      antall(s.oppgaver),
      antall(oppgaver.filter(kanFlyttes).length),
      antall(s.innfoert),
      timer(s.flyttet),
      timer(s.flyttbart),
    ]
  }
  return tabell(
    {
      id: 'toern',
      tittel: 'TØRN: oppgaver og timer i uken',
      kolonner: [
        'Enhet',
        tallkolonne('Oppgaver'),
        tallkolonne('Kan flyttes'),
        tallkolonne('Innført'),
        tallkolonne('Timer flyttet'),
        tallkolonne('Timer som kan flyttes'),
      ],
      rader:
        enheter.length === 0
          ? []
          : [
              ...enheter.map((e) =>
                rad(
                  kortnavn(e),
                  g.toernoppgaver.filter((o) => o.rom === `unit:${e.id}`),
                ),
              ),
              rad('Til sammen', g.toernoppgaver),
            ],
      sumrad: true,
      kilde: 'TØRN-listene i Heltidshjulet. Timene er enhetens egne anslag.',
    },
    'Ingen enheter har ført en TØRN-liste.',
  )
}

/** From whom to whom the introduced hours went. */
export function flyttabell(oppgaver: Rapportgrunnlag['toernoppgaver']): Blokk | null {
  const strommer = flyter(oppgaver.filter((o) => o.status === 'innfoert'))
  if (strommer.length === 0) return null
  return tabell(
    {
      id: 'toern-flyt',
      tittel: 'Hvem som har gitt fra seg, og hvem som har fått',
      kolonner: ['Fra', 'Til', tallkolonne('Timer i uken')],
      rader: strommer.map((f) => [YRKENAVN[f.fra], YRKENAVN[f.til], timer(f.minutter)]),
      kilde: 'TØRN-listene i Heltidshjulet.',
    },
    '',
  )
}

export interface Droeftingstall {
  saker: number
  enig: number
  uenig: number
  utsatt: number
}

/** How many matters the employees' side has a standing view on. A matter that parties see differently counts in each. */
export function droeftingstall(g: Pick<Rapportgrunnlag, 'uttalelser'>): Droeftingstall {
  const perSak = [...synPerSak(g.uttalelser).values()]
  const med = (syn: 'enig' | 'uenig' | 'utsatt'): number => perSak.filter((s) => s.includes(syn)).length
  return { saker: perSak.length, enig: med('enig'), uenig: med('uenig'), utsatt: med('utsatt') }
}

/** The kick-offs of the year: who was there, by number, and what was decided. */
export function kickofftabell(g: Rapportgrunnlag, b: Bestilling): Blokk {
  const rom = navnForRom(g)
  const sine = g.kickoffer
    .filter((k) => iAaret(k.dato, b))
    .sort((x, y) => (x.dato < y.dato ? -1 : x.dato > y.dato ? 1 : x.id < y.id ? -1 : 1))
  return tabell(
    {
      id: 'kickoff',
      tittel: `Kick-off i ${b.aar}`,
      kolonner: ['Enhet', 'Dato', tallkolonne('Deltakere'), tallkolonne('Beslutninger'), 'Avsluttet'],
      rader: sine.map((k): Rute[] => [
        rom.get(k.rom)?.navn ?? null,
        kortDato(k.dato),
        antall(antallDeltakere(k)),
        antall(g.beslutninger.filter((x) => x.kickoff === k.id).length),
        k.lukket === null ? 'Nei' : kortDato(dagVed(k.lukket)),
      ]),
      kilde: 'Kick-offene i Heltidshjulet.',
    },
    `Ingen kick-off er ført i Heltidshjulet i ${b.aar}.`,
  )
}

/** Advertised positions in the year, and the written assessments that the law asks for. */
export function utlysningstabell(g: Rapportgrunnlag, b: Bestilling): Blokk {
  const sine = g.utlysninger.filter((u) => iAaret(u.utlystDato, b))
  const t = telling(sine, `${b.aar}-01-01`, perDag(b))
  const deltid = sine.filter((u) => u.prosent < 100 && u.utfall === 'utlyst')
  const mangler = deltid.filter((u) => manglerIVurderingen(u).length > 0).length
  const alle = t.heltid + t.deltid
  const n = (x: number): Tall => ({ tall: x, tekst: String(x) })
  return tabell(
    {
      id: 'utlysninger',
      tittel: 'Utlyste stillinger og vurdering av deltid (§ 14-1 b)',
      kolonner: ['Hva', tallkolonne('Antall')],
      rader:
        alle === 0
          ? []
          : [
              ['Utlyste stillinger på 80–100 %', n(t.heltid)],
              ['Utlyste stillinger under 80 %', n(t.deltid)],
              ['Utlysninger under 100 %, der loven krever skriftlig vurdering', n(deltid.length)],
              ['Av dem: vurderingen er ikke fullført i Heltidshjulet', n(mangler)],
            ],
      kilde: 'Utlysningene i Heltidshjulet. Vurderingen: arbeidsmiljøloven § 14-1 b.',
    },
    `Ingen utlysninger er ført i Heltidshjulet i ${b.aar}.`,
  )
}
