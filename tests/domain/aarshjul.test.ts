import { describe, expect, it } from 'vitest'
import {
  angreKryss,
  feilIDato,
  foersteValgAvAar,
  fristFor,
  kryssAv,
  nesteRekkefoelge,
  nummerer,
  tellOpp,
  tilstandFor,
} from '../../src/domain/aarshjulregler.ts'
import { aarshjul } from '../support/aarshjul.ts'

const IDAG = '2026-09-18'

describe('tilstanden til en aktivitet', () => {
  it('er gjort når den er krysset av, uansett frist og kilde', () => {
    expect(tilstandFor(aarshjul({ aar: 2024, kvartal: 1, gjortDato: '2024-02-01', kilde: 'S1' }), IDAG)).toBe('gjort')
  })
  it('er over fristen fra dagen etter datoen', () => {
    const o = aarshjul({ dato: '2026-09-17' })
    expect(tilstandFor(o, '2026-09-17')).toBe('forfaller')
    expect(tilstandFor(o, '2026-09-18')).toBe('over_fristen')
  })
  it('uten dato har kvartalets siste dag som frist', () => {
    const o = aarshjul({ kvartal: 2 })
    expect(fristFor(o)).toBe('2026-06-30')
    expect(tilstandFor(o, '2026-03-31')).toBe('kommer')
    expect(tilstandFor(o, '2026-04-01')).toBe('forfaller')
    expect(tilstandFor(o, '2026-06-30')).toBe('forfaller')
    expect(tilstandFor(o, '2026-07-01')).toBe('over_fristen')
  })
  it('kommer når den ligger i samme kvartal et senere år', () => {
    expect(tilstandFor(aarshjul({ aar: 2027, kvartal: 3 }), IDAG)).toBe('kommer')
  })
  it('fra kildens dokumenter er ikke registrert når fristen er gått ut: verken gjort eller for sen', () => {
    const o = aarshjul({ aar: 2025, kvartal: 4, kilde: 'Årshjul 2025' })
    expect(tilstandFor(o, '2025-12-31')).toBe('forfaller')
    expect(tilstandFor(o, '2026-01-01')).toBe('ikke_registrert')
    expect(tilstandFor({ ...o, ...kryssAv(o, IDAG, 'prosjektleder') }, IDAG)).toBe('gjort')
  })
  it('er utkast til planen er vedtatt, også når fristen er gått ut', () => {
    expect(tilstandFor(aarshjul({ kvartal: 1, tilstand: 'utkast' }), IDAG)).toBe('utkast')
  })
})

describe('å krysse av', () => {
  it('skriver dagen og rollen', () => {
    expect(kryssAv(aarshjul({}), IDAG, 'prosjektleder')).toEqual({ gjortDato: IDAG, gjortAv: 'prosjektleder' })
  })
  it('en fullført aktivitet endres ikke av et nytt kryss', () => {
    const gjort = aarshjul({ gjortDato: '2026-09-01', gjortAv: 'prosjektleder' })
    expect(kryssAv(gjort, IDAG, 'virksomhetsleder')).toEqual({})
  })
  it('et utkast kan ikke krysses av', () => {
    expect(kryssAv(aarshjul({ tilstand: 'utkast' }), IDAG, 'prosjektleder')).toEqual({})
  })
  it('kan tas tilbake, og bare når det er et kryss', () => {
    const o = aarshjul({})
    const gjort = { ...o, ...kryssAv(o, IDAG, 'prosjektleder') }
    expect({ ...gjort, ...angreKryss(gjort) }).toEqual(o)
    expect(angreKryss(o)).toEqual({})
  })
})

describe('listen', () => {
  it('nummereres fra 1 gjennom kvartalene, i listens rekkefølge', () => {
    const liste = [
      aarshjul({ id: 'd', kvartal: 2, rekkefoelge: 1 }),
      aarshjul({ id: 'b', kvartal: 1, rekkefoelge: 2 }),
      aarshjul({ id: 'x', aar: 2025, kvartal: 1 }),
      aarshjul({ id: 'c', kvartal: 1, rekkefoelge: 2 }),
      aarshjul({ id: 'a', kvartal: 1, rekkefoelge: 1 }),
    ]
    expect(nummerer(liste, 2026).map((o) => [o.nr, o.id])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ])
    expect(nesteRekkefoelge(liste, 2026, 1)).toBe(3)
    expect(nesteRekkefoelge(liste, 2026, 4)).toBe(1)
  })
  it('teller gjort, over fristen og utkast', () => {
    const liste = [
      aarshjul({ gjortDato: '2026-01-02' }),
      aarshjul({ kvartal: 1 }),
      aarshjul({ kvartal: 4 }),
      aarshjul({ kvartal: 4, tilstand: 'utkast' }),
    ]
    expect(tellOpp(liste, IDAG)).toEqual({ gjort: 1, av: 4, overFristen: 1, utkast: 1 })
  })
  it('åpner med inneværende år når det har aktiviteter, ellers det siste', () => {
    expect(foersteValgAvAar([aarshjul({ aar: 2024 }), aarshjul({ aar: 2026 }), aarshjul({ aar: 2027 })], IDAG)).toBe(
      2026,
    )
    expect(foersteValgAvAar([aarshjul({ aar: 2024 }), aarshjul({ aar: 2025 })], IDAG)).toBe(2025)
    expect(foersteValgAvAar([], IDAG)).toBe(2026)
  })
  it('sier fra når datoen ligger utenfor kvartalet', () => {
    expect(feilIDato('2026-09-30', 2026, 3)).toBeNull()
    expect(feilIDato(null, 2026, 3)).toBeNull()
    expect(feilIDato('2026-10-01', 2026, 3)).toMatch('3. kvartal 2026')
    expect(feilIDato('2025-09-30', 2026, 3)).toMatch('3. kvartal 2026')
  })
})
