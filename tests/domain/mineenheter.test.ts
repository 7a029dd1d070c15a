import { describe, expect, test } from 'vitest'
import type { EnhetPost } from '../../src/domain/enhet.ts'
import { mineEnheter, virksomhetOver } from '../../src/domain/mineenheter.ts'

const enhet = (id: string, nivaa: EnhetPost['nivaa'], overordnet: string | null, pilot = false): EnhetPost => ({
  id,
  navn: id,
  kortnavn: '',
  nivaa,
  overordnet,
  pilot,
  beskrivelse: '',
  kilde: '',
  eksempel: false,
})
const enheter = [
  enhet('asker', 'kommune', null),
  enhet('ho2', 'virksomhet', 'asker'),
  enhet('tpf1', 'virksomhet', 'asker'),
  enhet('hurum', 'avdeling', 'ho2', true),
  enhet('bråset', 'avdeling', 'ho2'),
]
const mine = (rolle: Parameters<typeof mineEnheter>[0]['rolle'], ...gitt: string[]) =>
  mineEnheter({ rolle, enheter: gitt }, enheter).map((e) => e.id)

describe('mine enheter', () => {
  test('er avdelingene under det en har fått', () => {
    expect(mine('virksomhetsleder', 'ho2')).toEqual(['bråset', 'hurum'])
    expect(mine('avdelingsleder', 'hurum')).toEqual(['hurum'])
    expect(mine('tillitsvalgt', 'hurum', 'ho2')).toEqual(['bråset', 'hurum'])
  })
  test('er virksomheten selv der den ikke har avdelinger', () =>
    expect(mine('virksomhetsleder', 'tpf1')).toEqual(['tpf1']))
  test('er pilotenhetene for prosjektlederen, og ingen for leseren', () => {
    expect(mine('prosjektleder')).toEqual(['hurum'])
    expect(mine('leser')).toEqual([])
  })
  test('en uplassert enhet har ingen virksomhet over seg', () => {
    expect(virksomhetOver(enheter[3]!, enheter)?.id).toBe('ho2')
    expect(virksomhetOver(enhet('x', 'avdeling', null), enheter)).toBeNull()
  })
})
