import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openTestPostgres } from '../support/dialects.ts'
import { client, cookieOf, pull, testServer, type TestServer } from '../server/support/server.ts'

/** Two servers on one database: it does not matter which of them one asks. */

async function two(): Promise<[TestServer, TestServer]> {
  const shared = await openTestPostgres()
  const a = await testServer({ shared })
  return [a, await testServer({ shared })]
}

const activity = (seq: number, t: number, space = 'unit:bondihagen') => {
  const opId = randomUUID()
  const set = { tittel: `Endring ${seq}` }
  return {
    ...{ opId, seq, txnId: opId, kind: 'set', space, type: 'aktivitet', id: randomUUID(), set, base: {} },
    ...{ schema: 1, t },
  }
}

/** Ends the connections that listen, as a restarted database or a cut cable would. */
const cutListeners = (s: TestServer) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen heltidshjulet'`.execute(
    s.db,
  )

describe('et hint', () => {
  test('om det som skrives på den ene, kommer til dem som lytter på den andre, og bare én gang', async () => {
    const [a, b] = await two()
    const heard: string[] = []
    const atHome: string[] = []
    b.store.onHint(({ space, head }) => heard.push(`${space} ${head}`))
    a.store.onHint(({ space, head }) => atHome.push(`${space} ${head}`))
    const leder = await a.as('prosjektleder')
    const push = [activity(1, a.clock.now), activity(2, a.clock.now, 'unit:hurum')]
    await leder.post('/api/sync', { ...pull(randomUUID(), a.clock.now), push })
    await expect.poll(() => heard).toEqual(['unit:bondihagen 1', 'unit:hurum 1'])
    expect(atHome).toEqual(heard)
  })

  test('om det som ble skrevet mens forbindelsen var borte, kommer når den er tilbake', async () => {
    const [a, b] = await two()
    const heard = new Set<string>()
    b.store.onHint(({ space, head }) => heard.add(`${space} ${head}`))
    await cutListeners(a)
    // Said by nobody: only a look at the heads can tell of it.
    await a.db.insertInto('space').values({ id: 'unit:hurum', head: 7, epoch: 'e' }).execute()
    await expect.poll(() => [...heard]).toEqual(['unit:hurum 7'])
    const leder = await a.as('prosjektleder')
    const push = [activity(1, a.clock.now)]
    await leder.post('/api/sync', { ...pull(randomUUID(), a.clock.now), push })
    await expect.poll(() => heard.has('unit:bondihagen 1')).toBe(true)
    expect(b.log.join()).toContain('forbindelsen som lytter, falt ut')
  })
})

describe('tilgang som endres på den ene', () => {
  test('gjelder på den andre: sperring avslutter innloggingen og strømmen der', async () => {
    const [a, b] = await two()
    const leder = await a.as('prosjektleder')
    const kari = await a.as('avdelingsleder', ['bondihagen'])
    const hosB = client(b.app, kari.cookie)
    expect((await hosB.get('/api/meg')).status).toBe(200)
    const stream = await b.app.request('/api/events', { headers: { cookie: kari.cookie } })
    await expect.poll(() => b.streams.size).toBe(1)
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { sperret: true })
    await expect.poll(() => b.streams.size).toBe(0)
    expect(await stream.text()).not.toContain('hint')
    expect(await hosB.get('/api/meg')).toMatchObject({ status: 401, code: 'HH-401' })
  })

  test('gjelder på den andre: nye enheter gir nye rader, og de gamle sendes ikke mer', async () => {
    const [a, b] = await two()
    const leder = await a.as('prosjektleder')
    const kari = await a.as('avdelingsleder', ['bondihagen'])
    const hosB = client(b.app, kari.cookie)
    const replica = randomUUID()
    const rom = async () =>
      Object.keys(
        (await hosB.post<{ grants: Record<string, string> }>('/api/sync', pull(replica, b.clock.now))).body.grants,
      )
    expect(await rom()).toContain('unit:bondihagen')
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { enheter: ['hurum'] })
    await expect.poll(rom).toEqual(['project', `user:${kari.bruker.id}`, 'unit:hurum'])
  })

  test('gjelder på den andre: utlogging', async () => {
    const [a, b] = await two()
    const kari = await a.as('leser')
    const hosB = client(b.app, kari.cookie)
    expect((await hosB.get('/api/meg')).status).toBe(200)
    await kari.post('/api/logout')
    await expect.poll(async () => (await hosB.get('/api/meg')).status).toBe(401)
  })

  test('gjelder på den andre: en enhet som legges under en annen virksomhet, følger med', async () => {
    const [a, b] = await two()
    const leder = await a.as('prosjektleder')
    const kari = await b.as('virksomhetsleder', ['tpf1'])
    const rom = async () =>
      Object.keys(
        (await kari.post<{ grants: Record<string, string> }>('/api/sync', pull(randomUUID(), b.clock.now))).body.grants,
      )
    expect(await rom()).not.toContain('unit:hurum')
    const opId = randomUUID()
    const flytt = {
      ...{ opId, seq: 1, txnId: opId, kind: 'set', space: 'project', type: 'enhet', id: 'hurum', base: {} },
      ...{ set: { overordnet: 'tpf1' }, schema: 1, t: a.clock.now + 5000 },
    }
    await leder.post('/api/sync', { ...pull(randomUUID(), a.clock.now), push: [flytt] })
    expect(await rom()).toContain('unit:hurum')
  })
})

describe('samtidig på begge', () => {
  test('en invitasjon kan bare brukes én gang', async () => {
    const [a, b] = await two()
    const leder = await a.as('prosjektleder')
    const kari = { navn: 'Kari', epost: 'kari@asker.no', rolle: 'avdelingsleder', enheter: ['bondihagen'] }
    const { lenke } = (await leder.post<{ lenke: string }>('/api/admin/invitasjoner', kari)).body
    const path = `/api/invitasjon/${lenke.split('/').at(-1)}`
    const answers = await Promise.all([a, b, a, b].map((s) => s.anonymous.post(path, { passord: 'et langt passord' })))
    expect(answers.map((r) => r.status).sort()).toEqual([200, 410, 410, 410])
    const accepted = answers.find((r) => r.status === 200)!
    expect((await client(b.app, cookieOf(accepted.headers)).get('/api/meg')).status).toBe(200)
  })

  test('to prosjektledere kan ikke sperre hverandre så ingen er igjen', async () => {
    const [a, b] = await two()
    const en = await a.as('prosjektleder')
    const to = await b.as('prosjektleder')
    const answers = await Promise.all([
      en.patch(`/api/admin/brukere/${to.bruker.id}`, { sperret: true }),
      to.patch(`/api/admin/brukere/${en.bruker.id}`, { sperret: true }),
    ])
    expect(answers.filter((r) => r.status === 200)).toHaveLength(1)
    const left = await a.db.selectFrom('bruker').selectAll().where('sperret', '=', 0).execute()
    expect(left).toHaveLength(1)
  })

  test('den samme endringen sendt til begge på én gang, gjøres én gang', async () => {
    const [a, b] = await two()
    const leder = await a.as('prosjektleder')
    const replica = randomUUID()
    const push = Array.from({ length: 20 }, (_, i) => activity(i + 1, a.clock.now))
    const ask = (s: TestServer) =>
      client(s.app, leder.cookie).post<{ results: unknown[]; nextSeq: number }>('/api/sync', {
        ...pull(replica, s.clock.now),
        push,
      })
    const answers = await Promise.all([a, b, a, b].map(ask))
    for (const answer of answers) expect(answer.body).toMatchObject({ nextSeq: 21 })
    expect(answers[1]!.body.results).toEqual(answers[0]!.body.results)
    expect(await a.db.selectFrom('record').select('id').where('space', '=', 'unit:bondihagen').execute()).toHaveLength(
      20,
    )
    expect(await a.db.selectFrom('change').select('n').where('space', '=', 'unit:bondihagen').execute()).toHaveLength(
      20,
    )
  })
})
