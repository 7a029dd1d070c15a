import { AKTIVITETSTATUSER, medStatus, sorterAktiviteter, type Aktivitet, type Aktivitetstatus } from './aktivitet.ts'
import type { Dato } from './dato.ts'
import { feil, ok, type Feil, type Resultat } from './resultat.ts'

/** One column of the board: a status, and the activities that have it. */
export interface Kolonne<T> {
  status: Aktivitetstatus
  aktiviteter: T[]
}

/** A column for every status, also the empty ones: an activity can be moved there. Inside a column the order is that of the list. */
export function kolonner<T extends Pick<Aktivitet, 'status' | 'frist' | 'ferdigDato' | 'tittel'>>(
  aktiviteter: readonly T[],
  idag: Dato,
): Kolonne<T>[] {
  const sortert = sorterAktiviteter(aktiviteter, idag)
  return AKTIVITETSTATUSER.map((status) => ({ status, aktiviteter: sortert.filter((a) => a.status === status) }))
}

/** What changes when a card is laid in a column, or why it may not be. Nothing, where it lies there already. */
export function flytt(
  a: Pick<Aktivitet, 'status' | 'ferdigDato'>,
  til: Aktivitetstatus,
  idag: Dato,
  kanSkrive: boolean,
): Resultat<Partial<Aktivitet>, Feil> {
  if (!kanSkrive)
    return feil({
      kode: 'HH-202',
      tekst: 'Bare de som leder enheten, kan flytte aktiviteten. Åpne den for å si hva du mener.',
      felt: 'status',
    })
  return ok(a.status === til ? {} : medStatus(a, til, idag))
}
