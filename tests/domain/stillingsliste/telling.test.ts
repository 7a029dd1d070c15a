import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { maalingSkjema, type MaalingPost } from '../../../src/domain/maaling.ts'
import { samlet } from '../../../src/domain/samlet.ts'
import { somProsent } from '../../../src/domain/stillingsliste/telling.ts'
import { aarsverkI, ansatteI, heltidI } from '../../../src/domain/stillingstall.ts'
import { OVERORDNET, tellListe } from '../../support/stillingsliste.ts'

const KOLONNER = ['Ansattnr', 'Enhet', 'Stillingsprosent']
const tell = (rader: [string, string, number | string][]) => tellListe(KOLONNER, rader)
const tall = (o: ReturnType<typeof tell>, enhet: string) => {
  const t = o.enheter.get(enhet)
  return t && [t.heltid, t.ansatte, t.aarsverk]
}

describe('en persons stillinger legges sammen i hvert omfang', () => {
  it('50 % i én enhet og 30 % i en annen er heltid i kommunen og i ingen av enhetene', () => {
    const o = tell([
      ['1', 'hurum', 50],
      ['1', 'gullhella', 30],
    ])
    expect(tall(o, 'hurum')).toEqual([0, 1, 0.5])
    expect(tall(o, 'gullhella')).toEqual([0, 1, 0.3])
    expect(tall(o, 'ho2')).toEqual([0, 1, 0.5])
    expect(tall(o, 'velferd')).toEqual([1, 1, 0.8])
    expect(tall(o, 'asker')).toEqual([1, 1, 0.8])
    expect([o.samlet.heltid, o.samlet.ansatte]).toEqual([1, 1])
  })

  it('to stillinger i samme enhet er én ansatt der', () => {
    expect(
      tall(
        tell([
          ['1', 'hurum', 45],
          ['1', 'hurum', 35],
          ['2', 'hurum', 79.99],
        ]),
        'hurum',
      ),
    ).toEqual([1, 2, 1.5999])
  })

  it('80 % er heltid, litt under er det ikke, og desimaler legges sammen uten avrunding', () => {
    expect(tall(tell([['1', 'hurum', 80]]), 'hurum')?.[0]).toBe(1)
    expect(tall(tell([['1', 'hurum', 79.999]]), 'hurum')?.[0]).toBe(0)
    const deler: [string, string, number][] = [14.1, 14.2, 14.3, 37.4].map((p) => ['1', 'hurum', p])
    expect(tall(tell(deler), 'hurum')).toEqual([1, 1, 0.8])
  })

  it('over 100 % til sammen er én ansatt med heltid, og blir sagt fra om', () => {
    const o = tell([
      ['1', 'hurum', 80],
      ['1', 'braaset', 40],
    ])
    expect(tall(o, 'ho2')).toEqual([1, 1, 1.2])
    expect(o.enheter.get('ho2')?.over100).toBe(1)
    expect(o.enheter.get('hurum')?.over100).toBe(0)
  })

  it('yrke er det fra den største stillingen', () => {
    const o = tellListe(
      [...KOLONNER, 'Stilling', 'Kjønn'],
      [
        ['1', 'hurum', 20, 'Assistent', 'K'],
        ['1', 'hurum', 60, 'Sykepleier', 'K'],
      ],
    )
    expect(o.enheter.get('hurum')?.stillinger).toEqual([{ prosent: 80, antall: 1, yrke: 'V', kjoenn: 'kvinne' }])
  })

  it('uten ansattnummer og navn er hver rad en ansatt, også to like', () => {
    const o = tellListe(
      ['Enhet', 'Stillingsprosent'],
      [
        ['hurum', 50],
        ['hurum', 50],
      ],
    )
    expect(tall(o, 'hurum')).toEqual([0, 2, 1])
  })

  it('uten ansattnummer er navnet den ansatte, for- og etternavn sammen', () => {
    const o = tellListe(
      ['Fornavn', 'Etternavn', 'Enhet', 'Stillingsprosent'],
      [
        ['Kari', 'Eksempel', 'hurum', 50],
        ['KARI ', 'Eksempel', 'hurum', 30],
        ['Kari', 'Annen', 'hurum', 30],
      ],
    )
    expect(tall(o, 'hurum')).toEqual([1, 2, 1.1])
  })
})

describe('bildet og målingen sier det samme om heltid', () => {
  it('størrelser rundes ikke opp over en grense', () => {
    expect([79.96, 79.95, 79.94, 80, 14.08, 99.99, 100, 19.99, 0.001, 250].map((p) => somProsent(p * 10_000))).toEqual([
      79.9, 79.9, 79.9, 80, 14.1, 99.9, 100, 19.9, 0.1, 200,
    ])
  })
})

const stilling = fc.record({
  hvem: fc.integer({ min: 1, max: 12 }).map(String),
  enhet: fc.constantFrom('hurum', 'braaset', 'gullhella', 'ho2'),
  prosent: fc.integer({ min: 1, max: 10_000 }).map((p) => p / 100),
})
const somRader = (s: { hvem: string; enhet: string; prosent: number }[]): [string, string, number][] =>
  s.map((r) => [r.hvem, r.enhet, r.prosent])

describe('for alle lister', () => {
  it('blir aldri flere heltid enn det er å legge sammen til', () => {
    fc.assert(
      fc.property(fc.array(stilling, { maxLength: 60 }), (liste) => {
        const o = tell(somRader(liste))
        for (const t of [o.samlet, ...o.enheter.values()]) {
          expect(t.heltid).toBeLessThanOrEqual(t.ansatte)
          expect(t.heltid * 0.8).toBeLessThanOrEqual(t.aarsverk + 1e-9)
          expect(ansatteI(t.stillinger)).toBe(t.ansatte)
          expect(heltidI(t.stillinger)).toBe(t.heltid)
          // A picture ends at 200 %; below that it is as exact as its one decimal.
          if (t.over100 === 0)
            expect(Math.abs(aarsverkI(t.stillinger) - t.aarsverk)).toBeLessThanOrEqual(0.001 * t.ansatte + 1e-9)
        }
      }),
    )
  })

  it('er en ansatt som er heltid i en enhet, det også i alt over', () => {
    fc.assert(
      fc.property(fc.array(stilling, { maxLength: 60 }), (liste) => {
        const o = tell(somRader(liste))
        for (const [enhet, over] of OVERORDNET) {
          const [her, der] = [o.enheter.get(enhet), over === null ? undefined : o.enheter.get(over)]
          if (!her || !der) continue
          expect(der.heltid).toBeGreaterThanOrEqual(her.heltid)
          expect(der.ansatte).toBeGreaterThanOrEqual(her.ansatte)
          expect(der.aarsverk).toBeGreaterThanOrEqual(her.aarsverk - 1e-9)
        }
      }),
    )
  })

  it('er enheter uten felles ansatte til sammen det samme som helheten', () => {
    fc.assert(
      fc.property(fc.array(stilling, { minLength: 1, maxLength: 60 }), (liste) => {
        const delt = liste.map((s) => ({
          ...s,
          enhet: s.enhet === 'ho2' ? 'hurum' : s.enhet,
          hvem: `${s.enhet}-${s.hvem}`,
        }))
        const o = tell(somRader(delt))
        const maalinger = [...o.enheter].map(([enhet, t]): MaalingPost => {
          const antall = { teller: t.heltid, nevner: t.ansatte }
          return {
            id: enhet,
            ...v.parse(maalingSkjema, { enhet, indikator: 'andelHeltid', dato: '2026-09-01', ...antall }),
          }
        })
        const enheter = [...OVERORDNET].map(([id, overordnet]) => ({ id, overordnet }))
        const bareAvdelinger = maalinger.filter((m) => ['hurum', 'braaset', 'gullhella'].includes(m.enhet))
        const sum = samlet('asker', 'andelHeltid', bareAvdelinger, enheter, '2026-09-02')
        const helhet = o.enheter.get('asker')!
        expect([sum?.teller, sum?.nevner]).toEqual([helhet.heltid, helhet.ansatte])
      }),
    )
  })

  it('betyr rekkefølgen på radene ingenting for tallene', () => {
    fc.assert(
      fc.property(fc.array(stilling, { maxLength: 40 }), (liste) => {
        const uten = (o: ReturnType<typeof tell>) =>
          [...o.enheter].map(([e, t]) => [e, t.heltid, t.ansatte, t.aarsverk.toFixed(9)].join()).sort()
        // Equal rows are counted once, whichever comes first.
        expect(uten(tell(somRader([...liste].reverse())))).toEqual(uten(tell(somRader(liste))))
      }),
    )
  })
})
