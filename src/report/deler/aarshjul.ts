import { RINGNAVN } from '../../domain/aarshjul.ts'
import { erFlyttet, flyttetUt, skrivTid } from '../../domain/aarshjulendring.ts'
import { nummerer, tilstandFor, type Oppgavetilstand } from '../../domain/aarshjulregler.ts'
import { aarAv, type Dato } from '../../domain/dato.ts'
import { avsnitt, kortDag, kortDato, tabell } from '../bygg.ts'
import type { Rapportgrunnlag } from '../grunnlag.ts'
import { TILSTAND } from '../ord.ts'
import type { Blokk } from '../rapport.ts'

const KILDE = 'Årshjulet i Heltidshjulet, de felles aktivitetene.'

export interface Aarshjultelling {
  alle: number
  antall: Record<Oppgavetilstand, number>
  flyttet: number
}

const felles = (g: Pick<Rapportgrunnlag, 'aarshjul'>) => g.aarshjul.filter((o) => o.rom === 'project')

export function tellAarshjul(g: Pick<Rapportgrunnlag, 'aarshjul'>, aar: number, dag: Dato): Aarshjultelling {
  const sine = felles(g).filter((o) => o.aar === aar)
  const antall = Object.fromEntries(
    (Object.keys(TILSTAND) as Oppgavetilstand[]).map((t) => [t, sine.filter((o) => tilstandFor(o, dag) === t).length]),
  ) as Record<Oppgavetilstand, number>
  return { alle: sine.length, antall, flyttet: sine.filter(erFlyttet).length + flyttetUt(felles(g), aar).length }
}

/** «9 av 32 aktiviteter er gjort …»; says so where nothing was ever registered. */
export function aarshjulsetning(t: Aarshjultelling, aar: number): string {
  if (t.alle === 0) return `Årshjulet for ${aar} har ingen aktiviteter.`
  const n = t.antall
  if (n.gjort === 0 && n.ikke_registrert === t.alle)
    return `Årshjulet for ${aar} har ${t.alle} aktiviteter. Det er ikke registrert hva som er gjort.`
  const av = t.alle - n.utgaar
  const deler = [
    `${n.gjort} av ${av} aktiviteter i årshjulet er gjort`,
    n.over_fristen > 0 ? `${n.over_fristen} er over fristen` : '',
    t.flyttet > 0 ? `${t.flyttet} er flyttet` : '',
    n.utgaar > 0 ? `${n.utgaar} utgår` : '',
    n.ikke_registrert > 0 ? `${n.ikke_registrert} er ikke registrert` : '',
  ].filter(Boolean)
  return `${deler.length > 1 ? `${deler.slice(0, -1).join(', ')} og ${deler.at(-1)}` : deler[0]}.`
}

/** A year's common activities in the wheel's order, with what became of each. */
export function aarshjultabell(g: Rapportgrunnlag, aar: number, dag: Dato, id: string, tittel: string): Blokk {
  return tabell(
    {
      id,
      tittel,
      kolonner: ['Kvartal', 'Aktivitet', 'Gjelder', 'Ansvarlig', 'Status'],
      rader: nummerer(felles(g), aar).map((o) => {
        const t = tilstandFor(o, dag)
        return [
          `${o.kvartal}. kvartal`,
          o.tittel,
          RINGNAVN[o.ring],
          o.ansvarlig || null,
          t === 'gjort' && o.gjortDato
            ? `Gjort ${aarAv(o.gjortDato) === aar ? kortDag(o.gjortDato) : kortDato(o.gjortDato)}`
            : TILSTAND[t],
        ]
      }),
      kilde: KILDE,
    },
    `Årshjulet for ${aar} har ingen aktiviteter.`,
  )
}

/** What was moved or left out, with the reason that was given. */
export function avvikstabell(g: Rapportgrunnlag, aar: number, id: string): Blokk {
  const sine = felles(g)
  const flyttet = sine.filter((o) => o.aar === aar && erFlyttet(o))
  const utgaar = sine.filter((o) => o.aar === aar && o.utgaarDato !== null && o.gjortDato === null)
  const grunn = (tekst: string): string => tekst || 'Ikke oppgitt'
  return tabell(
    {
      id,
      tittel: 'Flyttet og utgått',
      kolonner: ['Aktivitet', 'Hva som skjedde', 'Grunn'],
      rader: [
        ...flyttet.map((o) => [
          o.tittel,
          `Flyttet fra ${skrivTid(o.flyttetFra!, aar)} til ${skrivTid(o, aar)}`,
          grunn(o.flyttetGrunn),
        ]),
        ...flyttetUt(sine, aar).map((o) => [o.tittel, `Flyttet til ${skrivTid(o, aar)}`, grunn(o.flyttetGrunn)]),
        ...utgaar.map((o) => [o.tittel, 'Utgår', grunn(o.utgaarGrunn)]),
      ],
      kilde: KILDE,
    },
    'Ingen aktiviteter er flyttet eller utgått.',
  )
}

/** The activities of one quarter, as a short list. */
export const kvartalslinjer = (g: Pick<Rapportgrunnlag, 'aarshjul'>, aar: number, kvartal: number): string[] =>
  nummerer(felles(g), aar)
    .filter((o) => o.kvartal === kvartal && o.utgaarDato === null)
    .map((o) => (o.ansvarlig ? `${o.tittel} (${o.ansvarlig})` : o.tittel))

export const uregistrert = (t: Aarshjultelling): Blokk | null =>
  t.antall.ikke_registrert > 0
    ? avsnitt(
        '«Ikke registrert» betyr at kilden ikke sier om aktiviteten ble gjort. Den regnes verken som gjort eller som forsinket.',
      )
    : null
