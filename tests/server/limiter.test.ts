import { expect, test } from 'vitest'
import { createLimiter } from '../../src/server/auth/limiter.ts'

const limiter = () => {
  const clock = { now: 0 }
  return { clock, limit: createLimiter({ max: 3, windowMs: 1000, now: () => clock.now }) }
}

test('slipper gjennom så mange forsøk som avtalt, og sier hvor lenge det er til neste', () => {
  const { clock, limit } = limiter()
  expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0])
  clock.now = 400
  expect(limit.take('a')).toBe(600)
  expect(limit.take('b')).toBe(0)
  clock.now = 1000
  expect(limit.take('a')).toBe(0)
})

test('tilgir den som var rett person', () => {
  const { limit } = limiter()
  for (let i = 0; i < 4; i++) limit.take('a')
  limit.forgive('a')
  expect(limit.take('a')).toBe(0)
})

test('endeløst mange adresser fyller ikke minnet og stopper ikke andre', () => {
  const { limit } = limiter()
  for (let i = 0; i < 50_000; i++) limit.take(`ip${i}`)
  expect(limit.take('en til')).toBe(0)
})
