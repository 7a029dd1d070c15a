import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  avlest,
  differanse,
  erBesluttet,
  FASER,
  faseNaa,
  hinderFor,
  maaledag,
  medFase,
  NESTE_FASER,
  nesteMaaledag,
  sisteDag,
  sorterUtproevinger,
  utproevingSkjema,
  ventendeMaalinger,
  type Utproeving,
  type Utproevingsmaal,
} from '../../src/domain/utproeving.ts'

const utproeving = (over: Partial<Utproeving> = {}): Utproeving =>
  v.parse(utproevingSkjema, { navn: 'Langvakter i helgen', slag: 'langvakt', ...over })
const maal = (over: Partial<Utproevingsmaal>): Utproevingsmaal =>
  utproeving({ maal: [{ indikator: null, navn: 'Overtid', ...over } as Utproevingsmaal] }).maal[0]!
const gyldig = (over: object): boolean =>
  v.safeParse(utproevingSkjema, { navn: 'x', slag: 'langvakt', ...over }).success

describe('fasene', () => {
  it('en ny utprøving er planlagt', () => {
    expect(faseNaa(utproeving())).toBe('planlagt')
  })

  it('går fra planlagt til videreført ett steg om gangen, og husker dagene', () => {
    let u = utproeving({ resultat: 'Roligere helger.' })
    for (const [fase, dag] of [
      ['oppstart', '2026-01-05'],
      ['utproeving', '2026-02-01'],
      ['evaluering', '2026-05-01'],
      ['viderefoeres', '2026-05-20'],
    ] as const) {
      expect(hinderFor(u, fase, dag)).toBeNull()
      u = utproeving({ ...u, ...medFase(u, fase, dag) })
    }
    expect(faseNaa(u)).toBe('viderefoeres')
    expect(u.forloep.map((s) => s.dato)).toEqual(['2026-01-05', '2026-02-01', '2026-05-01', '2026-05-20'])
    expect(erBesluttet(u)).toBe(true)
  })

  it('en fase hoppes ikke over: det som ikke er evaluert, videreføres ikke', () => {
    expect(hinderFor(utproeving({ resultat: 'x' }), 'viderefoeres', '2026-05-01')).toBe('rekkefoelge')
    const igang = utproeving({ forloep: [{ fase: 'utproeving', dato: '2026-01-01' }], resultat: 'x' })
    expect(hinderFor(igang, 'viderefoeres', '2026-05-01')).toBe('rekkefoelge')
    expect(hinderFor(igang, 'justeres', '2026-05-01')).toBe('rekkefoelge')
  })

  it('ingenting besluttes uten et resultat, heller ikke å avslutte', () => {
    const u = utproeving({ forloep: [{ fase: 'evaluering', dato: '2026-05-01' }] })
    for (const fase of ['viderefoeres', 'justeres', 'avsluttes'] as const) {
      expect(hinderFor(u, fase, '2026-05-02')).toBe('resultat')
      expect(hinderFor(u, fase, '2026-05-02', '  ')).toBe('resultat')
      expect(hinderFor(u, fase, '2026-05-02', 'Roligere helger.')).toBeNull()
    }
    expect(hinderFor(u, 'utproeving', '2026-05-02')).toBeNull()
  })

  it('kommer ikke før den forrige, men gjerne samme dag', () => {
    const u = utproeving({ forloep: [{ fase: 'oppstart', dato: '2026-05-10' }] })
    expect(hinderFor(u, 'utproeving', '2026-05-09')).toBe('tidligere')
    expect(hinderFor(u, 'utproeving', '2026-05-10')).toBeNull()
  })

  it('en utprøving kan avsluttes fra alle faser, og tas opp igjen', () => {
    for (const fase of FASER) if (fase !== 'avsluttes') expect(NESTE_FASER[fase]).toContain('avsluttes')
    expect(NESTE_FASER.avsluttes).toContain('planlagt')
  })

  it('alle faser kan nås fra planlagt', () => {
    const naadd = new Set<string>(['planlagt'])
    for (const f of naadd) for (const neste of NESTE_FASER[f as (typeof FASER)[number]]) naadd.add(neste)
    expect([...naadd].sort()).toEqual([...FASER].sort())
  })

  it('et forløp som ikke henger sammen, tas ikke imot, men det kan begynne hvor som helst', () => {
    expect(gyldig({ forloep: [{ fase: 'evaluering', dato: '2025-01-01' }] })).toBe(true)
    expect(
      gyldig({
        forloep: [
          { fase: 'planlagt', dato: '2026-01-01' },
          { fase: 'viderefoeres', dato: '2026-02-01' },
        ],
      }),
    ).toBe(false)
    expect(
      gyldig({
        forloep: [
          { fase: 'oppstart', dato: '2026-02-01' },
          { fase: 'utproeving', dato: '2026-01-01' },
        ],
      }),
    ).toBe(false)
    expect(gyldig({ forloep: [{ fase: 'oppstart', dato: '2026-02-30' }] })).toBe(false)
  })

  it('dagen utprøvingen begynner, blir starten der ingen har skrevet en annen', () => {
    expect(medFase(utproeving(), 'utproeving', '2026-02-01').start).toBe('2026-02-01')
    expect('start' in medFase(utproeving({ start: '2026-01-15' }), 'utproeving', '2026-02-01')).toBe(false)
    expect('start' in medFase(utproeving(), 'oppstart', '2026-02-01')).toBe(false)
  })
})

describe('dagene det skal måles', () => {
  it('er samme dag i måneden, tre og tolv måneder etter start', () => {
    expect(maaledag({ start: '2026-02-01' }, 'foer')).toBe('2026-02-01')
    expect(maaledag({ start: '2026-02-01' }, 'etter3')).toBe('2026-05-01')
    expect(maaledag({ start: '2026-02-01' }, 'etter12')).toBe('2027-02-01')
  })

  it('er månedens siste dag der dagen ikke finnes', () => {
    expect(maaledag({ start: '2026-01-31' }, 'etter3')).toBe('2026-04-30')
    expect(maaledag({ start: '2025-11-30' }, 'etter3')).toBe('2026-02-28')
    expect(maaledag({ start: '2027-11-30' }, 'etter3')).toBe('2028-02-29')
    expect(maaledag({ start: '2028-02-29' }, 'etter12')).toBe('2029-02-28')
    expect(maaledag({ start: '2027-02-28' }, 'etter12')).toBe('2028-02-28')
  })

  it('finnes ikke uten en start', () => {
    expect(maaledag({ start: null }, 'etter3')).toBeNull()
    expect(nesteMaaledag({ start: null }, '2026-01-01')).toBeNull()
  })

  it('siste dag er dagen før den samme dagen i måneden', () => {
    expect(sisteDag({ start: '2026-01-01', varighet: 12 })).toBe('2026-12-31')
    expect(sisteDag({ start: '2026-01-31', varighet: 1 })).toBe('2026-02-27')
    expect(sisteDag({ start: '2026-01-01', varighet: null })).toBeNull()
  })

  it('neste er den første etter i dag', () => {
    const u = { start: '2026-02-01' }
    expect(nesteMaaledag(u, '2026-01-01')).toEqual({ tid: 'foer', dag: '2026-02-01' })
    expect(nesteMaaledag(u, '2026-05-01')).toEqual({ tid: 'etter12', dag: '2027-02-01' })
    expect(nesteMaaledag(u, '2027-02-01')).toBeNull()
  })

  it('venter på måling når dagen er kommet og noe ikke er målt, men ikke av det som er planlagt eller avsluttet', () => {
    const igang = (over: Partial<Utproeving> = {}) =>
      utproeving({
        forloep: [{ fase: 'utproeving', dato: '2026-02-01' }],
        start: '2026-02-01',
        maal: [maal({ foer: 30 }), maal({ navn: 'Bytter', foer: 12, etter3: 9 })],
        ...over,
      })
    expect(ventendeMaalinger(igang(), [], '2026-04-30')).toEqual([])
    expect(ventendeMaalinger(igang(), [], '2026-05-01')).toEqual(['etter3'])
    expect(ventendeMaalinger(igang(), [], '2027-02-01')).toEqual(['etter3', 'etter12'])
    expect(ventendeMaalinger(igang({ maal: [] }), [], '2027-02-01')).toEqual([])
    expect(ventendeMaalinger(igang({ forloep: [] }), [], '2027-02-01')).toEqual([])
    expect(
      ventendeMaalinger(igang({ forloep: [{ fase: 'avsluttes', dato: '2026-03-01' }] }), [], '2027-02-01'),
    ).toEqual([])
  })
})

describe('det som måles', () => {
  const u = utproeving({ start: '2026-02-01' })
  const heltid = maal({ indikator: 'andelHeltid', navn: '' })
  const maalinger = [
    { indikator: 'andelHeltid', dato: '2025-12-31', verdi: 40 },
    { indikator: 'andelHeltid', dato: '2026-02-01', verdi: 42 },
    { indikator: 'andelHeltid', dato: '2026-04-20', verdi: 45 },
    { indikator: 'andelHeltid', dato: '2026-06-16', verdi: 50 },
    { indikator: 'sykefravaer', dato: '2026-05-01', verdi: 9 },
  ]

  it('må ha et navn eller være en indikator', () => {
    expect(gyldig({ maal: [{ navn: '' }] })).toBe(false)
    expect(gyldig({ maal: [{ indikator: 'andelHeltid' }] })).toBe(true)
    expect(gyldig({ maal: [{ navn: 'Overtid', foer: Infinity }] })).toBe(false)
  })

  it('hentes fra enhetens egne målinger: den siste før start, og den nærmest dagen', () => {
    expect(avlest(heltid, 'foer', u, maalinger)).toEqual({ verdi: 42, dato: '2026-02-01' })
    expect(avlest(heltid, 'etter3', u, maalinger)).toEqual({ verdi: 45, dato: '2026-04-20' })
    expect(avlest(heltid, 'etter12', u, maalinger)).toBeNull()
  })

  it('en måling mer enn 45 dager unna, eller mer enn et år før start, sier ikke noe om dagen', () => {
    expect(avlest(heltid, 'etter3', u, maalinger.slice(3, 4))).toBeNull()
    expect(avlest(heltid, 'etter3', u, [{ ...maalinger[3]!, dato: '2026-06-15' }])?.verdi).toBe(50)
    expect(avlest(heltid, 'foer', u, [{ ...maalinger[0]!, dato: '2025-01-31' }])).toBeNull()
    expect(avlest(heltid, 'foer', u, [{ ...maalinger[0]!, dato: '2025-02-01' }])?.verdi).toBe(40)
  })

  it('det som er skrevet, går foran målingene, også når det er null', () => {
    expect(avlest({ ...heltid, foer: 0 }, 'foer', u, maalinger)).toEqual({ verdi: 0, dato: null })
  })

  it('det enheten måler med egne ord, leses aldri av andre målinger', () => {
    expect(avlest(maal({ navn: 'andelHeltid' }), 'foer', u, maalinger)).toBeNull()
  })

  it('forskjellen regnes bare der begge er kjent, og blir et rent tall', () => {
    const a = (verdi: number) => ({ verdi, dato: null })
    expect(differanse(a(0.1), a(0.3))).toBe(0.2)
    expect(differanse(a(30), a(22))).toBe(-8)
    expect(differanse(a(5), a(5))).toBe(0)
    expect(differanse(null, a(5))).toBeNull()
    expect(differanse(a(5), null)).toBeNull()
  })
})

it('det som skal evalueres står først, og det som er besluttet sist', () => {
  const med = (navn: string, fase: Utproeving['forloep'][number]['fase'], start: string | null = null) =>
    utproeving({ navn, start, forloep: [{ fase, dato: '2026-01-01' }] })
  const [a, b, c, d] = [
    med('a', 'viderefoeres'),
    med('b', 'utproeving', '2026-01-01'),
    med('c', 'utproeving', '2026-02-01'),
    med('d', 'evaluering'),
  ]
  expect(sorterUtproevinger([a, b, c, d])).toEqual([d, c, b, a])
})
