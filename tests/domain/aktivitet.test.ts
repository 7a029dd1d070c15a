import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AKTIVITETSTATUSER,
  erForfalt,
  framdrift,
  fristgruppe,
  FRISTGRUPPER,
  medStatus,
  sorterAktiviteter,
  type Aktivitet,
} from '../../src/domain/aktivitet.ts'
import { leggTilDager } from '../../src/domain/dato.ts'

const IDAG = '2026-11-21'
const aktivitet = (felt: Partial<Aktivitet> = {}): Aktivitet => ({
  tittel: 'Prøve langvakter',
  beskrivelse: '',
  tiltaksmaal: 'T2',
  status: 'planlagt',
  ansvarlig: 'avdelingsleder',
  frist: null,
  ferdigDato: null,
  eksempel: false,
  ...felt,
})

describe('status', () => {
  test('ferdig setter dagen', () => {
    expect(medStatus(aktivitet(), 'ferdig', IDAG)).toEqual({ status: 'ferdig', ferdigDato: IDAG })
  })

  test('et nytt kryss på en ferdig aktivitet endrer ikke dagen', () => {
    const ferdig = aktivitet({ status: 'ferdig', ferdigDato: '2026-10-01' })
    expect(medStatus(ferdig, 'ferdig', IDAG).ferdigDato).toBe('2026-10-01')
  })

  test('en aktivitet har ferdigdag når den er ferdig, og ellers ikke, uansett hva den var', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...AKTIVITETSTATUSER), { minLength: 1 }), (vei) => {
        let a = aktivitet()
        for (const status of vei) a = { ...a, ...medStatus(a, status, IDAG) }
        expect(a.status).toBe(vei.at(-1))
        expect(a.ferdigDato !== null).toBe(a.status === 'ferdig')
      }),
    )
  })
})

describe('frist', () => {
  test('på selve dagen er den ikke over fristen', () => {
    expect(erForfalt(aktivitet({ frist: IDAG }), IDAG)).toBe(false)
    expect(erForfalt(aktivitet({ frist: leggTilDager(IDAG, -1) }), IDAG)).toBe(true)
  })

  test('det som er ferdig eller avbrutt, er aldri over fristen', () => {
    for (const status of ['ferdig', 'avbrutt'] as const)
      expect(erForfalt(aktivitet({ status, frist: '2020-01-01' }), IDAG)).toBe(false)
  })

  test.each([
    [-1, 'forfalt'],
    [0, 'snart'],
    [14, 'snart'],
    [15, 'senere'],
  ])('frist om %i dager: %s', (dager, gruppe) => {
    expect(fristgruppe(aktivitet({ frist: leggTilDager(IDAG, dager) }), IDAG)).toBe(gruppe)
  })
})

describe('rekkefølge', () => {
  test('over fristen, snart, senere, uten frist, ferdig, avbrutt', () => {
    const liste = [
      aktivitet({ tittel: 'f', status: 'avbrutt' }),
      aktivitet({ tittel: 'e', status: 'ferdig', ferdigDato: '2026-01-01' }),
      aktivitet({ tittel: 'd' }),
      aktivitet({ tittel: 'c', frist: '2027-03-01' }),
      aktivitet({ tittel: 'b', frist: '2026-11-25' }),
      aktivitet({ tittel: 'a', frist: '2026-11-01' }),
    ]
    expect(sorterAktiviteter(liste, IDAG).map((a) => a.tittel)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  test('det sist ferdige står øverst blant de ferdige', () => {
    const ferdig = (tittel: string, ferdigDato: string) => aktivitet({ tittel, status: 'ferdig', ferdigDato })
    const liste = [ferdig('før', '2026-01-01'), ferdig('sist', '2026-11-20')]
    expect(sorterAktiviteter(liste, IDAG).map((a) => a.tittel)).toEqual(['sist', 'før'])
  })

  test('gruppene kommer alltid i samme rekkefølge, og ingen blir borte', () => {
    const vilkaarlig = fc.record({
      status: fc.constantFrom(...AKTIVITETSTATUSER),
      frist: fc.option(fc.integer({ min: -400, max: 400 }).map((n) => leggTilDager(IDAG, n))),
    })
    fc.assert(
      fc.property(fc.array(vilkaarlig), (felter) => {
        const sortert = sorterAktiviteter(
          felter.map((f) => aktivitet(f)),
          IDAG,
        )
        const plasser = sortert.map((a) => FRISTGRUPPER.indexOf(fristgruppe(a, IDAG)))
        expect(plasser).toEqual([...plasser].sort((a, b) => a - b))
        expect(sortert).toHaveLength(felter.length)
      }),
    )
  })
})

test('framdriften teller det som er bestemt: ideer og avbrutte er ikke med', () => {
  const liste = AKTIVITETSTATUSER.map((status) => aktivitet({ status }))
  expect(framdrift(liste)).toEqual({ ferdig: 1, av: 3 })
})
