import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hvaSkalTil,
  tellStillinger,
  type Enhetsstillinger,
  type Foerst,
  type Milepaelmaal,
  type Rammer,
  type Stillingsgruppe,
} from '../../src/domain/hvaskaltil.ts'
import { skrivHvaSkalTil } from '../../src/domain/hvaskaltiltekst.ts'

const grupper = (...par: [antall: number, prosent: number][]): Stillingsgruppe[] =>
  par.map(([antall, prosent]) => ({ antall, prosent }))
const enhet = (besatt: Stillingsgruppe[], ledig: Stillingsgruppe[] = []): Enhetsstillinger => ({ besatt, ledig })
const heltid = (verdi: number): Milepaelmaal => ({ indikator: 'andelHeltid', verdi })
const snitt = (verdi: number): Milepaelmaal => ({ indikator: 'gjennomsnittligStilling', verdi })
const rammer = (aarsverk: number, helg: Rammer['helg'] = null): Rammer => ({ aarsverk, helg })
const linjer = (...a: Parameters<typeof hvaSkalTil>): string[] =>
  skrivHvaSkalTil(hvaSkalTil(...a)).map((l) => l.replaceAll('\u00a0', ' '))

describe('ti ansatte: fire på 100, to på 70, to på 50 og to på 20 prosent', () => {
  const ti = enhet(grupper([4, 100], [2, 70], [2, 50], [2, 20]))

  test('60 prosent heltid: de to største under 80 løftes', () => {
    expect(linjer(ti, heltid(60), rammer(1))).toEqual([
      'Løft 2 stillinger fra 70 til 80 %: 0,2 årsverk.',
      'Til sammen 0,2 årsverk kommer til.',
    ])
  })

  test('80 prosent heltid: fire løftes', () => {
    const svar = hvaSkalTil(ti, heltid(80), rammer(1))
    expect(svar).toMatchObject({ naadd: true, beroerte: 4, tilfoert: 0.8, mangler: 0 })
    expect(svar.etter).toMatchObject({ ansatte: 10, heltid: 8, andelHeltid: 80 })
  })

  test('rekker ikke årsverkene, sies det hvor langt de rekker, og hva som mangler', () => {
    const svar = hvaSkalTil(ti, heltid(80), rammer(0.3))
    expect(svar).toMatchObject({ naadd: false, beroerte: 2, tilfoert: 0.2 })
    expect(svar.mangler).toBeCloseTo(0.5, 9)
    expect(svar.etter.andelHeltid).toBe(60)
  })

  test('70 prosent i snitt: én løftes så langt det trengs, av dem som har rom for det den største', () => {
    expect(linjer(ti, snitt(70), rammer(1))).toEqual([
      'Løft 1 stilling fra 70 til 90 %: 0,2 årsverk.',
      'Til sammen 0,2 årsverk kommer til.',
    ])
  })

  test('en milepæl som er nådd, krever ingenting', () => {
    expect(hvaSkalTil(ti, heltid(40), rammer(0))).toMatchObject({ naadd: true, tiltak: [], beroerte: 0, tilfoert: 0 })
  })
})

describe('ledige stillinger', () => {
  const besatt = grupper([2, 100], [2, 70], [1, 20])

  test('to ledige på 20 og 60 prosent blir én på 80, uten at noen må løftes', () => {
    expect(linjer(enhet(besatt, grupper([1, 60], [1, 20])), heltid(50), rammer(0))).toEqual([
      'Lys ut 1 stilling på 80 %: 0,8 årsverk.',
    ])
  })

  test('trenger helgen begge, blir det to, og to må løftes', () => {
    const helg = { helgetimer: 52.5, timerPerHelg: 15, frekvens: 2, uketimer: 37.5 }
    const svar = hvaSkalTil(enhet(besatt, grupper([1, 60], [1, 20])), heltid(50), rammer(0, helg))
    expect(svar).toMatchObject({ naadd: true, beroerte: 2, tilfoert: 0, etter: { ansatte: 7, heltid: 4 } })
  })

  test('færrest årsverk først: heller løfte to enn å gjøre den ledige stor', () => {
    const e = enhet(grupper([1, 100], [1, 75], [1, 50]), grupper([1, 30]))
    expect(hvaSkalTil(e, heltid(50), rammer(2))).toMatchObject({ beroerte: 0, tilfoert: 0.5 })
    expect(hvaSkalTil(e, heltid(50), rammer(2), 'aarsverk')).toMatchObject({ beroerte: 1, tilfoert: 0 })
  })

  test('små ledige helgestillinger kan bli små igjen', () => {
    const helg = { helgetimer: 300, timerPerHelg: 15, frekvens: 3, uketimer: 35.5 }
    const svar = hvaSkalTil(enhet(grupper([1, 100]), grupper([2, 7])), heltid(0), rammer(0, helg))
    expect(svar).toMatchObject({ naadd: true, tilfoert: 0, etter: { ansatte: 2, aarsverk: 1.14 } })
  })
})

test('ingen stillinger: ingen endringer', () => {
  expect(hvaSkalTil(enhet([]), heltid(0), rammer(0))).toMatchObject({ tiltak: [], etter: { ansatte: 0 } })
})

test('over 100 prosent er heltid og løftes ikke', () => {
  expect(tellStillinger(grupper([1, 120], [1, 79.9]))).toMatchObject({ ansatte: 2, heltid: 1, andelHeltid: 50 })
  expect(linjer(enhet(grupper([1, 120], [1, 79.9])), heltid(100), rammer(1))[0]).toBe(
    'Løft 1 stilling fra 79,9 til 80 %: under 0,01 årsverk.',
  )
})

/** On a grid of ten percent everything is whole, and all ways can be counted. A weekend post is 20 %. */
const HELG = { timerPerHelg: 15, frekvens: 2, uketimer: 37.5 }
const RUTER = [20, 30, 40, 50, 60, 70, 80, 90, 100]

interface Utfall {
  beroerte: number
  tilfoert: number
}

/** Every way there is: each person keeps or gets any larger size, each vacancy becomes a post of any size or none. */
function alleVeier(e: Enhetsstillinger, maal: Milepaelmaal, r: Rammer, foerst: Foerst): Utfall | null {
  const hver = (g: readonly Stillingsgruppe[]) => g.flatMap((x) => Array.from({ length: x.antall }, () => x.prosent))
  const [besatt, ledige] = [hver(e.besatt), hver(e.ledig)]
  const sum = (t: number[]) => t.reduce((a, b) => a + b, 0)
  const dekker = (t: number[]) => sum(t.map((p) => Math.min(p, 20)))
  const krav = r.helg ? Math.min((r.helg.helgetimer / 37.5) * 100, dekker(besatt) + dekker(ledige)) : 0
  const kasse = sum(ledige) + r.aarsverk * 100
  let best: Utfall | null = null
  const bedre = (a: Utfall, b: Utfall) =>
    foerst === 'beroerte'
      ? a.beroerte - b.beroerte || a.tilfoert - b.tilfoert
      : a.tilfoert - b.tilfoert || a.beroerte - b.beroerte

  const poster = (i: number, valgte: number[], etter: number[], brukt: number) => {
    if (brukt > kasse) return
    if (i === ledige.length) {
      if (r.helg && dekker(besatt) + dekker(valgte) < krav - 1e-9) return
      const alle = [...etter, ...valgte]
      const t = tellStillinger(alle.map((prosent) => ({ prosent, antall: 1 })))
      if (t[maal.indikator] < maal.verdi - 1e-9) return
      const utfall = {
        beroerte: etter.filter((p, j) => p !== besatt[j]).length,
        tilfoert: Math.max(0, brukt - sum(ledige)) / 100,
      }
      if (best === null || bedre(utfall, best) < 0) best = utfall
      return
    }
    poster(i + 1, valgte, etter, brukt)
    for (const p of RUTER) poster(i + 1, [...valgte, p], etter, brukt + p)
  }
  const loeft = (i: number, etter: number[], brukt: number) => {
    if (brukt > kasse) return
    if (i === besatt.length) return poster(0, [], etter, brukt)
    loeft(i + 1, [...etter, besatt[i]!], brukt)
    for (const p of RUTER) if (p > besatt[i]!) loeft(i + 1, [...etter, p], brukt + p - besatt[i]!)
  }
  loeft(0, [], 0)
  return best
}

const stoerrelser = (flest: number, ruter: number[]) =>
  fc
    .array(fc.constantFrom(...ruter), { maxLength: flest })
    .map((liste) => liste.map((prosent) => ({ prosent, antall: 1 })))
const smaaEnheter = fc.record({
  besatt: stoerrelser(4, [10, 20, 40, 60, 70, 80, 100]).filter((b) => b.length > 0),
  ledig: stoerrelser(2, [20, 40, 60, 90]),
})
const helger = fc.option(
  fc.integer({ min: 0, max: 12 }).map((n) => ({ ...HELG, helgetimer: n * 7.5 })),
  { nil: null },
)

test.each([
  ['andelHeltid', 'beroerte'],
  ['andelHeltid', 'aarsverk'],
  ['gjennomsnittligStilling', 'beroerte'],
  ['gjennomsnittligStilling', 'aarsverk'],
] as const)('ingen vei er mindre enn den som vises: %s, færrest %s først', (indikator, foerst) => {
  const maal = fc.integer({ min: 0, max: 10 }).map((n) => ({ indikator, verdi: n * 10 }))
  const aarsverk = fc.integer({ min: 0, max: 12 }).map((n) => n / 10)
  fc.assert(
    fc.property(smaaEnheter, maal, aarsverk, helger, (e, m, ramme, helg) => {
      const svar = hvaSkalTil(e, m, { aarsverk: ramme, helg }, foerst)
      const fasit = alleVeier(e, m, { aarsverk: ramme, helg }, foerst)
      expect(svar.naadd).toBe(fasit !== null)
      if (fasit) {
        expect(svar.beroerte).toBe(fasit.beroerte)
        expect(svar.tilfoert).toBeCloseTo(fasit.tilfoert, 9)
      }
    }),
    { numRuns: 50 },
  )
})

const enheter = fc.record({
  besatt: fc.array(
    fc.record({
      prosent: fc.integer({ min: 1, max: 1100 }).map((n) => n / 10),
      antall: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  ledig: fc.array(
    fc.record({
      prosent: fc.integer({ min: 50, max: 1000 }).map((n) => n / 10),
      antall: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 4 },
  ),
})
const rammeverk = fc.record({
  aarsverk: fc.double({ min: 0, max: 8, noNaN: true }),
  helg: fc.option(
    fc.record({
      helgetimer: fc.double({ min: 0, max: 800, noNaN: true }),
      timerPerHelg: fc.constantFrom(15, 20, 25),
      frekvens: fc.constantFrom(2, 3, 4),
      uketimer: fc.constantFrom(33.6, 35.5, 37.5),
    }),
    { nil: null },
  ),
})

test('svaret holder det det lover: milepælen nås, rammen holdes, bemanningen går ikke ned, og regnskapet går opp', () => {
  fc.assert(
    fc.property(
      enheter,
      fc.constantFrom('andelHeltid' as const, 'gjennomsnittligStilling' as const),
      fc.double({ min: 0, max: 100, noNaN: true }),
      rammeverk,
      (e, indikator, verdi, r) => {
        const svar = hvaSkalTil(e, { indikator, verdi }, r)
        const [foer, ledig] = [tellStillinger(e.besatt), tellStillinger(e.ledig)]
        expect(svar.tilfoert).toBeLessThanOrEqual(r.aarsverk + 1e-6)
        expect(svar.etter.aarsverk + svar.tilOvers).toBeCloseTo(foer.aarsverk + ledig.aarsverk + svar.tilfoert, 6)
        if (svar.naadd) expect(svar.etter[indikator]).toBeGreaterThanOrEqual(verdi - 1e-4)
        else expect(svar.mangler).toBeGreaterThan(0)
        const nye = svar.tiltak.flatMap((t) => (t.slag === 'utlys' ? [t.antall] : [])).reduce((a, b) => a + b, 0)
        expect(svar.etter.ansatte).toBe(foer.ansatte + nye)
        expect(nye).toBeLessThanOrEqual(ledig.ansatte)
      },
    ),
  )
})

test('det som mangler, er nok: med så mange årsverk til nås milepælen', () => {
  fc.assert(
    fc.property(enheter, fc.double({ min: 0, max: 100, noNaN: true }), rammeverk, (e, verdi, r) => {
      const svar = hvaSkalTil(e, heltid(verdi), r)
      const nok = { ...r, aarsverk: r.aarsverk + svar.mangler + 1e-6 }
      if (!svar.naadd) expect(hvaSkalTil(e, heltid(verdi), nok).naadd).toBe(true)
    }),
  )
})
