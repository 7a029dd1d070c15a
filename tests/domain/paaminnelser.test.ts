import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { aktivitetSkjema } from '../../src/domain/aktivitet.ts'
import type { AarshjulPost } from '../../src/domain/aarshjul.ts'
import type { EnhetPost } from '../../src/domain/enhet.ts'
import { antallSomHaster, paaminnelser } from '../../src/domain/paaminnelser.ts'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { aarshjul } from '../support/aarshjul.ts'

const IDAG = '2026-11-27'
const enhet = (id: string, pilot: boolean) =>
  ({ id, navn: id, kortnavn: '', nivaa: 'avdeling', overordnet: null, pilot }) as EnhetPost
const ENHETER = [enhet('bondihagen', true), enhet('hurum', true), enhet('utenfor', false)]
const hjul = (tittel: string, rom: string, felter: Partial<AarshjulPost>) => ({
  ...aarshjul({ id: tittel, tittel, kvartal: 4, ...felter }),
  rom,
})
const aktivitet = (tittel: string, enhetId: string, felter: object) => ({
  ...v.parse(aktivitetSkjema, { tittel, enhet: enhetId, ansvarlig: 'avdelingsleder', ...felter }),
  id: tittel,
  rom: `unit:${enhetId}`,
})
const G = {
  enheter: ENHETER,
  oppgaver: [
    hjul('sen', 'project', { kvartal: 3 }),
    hjul('i dag', 'project', { dato: IDAG }),
    hjul('om to uker', 'project', { dato: '2026-12-11' }),
    hjul('senere', 'project', { dato: '2026-12-12' }),
    hjul('neste år', 'project', { aar: 2027, kvartal: 1, dato: '2027-01-04' }),
    hjul('gjort', 'project', { kvartal: 3, gjortDato: '2026-09-01', gjortAv: 'x' }),
    hjul('avlyst', 'project', { kvartal: 3, utgaarDato: '2026-09-01' }),
    hjul('utkast', 'project', { dato: IDAG, tilstand: 'utkast' }),
    hjul('ikke registrert', 'project', { aar: 2024, kilde: 'sak 7/24' }),
    hjul('enhetens egen', 'unit:bondihagen', { kvartal: 2 }),
  ],
  aktiviteter: [
    aktivitet('forfalt', 'bondihagen', { frist: '2026-11-01', status: 'i_gang' }),
    aktivitet('ferdig', 'bondihagen', { frist: '2026-11-01', status: 'ferdig', ferdigDato: '2026-10-01' }),
    aktivitet('naboens', 'hurum', { frist: '2026-11-01', status: 'i_gang' }),
  ],
  maalinger: [{ enhet: 'bondihagen', dato: '2026-10-17' }],
}
const for_ = (rolle: Rolle, enheter: string[] = [], idag = IDAG) =>
  paaminnelser({ ...G, bruker: { rolle, enheter } }, idag)
const kort = (ps: ReturnType<typeof for_>) => ps.map((p) => `${p.slag}: ${p.tittel}`)

describe('påminnelser', () => {
  it('til prosjektlederen er det felles som er sent eller forfaller innen to uker, og pilotenheter som er tause', () => {
    expect(kort(for_('prosjektleder'))).toEqual([
      'sen: sen',
      'forfaller: i dag',
      'forfaller: om to uker',
      'taus: hurum',
    ])
  })
  it('til avdelingslederen er enhetens egne', () => {
    expect(kort(for_('avdelingsleder', ['bondihagen']))).toEqual(['sen: enhetens egen', 'sen: forfalt'])
  })
  it('sier at enheten er taus fra den dagen det er seks uker siden', () => {
    expect(kort(for_('avdelingsleder', ['bondihagen'], '2026-11-28'))).toContain('taus: bondihagen')
  })
  it.each(['leser', 'tillitsvalgt', 'verneombud'] as const)(
    'er det ingen av til den som ikke krysser av noe: %s',
    (rolle) => {
      expect(for_(rolle, ['bondihagen'])).toEqual([])
    },
  )
  it('over et årsskifte teller dagene, ikke året', () => {
    expect(kort(for_('prosjektleder', [], '2026-12-28'))).toContain('forfaller: neste år')
  })
  it('på ikonet er det som er sent og det som forfaller i dag', () => {
    expect(antallSomHaster(for_('prosjektleder'), IDAG)).toBe(2)
    expect(antallSomHaster(for_('avdelingsleder', ['bondihagen']), IDAG)).toBe(2)
    expect(antallSomHaster([], IDAG)).toBe(0)
  })
})
