import { describe, expect, test } from 'vitest'
import { skrivNesteMbm, tilNesteMbm, venterPaaSyn, type Enhetssaker } from '../../src/domain/neste.ts'
import type { Post } from '../../src/domain/tabeller.ts'
import { gjeldendeUttalelser, synPerSak, type Syn } from '../../src/domain/uttalelse.ts'
import { loggFor } from '../../src/domain/notat.ts'
import { TOERNBILDE } from '../support/toernbilde.ts'

const IDAG = '2025-09-18'
const ROM = 'unit:bondihagen'
const aktivitet = (id: string, felt: Partial<Post<'aktivitet'>> = {}): Post<'aktivitet'> => ({
  id,
  rom: ROM,
  tittel: id,
  beskrivelse: '',
  tiltaksmaal: null,
  status: 'planlagt',
  ansvarlig: '',
  frist: null,
  ferdigDato: null,
  eksempel: false,
  ...felt,
})
const uttalelse = (gjelder: string, syn: Syn, forfatter = 'ttv', skrevet = 1): Post<'uttalelse'> => ({
  id: `${forfatter}-${skrevet}`,
  rom: ROM,
  gjelder,
  syn,
  tekst: '',
  forfatter,
  forfatterNavn: 'Tillitsvalgt',
  skrevet,
  eksempel: false,
})
const saker = (felt: Partial<Enhetssaker> = {}): Enhetssaker => ({
  aktiviteter: [],
  toernoppgaver: [],
  uttalelser: [],
  ...felt,
})

describe('til neste MBM', () => {
  test('tre TØRN-oppgaver er foreslått, men ikke drøftet, og langvakt i helgen skal vurderes', () => {
    const neste = tilNesteMbm(
      saker({
        toernoppgaver: TOERNBILDE,
        aktiviteter: [aktivitet('langvakt i helgen', { status: 'i_gang', frist: '2025-09-19' })],
      }),
      IDAG,
    )
    expect(skrivNesteMbm(neste)).toEqual([
      { antall: 3, tekst: 'TØRN-oppgaver er foreslått, men ikke drøftet' },
      { antall: 1, tekst: 'aktivitet i gang skal vurderes: langvakt i helgen' },
    ])
  })

  test('det som har frist om over en måned, og det som ikke er i gang, kommer ikke med', () => {
    const aktiviteter = [
      aktivitet('senere', { status: 'i_gang', frist: '2025-12-01' }),
      aktivitet('planlagt', { frist: '2025-09-19' }),
      aktivitet('uten frist', { status: 'i_gang' }),
    ]
    expect(tilNesteMbm(saker({ aktiviteter }), IDAG).skalEvalueres).toEqual([])
  })

  test('uenig og utsatt kommer med til saken er avsluttet', () => {
    const uttalelser = [uttalelse('aktivitet/a', 'uenig'), uttalelse('aktivitet/b', 'utsatt', 'vo')]
    const linjer = (status: 'i_gang' | 'ferdig') =>
      skrivNesteMbm(
        tilNesteMbm(saker({ aktiviteter: [aktivitet('a', { status }), aktivitet('b', { status })], uttalelser }), IDAG),
      )
    expect(linjer('i_gang')).toEqual([
      { antall: 1, tekst: 'sak der partene er uenige' },
      { antall: 1, tekst: 'sak er utsatt' },
    ])
    expect(linjer('ferdig')).toEqual([])
  })

  test('den som var uenig og nå er enig, er enig', () => {
    const uttalelser = [uttalelse('aktivitet/a', 'uenig', 'ttv', 1), uttalelse('aktivitet/a', 'enig', 'ttv', 2)]
    expect(tilNesteMbm(saker({ aktiviteter: [aktivitet('a')], uttalelser }), IDAG).uavklart).toEqual([])
  })
})

describe('venter på syn', () => {
  test('planlagte aktiviteter og foreslåtte eller drøftede oppgaver uten uttalelse', () => {
    const alle = saker({ aktiviteter: [aktivitet('a'), aktivitet('b', { status: 'idee' })], toernoppgaver: TOERNBILDE })
    const venter = venterPaaSyn(alle)
    expect(venter.filter((s) => s.type === 'aktivitet').map((s) => s.tittel)).toEqual(['a'])
    expect(venter.filter((s) => s.type === 'toernoppgave')).toHaveLength(6)
  })

  test('verneombudets sak venter på verneombudet også etter at den tillitsvalgte har uttalt seg', () => {
    const alle = saker({ aktiviteter: [aktivitet('a')], uttalelser: [uttalelse('aktivitet/a', 'enig')] })
    expect(venterPaaSyn(alle)).toEqual([])
    expect(venterPaaSyn(alle, 'ttv')).toEqual([])
    expect(venterPaaSyn(alle, 'verneombud')).toHaveLength(1)
  })
})

test('hver part har ett syn på en sak: det sist skrevne', () => {
  const uttalelser = [
    uttalelse('aktivitet/a', 'uenig', 'ttv', 1),
    uttalelse('aktivitet/a', 'enig', 'vo', 2),
    uttalelse('aktivitet/a', 'utsatt', 'ttv', 3),
    uttalelse('aktivitet/annen', 'enig', 'ttv', 4),
  ]
  expect(gjeldendeUttalelser(uttalelser, 'aktivitet/a').map((u) => u.syn)).toEqual(['utsatt', 'enig'])
})

test('et syn som to parter deler, nevnes én gang', () => {
  const uttalelser = [
    uttalelse('aktivitet/a', 'enig', 'vo', 1),
    uttalelse('aktivitet/a', 'uenig', 'htv', 2),
    uttalelse('aktivitet/a', 'enig', 'ttv', 3),
  ]
  expect(synPerSak(uttalelser)).toEqual(new Map([['aktivitet/a', ['enig', 'uenig']]]))
})

test('loggen for en sak leses i den rekkefølgen den ble skrevet', () => {
  const notat = (gjelder: string, skrevet: number) => ({ gjelder, skrevet })
  const notater = [notat('aktivitet/a', 2), notat('aktivitet/b', 3), notat('aktivitet/a', 1)]
  expect(loggFor(notater, 'aktivitet/a').map((n) => n.skrevet)).toEqual([1, 2])
})
