import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  aarMedPenger,
  aarsregnskap,
  budsjettSkjema,
  KOSTNADSARTER,
  kostnadSkjema,
  linjerI,
  tilskuddSkjema,
} from '../../src/domain/heltidspotten.ts'

const kostnad = (dato: string, beloep: number, art = 'loenn') =>
  v.parse(kostnadSkjema, { dato, art, tekst: 'Eksempel', beloep })
const tilskudd = (aar: number, beloep: number, tilstand = 'innvilget') =>
  v.parse(tilskuddSkjema, { aar, enhet: 'ho2', fra: 'Arbeids- og velferdsdirektoratet', beloep, tilstand })
const budsjett = (aar: number, art: string, beloep: number) => v.parse(budsjettSkjema, { aar, art, beloep })

describe('regnskapet for Heltidspotten', () => {
  it('legger sammen hvert halvår, med penger tilbake', () => {
    const r = aarsregnskap(
      2024,
      [tilskudd(2024, 150_000_000), tilskudd(2024, 50_000_000, 'soekt'), tilskudd(2025, 1)],
      [budsjett(2024, 'loenn', 100_000_000), budsjett(2024, 'reise', 1_000_000), budsjett(2025, 'loenn', 5)],
      [
        kostnad('2024-06-30', 40_000_050),
        kostnad('2024-07-01', 30_000_000),
        kostnad('2024-12-31', -10_000_000),
        kostnad('2025-01-01', 999),
      ],
    )
    expect(r.linjer).toEqual([
      {
        art: 'loenn',
        budsjett: 100_000_000,
        foerste: 40_000_050,
        andre: 20_000_000,
        brukt: 60_000_050,
        rest: 39_999_950,
      },
      { art: 'reise', budsjett: 1_000_000, foerste: 0, andre: 0, brukt: 0, rest: 1_000_000 },
    ])
    expect([r.innvilget, r.soekt, r.sum.brukt, r.igjen]).toEqual([150_000_000, 50_000_000, 60_000_050, 89_999_950])
  })

  it('summen er summen av linjene, hva de enn er', () => {
    const linje = fc.record({
      dato: fc.constantFrom('2024-01-01', '2024-06-30', '2024-07-01', '2024-12-31', '2025-03-01'),
      art: fc.constantFrom(...KOSTNADSARTER),
      beloep: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).filter((b) => b !== 0),
    })
    fc.assert(
      fc.property(fc.array(linje, { maxLength: 200 }), (linjer) => {
        const kostnader = linjer.map((l) => kostnad(l.dato, l.beloep, l.art))
        const r = aarsregnskap(2024, [], [], kostnader)
        const ventet = linjer.filter((l) => l.dato < '2025').reduce((n, l) => n + l.beloep, 0)
        expect(r.sum.brukt).toBe(ventet)
        expect(r.igjen).toBe(0 - ventet)
        expect(r.sum.foerste + r.sum.andre).toBe(r.sum.brukt)
      }),
    )
  })

  it('viser årene som har noe, og linjene i rekkefølge', () => {
    const linjer = [kostnad('2024-05-01', 1), kostnad('2024-01-01', 2), kostnad('2023-01-01', 3)].map((k, i) => ({
      ...k,
      id: `k${i}`,
    }))
    expect(linjerI(linjer, 2024).map((k) => k.beloep)).toEqual([2, 1])
    expect(aarMedPenger([tilskudd(2026, 1)], [budsjett(2025, 'loenn', 1)], linjer)).toEqual([2023, 2024, 2025, 2026])
  })

  it('et beløp på 0 og en halv øre er ingen linje', () => {
    expect(() => kostnad('2024-01-01', 0)).toThrow('ikke er 0')
    expect(() => kostnad('2024-01-01', 0.5)).toThrow('hele øre')
  })
})
