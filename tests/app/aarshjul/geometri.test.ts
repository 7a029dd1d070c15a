import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  baand,
  HELE,
  kvartalVed,
  KVARTALSVIS,
  LITEN,
  naermeste,
  punkt,
  utstrekning,
  UTSKRIFT,
  type Hjulmaal,
} from '../../../src/app/aarshjul/geometri.ts'
import { pilleInnenfor, pilleUtenfor } from '../../../src/app/aarshjul/viser.ts'
import { MAKS_I_CELLE, plasser, type Hjuloppgave } from '../../../src/app/aarshjul/plassering.ts'
import { RINGER } from '../../../src/domain/aarshjul.ts'
import { nummerer, OPPGAVETILSTANDER, tilstandFor } from '../../../src/domain/aarshjulregler.ts'
import { KVARTALER, type Kvartal } from '../../../src/domain/dato.ts'
import { KILDEHJUL } from '../../support/aarshjul.ts'

const celler = fc.array(fc.array(fc.constantFrom(...OPPGAVETILSTANDER), { maxLength: MAKS_I_CELLE }), {
  minLength: 16,
  maxLength: 16,
})
const somOppgaver = (alle: (typeof OPPGAVETILSTANDER)[number][][]): Hjuloppgave[] => {
  let nr = 0
  return alle.flatMap((stater, c) =>
    stater.map((stat) => {
      nr++
      return { id: `o${nr}`, nr, kvartal: ((c % 4) + 1) as Kvartal, ring: RINGER[Math.floor(c / 4)]!, stat }
    }),
  )
}

/** Distance from a point to the line from the hub at an angle. */
const tilLinje = (pkt: { x: number; y: number }, grader: number) => {
  const e = punkt(1, grader)
  return Math.abs(pkt.x * e.y - pkt.y * e.x)
}

function sjekk(m: Hjulmaal, oppgaver: Hjuloppgave[], viser: number | null) {
  const { prikker, flere, k } = plasser(oppgaver, m, m.langsKanten ? { viser, navnekvartal: 3 } : { viser })
  expect(prikker).toHaveLength(oppgaver.length)
  expect(flere).toEqual([])
  for (const [i, a] of prikker.entries()) {
    const rekker = utstrekning(a.oppgave.stat, k)
    const [r0, r1] = baand(m, RINGER.indexOf(a.oppgave.ring))
    const r = Math.hypot(a.x, a.y)
    expect(r - rekker).toBeGreaterThanOrEqual(r0)
    expect(r + rekker).toBeLessThanOrEqual(r1)
    expect(kvartalVed(m, a)).toBe(a.oppgave.kvartal)
    for (const kant of [a.oppgave.kvartal * 90 - 90, a.oppgave.kvartal * 90])
      expect(tilLinje(a, kant)).toBeGreaterThan(rekker + 2)
    if (viser !== null && kvartalVed(m, punkt(r, viser)) === a.oppgave.kvartal)
      expect(tilLinje(a, viser)).toBeGreaterThan(rekker + 4)
    for (const b of prikker.slice(i + 1))
      expect(Math.hypot(a.x - b.x, a.y - b.y) - rekker - utstrekning(b.oppgave.stat, k)).toBeGreaterThanOrEqual(4)
  }
}

describe('prikkene på hjulet', () => {
  it.each([
    ['hele året', HELE],
    ['ett kvartal', KVARTALSVIS],
    ['utskriften', UTSKRIFT],
    ['hele året på telefon', LITEN],
  ])(
    '%s: står i sin egen celle, minst 4 px fra hverandre og ikke under viseren, uansett antall opp til seks',
    (_, m) => {
      fc.assert(
        fc.property(celler, fc.option(fc.double({ min: 0, max: 359.9, noNaN: true })), (c, viser) => {
          sjekk(m, somOppgaver(c), viser)
        }),
        { numRuns: 60 },
      )
      const fulle = (stat: Hjuloppgave['stat']) => somOppgaver(Array.from({ length: 16 }, () => Array(6).fill(stat)))
      for (const viser of [0, 45, 46.3, 135, 222, 315, null]) sjekk(m, fulle('forfaller'), viser)
      sjekk(m, fulle('gjort'), null)
    },
  )

  it('har full størrelse og ringnavn i 1. kvartal for begge årene i kilden', () => {
    for (const aar of [2024, 2025]) {
      const oppgaver = nummerer(KILDEHJUL, aar).map((o) => ({ ...o, stat: tilstandFor(o, '2024-09-18') }))
      const { k, navnekvartal, prikker } = plasser(oppgaver, HELE, { viser: null })
      expect([k, navnekvartal, prikker.length]).toEqual([HELE.k, 1, aar === 2024 ? 32 : 25])
    }
  })

  it('blir til «+n» når en celle har flere enn seks', () => {
    const oppgaver = Array.from({ length: 9 }, (_, i) => ({
      id: `o${i}`,
      nr: i + 1,
      kvartal: 2 as const,
      ring: 'psu' as const,
      stat: 'kommer' as const,
    }))
    const { prikker, flere } = plasser(oppgaver, HELE, { viser: null })
    expect(prikker).toHaveLength(5)
    expect(flere).toMatchObject([{ antall: 4, kvartal: 2 }])
  })

  it('står i sin egen måned når måneden er kjent og det er plass, og like fritt som ellers når det er trangt', () => {
    const maaned = fc.integer({ min: 0, max: 2 })
    fc.assert(
      fc.property(celler, fc.array(fc.option(maaned), { minLength: 96, maxLength: 96 }), (c, m) => {
        const oppgaver = somOppgaver(c).map((o, i) => ({
          ...o,
          vinkel: m[i] == null ? null : (o.kvartal - 1) * 90 + m[i] * 30 + 15,
        }))
        sjekk(HELE, oppgaver, 100)
      }),
      { numRuns: 40 },
    )
    for (let i = 0; i < 12; i++) {
      const o = {
        id: 'o',
        nr: 1,
        kvartal: (Math.floor(i / 3) + 1) as Kvartal,
        ring: 'prosjekt',
        stat: 'kommer',
      } as const
      const [prikk] = plasser([{ ...o, vinkel: i * 30 + 15 }], LITEN, { viser: null }).prikker
      const grader = ((Math.atan2(prikk!.x, -prikk!.y) * 180) / Math.PI + 360) % 360
      expect(Math.floor(grader / 30)).toBe(i)
    }
  })

  it('samme aktiviteter gir alltid samme plass', () => {
    fc.assert(
      fc.property(celler, (c) => {
        expect(plasser(somOppgaver(c), HELE, { viser: 100 })).toEqual(plasser(somOppgaver(c), HELE, { viser: 100 }))
      }),
      { numRuns: 20 },
    )
  })
})

describe('et trykk på hjulet', () => {
  it('tar nærmeste prikk innenfor rekkevidde, ellers ingen', () => {
    const prikker = [
      { x: 0, y: 0, n: 1 },
      { x: 30, y: 0, n: 2 },
    ]
    expect(naermeste({ x: 14, y: 0 }, prikker, 28)?.n).toBe(1)
    expect(naermeste({ x: 16, y: 0 }, prikker, 28)?.n).toBe(2)
    expect(naermeste({ x: 60, y: 0 }, prikker, 28)).toBeNull()
  })
  it('tar kvartalet under: 1. kvartal øverst til høyre, og så med klokken', () => {
    for (const k of KVARTALER) expect(kvartalVed(HELE, punkt(200, k * 90 - 45))).toBe(k)
    expect(kvartalVed(HELE, punkt(20, 10))).toBeNull()
    expect(kvartalVed(HELE, punkt(400, 10))).toBeNull()
  })
})

describe('datoen ved viseren', () => {
  const vinkel = fc.double({ min: 0, max: 359.9, noNaN: true })
  it('går aldri lenger ut til siden enn det er plass til', () => {
    fc.assert(
      fc.property(vinkel, fc.double({ min: 0, max: 200, noNaN: true }), (v, rom) => {
        const { x, bredde } = pilleUtenfor(HELE, v, '18. sept.', rom)
        expect(Math.abs(x) + bredde / 2).toBeLessThanOrEqual(HELE.R + rom + 1e-9)
      }),
    )
  })
  it('ligger innenfor kvartalet når ett kvartal vises', () => {
    fc.assert(
      fc.property(vinkel, (v) => {
        const kvartal = (Math.floor(v / 90) + 1) as Kvartal
        const { x, y, bredde } = pilleInnenfor(KVARTALSVIS, v, kvartal, '18. sept.')
        const [hx, hy] = [kvartal <= 2 ? 1 : -1, kvartal === 2 || kvartal === 3 ? 1 : -1]
        expect(hx * x - bredde / 2).toBeGreaterThan(0)
        expect(hy * y - 13).toBeGreaterThan(0)
        expect(Math.hypot(x, y)).toBeLessThan(KVARTALSVIS.R)
      }),
    )
  })
})
