import { avstandTilMilepael, type Avstand } from './avstand.ts'
import { bruddFor, delAvSerien, type Brudd } from './brudd.ts'
import { sisteDagIMaaned, type Dato } from './dato.ts'
import type { EnhetPost } from './enhet.ts'
import { INDIKATORER, type Indikatornavn } from './indikatorer.ts'
import type { Maaltall } from './maaltall.ts'
import { erFersk, maalingerFor, verdiAv, type MaalingPost } from './maaling.ts'
import { avstandTilSti, statusMotSti, stiVerdi, type Status } from './maalsti.ts'
import { samlet, samletSerie, type Samlet } from './samlet.ts'

/** Everything a screen or a report says about one indicator of one unit. */
export interface Noekkeltall {
  enhet: string
  indikator: Indikatornavn
  /** `null` where nothing was ever measured. */
  verdi: number | null
  /** The day of the figure; of a roll-up its newest measurement. */
  dato: Dato | null
  teller: number | null
  nevner: number | null
  /** Of a survey: how many were asked. */
  spurt: number | null
  kilde: string
  /** The measurement that it is; `null` for a roll-up. */
  maaling: MaalingPost | null
  /** Set when the figure is rolled up from units below. */
  samlet: Samlet | null
  /** `mangler` without a measurement in the last 13 months; `null` where there is no target path to be judged by. */
  status: Status | null
  /** The status on the day of the figure: what «mangler» hides. */
  statusDa: Exclude<Status, 'mangler'> | null
  /** Percentage points from the path on that day, two decimals, positive is better; and the path itself. */
  avstand: number | null
  sti: number | null
  tilMilepael: Avstand | null
  maaltall: Maaltall | null
  /** What the line is drawn from, oldest first: the baseline too, where nothing was measured by then. */
  punkter: Punkt[]
  /** Where the line is broken, oldest first. */
  brudd: Brudd[]
  eksempel: boolean
}

export interface Punkt {
  dato: Dato
  verdi: number
  slag: 'basis' | 'maaling' | 'samlet'
  /** Which part of the series, from 0; a break begins the next. */
  del: number
  eksempel: boolean
}

export interface Grunnlag {
  maalinger: readonly MaalingPost[]
  maaltall: readonly Maaltall[]
  enheter: readonly Pick<EnhetPost, 'id' | 'overordnet'>[]
  brudd?: readonly Brudd[]
}

/** The unit's own measurement, whatever its age, before a roll-up of the units below. Measurements after `idag` are left out. */
export function noekkeltall(enhet: string, indikator: Indikatornavn, g: Grunnlag, idag: Dato): Noekkeltall {
  const maaltall = g.maaltall.find((m) => m.enhet === enhet && m.indikator === indikator) ?? null
  const egne = maalingerFor(g.maalinger, enhet, indikator).filter((m) => m.dato <= idag)
  const maaling = egne.at(-1) ?? null
  const rullet = maaling ? null : samlet(enhet, indikator, g.maalinger, g.enheter, idag)
  const verdi = maaling ? verdiAv(maaling) : (rullet?.verdi ?? null)
  const dato = maaling?.dato ?? rullet?.tilOgMed ?? null
  const teller = maaling ? maaling.teller : (rullet?.teller ?? null)
  const nevner = maaling ? maaling.nevner : (rullet?.nevner ?? null)
  const statusDa = verdi === null || dato === null ? null : statusMotSti(verdi, maaltall ?? undefined, dato)
  const kilder = [enhet, ...(rullet?.enheter ?? [])]
  // A roll-up is broken where one of the units in it is: what was moved out of the one need not have come to another in it.
  const brudd = [...new Set(kilder.flatMap((e) => bruddFor(g.brudd ?? [], e, indikator, g.enheter)))]
    .filter((b) => b.dato <= idag)
    .sort((a, b) => (a.dato < b.dato ? -1 : 1))
  const maalte: Omit<Punkt, 'del'>[] = maaling
    ? egne.map((m) => ({ dato: m.dato, verdi: verdiAv(m), slag: 'maaling', eksempel: m.eksempel }))
    : samletSerie(enhet, indikator, g.maalinger, g.enheter, idag).map((s) => ({
        dato: s.tilOgMed,
        verdi: s.verdi,
        slag: 'samlet',
        eksempel: s.eksempel,
      }))
  return {
    enhet,
    indikator,
    verdi,
    dato,
    teller,
    nevner,
    spurt: maaling ? maaling.spurt : (rullet?.spurt ?? null),
    kilde: maaling?.kilde ?? '',
    maaling,
    samlet: rullet,
    status: dato === null || !erFersk(dato, idag) ? 'mangler' : statusDa,
    statusDa,
    avstand:
      maaltall && verdi !== null && dato !== null
        ? avstandTilSti(verdi, maaltall, dato, INDIKATORER[indikator].retning)
        : null,
    sti: maaltall && dato !== null ? stiVerdi(maaltall, dato) : null,
    tilMilepael:
      maaltall && verdi !== null ? avstandTilMilepael({ indikator, verdi, teller, nevner }, maaltall, idag) : null,
    maaltall,
    punkter: [...basispunkt(maaltall, maalte), ...maalte].map((p) => ({ ...p, del: delAvSerien(brudd, p.dato) })),
    brudd,
    eksempel: (maaling?.eksempel ?? rullet?.eksempel ?? false) || (maaltall?.eksempel ?? false),
  }
}

function basispunkt(maaltall: Maaltall | null, maalte: readonly Pick<Punkt, 'dato'>[]): Omit<Punkt, 'del'>[] {
  if (!maaltall) return []
  const dato = sisteDagIMaaned(maaltall.basis.aar, 12)
  if (maalte.some((p) => p.dato <= dato)) return []
  return [{ dato, verdi: maaltall.basis.verdi, slag: 'basis', eksempel: maaltall.eksempel }]
}
