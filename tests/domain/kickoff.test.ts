import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  aktivitetForBeslutning,
  gaaTil,
  gi,
  kickofflappSkjema,
  kickoffmerkeSkjema,
  kickoffSkjema,
  komForSent,
  lapperI,
  lapperUtenSpoersmaal,
  skrivTidIgjen,
  temaer,
} from '../../src/domain/kickoff.ts'
import { KICKOFFMAL } from '../../src/domain/kickoffmal.ts'
import { hvorforIkke } from '../../src/domain/tilgang.ts'
import { fasit } from '../support/fasit.ts'

const NAA = Date.UTC(2026, 10, 21, 9)
const kickoff = v.parse(kickoffSkjema, { tittel: 'Kick-off', dato: '2026-11-21', ...KICKOFFMAL })
const lapp = (id: string, tekst: string, tema = '', mer = {}) => ({
  id,
  ...v.parse(kickofflappSkjema, { kickoff: 'k', spoersmaal: 's1', tekst, tema, skrevet: NAA, ...mer }),
})
const merke = (lapp: string) => v.parse(kickoffmerkeSkjema, { kickoff: 'k', lapp })

describe('malen', () => {
  it('har kildens to spørsmål og en agenda på tre timer', () => {
    expect(kickoff.spoersmaal.map((x) => x.tekst)).toEqual(fasit.kickoff.questions)
    expect(kickoff.agenda.reduce((n, p) => n + p.minutter, 0)).toBe(180)
    expect(kickoff.formaal).toContain(fasit.kickoff.why)
  })
})

describe('agendaen', () => {
  it('går fram og tilbake, og klokken er når tiden er ute', () => {
    expect(gaaTil(kickoff, 0, NAA)).toEqual({ punkt: 0, tidUte: NAA + 15 * 60_000 })
    expect(gaaTil(kickoff, -5, NAA)).toEqual({ punkt: -1, tidUte: null })
    expect(gaaTil(kickoff, 99, NAA)).toEqual({ punkt: kickoff.agenda.length, tidUte: null })
    expect(gi({ punkt: 0, tidUte: NAA - 60_000 }, 5, NAA).tidUte).toBe(NAA + 5 * 60_000)
    expect(gi({ punkt: 0, tidUte: NAA + 60_000 }, 5, NAA).tidUte).toBe(NAA + 6 * 60_000)
  })

  it('sier tiden som er igjen, og hvor langt over den er', () => {
    expect([245_000, 0, -1000, -65_000].map((ms) => skrivTidIgjen(NAA + ms, NAA))).toEqual([
      '4:05',
      '0:00',
      '−0:01',
      '−1:05',
    ])
  })
})

describe('temaer og merker', () => {
  it('legges sammen, og en skjult lapp teller ikke', () => {
    const lapper = [
      lapp('a', 'Ro', 'Tid'),
      lapp('b', 'Lengre vakter', 'Tid'),
      lapp('c', 'Kaffe'),
      lapp('d', 'Ola', 'Tid', { skjult: true }),
    ]
    const grupper = temaer(lapper, [merke('b'), merke('a'), merke('c'), merke('d'), merke('finnes-ikke')])
    expect(grupper.map((g) => [g.tema, g.merker, g.lapper.length])).toEqual([
      ['Tid', 2, 2],
      ['', 1, 1],
    ])
  })

  it('merkene følger lappen når temaet får nytt navn eller lappen flyttes', () => {
    const merker = [merke('a'), merke('a'), merke('b')]
    const sum = (lapper: ReturnType<typeof lapp>[]) => temaer(lapper, merker).reduce((n, g) => n + g.merker, 0)
    expect(sum([lapp('a', 'Ro', 'Tid'), lapp('b', 'Uro', 'Tid')])).toBe(3)
    expect(sum([lapp('a', 'Ro', 'Tiden'), lapp('b', 'Uro')])).toBe(3)
  })

  it('en lapp til et spørsmål som er tatt bort, er der fortsatt', () => {
    const alle = [lapp('a', 'Ro'), { ...lapp('b', 'Uro'), spoersmaal: 'borte' }]
    expect(lapperUtenSpoersmaal(alle, kickoff).map((l) => l.id)).toEqual(['b'])
  })

  it('blir likt i hvilken rekkefølge det enn kommer', () => {
    const lapper = [lapp('a', 'Ro', 'Tid'), lapp('b', 'Uro', 'Helg'), lapp('c', 'Kaffe')]
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (paa) => {
        const svar = (liste: string[]) => temaer(lapper, liste.map(merke))
        expect(svar([...paa].reverse())).toEqual(svar(paa))
        expect(svar(paa).reduce((n, g) => n + g.merker, 0)).toBe(paa.length)
      }),
    )
  })

  it('lappene står i den rekkefølgen de ble skrevet', () => {
    expect(
      lapperI([lapp('b', 'to', '', { skrevet: 2 }), lapp('a', 'en', '', { skrevet: 1 })], 'k').map((l) => l.tekst),
    ).toEqual(['en', 'to'])
    expect([komForSent({ skrevet: 2 }, 1), komForSent({ skrevet: 1 }, 1), komForSent({ skrevet: 2 }, null)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

it('en beslutning blir den samme aktiviteten hvor enn den lages', () => {
  expect(aktivitetForBeslutning('01a')).toBe('fra-01a')
})

it('ledere og tillitsvalgte skriver sammen, og en leser skriver ikke', () => {
  const f = (rett: 'uttal' | 'les', type: 'kickofflapp' | 'beslutning' | 'aktivitet') =>
    hvorforIkke({ id: 'u', rolle: 'tillitsvalgt' }, rett, { type, finnes: false, rom: 'unit:bondihagen' })
  expect([
    f('uttal', 'kickofflapp'),
    f('uttal', 'beslutning'),
    f('les', 'kickofflapp'),
    f('uttal', 'aktivitet'),
  ]).toEqual([null, null, 'HH-202', 'HH-202'])
})
