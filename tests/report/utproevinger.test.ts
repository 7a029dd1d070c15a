import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { enhetSkjema } from '../../src/domain/enhet.ts'
import { maalingSkjema } from '../../src/domain/maaling.ts'
import { utproevingSkjema, type Fase } from '../../src/domain/utproeving.ts'
import { lagRapport } from '../../src/report/lag.ts'
import { tabellerI } from '../../src/report/rapport.ts'
import { faktagrunnlag } from '../support/rapportgrunnlag.ts'
import { somTekst } from '../support/rapporttekst.ts'

const enhet = (id: string) => ({
  id,
  rom: 'project',
  ...v.parse(enhetSkjema, { navn: id, nivaa: 'avdeling', overordnet: null, pilot: true }),
})
const maaling = (e: string, teller: number, nevner: number) => ({
  id: `m-${e}`,
  rom: `unit:${e}`,
  ...v.parse(maalingSkjema, { enhet: e, indikator: 'andelHeltid', dato: '2025-10-01', teller, nevner }),
})
const utproeving = (id: string, e: string, faser: [Fase, string][], resultat = '') => ({
  id,
  rom: `unit:${e}`,
  ...v.parse(utproevingSkjema, {
    navn: id,
    slag: 'langvakt',
    forloep: faser.map(([fase, dato]) => ({ fase, dato })),
    start: faser.find(([fase]) => fase === 'utproeving')?.[1] ?? null,
    resultat,
  }),
})
const g = {
  ...faktagrunnlag(),
  enheter: [enhet('stor'), enhet('liten')],
  maalinger: [maaling('stor', 20, 41), maaling('liten', 1, 3)],
  maaltall: [],
  utproevinger: [
    utproeving('plan', 'stor', []),
    utproeving(
      'langvakter',
      'stor',
      [
        ['utproeving', '2024-09-01'],
        ['evaluering', '2025-09-01'],
        ['viderefoeres', '2026-02-01'],
      ],
      'Roligere helger.',
    ),
    utproeving(
      'fagteam',
      'liten',
      [
        ['evaluering', '2025-03-01'],
        ['avsluttes', '2025-04-01'],
      ],
      'Den ene ansatte ville ikke.',
    ),
  ],
}
const rapport = (aar: number, idag = '2026-11-01') =>
  lagRapport('aarsrapport', g, { fra: 'Eksempel', saksnummer: '', aar, idag })
const rader = (aar: number, id: string) => tabellerI(rapport(aar)).find((t) => t.id === id)?.rader

describe('utprøvingene i årsrapporten', () => {
  it('står med fasen de hadde da året var over, ikke den de har nå', () => {
    expect(rader(2025, 'utproevinger')?.map((r) => [r[1], r[4]])).toEqual([
      ['fagteam', 'Avsluttes'],
      ['langvakter', 'Evaluering'],
    ])
    expect(rader(2026, 'utproevinger')?.map((r) => [r[1], r[4]])).toEqual([['langvakter', 'Videreføres']])
  })

  it('en plan uten en dag, og det som ikke var begynt, er ikke med', () => {
    expect(rader(2024, 'utproevinger')?.map((r) => r[1])).toEqual(['langvakter'])
    expect(somTekst(rapport(2026))).not.toContain('plan |')
  })

  it('det de viste står i året det ble besluttet', () => {
    expect(rader(2026, 'utproevinger-resultat')).toEqual([
      ['stor', 'langvakter', 'Roligere helger.', 'Videreføres', null],
    ])
    expect(somTekst(rapport(2026))).toContain('1 utprøving har vært ført i 2026: 1 videreføres.')
    expect(rader(2024, 'utproevinger-resultat')).toBeUndefined()
    expect(somTekst(rapport(2025))).not.toContain('Roligere helger.')
  })

  it('ordene til en enhet med under fem ansatte gis ikke ut', () => {
    expect(somTekst(rapport(2025))).not.toContain('Den ene ansatte')
    expect(rader(2025, 'utproevinger-resultat')?.[0]?.slice(0, 2)).toEqual(['liten', 'fagteam'])
  })
})
