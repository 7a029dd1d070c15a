import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flett, type Tilstand } from '../../src/sync/merge.ts'
import { skriverAv, type Doc, type Op, type Versjoner } from '../../src/sync/op.ts'

type Skriving = Pick<Op, 'opId' | 'kind' | 'set' | 'base'>
const op = (opId: string, set: Doc, base: Record<string, string | null>, kind: Op['kind'] = 'set'): Skriving => ({
  opId,
  kind,
  set,
  base,
})
const start = flett(null, op('1', { tittel: 'x', ansvarlig: '', teller: 1, nevner: 2 }, {}), 100, []).tilstand
const grupper = [['teller', 'nevner']]
const versjoner = (t: Tilstand): Versjoner => Object.fromEntries(Object.entries(t.skrivere).map(([f, [id]]) => [f, id]))

describe('fletting', () => {
  it('en ny post tar alt og husker hvem som skrev den', () => {
    expect(start).toMatchObject({ doc: { tittel: 'x' }, deleted: false, skrivere: { '*': ['1', 100] } })
  })

  it('den som bygger på det siste, får det som hun vil, uten at noen klokke blir spurt', () => {
    const r = flett(start, op('2', { tittel: 'y' }, { tittel: '1' }), 5, grupper)
    expect(r.tilstand.doc.tittel).toBe('y')
    expect(r.tapt).toEqual([])
  })

  it('hvert sitt felt: begge står', () => {
    const a = flett(start, op('2', { tittel: 'y' }, { tittel: '1' }), 200, grupper).tilstand
    const b = flett(a, op('3', { ansvarlig: 'leder' }, { ansvarlig: '1' }), 150, grupper)
    expect(b.tilstand.doc).toMatchObject({ tittel: 'y', ansvarlig: 'leder' })
    expect(b.tapt).toEqual([])
  })

  it('samme felt samtidig: den seineste står, den andre står i historikken', () => {
    const a = flett(start, op('2', { tittel: 'seinest' }, { tittel: '1' }), 200, grupper).tilstand
    const b = flett(a, op('3', { tittel: 'tidligst' }, { tittel: '1' }), 150, grupper)
    expect(b.tilstand.doc.tittel).toBe('seinest')
    expect(b.tapt).toEqual(['tittel'])
    expect(b.endringer).toEqual([{ felt: 'tittel', fra: 'seinest', til: 'tidligst', utfall: 'superseded' }])
  })

  it('samtidig og likt: ingen har tapt noe', () => {
    const a = flett(start, op('2', { tittel: 'likt' }, { tittel: '1' }), 200, grupper).tilstand
    expect(flett(a, op('3', { tittel: 'likt' }, { tittel: '1' }), 150, grupper).tapt).toEqual([])
  })

  it('teller og nevner følges ad: aldri den enes teller over den andres nevner', () => {
    const a = flett(start, op('2', { teller: 10, nevner: 20 }, { teller: '1', nevner: '1' }), 200, grupper).tilstand
    const b = flett(a, op('3', { teller: 15, nevner: 16 }, { teller: '1', nevner: '1' }), 150, grupper)
    expect(b.tilstand.doc).toMatchObject({ teller: 10, nevner: 20 })
    expect(b.tapt).toEqual(['teller', 'nevner'])
  })

  it('sletting er et felt: en endring av noe slettet blir beholdt', () => {
    const slettet = flett(start, op('2', {}, { slettet: '1' }, 'delete'), 200, grupper).tilstand
    const r = flett(slettet, op('3', { tittel: 'z' }, { tittel: '1' }), 150, grupper)
    expect(r.tilstand).toMatchObject({ deleted: true, doc: { tittel: 'z' } })
    expect(r.tapt).toEqual([])
    const tilbake = flett(r.tilstand, op('4', {}, { slettet: '2' }, 'undelete'), 300, grupper)
    expect(tilbake.tilstand.deleted).toBe(false)
  })

  it('den som taper, er den som skriver eller den som skrev: hver side er nevnt, med hvem som står', () => {
    const a = flett(start, op('2', { tittel: 'først framme' }, { tittel: '1' }), 150, grupper)
    expect(a.tap).toEqual([])
    const b = flett(a.tilstand, op('3', { tittel: 'seinere' }, { tittel: '1' }), 200, grupper)
    expect(b.tap).toEqual([{ taper: '2', vinner: '3', felter: ['tittel'], slag: 'overskrevet' }])
    const c = flett(b.tilstand, op('4', { tittel: 'tidligere' }, { tittel: '1' }), 100, grupper)
    expect(c.tap).toEqual([{ taper: '4', vinner: '3', felter: ['tittel'], slag: 'overskrevet' }])
    expect(flett(b.tilstand, op('5', { tittel: 'har sett den' }, { tittel: '3' }), 1, grupper).tap).toEqual([])
  })

  it('et felt som ingen har skrevet, kan ingen tape mot', () => {
    const r = flett(start, op('2', { merknad: 'min' }, { merknad: null }), 50, grupper)
    expect(r).toMatchObject({ tapt: [], tap: [], tilstand: { doc: { merknad: 'min' } } })
  })

  it('sletting av det sletteren ikke hadde sett, og skriving i det som er slettet, nevnes', () => {
    const a = flett(start, op('2', { tittel: 'ny', ansvarlig: 'leder' }, { tittel: '1', ansvarlig: '1' }), 150, grupper)
    const slett = (base: Record<string, string>) =>
      flett(a.tilstand, op('3', {}, { slettet: '1', '*': '1', ...base }, 'delete'), 200, grupper)
    expect(slett({}).tap).toEqual([{ taper: '2', vinner: '3', felter: ['tittel', 'ansvarlig'], slag: 'slettet' }])
    expect(slett({ tittel: '2', ansvarlig: '2' }).tap).toEqual([])
    const etter = flett(
      slett({}).tilstand,
      op('4', { teller: 3, nevner: 4 }, { teller: '1', nevner: '1' }),
      300,
      grupper,
    )
    expect(etter.tap).toEqual([{ taper: '4', vinner: '3', felter: ['teller', 'nevner'], slag: 'slettet' }])
    expect(flett(slett({}).tilstand, op('5', {}, { slettet: '3' }, 'undelete'), 300, grupper).tap).toEqual([])
  })

  it('samtidige skrivinger gir det samme i hvilken rekkefølge de enn kommer', () => {
    const skriving = fc.record({
      felt: fc.constantFrom('tittel', 'ansvarlig'),
      verdi: fc.string({ maxLength: 3 }),
      t: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(skriving, { minLength: 2, maxLength: 6 }), fc.infiniteStream(fc.nat()), (liste, hopp) => {
        const ops = liste.map((s, i) => ({
          o: op(`op${i + 2}`, { [s.felt]: s.verdi }, { [s.felt]: '1' }),
          t: 100 + s.t,
        }))
        const stokket = [...ops].sort(() => ((hopp.next().value ?? 0) % 2) - 0.5)
        const kjoer = (l: typeof ops) => l.reduce((t, { o, t: tid }) => flett(t, o, tid, grupper).tilstand, start)
        expect(kjoer(stokket).doc).toEqual(kjoer(ops).doc)
        expect(versjoner(kjoer(stokket))).toEqual(versjoner(kjoer(ops)))
      }),
    )
  })

  it('hvert felt har en siste skriver, også de som ikke er nevnt', () => {
    const v = versjoner(flett(start, op('2', { tittel: 'y' }, { tittel: '1' }), 5, grupper).tilstand)
    expect([skriverAv(v, 'tittel'), skriverAv(v, 'ansvarlig'), skriverAv({}, 'tittel')]).toEqual(['2', '1', null])
  })
})
