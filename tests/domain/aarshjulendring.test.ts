import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aarshjuloppgaveSkjema } from '../../src/domain/aarshjul.ts'
import { fristFor, kryssAv, tellOpp, tilstandFor } from '../../src/domain/aarshjulregler.ts'
import {
  avlys,
  feilITid,
  flytt,
  flyttetUt,
  flyttTilbake,
  skrivTid,
  taMedIgjen,
} from '../../src/domain/aarshjulendring.ts'
import { erAdresse, lenkeSkjema } from '../../src/domain/aarshjullenke.ts'
import { KVARTALER, type Kvartal } from '../../src/domain/dato.ts'
import { aarshjul } from '../support/aarshjul.ts'

const HVORFOR = { idag: '2026-09-18', rolle: 'prosjektleder', grunn: 'Statsforvalteren utsatte fristen' }
const i = (kvartal: Kvartal, maaned: number | null = null, dato: string | null = null, aar = 2026) => ({
  aar,
  kvartal,
  maaned,
  dato,
})

describe('en rad fra før feltene fantes', () => {
  it('gjelder alle, er verken flyttet eller avlyst og førte ikke til noe', () => {
    const rad = v.parse(aarshjuloppgaveSkjema, { aar: 2026, kvartal: 3, tittel: 'Tematime', ring: 'psu' })
    expect(rad).toMatchObject({
      maaned: null,
      enheter: [],
      gjentakelse: '',
      flyttetFra: null,
      utgaarDato: null,
      lenker: [],
    })
    expect(fristFor(rad)).toBe('2026-09-30')
  })
})

describe('fristen', () => {
  it('er dagen, ellers månedens siste dag, ellers kvartalets – også i skuddår', () => {
    expect(fristFor(i(1, 2, null, 2028))).toBe('2028-02-29')
    expect(fristFor(i(1, 2, null, 2026))).toBe('2026-02-28')
    expect(fristFor(i(1, 2, '2026-02-10'))).toBe('2026-02-10')
    expect(fristFor(i(1))).toBe('2026-03-31')
  })
  it('avgjør om en aktivitet med måned er for sen', () => {
    const o = aarshjul({ kvartal: 3, maaned: 8 })
    expect(tilstandFor(o, '2026-08-31')).toBe('forfaller')
    expect(tilstandFor(o, '2026-09-01')).toBe('over_fristen')
  })
})

describe('å flytte', () => {
  it('sier fra hvor, når, av hvem og hvorfor', () => {
    const o = aarshjul({ kvartal: 3, dato: '2026-09-24' })
    expect(flytt(o, i(4, 11), HVORFOR)).toEqual({
      ...i(4, 11),
      flyttetFra: i(3, null, '2026-09-24'),
      flyttetDato: '2026-09-18',
      flyttetAv: 'prosjektleder',
      flyttetGrunn: HVORFOR.grunn,
    })
  })
  it('husker plassen i planen, uansett hvor mange ganger den flyttes, og kan alltid flyttes tilbake dit', () => {
    const tid = fc.tuple(
      fc.constantFrom(...KVARTALER),
      fc.constantFrom(2026, 2027),
      fc.option(fc.integer({ min: 0, max: 2 })),
    )
    fc.assert(
      fc.property(fc.array(tid, { minLength: 1, maxLength: 8 }), (steder) => {
        const start = aarshjul({ id: 'o', kvartal: 2, maaned: 5 })
        let o = start
        for (const [kvartal, aar, m] of steder)
          o = { ...o, ...flytt(o, i(kvartal, m === null ? null : kvartal * 3 - 2 + m, null, aar), HVORFOR) }
        if (o.flyttetFra !== null) expect(o.flyttetFra).toEqual(i(2, 5))
        expect({ ...o, ...flyttTilbake(o) }).toEqual(start)
        expect({ ...o, ...flytt(o, i(2, 5), HVORFOR) }).toEqual(start)
      }),
    )
  })
  it('går ikke for det som er gjort eller avlyst, til der den står, eller utenfor kvartalet', () => {
    const o = aarshjul({ kvartal: 3 })
    expect(flytt({ ...o, gjortDato: '2026-09-01' }, i(4), HVORFOR)).toEqual({})
    expect(flytt({ ...o, utgaarDato: '2026-09-01' }, i(4), HVORFOR)).toEqual({})
    expect(flytt(o, i(3), HVORFOR)).toEqual({})
    expect(flytt(o, i(4, 8), HVORFOR)).toEqual({})
    expect(feilITid(i(4, 8))).toMatch('4. kvartal')
    expect(feilITid(i(4, null, '2026-08-01'))).toMatch('4. kvartal')
    expect(flyttTilbake(o)).toEqual({})
  })
  it('i et utkast er å rette planen: det er ingen plass å være flyttet fra', () => {
    expect(flytt(aarshjul({ kvartal: 3, tilstand: 'utkast' }), i(4), HVORFOR)).toEqual(i(4))
  })
  it('til et annet år blir ikke borte fra det gamle', () => {
    const o = aarshjul({ kvartal: 4, aar: 2026 })
    const ut = { ...o, ...flytt(o, i(1, null, null, 2027), HVORFOR) }
    expect(flyttetUt([ut], 2026)).toEqual([ut])
    expect(flyttetUt([ut], 2027)).toEqual([])
  })
})

describe('å avlyse', () => {
  it('sier når, av hvem og hvorfor, og kan tas tilbake', () => {
    const o = aarshjul({})
    const avlyst = { ...o, ...avlys(o, HVORFOR) }
    expect(avlyst).toMatchObject({ utgaarDato: '2026-09-18', utgaarAv: 'prosjektleder', utgaarGrunn: HVORFOR.grunn })
    expect(tilstandFor(avlyst, '2027-01-01')).toBe('utgaar')
    expect({ ...avlyst, ...taMedIgjen(avlyst) }).toEqual(o)
  })
  it('en avlyst kan ikke krysses av, og telles ikke med', () => {
    const avlyst = aarshjul({ utgaarDato: '2026-09-01' })
    expect(kryssAv(avlyst, '2026-09-18', 'prosjektleder')).toEqual({})
    expect(tellOpp([avlyst, aarshjul({ kvartal: 4 })], '2026-09-18').av).toBe(1)
  })
  it('går ikke for det som er gjort, avlyst eller utkast', () => {
    expect(avlys(aarshjul({ gjortDato: '2026-09-01' }), HVORFOR)).toEqual({})
    expect(avlys(aarshjul({ utgaarDato: '2026-09-01' }), HVORFOR)).toEqual({})
    expect(avlys(aarshjul({ tilstand: 'utkast' }), HVORFOR)).toEqual({})
  })
})

describe('når, i ord', () => {
  it.each([
    [i(3, null, '2026-09-24'), '24. september'],
    [i(3, 8), 'august'],
    [i(3), '3. kvartal'],
    [i(1, null, '2027-01-05', 2027), '5. januar 2027'],
    [i(1, 2, null, 2027), 'februar 2027'],
    [i(1, null, null, 2027), '1. kvartal 2027'],
  ])('%j er «%s»', (tid, tekst) => expect(skrivTid(tid, 2026)).toBe(tekst))
})

describe('en lenke', () => {
  it.each(['https://www.asker.kommune.no/sak/7', '/sammenlign', '/aarshjul/2026?kvartal=1'])('kan gå til %s', (a) =>
    expect(erAdresse(a)).toBe(true),
  )
  it.each([
    'javascript:alert(1)',
    'JaVaScript:alert(1)',
    'http://asker.no',
    '//ond.no',
    '/\\ond.no',
    'data:text/html,x',
    'https://',
    'https://bruker:passord@ond.no',
    'https://ond no',
    'ftp://x.no',
    '',
    'https://a\n.no',
  ])('kan aldri gå til %j', (a) => expect(erAdresse(a)).toBe(false))
  it('til en måling eller aktivitet bærer bare id-en: årshjulet leses av flere enn enhetens tall', () => {
    expect(v.parse(lenkeSkjema, { slag: 'maaling', id: 'm1', tekst: '25,9 %' })).toEqual({ slag: 'maaling', id: 'm1' })
  })
})
