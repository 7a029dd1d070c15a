import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { enhetSkjema } from '../../src/domain/enhet.ts'
import { maalingSkjema } from '../../src/domain/maaling.ts'
import { lagRapport } from '../../src/report/lag.ts'
import { tabellerI } from '../../src/report/rapport.ts'
import { faktagrunnlag } from '../support/rapportgrunnlag.ts'
import { somTekst } from '../support/rapporttekst.ts'

/** Three small units under one: what is given out must not tell of the few, not by subtraction either. */
const enhet = (id: string, nivaa: string, overordnet: string | null) => ({
  id,
  rom: 'project',
  ...v.parse(enhetSkjema, { navn: id, nivaa, overordnet, pilot: nivaa === 'avdeling' }),
})
const maaling = (e: string, teller: number, nevner: number) => ({
  id: `m-${e}`,
  rom: `unit:${e}`,
  ...v.parse(maalingSkjema, { enhet: e, indikator: 'andelHeltid', dato: '2026-10-01', teller, nevner }),
})
const g = {
  ...faktagrunnlag(),
  enheter: [
    enhet('asker', 'kommune', null),
    enhet('v', 'virksomhet', 'asker'),
    enhet('a', 'avdeling', 'v'),
    enhet('b', 'avdeling', 'v'),
    enhet('c', 'avdeling', 'v'),
  ],
  maalinger: [maaling('a', 2, 30), maaling('b', 12, 30), maaling('c', 20, 41)],
  maaltall: [],
}
const rapport = lagRapport('aarsrapport', g, { fra: 'Eksempel', saksnummer: '', aar: 2026, idag: '2026-11-01' })
const heltid = Object.fromEntries(
  tabellerI(rapport)
    .find((t) => t.id === 'piloter')!
    .rader.map((r) => [r[0], r[2]]),
)

describe('tall som gjelder få', () => {
  it('skjules i årsrapporten, og et til, så det ikke kan regnes ut', () => {
    expect(heltid['a']).toBe('Skjult (få personer)')
    const skjulte = Object.values(heltid).filter((r) => r === 'Skjult (få personer)').length
    expect(skjulte).toBeGreaterThanOrEqual(2)
    expect(somTekst(rapport)).not.toMatch(/6,7 %|2 av 30/)
  })

  it('rapporten sier at noe er utelatt', () => {
    expect(somTekst(rapport)).toContain('Tall for færre enn 5 personer er skjult')
  })

  it('enhetens egen side til MBM viser enhetens egne tall', () => {
    const til = lagRapport('mbm', g, { fra: 'Eksempel', saksnummer: '', aar: 2026, idag: '2026-11-01' }, g.enheter[2])
    expect(somTekst(til)).toContain('6,7 %')
  })
})
