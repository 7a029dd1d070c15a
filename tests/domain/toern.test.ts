import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  andelInnfoert,
  boerYrker,
  delteMinutter,
  erIkkeDroeftet,
  kanFlyttes,
  lesHvorOfte,
  minutterPerUke,
  PERIODER,
  TOERNSTATUSER,
  toernoppgaveSkjema,
  YRKER,
} from '../../src/domain/toern.ts'
import { TOERNBILDE } from '../support/toernbilde.ts'

describe('minutter i uken', () => {
  test.each([
    [45, '1/dag', 315],
    [20, '3/dag', 420],
    [120, '2/uke', 240],
    [26, '1/maaned', 6],
    [26, '6/aar', 3],
  ])('%i minutter %s er %d minutter i uken', (minutter, hvorOfte, ventet) => {
    expect(minutterPerUke(minutter, hvorOfte)).toBeCloseTo(ventet, 10)
  })

  test('et år er like mange minutter enten det telles i måneder eller år', () => {
    expect(minutterPerUke(30, '12/aar')).toBeCloseTo(minutterPerUke(30, '1/maaned'), 10)
  })

  test('dobbelt så ofte er dobbelt så lenge', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1440 }),
        fc.integer({ min: 1, max: 499 }),
        fc.constantFrom(...PERIODER),
        (minutter, antall, periode) => {
          const en = minutterPerUke(minutter, `${antall}/${periode}`)
          expect(minutterPerUke(minutter, `${antall * 2}/${periode}`)).toBeCloseTo(en * 2, 6)
        },
      ),
    )
  })

  test('det som ikke er et antall og en periode, leses som en gang i uken', () => {
    expect(lesHvorOfte('av og til')).toEqual({ antall: 1, periode: 'uke' })
  })
})

describe('kan flyttes', () => {
  const oppgave = { gjoerIDag: 'V', boerGjoere: 'H', status: 'foreslaatt' } as const

  test('det samme yrket i dag og som mål flytter ingenting', () => {
    for (const yrke of YRKER)
      for (const status of TOERNSTATUSER) expect(kanFlyttes({ gjoerIDag: yrke, boerGjoere: yrke, status })).toBe(false)
  })

  test('en oppgave som beholdes eller er avvist, teller ikke med', () => {
    expect(TOERNSTATUSER.filter((status) => !kanFlyttes({ ...oppgave, status }))).toEqual(['beholdes', 'avvist'])
  })

  test('tre oppgaver i bildet er foreslått, men ikke drøftet', () => {
    expect(TOERNBILDE.filter(erIkkeDroeftet)).toHaveLength(3)
  })
})

describe('en oppgave som flere bør gjøre', () => {
  const delt = { gjoerIDag: 'V', boerGjoere: 'H', status: 'foreslaatt', minutter: 10, hvorOfte: '1/uke' } as const

  test('deles i hele minutter, så likt som det går, og delene er til sammen nøyaktig det oppgaven tar', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...YRKER),
        fc.subarray([...YRKER]),
        fc.integer({ min: 2, max: 2880 }).map((n) => n / 2),
        fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...PERIODER)).map((p) => p.join('/')),
        (boerGjoere, deltMed, minutter, hvorOfte) => {
          const o = { boerGjoere, deltMed, minutter, hvorOfte }
          const deler = delteMinutter(o)
          expect(deler.map((d) => d.yrke)).toEqual(boerYrker(o))
          // Exactly, not nearly.
          expect(deler.reduce((sum, d) => sum + d.minutter, 0)).toBe(minutterPerUke(minutter, hvorOfte))
          for (const d of deler.slice(1)) expect(Number.isInteger(d.minutter)).toBe(true)
          const tall = deler.map((d) => d.minutter)
          expect(Math.max(...tall) - Math.min(...tall)).toBeLessThan(2)
          expect(Math.min(...tall)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  test('gir minuttet som blir over, til det yrket som er nevnt først', () => {
    expect(delteMinutter({ ...delt, deltMed: ['A', 'S'] })).toEqual([
      { yrke: 'H', minutter: 4 },
      { yrke: 'A', minutter: 3 },
      { yrke: 'S', minutter: 3 },
    ])
  })

  test('flytter bare delen til dem som ikke gjør den i dag', () => {
    const beholder = { ...delt, boerGjoere: 'V', deltMed: ['H'] } as const
    expect(kanFlyttes(beholder)).toBe(true)
    expect(
      andelInnfoert([
        { ...beholder, status: 'innfoert' },
        { ...delt, minutter: 5 },
      ]),
    ).toBe(0.5)
    expect(kanFlyttes({ ...delt, boerGjoere: 'V', deltMed: ['V'] })).toBe(false)
  })

  test('en rad fra før feltet fantes, er som den var', () => {
    expect(boerYrker(delt)).toEqual(['H'])
    expect(v.parse(toernoppgaveSkjema, { ...TOERNBILDE[0], deltMed: undefined }).deltMed).toEqual([])
    expect(delteMinutter(delt)).toEqual([{ yrke: 'H', minutter: 10 }])
  })
})

describe('skjemaet', () => {
  test('alle oppgavene i bildet er gyldige', () => {
    for (const o of TOERNBILDE) expect(v.is(toernoppgaveSkjema, o)).toBe(true)
  })

  test.each([
    ['tom oppgave', { oppgave: '  ' }, 'Skriv oppgave.'],
    ['10 000 tegn', { oppgave: 'å'.repeat(10_000) }, 'Oppgave kan ha 200 tegn. Nå er det 10000. Kort ned teksten.'],
    ['0 minutter', { minutter: 0 }, 'Skriv minst 1 minutt.'],
    ['to døgn', { minutter: 2880 }, 'En oppgave kan ta høyst 1 440 minutter (et døgn).'],
    ['0 ganger', { hvorOfte: '0/uke' }, 'Velg hvor ofte oppgaven gjøres.'],
  ])('%s får en setning', (_, felt, setning) => {
    const svar = v.safeParse(toernoppgaveSkjema, { ...TOERNBILDE[0], ...felt })
    expect(svar.issues?.map((i) => i.message)).toEqual([setning])
  })

  test('emoji og <script> er tekst som andre', () => {
    const oppgave = 'Bake 🧁 <script>alert(1)</script>'
    expect(v.parse(toernoppgaveSkjema, { ...TOERNBILDE[0], oppgave }).oppgave).toBe(oppgave)
  })
})
