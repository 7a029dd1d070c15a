import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aarsverkAvTimer,
  behovsandel,
  dekningAlleHele,
  dekningVedJevntBehov,
  flestMed,
  helgeandel,
  helgeregnskap,
  helgetimerIAaret,
  hullMed,
  type Helgeordning,
} from '../../src/domain/helg.ts'
import { FREKVENSER } from '../../src/domain/helgekonstanter.ts'

/** 30 årsverk, 300 helgetimer: 20 plasser på 15 timer. */
const bondihagen = (vakt: number, frekvens: number, annet: Partial<Helgeordning> = {}): Helgeordning => ({
  aarsverk: 30,
  helgetimer: 300,
  timerPerHelg: 2 * vakt,
  frekvens,
  uketimer: 35.5,
  ...annet,
})

describe('30 årsverk og 300 helgetimer', () => {
  test.each([
    { vakt: 7.5, frekvens: 3, hoder: 60, snittprosent: 50, fulle: 25, heltid: 32, timerIAaret: 260 },
    { vakt: 7.5, frekvens: 2, hoder: 40, snittprosent: 75, fulle: 27, heltid: 36, timerIAaret: 390 },
    { vakt: 12.5, frekvens: 3, hoder: 36, snittprosent: 83.33, fulle: 28, heltid: 36, timerIAaret: 433.33 },
    { vakt: 12.5, frekvens: 4, hoder: 48, snittprosent: 62.5, fulle: 26, heltid: 34, timerIAaret: 325 },
  ])(
    '$vakt timer hver $frekvens. helg gir $hoder ansatte og $snittprosent prosent',
    ({ vakt, frekvens, ...ventet }) => {
      const r = helgeregnskap(bondihagen(vakt, frekvens))
      expect(r).toMatchObject({ hoder: ventet.hoder, fulle: ventet.fulle, heltid: ventet.heltid })
      expect(r.snittprosent).toBeCloseTo(ventet.snittprosent, 2)
      expect(r.timerIAaret).toBeCloseTo(ventet.timerIAaret, 2)
    },
  )

  test('hver tredje helg kan 42 prosent ha full stilling, med langvakt 78', () => {
    const andel = (o: Helgeordning) => Math.round((flestMed(1, o) / helgeregnskap(o).hoder) * 100)
    expect(andel(bondihagen(7.5, 3))).toBe(42)
    expect(andel(bondihagen(12.5, 3))).toBe(78)
  })

  test('ti prosent færre helgetimer gir 54 ansatte og 55,6 prosent', () => {
    const r = helgeregnskap(bondihagen(7.5, 3, { helgetimer: 0.9 * 300 }))
    expect(r.hoder).toBe(54)
    expect(r.snittprosent).toBeCloseTo(55.56, 2)
  })

  test('halvparten av helgene som langvakt på 12,5 timer gir 45 ansatte', () => {
    expect(helgeregnskap(bondihagen(0.5 * 12.5 + 0.5 * 7.5, 3)).hoder).toBe(45)
  })

  test('30 årsverk mangler for at alle 60 skal ha 100 prosent, og 18 for at alle skal ha 80', () => {
    const r = helgeregnskap(bondihagen(7.5, 3))
    expect(r.manglerTilFulle).toBeCloseTo(30, 9)
    expect(r.manglerTilHeltid).toBeCloseTo(18, 9)
  })

  test('full stilling for alle krever helg oftere enn hver andre, eller 30 timer på helgen', () => {
    const r = helgeregnskap(bondihagen(7.5, 3))
    expect(r.frekvensForFulle).toBeCloseTo(1.5, 9)
    expect(r.timerForFulle).toBeCloseTo(30, 9)
  })

  test('30 fulle stillinger dekker halve helgen; 150 timer står igjen', () => {
    expect(dekningAlleHele(bondihagen(7.5, 3))).toBeCloseTo(0.5, 9)
    expect(hullMed(30, bondihagen(7.5, 3))).toBeCloseTo(150, 9)
    expect(hullMed(60, bondihagen(7.5, 3))).toBe(0)
  })

  test('helgestillingen er 14,08 prosent', () => {
    expect(helgeregnskap(bondihagen(7.5, 3)).helgestillingprosent).toBeCloseTo(14.08, 2)
  })
})

describe('35,5 timer i uken, likt behov alle dager', () => {
  test.each([
    [7.5, 3, 14.1, 49],
    [7.5, 2, 21.1, 74],
    [10, 3, 18.8, 66],
    [12.5, 3, 23.5, 82],
    [12.5, 4, 17.6, 62],
  ])('2 × %s timer hver %s. helg: helg er %s prosent av tiden, og dekker %s prosent', (vakt, frekvens, del, dekker) => {
    const o = bondihagen(vakt, frekvens)
    expect(helgeandel(o) * 100).toBeCloseTo(del, 1)
    expect(Math.round(dekningVedJevntBehov(o) * 100)).toBe(dekker)
  })

  test('det samme regnet av en plan der to sjudeler av timene er helg', () => {
    const o = bondihagen(7.5, 3, { helgetimer: (30 * 35.5 * 2) / 7 })
    expect(dekningAlleHele(o)).toBeCloseTo(dekningVedJevntBehov(o), 9)
    expect(behovsandel(o)).toBeCloseTo(2 / 7, 9)
  })
})

describe('utlyste brøker', () => {
  test.each([
    [30, 28.17],
    [14.75, 13.85],
    [75, 70.42],
  ])('%s timer hver tredje uke er %s prosent', (timer, prosent) => {
    expect(helgeandel({ timerPerHelg: timer, frekvens: 3, uketimer: 35.5 }) * 100).toBeCloseTo(prosent, 2)
  })
})

test('1 065 timer i uken er 30 årsverk', () => expect(aarsverkAvTimer(1065, 35.5)).toBeCloseTo(30, 9))

test('helgetimer i året følger antall uker', () => {
  const o = { timerPerHelg: 15, frekvens: 3 }
  expect(helgetimerIAaret(o)).toBe(260)
  expect(helgetimerIAaret(o, 47)).toBe(235)
})

test('mer enn nok årsverk: snittet er 100, og alle som helgen trenger, kan ha hel stilling', () => {
  const r = helgeregnskap(bondihagen(7.5, 3, { helgetimer: 100 }))
  expect(r).toMatchObject({ hoder: 20, snittprosent: 100, fulle: 20, heltid: 20, manglerTilFulle: 0 })
})

test('for få årsverk til helgen alene: ingen kan ha stor stilling', () => {
  expect(helgeregnskap(bondihagen(7.5, 3, { aarsverk: 5 }))).toMatchObject({ fulle: 0, heltid: 0 })
})

const ordning = fc.record({
  aarsverk: fc.double({ min: 1, max: 200, noNaN: true }),
  helgetimer: fc.double({ min: 7.5, max: 2000, noNaN: true }),
  timerPerHelg: fc.double({ min: 8, max: 25, noNaN: true }),
  frekvens: fc.constantFrom(...FREKVENSER),
  uketimer: fc.constantFrom(33.6, 35.5, 37.5),
})
/** Two of the same, but for one figure that is not larger in the first. */
const par = (felt: keyof Helgeordning) =>
  fc.tuple(ordning, ordning).map(([a, b]): [Helgeordning, Helgeordning] => {
    const [lav, hoey] = [a[felt], b[felt]].sort((x, y) => x - y) as [number, number]
    return [
      { ...a, [felt]: lav },
      { ...a, [felt]: hoey },
    ]
  })
const SLINGRING = 1e-7

type Svar = ReturnType<typeof helgeregnskap> & { andelHeltid: number; andelFulle: number }
const alt = (o: Helgeordning): Svar => {
  const r = helgeregnskap(o)
  return { ...r, andelHeltid: r.heltid / r.hoder, andelFulle: r.fulle / r.hoder }
}

/** Which way each answer goes when one figure grows and the rest stand: 1 up, −1 down, 0 not at all. */
const VEIER: [felt: keyof Helgeordning, hva: string, veier: Partial<Record<keyof Svar, 1 | -1 | 0>>][] = [
  [
    'aarsverk',
    'flere årsverk: større stillinger og flere heltid, like mange ansatte',
    { hoder: 0, snittprosent: 1, fulle: 1, heltid: 1, manglerTilFulle: -1, manglerTilHeltid: -1, dekningAlleHele: 1 },
  ],
  [
    'helgetimer',
    'flere helgetimer: flere ansatte, mindre stillinger, en mindre andel heltid',
    { hoder: 1, snittprosent: -1, andelHeltid: -1, andelFulle: -1, manglerTilFulle: 1, dekningAlleHele: -1 },
  ],
  [
    'timerPerHelg',
    'lengre vakter: færre ansatte, større stillinger, mer helg for hver',
    { hoder: -1, snittprosent: 1, timerIAaret: 1, helgestillingprosent: 1, manglerTilFulle: -1 },
  ],
  [
    'frekvens',
    'sjeldnere helg: flere ansatte, mindre stillinger, mindre helg for hver',
    { hoder: 1, snittprosent: -1, timerIAaret: -1, helgestillingprosent: -1, manglerTilFulle: 1 },
  ],
]
test.each(VEIER)('%s går én vei. %s', (felt, _hva, veier) => {
  fc.assert(
    fc.property(par(felt), ([lav, hoey]) => {
      const [foer, etter] = [alt(lav), alt(hoey)]
      for (const [svar, vei] of Object.entries(veier) as [keyof Svar, number][]) {
        const endring = etter[svar] - foer[svar]
        if (vei === 0) expect(endring, svar).toBe(0)
        else expect(endring * vei, svar).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('det som sies å være mulig, går opp: heltid og helgestillinger bruker ikke flere årsverk enn det finnes', () => {
  fc.assert(
    fc.property(ordning, (o) => {
      const r = helgeregnskap(o)
      const s = helgeandel(o)
      for (const [antall, minst] of [
        [r.fulle, 1],
        [r.heltid, 0.8],
      ] as const) {
        expect(antall).toBeLessThanOrEqual(r.hoder)
        if (antall > 0) expect(antall * minst + (r.hoder - antall) * s).toBeLessThanOrEqual(o.aarsverk + SLINGRING)
        if (antall > 0 && antall < r.hoder)
          expect((antall + 1) * minst + (r.hoder - antall - 1) * s).toBeGreaterThan(o.aarsverk - SLINGRING)
      }
      expect(r.heltid).toBeGreaterThanOrEqual(r.fulle)
      expect((r.hoder * o.timerPerHelg) / o.frekvens).toBeGreaterThanOrEqual(o.helgetimer - SLINGRING)
    }),
  )
})
