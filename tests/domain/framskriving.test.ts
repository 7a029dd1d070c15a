import { describe, expect, test } from 'vitest'
import { framskriv } from '../../src/domain/framskriving.ts'
import type { Punkt } from '../../src/domain/noekkeltall.ts'

const punkt = (dato: string, verdi: number, slag: Punkt['slag'] = 'maaling'): Punkt => ({
  dato,
  verdi,
  slag,
  del: 0,
  eksempel: false,
})
const rett = [punkt('2022-12-31', 10), punkt('2023-12-31', 20), punkt('2024-12-31', 30), punkt('2025-12-31', 40)]

describe('framskriving', () => {
  test('lages aldri av færre enn tre målinger, og basis er ikke en måling', () => {
    expect(framskriv(rett.slice(0, 2))).toBeNull()
    expect(framskriv([punkt('2020-12-31', 5, 'basis'), ...rett.slice(0, 2)])).toBeNull()
    expect(framskriv(rett.slice(0, 3))).not.toBeNull()
  })
  test('målinger fra én dag peker ingen vei', () =>
    expect(framskriv([1, 2, 3].map((v) => punkt('2025-01-01', v)))).toBeNull())
  test('går høyst 2,3 år fram', () => {
    const f = framskriv(rett)!
    expect(f.punkter[0]!.t).toBe(2026)
    expect(f.punkter.at(-1)!.t).toBeCloseTo(2028.3, 6)
  })
  test('går aldri lenger fram enn målingene går tilbake', () => {
    const f = framskriv([punkt('2025-01-01', 20), punkt('2025-04-01', 21), punkt('2025-07-01', 22)])!
    expect(f.punkter.at(-1)!.t - f.punkter[0]!.t).toBeLessThan(0.5)
  })
  test('følger linjen, blir bredere utover, og lover aldri mer enn et bånd', () => {
    const f = framskriv(rett)!
    const bredder = f.punkter.map((p) => p.hoey - p.lav)
    expect((f.punkter[0]!.lav + f.punkter[0]!.hoey) / 2).toBeCloseTo(40, 6)
    expect(bredder[0]).toBeGreaterThan(1)
    expect(bredder.every((b, i) => i === 0 || b > bredder[i - 1]!)).toBe(true)
  })
  test('holder seg mellom 0 og 100', () => {
    const f = framskriv([punkt('2022-12-31', 60), punkt('2023-12-31', 78), punkt('2024-12-31', 99)])!
    expect(Math.max(...f.punkter.map((p) => p.hoey))).toBe(100)
    expect(Math.min(...f.punkter.map((p) => p.lav))).toBeGreaterThanOrEqual(0)
  })
})
