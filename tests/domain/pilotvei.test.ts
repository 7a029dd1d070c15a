import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { pilotId, pilotSkjema } from '../../src/domain/pilot.ts'
import { pilotfase, pilotstilling, veien, type Veigrunnlag } from '../../src/domain/pilotvei.ts'
import { utproevingSkjema, type Fase, type Utproeving } from '../../src/domain/utproeving.ts'

const IDAG = '2026-06-01'
const utproeving = (id: string, faser: [Fase, string][], over: Partial<Utproeving> = {}) => ({
  ...v.parse(utproevingSkjema, {
    navn: id,
    slag: 'langvakt',
    forloep: faser.map(([fase, dato]) => ({ fase, dato })),
    ...over,
  }),
  id,
})
const tomt: Veigrunnlag = {
  siden: null,
  kickoffer: [],
  utproevinger: [],
  aktiviteter: [],
  toernoppgaver: [],
  utlysninger: [],
  uttalelser: [],
  maalinger: [],
}
const middag = (dag: string): number => Date.parse(`${dag}T12:00:00Z`)

describe('fasen til en pilotenhet', () => {
  const kickoff = [{ dato: '2026-02-01' }]
  it('forberedes til kick-offen er holdt, dagen selv medregnet', () => {
    expect(pilotfase([], [], IDAG)).toBe('forberedes')
    expect(pilotfase([{ dato: '2026-06-02' }], [], IDAG)).toBe('forberedes')
    expect(pilotfase([{ dato: IDAG }], [], IDAG)).toBe('kickoff')
  })
  it('en utprøving som bare er planlagt, flytter den ikke', () => {
    expect(pilotfase(kickoff, [utproeving('a', [])], IDAG)).toBe('kickoff')
  })
  it('det som evalueres går foran det som prøves, og det foran det som er besluttet', () => {
    const [besluttet, proeves, evalueres] = [
      utproeving('a', [['viderefoeres', '2026-01-01']]),
      utproeving('b', [['utproeving', '2026-01-01']]),
      utproeving('c', [['evaluering', '2026-01-01']]),
    ]
    expect(pilotfase(kickoff, [besluttet], IDAG)).toBe('besluttet')
    expect(pilotfase(kickoff, [besluttet, proeves], IDAG)).toBe('utproeving')
    expect(pilotfase(kickoff, [besluttet, proeves, evalueres], IDAG)).toBe('evaluering')
  })
  it('teller det som er i gang, det som er besluttet, og det som venter på måling', () => {
    const maal = [{ indikator: null, navn: 'Overtid', benevning: '', foer: null, etter3: null, etter12: null }]
    const stilling = pilotstilling(
      kickoff,
      [
        utproeving('a', []),
        utproeving('b', [['utproeving', '2026-01-01']], { start: '2026-01-01', maal }),
        utproeving('c', [['viderefoeres', '2026-01-01']], { start: '2025-01-01', maal }),
      ],
      [],
      IDAG,
    )
    expect(stilling).toEqual({ fase: 'utproeving', iGang: 1, besluttet: 1, venter: 1 })
  })
})

describe('veien vår', () => {
  it('er tom der ingenting er gjort', () => {
    expect(veien(tomt, IDAG)).toEqual([])
  })

  it('er laget av radene som er der, eldste først', () => {
    const steg = veien(
      {
        siden: { dag: '2026-01-01', eksempel: false },
        kickoffer: [{ id: 'k', tittel: 'Kick-off', dato: '2026-01-10', eksempel: false }],
        utproevinger: [
          utproeving('langvakt', [
            ['oppstart', '2026-01-10'],
            ['utproeving', '2026-02-01'],
          ]),
        ],
        aktiviteter: [
          { id: 'a', tittel: 'Spørre alle', status: 'ferdig', ferdigDato: '2026-03-01', eksempel: true },
          { id: 'b', tittel: 'Ikke ferdig', status: 'i_gang', ferdigDato: null, eksempel: false },
        ],
        toernoppgaver: [{ id: 't', oppgave: 'Medisinrunde' }],
        utlysninger: [
          { id: 'u', stilling: 'Natt', droeftetDato: '2026-02-15', eksempel: false },
          { id: 'v', stilling: 'Dag', droeftetDato: null, eksempel: false },
        ],
        uttalelser: [
          { gjelder: 'utproeving/langvakt', syn: 'uenig', skrevet: middag('2026-02-10'), eksempel: false },
          { gjelder: 'utproeving/langvakt', syn: 'enig', skrevet: middag('2026-02-10') + 1, eksempel: false },
          { gjelder: 'toernoppgave/t', syn: 'utsatt', skrevet: middag('2026-02-20'), eksempel: false },
          { gjelder: 'aktivitet/slettet', syn: 'enig', skrevet: middag('2026-02-20'), eksempel: false },
        ],
        maalinger: [
          { dato: '2026-04-01', indikator: 'andelHeltid', verdi: 42, eksempel: false },
          { dato: '2026-04-01', indikator: 'sykefravaer', verdi: 9, eksempel: false },
        ],
      },
      IDAG,
    )
    expect(steg.map((s) => `${s.dag} ${s.slag}`)).toEqual([
      '2026-01-01 pilot',
      '2026-01-10 kickoff',
      '2026-01-10 fase',
      '2026-02-01 fase',
      '2026-02-10 syn',
      '2026-02-15 droeftet',
      '2026-02-20 syn',
      '2026-03-01 aktivitet',
      '2026-04-01 maaling',
    ])
    expect(steg.find((s) => s.slag === 'syn')).toMatchObject({ navn: 'langvakt', syn: ['enig', 'uenig'] })
    expect(steg.at(-1)).toMatchObject({ tall: [{ indikator: 'andelHeltid' }, { indikator: 'sykefravaer' }] })
    expect(steg.filter((s) => s.eksempel).map((s) => s.slag)).toEqual(['aktivitet'])
  })

  it('sier hva som kommer av målinger, men ikke av det som er besluttet eller ikke måles', () => {
    const maal = [{ indikator: null, navn: 'Overtid', benevning: '', foer: 1, etter3: null, etter12: null }]
    const over = { start: '2026-05-31', maal }
    const frister = (u: ReturnType<typeof utproeving>) =>
      veien({ ...tomt, utproevinger: [u] }, IDAG)
        .filter((s) => s.slag === 'frist')
        .map((s) => s.dag)
    expect(frister(utproeving('a', [['utproeving', '2026-05-31']], over))).toEqual(['2026-08-31', '2027-05-31'])
    expect(frister(utproeving('a', [['avsluttes', '2026-05-31']], over))).toEqual([])
    expect(frister(utproeving('a', [['utproeving', '2026-05-31']], { ...over, maal: [] }))).toEqual([])
  })
})

it('en enhet har én rad, hvor den enn lages', () => {
  expect(pilotId('bondihagen')).toBe(pilotId('bondihagen'))
  expect(v.safeParse(pilotSkjema, { enhet: 'bondihagen', siden: '2026-02-30' }).success).toBe(false)
  expect(v.parse(pilotSkjema, { enhet: 'bondihagen' })).toMatchObject({ siden: null, oppfoelging: '' })
})
