import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { skjul } from '../../../src/domain/smaatall/skjul.ts'
import { cellenoekkel, celleverdier, type Blad, type Par, type Tabell } from '../../../src/domain/smaatall/tabell.ts'
import { grenser } from '../../support/loeser.ts'

/** A person's place in every division at once; what the table is counted from, and what an outsider does not know. */
interface Slag {
  kjoenn: string
  yrke: string
  stoerrelse: string
}
const KJOENN = ['kvinne', 'mann']
const YRKE = ['V', 'A']
/** Two sizes are deltid, two heltid. */
const STOERRELSE: Record<string, 0 | 1> = { '0-40': 1, '40-80': 1, '80-100': 0, '100': 0 }
const SLAG: Slag[] = KJOENN.flatMap((kjoenn) =>
  YRKE.flatMap((yrke) => Object.keys(STOERRELSE).map((stoerrelse) => ({ kjoenn, yrke, stoerrelse }))),
)
const part = (s: Slag): 0 | 1 => STOERRELSE[s.stoerrelse]!

interface Enhet {
  sti: string[]
  /** People by slag. */
  antall: number[]
}

const inndelinger: Tabell['inndelinger'] = {
  kjoenn: { kvinne: null, mann: null },
  yrke: { V: null, A: null },
  stoerrelse: STOERRELSE,
}

function somBlad({ sti, antall }: Enhet): Blad {
  const legg = (par: Par | undefined, p: 0 | 1, n: number): Par => [
    (par?.[0] ?? 0) + (p === 0 ? n : 0),
    (par?.[1] ?? 0) + (p === 1 ? n : 0),
  ]
  let alle: Par = [0, 0]
  const deler: Record<string, Record<string, Par>> = { kjoenn: {}, yrke: {}, stoerrelse: {} }
  SLAG.forEach((s, i) => {
    const n = antall[i]!
    alle = legg(alle, part(s), n)
    for (const [d, k] of Object.entries(s) as [string, string][]) deler[d]![k] = legg(deler[d]![k], part(s), n)
  })
  return { sti, alle, deler }
}

const somTabell = (enheter: readonly Enhet[]): Tabell => ({ inndelinger, blader: enheter.map(somBlad) })

/** Which unknowns a figure's part is the sum of. */
const sumFor = (enheter: readonly Enhet[], nk: string, p: 0 | 1): number[] => {
  const [enhet, inndeling, kategori] = nk.split('|') as [string, string, string]
  return enheter.flatMap((e, i) =>
    e.sti.includes(enhet)
      ? SLAG.flatMap((s, j) =>
          part(s) === p && (inndeling === '' || s[inndeling as keyof Slag] === kategori) ? [i * SLAG.length + j] : [],
        )
      : [],
  )
}

/** What the solver finds for every part of every hidden figure, from all that is shown. */
function utledet(enheter: readonly Enhet[], skjult: ReadonlySet<string>) {
  const verdier = [...celleverdier(somTabell(enheter))]
  const parter = ([nk, { par }]: (typeof verdier)[number]) =>
    ([0, 1] as const)
      .map((p) => ({ nk, p, sum: sumFor(enheter, nk, p), verdi: par[p] }))
      .filter((x) => x.sum.length > 0)
  const kjent = verdier.filter(([nk]) => !skjult.has(nk)).flatMap(parter)
  return verdier
    .filter(([nk]) => skjult.has(nk))
    .flatMap(parter)
    .map(({ nk, p, sum, verdi }) => ({ nk, p, verdi, ...grenser(enheter.length * SLAG.length, kjent, sum) }))
}

const STIER = [
  ['a1', 'a', 'topp'],
  ['a2', 'a', 'topp'],
  ['b1', 'b', 'topp'],
  ['b2', 'b', 'topp'],
  ['c', 'topp'],
]
const antall = fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(14) }), {
  minLength: SLAG.length,
  maxLength: SLAG.length,
})
const organisasjon = fc
  .subarray(STIER, { minLength: 1 })
  .chain((stier) => fc.tuple(...stier.map((sti) => antall.map((a): Enhet => ({ sti, antall: a })))))

describe('en tabell med små tall skjult', () => {
  test('kan ikke løses: hvert skjult tall kan være minst så mange ulike tall som grensen', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(organisasjon, fc.constantFrom(3, 5, 8), (enheter, minst) => {
        const { alle } = skjul(somTabell(enheter), minst)
        for (const { nk, p, minst: lavest, stoerst, verdi } of utledet(enheter, alle)) {
          expect(lavest, `${nk}/${p} er ${verdi}`).toBeLessThanOrEqual(verdi)
          expect(stoerst - lavest, `${nk}/${p} er ${verdi}`).toBeGreaterThanOrEqual(minst - 1)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('det som aldri var ment vist, kan heller ikke regnes ut når det er lite', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(organisasjon, (enheter) => {
        const { faa, alle } = skjul(somTabell(enheter), 5, (c) => c.inndeling === '' || c.enhet === 'topp')
        for (const { nk, p, minst: lavest, stoerst } of utledet(enheter, alle).filter((u) => faa.has(u.nk)))
          expect(stoerst - lavest, `${nk}/${p}`).toBeGreaterThanOrEqual(4)
      }),
      { numRuns: 8 },
    )
  })

  test('viser ikke noe tall med færre enn grensen', () => {
    fc.assert(
      fc.property(organisasjon, fc.constantFrom(3, 5, 8), (enheter, minst) => {
        const tabell = somTabell(enheter)
        const { alle } = skjul(tabell, minst)
        for (const [nk, { celle, par }] of celleverdier(tabell)) {
          if (alle.has(nk) || par[0] + par[1] === 0) continue
          const kun = inndelinger[celle.inndeling]?.[celle.kategori] ?? null
          for (const p of [0, 1] as const) if (kun === null || kun === p) expect(par[p]).toBeGreaterThanOrEqual(minst)
        }
      }),
    )
  })

  test('beviset biter: uten den andre skjulingen løser løseren tabellen', () => {
    const enheter = [
      { sti: ['a1', 'a'], antall: SLAG.map((s) => (part(s) === 0 && s.kjoenn === 'mann' ? 1 : 9)) },
      { sti: ['a2', 'a'], antall: SLAG.map(() => 9) },
    ]
    const { faa, alle } = skjul(somTabell(enheter))
    expect([...faa].length).toBeGreaterThan(0)
    expect(utledet(enheter, faa).some((u) => u.minst === u.stoerst)).toBe(true)
    expect(utledet(enheter, alle).some((u) => u.minst === u.stoerst)).toBe(false)
  })

  test('skjuler ingenting der det er mange nok', () => {
    const enheter = ['a1', 'a2'].map((id) => ({ sti: [id, 'a'], antall: SLAG.map(() => 20) }))
    expect(skjul(somTabell(enheter)).alle.size).toBe(0)
  })

  test('én liten enhet tar med seg én til, ikke totalen', () => {
    const enheter = [2, 20, 30].map((n, i) => ({ sti: [`a${i}`, 'a'], antall: SLAG.map(() => n) }))
    // 16 kinds of people, two of each: 4 with heltid in each gender are too few, but all the men are not.
    const { alle } = skjul(somTabell(enheter), 17)
    expect(alle.has(cellenoekkel('a0'))).toBe(true)
    expect(alle.has(cellenoekkel('a1'))).toBe(true)
    expect(alle.has(cellenoekkel('a2'))).toBe(false)
    expect(alle.has(cellenoekkel('a'))).toBe(false)
  })

  test('gir samme svar på samme tabell', () => {
    fc.assert(
      fc.property(organisasjon, (enheter) => {
        const [en, to] = [skjul(somTabell(enheter)), skjul(somTabell(enheter))]
        expect([...en.alle]).toEqual([...to.alle])
      }),
    )
  })
})
