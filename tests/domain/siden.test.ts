import { expect, test } from 'vitest'
import { dagTekst, sidenTekst } from '../../src/domain/siden.ts'

test.each([
  ['2025-09-18', 'i dag'],
  ['2025-09-19', 'i dag'],
  ['2025-09-17', 'i går'],
  ['2025-09-01', '17 dager siden'],
  ['2025-08-28', '3 uker siden'],
  ['2025-05-08', '19 uker siden'],
  ['2025-03-18', '6 måneder siden'],
  ['2024-09-18', '12 måneder siden'],
  ['2024-04-30', '16 måneder siden'],
  ['2020-12-31', '4 år siden'],
])('%s var %s den 18. september 2025', (dag, tekst) => expect(sidenTekst(dag, '2025-09-18')).toBe(tekst))

test('året står bare der det er et annet', () => {
  expect(dagTekst('2025-06-09', '2025-09-18')).toBe('9. juni')
  expect(dagTekst('2024-06-09', '2025-09-18')).toBe('9. juni 2024')
})
