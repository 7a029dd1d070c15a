import { describe, expect, it } from 'vitest'
import { lagRapport } from '../../src/report/lag.ts'
import { ruteTekst, tabellerI } from '../../src/report/rapport.ts'
import { fasit as fakta } from '../support/fasit.ts'
import { faktagrunnlag } from '../support/rapportgrunnlag.ts'

/** The year's report for 2024 from Asker's own facts: every printed figure is held against the source. */
const g = faktagrunnlag()
const bestilling = { fra: 'Asker kommune', saksnummer: '', idag: '2025-01-20' }
const rapport = lagRapport('aarsrapport', g, { ...bestilling, aar: 2024 })
const tabell = (id: string) => tabellerI(rapport).find((t) => t.id === id)!
const norsk = (n: number) => n.toFixed(1).replace('.', ',')

describe('årsrapporten for 2024 mot kilden', () => {
  it.each(fakta.targets)('$scope $indicator', ({ scope, indicator, baseline, latest, targets }) => {
    const enhet = scope === 'asker' ? 'Asker' : 'Velferd'
    const navn = indicator === 'andelHeltid' ? 'Andel heltid' : 'Gjennomsnittlig stilling'
    const rad = tabell('maaltall')
      .rader.find((r) => r[0] === enhet && r[1] === navn)!
      .map((r) => ruteTekst(r).replaceAll('\u00a0', ' '))
    expect(rad[2]).toBe(`${norsk(baseline.value)} % (${baseline.year})`)
    expect(rad[3]).toBe(`${norsk(latest.value)} %`)
    expect(rad[4]).toBe('30. april 2024')
    // The path is a straight line from the end of 2020 to the end of 2024: 121 of 366 days into the fourth year.
    const sti = baseline.value + ((targets['2024'] - baseline.value) * (3 + 121 / 366)) / 4
    expect(rad[5]).toBe(`${norsk(sti)} %`)
    expect(rad[8]).toBe(`${norsk(targets['2024'])} % i 2024`)
  })

  it('hver aktivitet i årshjulet står der, i sitt kvartal', () => {
    const ventet = Object.entries(fakta.aarshjul['2024']).flatMap(([k, titler]) =>
      titler.map((t) => [`${k}. kvartal`, t]),
    )
    expect(tabell('aarshjul').rader.map((r) => [r[0], r[1]])).toEqual(ventet)
    expect(new Set(tabell('aarshjul').rader.map((r) => r[4]))).toEqual(new Set(['Ikke registrert']))
    const neste = Object.values(fakta.aarshjul['2025']).flat()
    expect(tabell('neste-aar').rader.map((r) => r[1])).toEqual(neste)
  })

  it('vedtakene fra Formannskapet, ord for ord', () => {
    expect(tabell('vedtak').rader.map((r) => r[1])).toEqual(fakta.governance.vedtakFormannskapet20240227)
  })

  it('tilskuddet og likestillingstallene', () => {
    const penger = lagRapport('heltidspotten', g, { ...bestilling, aar: 2024 })
    const tilskudd = tabellerI(penger).find((t) => t.id === 'tilskudd')!.rader[0]!
    expect(tilskudd[3]).toMatchObject({ tall: fakta.programme.heltidspotten.grantNok })
    const lik = lagRapport('likestilling', g, { ...bestilling, aar: 2023 })
    const rader = tabellerI(lik).find((t) => t.id === 'hvert-aar')!.rader
    for (const aar of ['2022', '2023'] as const) {
      const kilde = fakta.likestilling[aar]
      const rad = (hva: string) => rader.find((r) => r[0] === hva && r[1] === aar)!
      for (const [hva, { kvinner, menn }] of [
        ['Ansatte', kilde.ansatte],
        ['Ledere', kilde.ledere],
        ['Midlertidig ansatte', kilde.midlertidige],
        ['Deltidsansatte', kilde.deltid],
        ['Foreldrepermisjon, uker i snitt', kilde.foreldrepermisjonUker],
      ] as const) {
        expect(rad(hva)[2], `${hva} ${aar}`).toMatchObject({ tall: kvinner })
        expect(rad(hva)[3], `${hva} ${aar}`).toMatchObject({ tall: menn })
      }
    }
    const loenn = tabellerI(lik).find((t) => t.id === 'loenn')!
    expect(loenn.rader.length).toBe(fakta.likestilling.loenn2023.rows.length)
    for (const [i, rad] of fakta.likestilling.loenn2023.rows.entries()) {
      expect(loenn.rader[i]![0]).toBe(rad[0])
      expect(loenn.rader[i]!.slice(1, 8).map((r) => (r as { tall: number }).tall)).toEqual([
        rad[1],
        rad[2],
        rad[3],
        rad[5],
        rad[6],
        rad[7],
        rad[8],
      ])
    }
  })
})
