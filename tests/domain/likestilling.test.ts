import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { likestillingsaar, TRYKTE_AAR } from '../../src/domain/asker/likestillingsaar.ts'
import {
  deltidsandel,
  heltidsandel,
  kvinnersAndelAvMenns,
  likestillingSkjema,
  spoersmaal,
} from '../../src/domain/likestilling.ts'
import { lesLoenn } from '../../src/domain/loennsliste.ts'

const aar = (a: number) => TRYKTE_AAR.find((l) => l.aar === a)!

describe('likestillingstallene', () => {
  it('andelen som arbeider deltid, er regnet ut av oss', () => {
    expect(deltidsandel(aar(2023))).toEqual({ kvinner: 40.2, menn: 30.4 })
    expect(deltidsandel(aar(2022))).toEqual({ kvinner: 35.3, menn: 31.1 })
    expect([heltidsandel(aar(2022)), heltidsandel(aar(2023))]).toEqual([65.8, 62.2])
  })

  it('det som ikke stemmer i kilden, blir spørsmål, og ingenting rettes', () => {
    const [i2022, i2023] = [spoersmaal(aar(2022)), spoersmaal(aar(2023))]
    expect(i2022.some((s) => s.startsWith('Ledergruppen: 72,3 og 24,4 prosent blir 96,7'))).toBe(true)
    // Printed 189 kr where the levels give 706: both means differ from the total row.
    expect(i2023.filter((s) => s.startsWith('Nivåenes vektede snitt')).map((s) => s.replaceAll('\u00a0', ' '))).toEqual(
      [
        'Nivåenes vektede snitt for kvinner er 567 026 kr, men totalraden har 566 905 kr. Hva er riktig?',
        'Nivåenes vektede snitt for menn er 567 732 kr, men totalraden har 567 094 kr. Hva er riktig?',
      ],
    )
    expect(aar(2022).ledergruppeKvinnerProsent).toBe(72.3)
    expect(i2023.some((s) => s.includes('Nivåene blir til sammen'))).toBe(false)
  })

  it('et tall som stemmer, er det ingen spørsmål til', () => {
    const l = v.parse(likestillingSkjema, {
      aar: 2025,
      ansatteKvinner: 75,
      ansatteMenn: 25,
      andelKvinnerProsent: 75,
      andelMennProsent: 25,
    })
    expect(spoersmaal(l)).toEqual([])
    expect(spoersmaal({ ...l, deltidMenn: 26 })).toEqual([
      'Det står flere menn som arbeider deltid (26) enn det er å ta av (25). Hva er riktig?',
    ])
  })

  it('kvinners lønn i prosent av menns', () => {
    expect(kvinnersAndelAvMenns({ snittKvinnerKr: 423_901, snittMennKr: 414_166 })).toBe(102.4)
    expect(kvinnersAndelAvMenns({ snittKvinnerKr: 1, snittMennKr: 0 })).toBeNull()
  })

  it('det som er ført, går foran det trykte, og årene kommer nyest først', () => {
    const foert = { ...aar(2023), id: 'likestilling-2023', ansatteKvinner: 1 }
    expect(likestillingsaar([foert]).map((l) => [l.aar, l.ansatteKvinner])).toEqual([
      [2023, 1],
      [2022, 5012],
    ])
  })
})

describe('lønnstabellen fra et regneark', () => {
  it('leses med kolonnene i en annen rekkefølge og tallene som tekst', () => {
    const svar = lesLoenn([
      ['Menn', 'Snittlønn kvinner', 'Stillingsnivå', 'Kvinner', 'Snittlønn menn', 'Forskjell i %', 'Forskjell i kr'],
      ['349', '423 901', '1 Uten særskilt krav', '866', '414 166', '-2,3 %', '-9 735'],
      [349, '423 901', 'Total', 866, 'kr 414 166', '', '–'],
    ])
    expect(svar.ok && svar.verdi.feil).toEqual([])
    expect(svar.ok && svar.verdi.rader[0]).toMatchObject({
      nivaa: '1 Uten særskilt krav',
      kvinner: 866,
      menn: 349,
      snittKvinnerKr: 423_901,
      snittMennKr: 414_166,
      forskjellProsent: -2.3,
      forskjellKr: -9735,
      erTotal: false,
    })
    expect(svar.ok && svar.verdi.rader[1]).toMatchObject({ erTotal: true, forskjellKr: null })
  })

  it('sier hvilken rad som er gal', () => {
    const svar = lesLoenn([
      ['Nivå', 'Kvinner', 'Menn'],
      ['Fagarbeider', 'mange', 3],
      ['Leder', 2.5, 3],
      ['Lærer', 2, 3],
    ])
    expect(svar.ok && svar.verdi.rader.map((r) => r.nivaa)).toEqual(['Lærer'])
    expect(svar.ok && svar.verdi.feil).toEqual([
      'Rad 2, «Fagarbeider»: «mange» er ikke et tall.',
      'Rad 3, «Leder»: antallet kvinner og menn må være hele tall.',
    ])
  })
})
