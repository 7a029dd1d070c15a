import {
  AKTIVITETSTATUSER,
  FRISTGRUPPER,
  fristgruppe,
  sorterAktiviteter,
  TILTAKSMAAL,
  type Aktivitet,
} from '../../domain/aktivitet.ts'
import type { Dato } from '../../domain/dato.ts'
import { FRISTGRUPPENAVN, STATUSNAVN, TILTAKSMAALNAVN } from '../texts/aktivitet.ts'

export const INNDELINGER = ['frist', 'status', 'maal'] as const
export type Inndeling = (typeof INNDELINGER)[number]

export interface Gruppe<T> {
  noekkel: string
  navn: string
  /** Late: drawn in glød. */
  sent: boolean
  aktiviteter: T[]
}

/** The list cut into groups with a heading each; empty groups are left out, the order inside a group is by due day. */
export function grupper<T extends Aktivitet>(aktiviteter: readonly T[], etter: Inndeling, idag: Dato): Gruppe<T>[] {
  const sortert = sorterAktiviteter(aktiviteter, idag)
  const gruppe = (noekkel: string, navn: string, med: (a: T) => boolean): Gruppe<T> => ({
    noekkel,
    navn,
    sent: noekkel === 'forfalt',
    aktiviteter: sortert.filter(med),
  })
  const alle: Record<Inndeling, () => Gruppe<T>[]> = {
    frist: () => FRISTGRUPPER.map((g) => gruppe(g, FRISTGRUPPENAVN[g], (a) => fristgruppe(a, idag) === g)),
    status: () => AKTIVITETSTATUSER.map((s) => gruppe(s, STATUSNAVN[s], (a) => a.status === s)),
    maal: () => [
      ...TILTAKSMAAL.map((t) => gruppe(t, `${t} ${TILTAKSMAALNAVN[t]}`, (a) => a.tiltaksmaal === t)),
      gruppe('uten', 'Ikke knyttet til et tiltaksmål', (a) => a.tiltaksmaal === null),
    ],
  }
  return alle[etter]().filter((g) => g.aktiviteter.length > 0)
}
