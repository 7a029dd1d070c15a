import { describe, expect, it } from 'vitest'
import { trygtMaal } from '../../src/app/logginn/innlogging.ts'
import { feltlinjer, hvaVenter, overskrift, skrivBytes, somTekst } from '../../src/app/synkronisering/tekster.ts'
import { feltnavn, skrivVerdi } from '../../src/app/texts/verdi.ts'
import type { Tilbakesendt, Ventende } from '../../src/data/device.ts'

describe('verdier i klartekst', () => {
  it.each([
    ['aktivitet', 'frist', '2026-11-21', '21. november 2026'],
    ['aktivitet', 'status', 'i_gang', 'I gang'],
    ['aktivitet', 'frist', null, 'ingenting'],
    ['maaling', 'teller', 30.5, '30,5'],
    ['maaling', 'indikator', 'andelHeltid', 'Andel heltid'],
    ['toernoppgave', 'boerGjoere', 'A', 'Assistent'],
    ['toernoppgave', 'hvorOfte', '1/dag', '1 gang om dagen'],
    ['toernoppgave', 'hvorOfte', '3/uke', '3 ganger i uken'],
    [
      'stillingsbilde',
      'stillinger',
      [{ prosent: 75.5, antall: 2, yrke: 'H', kjoenn: 'kvinne' }],
      '2\u00a0ansatte, 1,5\u00a0årsverk',
    ],
    ['enhet', 'pilot', true, 'ja'],
    ['maaltall', 'milepaeler', [{ aar: 2026, verdi: 66 }], '66 % i 2026'],
    ['ukjent', 'felt', 'tekst', 'tekst'],
  ])('%s.%s = %o leses «%s»', (type, felt, verdi, tekst) => {
    expect(skrivVerdi(type, felt, verdi)).toBe(tekst)
  })

  it('et felt fra en nyere versjon beholder navnet sitt', () => {
    expect(feltnavn('aktivitet', 'nyttFelt')).toBe('nyttFelt')
    expect(feltnavn('finnesIkke', 'felt')).toBe('felt')
  })
})

describe('synkroniseringslisten', () => {
  const ventende: Ventende = {
    n: 1,
    opId: 'a',
    rom: 'unit:bondihagen',
    type: 'aktivitet',
    id: 'x',
    felter: { tittel: 'Prøve langvakt', frist: '2026-11-21', eksempel: false },
    slag: 'set',
    skrevet: 0,
    tittel: 'Prøve langvakt',
  }

  it('sier hvilke felt som venter, uten de indre', () => {
    expect(overskrift(ventende)).toBe('Aktivitet: Prøve langvakt')
    expect(hvaVenter(ventende)).toBe('Tittel, Frist')
    expect(hvaVenter({ ...ventende, slag: 'delete' })).toBe('Slettes')
  })

  it('det avviste kan kopieres som lesbar tekst', () => {
    const avvist: Tilbakesendt = { ...ventende, slag: 'avvist', tapteFelter: [], kode: 'HH-202', grunn: '', av: null }
    expect(somTekst(avvist)).toBe('Aktivitet: Prøve langvakt\nTittel: Prøve langvakt\nFrist: 21. november 2026')
  })

  it('indre felt vises ikke', () => {
    expect(feltlinjer('notat', { tekst: 'Hei', forfatter: 'u1', gjelder: 'aktivitet/x' }).map((l) => l.navn)).toEqual([
      'Notat',
    ])
  })

  it.each([
    [600_000, '0,6 MB'],
    [20_000, 'under 0,1 MB'],
    [123_456_789, '123 MB'],
    [10_738_000_000, '10,7 GB'],
  ])('%d byte skrives «%s»', (bytes, tekst) => {
    expect(skrivBytes(bytes)).toBe(tekst)
  })
})

describe('etter innlogging', () => {
  it.each([
    ['/aktiviteter/x?y=1', '/aktiviteter/x?y=1'],
    ['//ondsinnet.no', '/'],
    ['/\\ondsinnet.no', '/'],
    ['https://ondsinnet.no', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
  ])('mål %o fører til %s', (til, maal) => {
    expect(trygtMaal(til)).toBe(maal)
  })
})
