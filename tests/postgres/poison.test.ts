import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { pull, testServer } from '../server/support/server.ts'

const op = (seq: number, more: object = {}) => {
  const opId = randomUUID()
  return {
    ...{ opId, seq, txnId: opId, kind: 'set', space: 'unit:bondihagen', type: 'aktivitet', id: `a${seq}`, base: {} },
    ...{ set: { tittel: `Endring ${seq}` }, schema: 1, t: Date.now() },
    ...more,
  }
}

test.each([
  ['et felt med et tegn som PostgreSQL ikke kan lagre', { set: { tittel: 'x', 'a\0b': 1 } }, 'quarantined'],
  ['en tekst med et slikt tegn', { set: { tittel: 'a\0b' } }, 'applied'],
  ['halve tegn', { set: { tittel: 'a\ud800b' } }, 'applied'],
  ['en klokke som går helt feil', { t: 1e300 }, 'applied'],
  ['en klokke som går baklengs', { t: -1e300 }, 'applied'],
])('%s holder ingen opp', async (_, more, status) => {
  const s = await testServer()
  const leder = await s.as('prosjektleder')
  const answer = await leder.post<{ results: { status: string }[]; nextSeq: number }>('/api/sync', {
    ...pull(randomUUID(), s.clock.now),
    push: [op(1), op(2, more), op(3)],
  })
  expect(answer.body.results.map((r) => r.status)).toEqual(['applied', status, 'applied'])
  expect(answer.body.nextSeq).toBe(4)
})

test.each([
  ['/api/history?space=project&type=%00&id=x', 400],
  ['/api/history?space=project&type=enhet&id=tpf1', 200],
])('et spørsmål databasen ikke kan forstå, er spørsmålets feil: %s', async (path, status) => {
  const s = await testServer()
  const leder = await s.as('prosjektleder')
  expect((await leder.get(path)).status).toBe(status)
})

test('et nettbrett kan kalle seg hva som helst', async () => {
  const s = await testServer()
  const leder = await s.as('prosjektleder')
  const answer = await leder.post('/api/sync', { ...pull(randomUUID(), s.clock.now), device: 'a\0b' })
  expect(answer.status).toBe(200)
})
