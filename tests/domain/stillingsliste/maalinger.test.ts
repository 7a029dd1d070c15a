import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { maalingSkjema, type MaalingPost } from '../../../src/domain/maaling.ts'
import { antallI, sammenlign } from '../../../src/domain/stillingsliste/maalinger.ts'
import { tellListe } from '../../support/stillingsliste.ts'

const tell = (...prosenter: number[]) =>
  tellListe(
    ['Ansattnr', 'Enhet', 'Stillingsprosent'],
    prosenter.map((p, i) => [String(i), 'hurum', p]),
    { over100: 'staar' },
  ).samlet
const maaling = (id: string, dato: string, teller: number): MaalingPost => ({
  id,
  ...v.parse(maalingSkjema, { enhet: 'hurum', indikator: 'andelHeltid', dato, teller, nevner: 10 }),
})

describe('målingene en liste blir til', () => {
  it('er antall heltid og årsverk, delt på ansatte', () => {
    expect(antallI(tell(100, 80, 14.08))).toEqual({
      andelHeltid: { teller: 2, nevner: 3 },
      gjennomsnittligStilling: { teller: 1.94, nevner: 3 },
    })
  })

  it('kan alltid lagres, også der snittet er over 100 %', () => {
    for (const [indikator, antall] of Object.entries(antallI(tell(150, 120)))) {
      const m = { enhet: 'hurum', indikator, dato: '2026-09-01', ...antall }
      expect(v.safeParse(maalingSkjema, m).issues, indikator).toBeUndefined()
    }
  })
})

describe('forskjellen fra sist', () => {
  const foer = [maaling('a', '2026-01-01', 4), maaling('b', '2026-06-01', 5), maaling('c', '2026-12-01', 9)]
  const naa = { teller: 6, nevner: 10 }

  it('er mot den siste målingen fram til dagen som telles', () => {
    const s = sammenlign(naa, 'hurum', 'andelHeltid', foer, '2026-09-01')
    expect([s.verdi, s.foer?.verdi, s.foer?.dato, s.endring, s.erstatter]).toEqual([60, 50, '2026-06-01', 10, null])
  })

  it('sier fra når det finnes en måling samme dag, som blir erstattet', () => {
    expect(sammenlign(naa, 'hurum', 'andelHeltid', foer, '2026-06-01').erstatter).toBe('b')
  })

  it('er ingen der det ikke er målt før', () => {
    expect(sammenlign(naa, 'hurum', 'andelHeltid', [], '2026-06-01')).toEqual({
      verdi: 60,
      foer: null,
      endring: null,
      erstatter: null,
    })
  })
})
