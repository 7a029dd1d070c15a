import { describe, expect, it } from 'vitest'
import { lagHukommelse } from '../../../src/app/stillinger/hukommelse.ts'
import { endringstekst, omfangene } from '../../../src/app/stillinger/omfang.ts'
import { foerstevalg } from '../../../src/app/stillinger/ordene.ts'
import { ENHETER } from '../../../src/domain/asker/organisasjon.ts'
import { enhetSkjema } from '../../../src/domain/enhet.ts'
import { enhetsnoekkel } from '../../../src/domain/stillingsliste/rad.ts'
import { listeoversikt } from '../../../src/domain/stillingsliste/oversikt.ts'
import type { Omfangstall } from '../../../src/domain/stillingsliste/telling.ts'
import * as v from 'valibot'

const enheter = ENHETER.map(({ id, ...rest }) => ({ id, ...v.parse(enhetSkjema, rest) }))

/** The drafts of a device, in memory. */
function kladder() {
  const lagret = new Map<string, unknown>()
  return {
    lagret,
    hentKladd: async (noekkel: string) => structuredClone(lagret.get(noekkel)),
    lagreKladd: async (noekkel: string, innhold: unknown) => void lagret.set(noekkel, structuredClone(innhold)),
  }
}

describe('det som er valgt for hånd, huskes', () => {
  it('til neste gang, uten et ord fra listen', async () => {
    const k = kladder()
    const foer = await lagHukommelse(k)
    foer.huskKolonner('merke', ['ansatt', null, 'prosent'])
    foer.huskOrd('enhet', enhetsnoekkel('', 'Kari Hemmelig', ''), 'bondihagen')
    const etter = await lagHukommelse(k)
    expect(etter.kolonner('merke', 3)).toEqual(['ansatt', null, 'prosent'])
    expect(etter.ord('enhet', enhetsnoekkel('', 'Kari Hemmelig', ''))).toBe('bondihagen')
    expect(etter.ord('yrke', enhetsnoekkel('', 'Kari Hemmelig', ''))).toBeUndefined()
    expect(JSON.stringify([...k.lagret])).not.toContain('emmelig')
  })

  it('bare der kolonnene er de samme, og ikke når det lagrede er noe annet', async () => {
    const k = kladder()
    const h = await lagHukommelse(k)
    h.huskKolonner('merke', ['ansatt', 'prosent'])
    h.huskKolonner(null, ['prosent'])
    expect([h.kolonner('merke', 3), h.kolonner('annet', 2), h.kolonner(null, 1)]).toEqual([null, null, null])
    await k.lagreKladd('stillingsliste', { kolonner: { merke: ['tull'] } })
    expect((await lagHukommelse(k)).kolonner('merke', 1)).toBeNull()
    await k.lagreKladd('stillingsliste', 'tull')
    expect((await lagHukommelse(k)).kolonner('merke', 1)).toBeNull()
  })
})

describe('enhetene i listen', () => {
  const oversikt = listeoversikt(
    [
      ['Hurum BOS', 'HO2'],
      ['Filtvet', 'HO2'],
      ['Administrasjon', 'HO2'],
      ['Administrasjon', 'HO1'],
      ['Månen', ''],
    ],
    ['enhet', 'virksomhet'],
  )

  it('finnes på navnet, ellers i virksomheten over, og ellers for hånd', async () => {
    const valg = foerstevalg(oversikt, enheter, await lagHukommelse(kladder()))
    const valgt = (navn: string, virksomhet: string) => valg.enhet.get(enhetsnoekkel('', navn, virksomhet))
    expect(valgt('Hurum BOS', 'HO2')).toBe('hurum')
    expect(valgt('Filtvet', 'HO2')).toBe('ho2')
    expect([valgt('Administrasjon', 'HO2'), valgt('Administrasjon', 'HO1')]).toEqual(['ho2', 'ho1'])
    expect(valgt('Månen', '')).toBeUndefined()
    expect(valg.usikre.has(enhetsnoekkel('', 'Filtvet', 'HO2'))).toBe(true)
    expect(valg.usikre.has(enhetsnoekkel('', 'Hurum BOS', 'HO2'))).toBe(false)
  })

  it('det som er valgt før, går foran, men ikke en enhet som ikke finnes lenger', async () => {
    const husket = await lagHukommelse(kladder())
    husket.huskOrd('enhet', enhetsnoekkel('', 'Hurum BOS', 'HO2'), '-')
    husket.huskOrd('enhet', enhetsnoekkel('', 'Månen', ''), 'nedlagt')
    const valg = foerstevalg(oversikt, enheter, husket)
    expect(valg.enhet.get(enhetsnoekkel('', 'Hurum BOS', 'HO2'))).toBe('-')
    expect(valg.enhet.get(enhetsnoekkel('', 'Månen', ''))).toBeUndefined()
  })

  it('vises fra kommunen og ned, med hva som kan lagres', () => {
    const tall: Omfangstall = { ansatte: 1, heltid: 1, aarsverk: 1, over100: 0, stillinger: [], steg: 0.1 }
    const talt = new Map(['asker', 'velferd', 'ho2', 'hurum', 'bondihagen'].map((e) => [e, tall]))
    const omfang = omfangene(talt, enheter, new Set(['hurum']), (e) => e.id === 'hurum')
    expect(omfang.map((o) => [o.navn, o.dybde, o.kanLagres, o.egne])).toEqual([
      ['Asker', 0, false, false],
      ['Velferd', 1, false, false],
      ['HO2', 2, false, false],
      ['Hurum bo- og omsorgssenter', 3, true, true],
      ['Bondihagen bofellesskap', 0, false, false],
    ])
  })
})

it('endringen siden sist står i prosentpoeng, og med ord', () => {
  expect([2.31, -0.8, 0.01, null].map((endring) => endringstekst({ endring }))).toEqual([
    'opp 2,3\u00a0prosentpoeng',
    'ned 0,8\u00a0prosentpoeng',
    'uendret',
    '',
  ])
})
