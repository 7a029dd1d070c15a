import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { etterRang, RANG_MAKS, rangMellom, rangSkjema } from '../../src/domain/rang.ts'
import { rangFlyttet, rangSist, sjekketPer, sjekklisteFor, sjekkpunktSkjema } from '../../src/domain/sjekkpunkt.ts'

interface Punkt {
  id: string
  rang: string
}
const uuid = fc.uuid()
const gyldig = (rang: string) => v.is(rangSkjema, rang)

describe('plassen i en liste', () => {
  test('det er alltid plass mellom to naboer, foran den første og etter den siste', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(uuid, fc.nat()), { maxLength: 120 }), (innsatte) => {
        const liste: Punkt[] = []
        for (const [id, hvor] of innsatte) {
          const i = hvor % (liste.length + 1)
          const rang = rangMellom(liste[i - 1]?.rang ?? null, liste[i]?.rang ?? null, id)
          expect(gyldig(rang)).toBe(true)
          liste.splice(i, 0, { id, rang })
        }
        expect([...liste].sort(etterRang)).toEqual(liste)
      }),
    )
  })

  test('hundrevis av punkter på samme sted blir ikke for lange', () => {
    const id = (i: number) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
    let sist = ''
    for (let i = 0; i < 1000; i++) sist = rangSist([], id(i), sist)
    expect(sist.length).toBeLessThan(RANG_MAKS / 4)
    const foer = rangMellom(null, null, id(1))
    let etter = rangMellom(foer, null, id(2))
    for (let i = 0; i < 500; i++) etter = rangMellom(foer, etter, id(i))
    expect(etter > foer).toBe(true)
    expect(etter.length).toBeLessThan(RANG_MAKS / 2)
  })

  test('to nettbrett som legger til på samme sted, får hver sin plass, i samme rekkefølge overalt', () => {
    fc.assert(
      fc.property(uuid, uuid, (a, b) => {
        fc.pre(a.slice(-6) !== b.slice(-6))
        const [foerst, sist] = [rangMellom(null, null, 'a'), rangMellom('z', null, 'b')]
        const nye = [a, b].map((id) => ({ id, rang: rangMellom(foerst, sist, id) }))
        const ene = [...nye].sort(etterRang)
        expect([...nye].reverse().sort(etterRang)).toEqual(ene)
        // And there is room between them.
        const mellom = rangMellom(ene[0]!.rang, ene[1]!.rang, 'c')
        if (ene[0]!.rang !== ene[1]!.rang) expect(ene[0]!.rang < mellom && mellom < ene[1]!.rang).toBe(true)
      }),
    )
  })
})

describe('sjekklisten', () => {
  const liste = (antall: number): Punkt[] => {
    const ut: Punkt[] = []
    for (let i = 0; i < antall; i++) ut.push({ id: `p${i}`, rang: rangSist(ut, `p${i}`) })
    return ut
  }
  const flyttet = (fra: Punkt[], id: string, steg: -1 | 1) => {
    const rang = rangFlyttet(fra, id, steg)
    return fra
      .map((p) => (p.id === id && rang !== null ? { ...p, rang } : p))
      .sort(etterRang)
      .map((p) => p.id)
  }

  test('et nytt punkt står sist, også når det forrige ikke er tegnet ennå', () => {
    const tre = liste(3)
    expect(tre.map((p) => p.id)).toEqual([...tre].sort(etterRang).map((p) => p.id))
    const fjerde = rangSist(tre, 'p3')
    expect(rangSist(tre, 'p4', fjerde) > fjerde).toBe(true)
  })

  test('et punkt flyttes én plass opp eller ned, og de andre blir stående', () => {
    expect(flyttet(liste(4), 'p2', -1)).toEqual(['p0', 'p2', 'p1', 'p3'])
    expect(flyttet(liste(4), 'p1', 1)).toEqual(['p0', 'p2', 'p1', 'p3'])
    expect(flyttet(liste(4), 'p1', -1)).toEqual(['p1', 'p0', 'p2', 'p3'])
    expect(flyttet(liste(4), 'p2', 1)).toEqual(['p0', 'p1', 'p3', 'p2'])
    expect(rangFlyttet(liste(4), 'p0', -1)).toBeNull()
    expect(rangFlyttet(liste(4), 'p3', 1)).toBeNull()
    expect(rangFlyttet(liste(4), 'ukjent', 1)).toBeNull()
  })

  test('to som har fått samme plass, kan flyttes fra hverandre', () => {
    const like = [...liste(2), { id: 'p9', rang: liste(2)[1]!.rang }]
    expect(flyttet(like, 'p9', -1)).toEqual(['p0', 'p9', 'p1'])
    expect(flyttet(like, 'p0', 1)).toEqual(['p1', 'p9', 'p0'])
  })

  test('framdriften er for hver aktivitet, og bare de som har punkter', () => {
    const punkter = [
      { aktivitet: 'a', gjort: true },
      { aktivitet: 'a', gjort: false },
      { aktivitet: 'b', gjort: false },
    ]
    expect(Object.fromEntries(sjekketPer(punkter))).toEqual({ a: { gjort: 1, av: 2 }, b: { gjort: 0, av: 1 } })
    const plassert = punkter.map((p, i) => ({ ...p, id: `p${i}`, rang: `${3 - i}` }))
    expect(sjekklisteFor(plassert, 'a').map((p) => p.id)).toEqual(['p1', 'p0'])
  })

  test('et punkt uten tekst tas ikke imot, og et nytt er ikke gjort', () => {
    const punkt = { aktivitet: 'a', tekst: ' Spørre HR ', rang: 'i1' }
    expect(v.parse(sjekkpunktSkjema, punkt)).toMatchObject({ tekst: 'Spørre HR', gjort: false, eksempel: false })
    expect(v.safeParse(sjekkpunktSkjema, { ...punkt, tekst: ' ' }).success).toBe(false)
    expect(v.safeParse(sjekkpunktSkjema, { ...punkt, rang: 'i0' }).success).toBe(false)
  })
})
