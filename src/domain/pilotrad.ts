import { framdrift, type Aktivitet } from './aktivitet.ts'
import { dagerFra, type Dato } from './dato.ts'
import type { EnhetPost } from './enhet.ts'
import { HOVEDINDIKATORER } from './indikatorer.ts'
import { STATUSER, type Status } from './maalsti.ts'
import { noekkeltall, type Grunnlag, type Noekkeltall } from './noekkeltall.ts'
import { sistMeldtDag, TAUS_DAGER } from './sistmeldt.ts'
import { andelInnfoert, type Toernoppgave } from './toern.ts'

/** One unit as a row of the overview. */
export interface Pilotrad {
  enhet: EnhetPost
  tall: Noekkeltall
  aktiviteter: { ferdig: number; av: number }
  /** Share of the movable TØRN hours that is «innført», 0–1; `null` where the list has nothing to move. */
  toernInnfoert: number | null
  /** The newest day that the unit itself told of: a measurement, or an activity that was finished. `null`: never. */
  sistMeldt: Dato | null
  /** Not heard from for six weeks or more. */
  taus: boolean
  eksempel: boolean
}

type EnhetensAktivitet = Pick<Aktivitet, 'status' | 'ferdigDato' | 'eksempel'>

export function pilotrad(
  enhet: EnhetPost,
  g: Grunnlag,
  aktiviteter: readonly EnhetensAktivitet[],
  toernoppgaver: readonly Toernoppgave[],
  idag: Dato,
): Pilotrad {
  const tall = noekkeltall(enhet.id, HOVEDINDIKATORER[0], g, idag)
  const sistMeldt = sistMeldtDag(
    g.maalinger.filter((m) => m.enhet === enhet.id),
    aktiviteter,
    idag,
  )
  return {
    enhet,
    tall,
    aktiviteter: framdrift(aktiviteter),
    toernInnfoert: andelInnfoert(toernoppgaver),
    sistMeldt,
    taus: sistMeldt === null || dagerFra(sistMeldt, idag) >= TAUS_DAGER,
    eksempel: tall.eksempel || aktiviteter.some((a) => a.eksempel) || toernoppgaver.some((o) => o.eksempel),
  }
}

export const SORTERINGER = ['melding', 'status', 'navn', 'heltid'] as const
export type Sortering = (typeof SORTERINGER)[number]

/** Who needs help first. */
const STATUSREKKE: Record<Status, number> = { mangler: 0, bak: 1, i_rute: 2, foran: 3 }
const statusplass = (s: Status | null): number => (s === null ? STATUSER.length : STATUSREKKE[s])

const navn = (a: Pilotrad, b: Pilotrad): number => a.enhet.navn.localeCompare(b.enhet.navn, 'nb')

const REKKEFOELGE: Record<Sortering, (a: Pilotrad, b: Pilotrad) => number> = {
  /** Longest silent first; who never told anything before all. */
  melding: (a, b) => (a.sistMeldt ?? '').localeCompare(b.sistMeldt ?? ''),
  status: (a, b) => statusplass(a.tall.status) - statusplass(b.tall.status),
  navn,
  /** Lowest first; without a figure last. */
  heltid: (a, b) => (a.tall.verdi ?? Infinity) - (b.tall.verdi ?? Infinity) || 0,
}

/** A new list; equal ones by name. */
export const sorterPilotrader = <R extends Pilotrad>(rader: readonly R[], etter: Sortering): R[] =>
  [...rader].sort((a, b) => REKKEFOELGE[etter](a, b) || navn(a, b))
