import { describe, expect, it } from 'vitest'
import { iKalenderen } from '../../src/domain/aarshjulkalender.ts'
import type { AarshjulPost } from '../../src/domain/aarshjul.ts'
import { rettigheterFor, type Rolle } from '../../src/domain/tilgang.ts'
import { aarshjul } from '../support/aarshjul.ts'
import { ORGANISASJON } from '../support/store.ts'
import type { EnhetPost } from '../../src/domain/enhet.ts'

const ENHETER = ORGANISASJON.filter((r) => r.type === 'enhet').map((r) => ({
  overordnet: null,
  ...r.set,
  id: r.id,
})) as unknown as EnhetPost[]
const post = (id: string, rom = 'project', felter: Partial<AarshjulPost> = {}) => ({
  ...aarshjul({ id, tittel: id, ...felter }),
  rom,
})
const OPPGAVER = [
  post('felles'),
  post('for-bondihagen', 'project', { enheter: ['bondihagen'] }),
  post('for-hurum', 'project', { enheter: ['hurum'] }),
  post('eget', 'unit:bondihagen'),
  post('naboens', 'unit:hurum'),
  post('gammelt', 'project', { aar: 2024 }),
  post('plan', 'project', { aar: 2027, tilstand: 'utkast' }),
]
const titler = (rolle: Rolle, enheter: string[] = []) =>
  iKalenderen(OPPGAVER, ENHETER, rettigheterFor({ id: 'u', rolle, enheter }, ENHETER), 2025).map((o) => o.tittel)

describe('en persons kalender', () => {
  it('har for avdelingslederen det som er felles, det som gjelder enheten, og enhetens eget med enhetens navn', () => {
    const mine = titler('avdelingsleder', ['bondihagen'])
    expect(mine).toHaveLength(3)
    expect(mine).toEqual(expect.arrayContaining(['felles', 'for-bondihagen', 'bondihagen: eget']))
  })
  it('har for prosjektlederen alt, og for leseren det som er felles for prosjektet', () => {
    expect(titler('prosjektleder')).toHaveLength(5)
    expect(titler('leser').sort()).toEqual(['felles', 'for-bondihagen', 'for-hurum'])
  })
  it.each(['avdelingsleder', 'tillitsvalgt', 'leser', 'prosjektleder'] as const)(
    'har verken utkast eller det som er eldre: %s',
    (rolle) => {
      for (const tittel of titler(rolle, ['bondihagen'])) expect(tittel).not.toMatch(/plan|gammelt/)
    },
  )
})
