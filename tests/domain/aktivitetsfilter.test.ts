import { describe, expect, it } from 'vitest'
import type { Aktivitet } from '../../src/domain/aktivitet.ts'
import { ansvarlige, lesFilter, passerFiltrene, skrivFilter, type Filter } from '../../src/domain/aktivitetsfilter.ts'
import { finnes, stamme } from '../../src/domain/soek.ts'

const IDAG = '2026-11-26'
const aktivitet = (felter: Partial<Aktivitet> = {}): Aktivitet => ({
  ...{ tittel: 'x', beskrivelse: '', tiltaksmaal: null, status: 'planlagt', ansvarlig: '', frist: null },
  ...{ ferdigDato: null, eksempel: false },
  ...felter,
})

describe('søk', () => {
  it.each([
    ['langvakt', 'Prøve langvakter i helgen', true],
    ['langvakter', 'Prøve langvakt i helgen', true],
    ['LANGVAKTENE', 'prøve langvakt', true],
    ['vakt', 'langvakter', true],
    ['helg langvakt', 'Langvakter i helgene', true],
    ['helg ferie', 'Langvakter i helgene', false],
    ['idé', 'En ide', true],
    ['årsplan', 'Årsplanen', true],
    ['en', 'Sykepleier', false],
    ['', 'hva som helst', true],
    ['  «!»  ', 'hva som helst', true],
  ])('«%s» i «%s»: %s', (soek, tekst, treff) => {
    expect(finnes(soek, [tekst])).toBe(treff)
  })

  it('ordene kan stå i hver sin tekst, men ikke deles mellom dem', () => {
    expect(finnes('langvakt turnus', ['Langvakter', 'ny turnus'])).toBe(true)
    expect(finnes('langvakt', ['lang', 'vakt'])).toBe(false)
  })

  it('et kort ord beholder endelsen sin', () => {
    expect(stamme('mer')).toBe('mer')
    expect(stamme('helgene')).toBe('helg')
  })
})

describe('filtre', () => {
  const f = (tekst: string): Filter => lesFilter(tekst)!

  it('står i adressen og leses igjen; det som ikke er et filter, er ingenting', () => {
    for (const tekst of ['maal:T2', 'maal:uten', 'status:i_gang', 'frist:snart', 'ansvarlig:a: b'])
      expect(skrivFilter(f(tekst))).toBe(tekst)
    for (const tekst of ['', 'maal:T9', 'status', 'frist:senere', 'ansvarlig:', 'x:y'])
      expect(lesFilter(tekst)).toBeNull()
  })

  it('av samme slag gjelder ett av dem, av ulike slag alle', () => {
    const filtre = [f('status:i_gang'), f('status:planlagt'), f('maal:T1')]
    expect(passerFiltrene(aktivitet({ tiltaksmaal: 'T1' }), filtre, IDAG)).toBe(true)
    expect(passerFiltrene(aktivitet({ tiltaksmaal: 'T1', status: 'ferdig' }), filtre, IDAG)).toBe(false)
    expect(passerFiltrene(aktivitet({ tiltaksmaal: 'T2' }), filtre, IDAG)).toBe(false)
    expect(passerFiltrene(aktivitet(), [], IDAG)).toBe(true)
  })

  it('fristen er over, eller innen fjorten dager, bare for det som ikke er avsluttet', () => {
    const passer = (frist: string, filter: string, status: Aktivitet['status'] = 'planlagt') =>
      passerFiltrene(aktivitet({ frist, status }), [f(filter)], IDAG)
    expect(passer('2026-11-25', 'frist:forfalt')).toBe(true)
    expect(passer(IDAG, 'frist:forfalt')).toBe(false)
    expect(passer(IDAG, 'frist:snart')).toBe(true)
    expect(passer('2026-12-11', 'frist:snart')).toBe(false)
    expect(passer('2026-11-25', 'frist:forfalt', 'ferdig')).toBe(false)
  })

  it('de ansvarlige står én gang hver, i alfabetisk rekkefølge', () => {
    const roller = ['fagkoordinator', '', 'avdelingsleder', 'fagkoordinator']
    expect(ansvarlige(roller.map((ansvarlig) => ({ ansvarlig })))).toEqual(['avdelingsleder', 'fagkoordinator'])
  })
})
