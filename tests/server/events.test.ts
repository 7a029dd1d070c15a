import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pull, testServer, type TestServer } from './support/server.ts'

/** Opens the stream of hints and reads it line by line. */
async function listen(s: TestServer, cookie: string) {
  const response = await s.app.request('/api/events', { headers: { cookie } })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    response,
    /** Reads until the text is there; gives all that has come, or `null` when the stream ended first. */
    async until(wanted: string): Promise<string | null> {
      while (!text.includes(wanted)) {
        const { value, done } = await reader.read()
        if (done) return null
        text += value
      }
      return text
    },
    async rest(): Promise<string> {
      for (;;) {
        const { value, done } = await reader.read()
        if (done) return text
        text += value
      }
    },
    cancel: () => reader.cancel(),
  }
}

const write = (space: string, seq: number, now: number) => {
  const opId = randomUUID()
  const set = space === 'project' ? { navn: `Navn ${seq}` } : { tittel: 'Prøve langvakter', tiltaksmaal: 'T1' }
  const where = space === 'project' ? { type: 'enhet', id: 'hurum' } : { type: 'aktivitet', id: randomUUID() }
  return { opId, seq, txnId: opId, kind: 'set', space, ...where, set, base: {}, schema: 1, t: now }
}

describe('hint', () => {
  test('kommer om det man kan lese, og aldri om andres enheter', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await listen(s, (await s.as('avdelingsleder', ['bondihagen'])).cookie)
    expect(kari.response.headers.get('content-type')).toContain('text/event-stream')
    expect(kari.response.headers.get('cache-control')).toBe('no-store')
    await kari.until('retry:')

    const push = ['unit:hurum', 'unit:bondihagen', 'project'].map((space, i) => write(space, i + 1, s.clock.now))
    const answer = await leder.post<{ results: { status: string }[] }>('/api/sync', {
      ...pull(randomUUID(), s.clock.now),
      push,
    })
    expect(answer.body.results.map((r) => r.status)).toEqual(['applied', 'applied', 'applied'])

    const heard = await kari.until('"project"')
    expect(heard).toContain('event: hint\ndata: {"space":"unit:bondihagen","head":1}')
    expect(heard).not.toContain('hurum')
    await kari.cancel()
  })

  test('forteller bare at noe er nytt, ikke hva', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const stream = await listen(s, leder.cookie)
    await stream.until('retry:')
    await leder.post('/api/sync', { ...pull(randomUUID(), s.clock.now), push: [write('project', 1, s.clock.now)] })
    expect(await stream.until('"project"')).not.toContain('Navn')
    await stream.cancel()
  })
})

describe('strømmen', () => {
  test('holdes åpen av hjerteslag', async () => {
    const s = await testServer({ heartbeatMs: 5 })
    const stream = await listen(s, (await s.as('leser')).cookie)
    expect(await stream.until(': her\n\n: her')).not.toBeNull()
    await stream.cancel()
    await expect.poll(() => s.streams.size).toBe(0)
  })

  test('slutter når brukeren sperres', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['hurum'])
    const stream = await listen(s, kari.cookie)
    await stream.until('retry:')
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { sperret: true })
    expect(await stream.until('aldri')).toBeNull()
    expect((await s.app.request('/api/events', { headers: { cookie: kari.cookie } })).status).toBe(401)
  })

  test('slutter når nettbrettet fjernes', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['hurum'])
    const replica = randomUUID()
    await kari.post('/api/sync', pull(replica, s.clock.now))
    const stream = await listen(s, kari.cookie)
    await stream.until('retry:')
    await leder.delete(`/api/admin/nettbrett/${replica}`)
    expect(await stream.until('aldri')).toBeNull()
  })

  test('slutter når man logger ut, og når innloggingen går ut', async () => {
    const s = await testServer({ heartbeatMs: 5 })
    const kari = await s.as('leser')
    const first = await listen(s, kari.cookie)
    await first.until('retry:')
    await kari.post('/api/logout')
    expect(await first.until('aldri')).toBeNull()

    const ola = await s.as('leser')
    const second = await listen(s, ola.cookie)
    await second.until(': her')
    await s.db
      .updateTable('session')
      .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
      .execute()
    s.clock.now += 10_000
    expect(await second.rest()).not.toContain('hint')
    expect(s.streams.size).toBe(0)
  })
})
