import {
  AKTIVITETSTATUSER,
  fristgruppe,
  TILTAKSMAAL,
  type Aktivitet,
  type Aktivitetstatus,
  type Tiltaksmaal,
} from './aktivitet.ts'
import type { Dato } from './dato.ts'

/** What a list of activities is narrowed to. Of one kind, any of them; of different kinds, all. */
export type Filter =
  | { slag: 'maal'; verdi: Tiltaksmaal | 'uten' }
  | { slag: 'status'; verdi: Aktivitetstatus }
  | { slag: 'frist'; verdi: 'forfalt' | 'snart' }
  | { slag: 'ansvarlig'; verdi: string }

/** As it stands in an address: `status:i_gang`. */
export const skrivFilter = (f: Filter): string => `${f.slag}:${f.verdi}`

/** `null` for what is no filter. */
export function lesFilter(tekst: string): Filter | null {
  const [slag, ...resten] = tekst.split(':')
  const verdi = resten.join(':')
  const alle: Filter[] = [
    ...[...TILTAKSMAAL, 'uten' as const].map((v): Filter => ({ slag: 'maal', verdi: v })),
    ...AKTIVITETSTATUSER.map((v): Filter => ({ slag: 'status', verdi: v })),
    { slag: 'frist', verdi: 'forfalt' },
    { slag: 'frist', verdi: 'snart' },
  ]
  const kjent = alle.find((f) => f.slag === slag && f.verdi === verdi)
  return kjent ?? (slag === 'ansvarlig' && verdi !== '' ? { slag, verdi } : null)
}

const passer = (f: Filter, a: Aktivitet, idag: Dato): boolean => {
  switch (f.slag) {
    case 'maal':
      return f.verdi === 'uten' ? a.tiltaksmaal === null : a.tiltaksmaal === f.verdi
    case 'status':
      return a.status === f.verdi
    case 'frist':
      return fristgruppe(a, idag) === f.verdi
    case 'ansvarlig':
      return a.ansvarlig === f.verdi
  }
}

export function passerFiltrene(a: Aktivitet, filtre: readonly Filter[], idag: Dato): boolean {
  const slag = new Set(filtre.map((f) => f.slag))
  return [...slag].every((s) => filtre.some((f) => f.slag === s && passer(f, a, idag)))
}

/** Those who are responsible for something, by name. */
export const ansvarlige = (aktiviteter: readonly Pick<Aktivitet, 'ansvarlig'>[]): string[] =>
  [...new Set(aktiviteter.map((a) => a.ansvarlig).filter((a) => a !== ''))].sort((a, b) => a.localeCompare(b, 'nb'))
