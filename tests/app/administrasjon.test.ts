import { describe, expect, it } from 'vitest'
import { muligeOverordnede, somTre } from '../../src/app/administrasjon/enhetstre.ts'
import { hendelsestekst } from '../../src/app/administrasjon/hendelser.ts'
import { lesSti, somFelter } from '../../src/app/administrasjon/maaltallfelter.ts'
import type { Nivaa } from '../../src/domain/enhet.ts'

const enhet = (id: string, nivaa: Nivaa, overordnet: string | null) => ({ id, navn: id, nivaa, overordnet })
const ASKER = enhet('asker', 'kommune', null)
const VELFERD = enhet('velferd', 'tjenesteomraade', 'asker')
const TPF = enhet('tpf1', 'virksomhet', 'velferd')
const BONDIHAGEN = enhet('bondihagen', 'avdeling', null)

describe('organisasjonen', () => {
  it('vises fra toppen og ned, og det ingen har plassert, for seg', () => {
    const { tre, uplassert } = somTre([BONDIHAGEN, TPF, VELFERD, ASKER])
    expect(tre.map((r) => [r.enhet.id, r.dybde])).toEqual([
      ['asker', 0],
      ['velferd', 1],
      ['tpf1', 2],
    ])
    expect(uplassert.map((e) => e.id)).toEqual(['bondihagen'])
  })

  it('to enheter som er lagt under hverandre, forsvinner ikke', () => {
    const { uplassert } = somTre([ASKER, enhet('a', 'virksomhet', 'b'), enhet('b', 'virksomhet', 'a')])
    expect(uplassert.map((e) => e.id)).toEqual(['a', 'b'])
  })

  it('en enhet kan bare ligge under et høyere nivå, og aldri under seg selv', () => {
    const alle = [ASKER, VELFERD, TPF, BONDIHAGEN]
    expect(muligeOverordnede(alle, 'virksomhet', new Set(['tpf1'])).map((e) => e.id)).toEqual(['asker', 'velferd'])
    expect(muligeOverordnede(alle, 'avdeling', new Set(['bondihagen'])).map((e) => e.id)).toEqual([
      'asker',
      'velferd',
      'tpf1',
    ])
  })
})

describe('måltall som skrives inn', () => {
  const linjer = (...l: [string, string][]) => ({
    linjer: l.map(([aar, verdi]) => ({ aar, verdi })),
    vedtatt: '',
    vedtattDato: '',
  })

  it('leses med komma og prosenttegn, og tomme linjer teller ikke', () => {
    expect(lesSti(linjer(['2020', '55,5 %'], ['', ''], ['2026', '66']), 'andelHeltid').sti).toMatchObject({
      basis: { aar: 2020, verdi: 55.5 },
      milepaeler: [{ aar: 2026, verdi: 66 }],
    })
  })

  it('fram og tilbake er det samme', () => {
    const m = {
      basis: { aar: 2020, verdi: 55.5 },
      milepaeler: [
        { aar: 2024, verdi: 60 },
        { aar: 2030, verdi: 74 },
      ],
      vedtatt: 'PSU',
      vedtattDato: null,
    }
    expect(
      lesSti(
        somFelter({ ...m, enhet: 'x', indikator: 'andelHeltid', kilde: '', merknad: '', eksempel: false }),
        'andelHeltid',
      ).sti,
    ).toEqual(m)
  })

  it.each([
    [linjer(['2020', '55']), 'Skriv et utgangspunkt og minst én milepæl.'],
    [linjer(['2020', '55'], ['2026', 'mye']), 'Linje 2: skriv en prosent, for eksempel 66 eller 74,5.'],
    [linjer(['2020', '55'], ['snart', '66']), 'Linje 2: skriv et årstall, for eksempel 2026.'],
    [linjer(['2020', '55'], ['2019', '66']), 'Den første milepælen må ha et seinere år enn utgangspunktet.'],
    [linjer(['2020', '55'], ['2026', '166']), 'Prosenten kan ikke være over 100.'],
  ])('noe som ikke går, får en setning som sier hva en skal gjøre (%#)', (felter, setning) => {
    expect(lesSti(felter, 'andelHeltid').feil).toBe(setning)
  })

  it('timer kan være over 100, og sier selv hva de er', () => {
    expect(lesSti(linjer(['2024', '420'], ['2026', '250']), 'vikarbruk').sti?.milepaeler).toEqual([
      { aar: 2026, verdi: 250 },
    ])
    expect(lesSti(linjer(['2024', '420'], ['2026', 'få']), 'vikarbruk').feil).toBe(
      'Linje 2: skriv timer i måneden, for eksempel 250.',
    )
  })

  it('dagen det ble vedtatt, følger med', () => {
    const felter = { ...linjer(['2024', '20'], ['2026', '40']), vedtatt: 'MBM', vedtattDato: '2026-03-03' }
    expect(lesSti(felter, 'andelHeltid').sti).toMatchObject({ vedtatt: 'MBM', vedtattDato: '2026-03-03' })
  })
})

it('historikken sier hva som ble gjort, i en setning', () => {
  const h = { tid: 0, hvem: 'x', hvemNavn: 'Eksempel', gjelder: 'y' }
  const bytte = { navn: 'Eksempel leser', foer: { rolle: 'leser' }, etter: { rolle: 'avdelingsleder' } }
  expect(hendelsestekst({ ...h, hva: 'bruker.endret', detaljer: bytte })).toBe(
    'Endret tilgangen for Eksempel leser: fra leser til avdelingsleder',
  )
  expect(
    hendelsestekst({
      ...h,
      hva: 'enhet.endret',
      gjelder: 'bondihagen',
      detaljer: { felt: 'overordnet', etter: 'tpf1' },
    }),
  ).toBe('Enhet bondihagen: Ligger under ble tpf1')
  expect(hendelsestekst({ ...h, hva: 'noe.nytt', detaljer: {} })).toBe('noe.nytt')
})
