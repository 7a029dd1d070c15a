import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { spakerIDag } from '../../src/domain/helgespaker.ts'
import { skrivSpaker, skrivUtgangspunkt } from '../../src/domain/helgetekst.ts'
import { nyesteFoerst, scenarioaarsverk, scenarioregnskap, scenarioSkjema } from '../../src/domain/scenario.ts'

const utgangspunkt = { aarsverk: 30, helgetimer: 300, vaktlengde: 7.5, frekvens: 3, uketimer: 35.5 }
const spaker = spakerIDag(utgangspunkt)
const scenario = (over: object = {}) => ({
  navn: 'Langvakt',
  utgangspunkt,
  spaker,
  forfatter: 'u1',
  forfatterNavn: 'Eksempel',
  skrevet: 1,
  ...over,
})

describe('et scenario', () => {
  it('regner som kalkulatoren: 30 årsverk og 300 helgetimer er 60 ansatte i dag og 36 med langvakt', () => {
    expect(scenarioregnskap({ utgangspunkt, spaker })).toMatchObject({ hoder: 60, snittprosent: 50 })
    const langvakt = scenarioregnskap({ utgangspunkt, spaker: { ...spaker, langvaktandel: 1 } })
    expect([langvakt.hoder, Math.round(langvakt.snittprosent)]).toEqual([36, 83])
  })

  it('har årsverkene med det som kommer til', () => {
    expect(scenarioaarsverk({ utgangspunkt, spaker: { ...spaker, flereAarsverk: 1.5 } })).toBe(31.5)
  })

  it('tas ikke imot med tall det ikke kan regnes med', () => {
    expect(v.safeParse(scenarioSkjema, scenario()).success).toBe(true)
    for (const galt of [
      { navn: ' ' },
      { utgangspunkt: { ...utgangspunkt, aarsverk: 0 } },
      { utgangspunkt: { ...utgangspunkt, frekvens: 0 } },
      { spaker: { ...spaker, langvaktandel: 2 } },
      { spaker: { ...spaker, omregning: 0 } },
      { spaker: { ...spaker, vikartimer: Infinity } },
    ])
      expect(v.safeParse(scenarioSkjema, scenario(galt)).success, JSON.stringify(galt)).toBe(false)
  })

  it('står med det nyeste øverst', () => {
    expect(nyesteFoerst([{ skrevet: 1 }, { skrevet: 3 }, { skrevet: 2 }]).map((s) => s.skrevet)).toEqual([3, 2, 1])
  })

  it('sies i ord, også det som er i ro', () => {
    expect(skrivUtgangspunkt(utgangspunkt)).toBe(
      '30\u00a0årsverk, 300\u00a0timer hver helg, vakter på 7,5\u00a0timer, hver 3. helg',
    )
    expect(skrivSpaker(spaker)).toBe('hver 3. helg')
    expect(skrivSpaker({ ...spaker, frekvens: 4, langvaktandel: 0.5, flereAarsverk: 2, vikartimer: 900 })).toBe(
      'hver 4. helg, langvakt på 12,5\u00a0timer halvparten av helgene, 2 årsverk mer, 900 vikartimer blir stillinger',
    )
  })
})
