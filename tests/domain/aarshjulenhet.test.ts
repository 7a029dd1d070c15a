import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hjulrom, iHjulet } from '../../src/domain/aarshjulenhet.ts'
import type { EnhetPost } from '../../src/domain/enhet.ts'
import { aarshjul } from '../support/aarshjul.ts'

const enhet = (id: string, overordnet: string | null, nivaa: EnhetPost['nivaa'] = 'avdeling'): EnhetPost => ({
  id,
  navn: id,
  kortnavn: '',
  nivaa,
  overordnet,
  pilot: true,
  beskrivelse: '',
  kilde: '',
  eksempel: false,
})
const KOMMUNE = enhet('asker', null, 'kommune')
const HO2 = enhet('ho2', 'asker', 'virksomhet')
const HURUM = enhet('hurum', 'ho2')
const BRAASET = enhet('braaset', 'ho2')
const TPF = enhet('tpf1', 'asker', 'virksomhet')
const ENHETER = [KOMMUNE, HO2, HURUM, BRAASET, TPF]

const ALLE = [
  { ...aarshjul({ id: 'felles' }), rom: 'project' },
  { ...aarshjul({ id: 'for-ho2', enheter: ['ho2'] }), rom: 'project' },
  { ...aarshjul({ id: 'for-hurum', enheter: ['hurum', 'tpf1'] }), rom: 'project' },
  { ...aarshjul({ id: 'hurums-egen' }), rom: 'unit:hurum' },
  { ...aarshjul({ id: 'ho2s-egen' }), rom: 'unit:ho2' },
]
const hjul = (e: EnhetPost | null) => iHjulet(ALLE, e, ENHETER).map((o) => o.id)

describe('hvem sitt årshjul', () => {
  it('det felles har alt som er prosjektets, og ingen enhets egne', () => {
    expect(hjul(null)).toEqual(['felles', 'for-ho2', 'for-hurum'])
  })
  it('en enhet arver det felles og det som gjelder den eller en over den, og har sine egne', () => {
    expect(hjul(HURUM)).toEqual(['felles', 'for-ho2', 'for-hurum', 'hurums-egen'])
    expect(hjul(BRAASET)).toEqual(['felles', 'for-ho2'])
  })
  it('en virksomhet ser også det som gjelder enhetene under den', () => {
    expect(hjul(HO2)).toEqual(['felles', 'for-ho2', 'for-hurum', 'ho2s-egen'])
    expect(hjul(TPF)).toEqual(['felles', 'for-hurum'])
  })
  it('egne ligger i enhetens rom', () => {
    expect([hjulrom(null), hjulrom(HURUM)]).toEqual(['project', 'unit:hurum'])
  })
  it('en ring i treet stopper det ikke', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b'), (hvem) => {
        const ring = [enhet('a', 'b'), enhet('b', 'a')]
        expect(
          iHjulet(
            ALLE,
            ring.find((e) => e.id === hvem)!,
            ring,
          ).map((o) => o.id),
        ).toEqual(['felles'])
      }),
    )
  })
})
