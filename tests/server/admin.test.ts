import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Hendelse } from '../../src/server/admin/audit.ts'
import type { NettbrettRad } from '../../src/server/admin/devices.ts'
import type { Invitasjon, Lenke } from '../../src/server/admin/invitations.ts'
import { inviteLeader } from '../../src/server/admin/invitations.ts'
import type { BrukerRad } from '../../src/server/admin/users.ts'
import type { Satt } from '../../src/server/sync/quarantine.ts'
import { client, cookieOf, PASSORD, pull, testServer, type Client } from './support/server.ts'

const KARI = { navn: 'Kari', epost: 'Kari@asker.no', rolle: 'avdelingsleder', enheter: ['bondihagen'] }
const tokenOf = (lenke: string) => lenke.split('/').at(-1)!
const brukere = async (c: Client) =>
  (await c.get<{ brukere: BrukerRad[]; invitasjoner: Invitasjon[] }>('/api/admin/brukere')).body
const historikk = async (c: Client) => (await c.get<{ hendelser: Hendelse[] }>('/api/admin/historikk')).body.hendelser
const nettbrett = async (c: Client) =>
  (await c.get<{ nettbrett: NettbrettRad[] }>('/api/admin/nettbrett')).body.nettbrett

describe('bare prosjektlederen administrerer', () => {
  const routes = [
    ['get', '/api/admin/brukere'],
    ['get', '/api/admin/nettbrett'],
    ['get', '/api/admin/historikk'],
    ['get', '/api/admin/tilside'],
    ['post', '/api/admin/tilside/x'],
    ['post', '/api/admin/invitasjoner'],
    ['post', '/api/admin/brukere/x/passordlenke'],
    ['patch', '/api/admin/brukere/x'],
    ['delete', '/api/admin/invitasjoner/x'],
    ['delete', '/api/admin/nettbrett/x'],
  ] as const
  test.each(routes)('%s %s', async (method, path) => {
    const s = await testServer()
    const ask = (c: Client) => (method === 'get' || method === 'delete' ? c[method](path) : c[method](path, KARI))
    expect(await ask(s.anonymous)).toMatchObject({ status: 401, code: 'HH-401' })
    for (const rolle of ['virksomhetsleder', 'avdelingsleder', 'tillitsvalgt', 'verneombud', 'leser'] as const)
      expect(await ask(await s.as(rolle, ['bondihagen']))).toMatchObject({ status: 403, code: 'HH-403' })
    expect(await s.db.selectFrom('hendelse').selectAll().execute()).toEqual([])
    expect(await s.db.selectFrom('invitasjon').selectAll().execute()).toEqual([])
  })
})

describe('en invitasjon', () => {
  test('gir en bruker med rollen og enhetene, som logger inn med eget passord', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const made = await leder.post<Lenke>('/api/admin/invitasjoner', KARI)
    expect(made.status).toBe(201)
    expect((await brukere(leder)).invitasjoner).toMatchObject([{ navn: 'Kari', epost: 'kari@asker.no' }])
    const path = `/api/invitasjon/${tokenOf(made.body.lenke)}`
    expect((await s.anonymous.get(path)).body).toMatchObject({
      navn: 'Kari',
      rolle: 'avdelingsleder',
      nyttPassord: false,
    })

    const accepted = await s.anonymous.post<{ bruker: BrukerRad }>(path, { passord: PASSORD })
    expect(accepted.body.bruker).toMatchObject({ navn: 'Kari', rolle: 'avdelingsleder', enheter: ['bondihagen'] })
    const kari = client(s.app, cookieOf(accepted.headers))
    expect((await kari.get('/api/meg')).status).toBe(200)
    expect((await s.anonymous.post('/api/login', { epost: ' KARI@asker.no', passord: PASSORD })).status).toBe(200)
    expect((await brukere(leder)).invitasjoner).toEqual([])
  })

  test('kan bare brukes én gang', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const { lenke } = (await leder.post<Lenke>('/api/admin/invitasjoner', KARI)).body
    const path = `/api/invitasjon/${tokenOf(lenke)}`
    const both = await Promise.all([1, 2].map(() => s.anonymous.post(path, { passord: PASSORD })))
    expect(both.map((a) => a.status).sort()).toEqual([200, 410])
    expect(await s.anonymous.get(path)).toMatchObject({ status: 410, code: 'HH-406' })
    expect((await brukere(leder)).brukere).toHaveLength(2)
  })

  test('går ut etter sju dager', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const { lenke } = (await leder.post<Lenke>('/api/admin/invitasjoner', KARI)).body
    s.clock.now += 7 * 86_400_000 - 1
    expect((await s.anonymous.get(`/api/invitasjon/${tokenOf(lenke)}`)).status).toBe(200)
    s.clock.now += 1
    expect(await s.anonymous.post(`/api/invitasjon/${tokenOf(lenke)}`, { passord: PASSORD })).toMatchObject({
      code: 'HH-406',
    })
  })

  test('virker ikke når den er trukket tilbake', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const { id, lenke } = (await leder.post<Lenke>('/api/admin/invitasjoner', KARI)).body
    expect((await leder.delete(`/api/admin/invitasjoner/${id}`)).status).toBe(200)
    expect(await leder.delete(`/api/admin/invitasjoner/${id}`)).toMatchObject({ code: 'HH-410' })
    expect(await s.anonymous.get(`/api/invitasjon/${tokenOf(lenke)}`)).toMatchObject({ code: 'HH-406' })
  })

  test('lenken ligger ikke i databasen', async () => {
    const s = await testServer()
    const { lenke } = (await (await s.as('prosjektleder')).post<Lenke>('/api/admin/invitasjoner', KARI)).body
    const rows = [
      await s.db.selectFrom('invitasjon').selectAll().execute(),
      await s.db.selectFrom('hendelse').selectAll().execute(),
    ]
    expect(JSON.stringify(rows)).not.toContain(tokenOf(lenke))
  })

  test.each([
    ['en ukjent rolle', { rolle: 'konge' }, 'rolle'],
    ['ingen enhet', { enheter: [] }, 'enheter'],
    ['en enhet som ikke finnes', { enheter: ['narnia'] }, 'enheter'],
    ['en adresse som ikke er en adresse', { epost: 'kari' }, 'epost'],
    ['et tomt navn', { navn: '  ' }, 'navn'],
  ])('med %s avvises med en setning ved feltet', async (_, wrong, field) => {
    const s = await testServer()
    const answer = await (await s.as('prosjektleder')).post('/api/admin/invitasjoner', { ...KARI, ...wrong })
    expect(answer).toMatchObject({ status: 400, code: 'HH-411', body: { error: { field } } })
    expect(JSON.stringify(answer.body)).not.toMatch(/Invalid|konge|narnia/)
  })

  test('til en som er bruker fra før, avvises', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    expect(await leder.post('/api/admin/invitasjoner', { ...KARI, epost: leder.epost })).toMatchObject({
      code: 'HH-409',
    })
  })

  test('et kort passord avvises, og lenken kan fortsatt brukes', async () => {
    const s = await testServer()
    const { lenke } = (await (await s.as('prosjektleder')).post<Lenke>('/api/admin/invitasjoner', KARI)).body
    const path = `/api/invitasjon/${tokenOf(lenke)}`
    const short = await s.anonymous.post<{ error: { text: string } }>(path, { passord: 'kort' })
    expect(short).toMatchObject({ status: 400, code: 'HH-411' })
    expect(short.body.error.text).toBe('Passordet må ha minst 12 tegn. Bruk gjerne en setning.')
    expect((await s.anonymous.post(path, { passord: PASSORD })).status).toBe(200)
  })

  test('den første prosjektlederen skriver selv navn og adresse', async () => {
    const s = await testServer()
    const first = await inviteLeader(s.admin)
    const { lenke } = await inviteLeader(s.admin)
    expect(await s.anonymous.get(`/api/invitasjon/${tokenOf(first.lenke)}`)).toMatchObject({ code: 'HH-406' })
    const path = `/api/invitasjon/${tokenOf(lenke)}`
    expect((await s.anonymous.get(path)).body).toMatchObject({ navn: '', epost: '', rolle: 'prosjektleder' })
    expect(await s.anonymous.post(path, { passord: PASSORD })).toMatchObject({ body: { error: { field: 'navn' } } })
    expect(await s.anonymous.post(path, { passord: PASSORD, navn: 'Ola' })).toMatchObject({
      body: { error: { field: 'epost' } },
    })
    const done = await s.anonymous.post(path, { passord: PASSORD, navn: 'Ola', epost: 'ola@asker.no' })
    expect(done.body).toMatchObject({ bruker: { navn: 'Ola', rolle: 'prosjektleder', enheter: [] } })
    s.clock.now += 86_400_001
    expect((await brukere(client(s.app, cookieOf(done.headers)))).brukere).toHaveLength(1)
  })

  test('den som inviteres, kan ikke velge sitt eget navn eller sin egen adresse', async () => {
    const s = await testServer()
    const { lenke } = (await (await s.as('prosjektleder')).post<Lenke>('/api/admin/invitasjoner', KARI)).body
    const done = await s.anonymous.post(`/api/invitasjon/${tokenOf(lenke)}`, {
      passord: PASSORD,
      navn: 'En annen',
      epost: 'x@y.no',
    })
    expect(done.body).toMatchObject({ bruker: { navn: 'Kari' } })
    expect((await s.anonymous.post('/api/login', { epost: KARI.epost, passord: PASSORD })).status).toBe(200)
  })
})

describe('en bruker', () => {
  test('får ny rolle og nye enheter med én gang', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['hurum'])
    expect((await kari.get<{ bruker: unknown }>('/api/meg')).body.bruker).toMatchObject({ enheter: ['hurum'] })
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { enheter: ['bondihagen', 'tpf1'] })
    expect((await kari.get<{ bruker: unknown }>('/api/meg')).body.bruker).toMatchObject({
      enheter: ['bondihagen', 'tpf1'],
    })
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { rolle: 'leser' })
    expect((await kari.get<{ bruker: unknown }>('/api/meg')).body.bruker).toMatchObject({ rolle: 'leser', enheter: [] })
  })

  test('som sperres, mister alle innlogginger med én gang og kommer ikke inn igjen', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['hurum'])
    const second = await s.anonymous.post('/api/login', { epost: kari.epost, passord: PASSORD })
    expect((await kari.get('/api/meg')).status).toBe(200)

    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { sperret: true })
    for (const c of [kari, client(s.app, cookieOf(second.headers))])
      expect(await c.get('/api/meg')).toMatchObject({ status: 401, code: 'HH-401' })
    expect(await s.anonymous.post('/api/login', { epost: kari.epost, passord: PASSORD })).toMatchObject({
      code: 'HH-405',
    })

    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { sperret: false })
    expect((await kari.get('/api/meg')).status).toBe(401)
    expect((await s.anonymous.post('/api/login', { epost: kari.epost, passord: PASSORD })).status).toBe(200)
  })

  test('kan ikke sperre seg selv eller endre sin egen rolle', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    await s.as('prosjektleder')
    const self = `/api/admin/brukere/${leder.bruker.id}`
    expect(await leder.patch(self, { sperret: true })).toMatchObject({ status: 409, code: 'HH-407' })
    expect(await leder.patch(self, { rolle: 'leser' })).toMatchObject({ status: 409, code: 'HH-407' })
  })

  test('den siste prosjektlederen blir ikke fjernet', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const other = await s.as('prosjektleder')
    expect((await leder.patch(`/api/admin/brukere/${other.bruker.id}`, { sperret: true })).status).toBe(200)
    const self = `/api/admin/brukere/${leder.bruker.id}`
    expect(await leder.patch(self, { sperret: true })).toMatchObject({ code: 'HH-408' })
    expect(await leder.patch(self, { rolle: 'avdelingsleder', enheter: ['hurum'] })).toMatchObject({ code: 'HH-408' })
  })

  test('som ikke finnes, kan ikke endres', async () => {
    const s = await testServer()
    expect(await (await s.as('prosjektleder')).patch('/api/admin/brukere/ingen', { sperret: true })).toMatchObject({
      code: 'HH-410',
    })
  })

  test('som har mistet passordet, får en lenke til et nytt, og gamle innlogginger er slutt', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['hurum'])
    const { lenke } = (await leder.post<Lenke>(`/api/admin/brukere/${kari.bruker.id}/passordlenke`)).body
    const path = `/api/invitasjon/${tokenOf(lenke)}`
    expect((await s.anonymous.get(path)).body).toMatchObject({ nyttPassord: true })
    expect((await kari.get('/api/meg')).status).toBe(200)
    expect((await s.anonymous.post(path, { passord: 'et helt nytt passord' })).body).toMatchObject({
      bruker: { id: kari.bruker.id },
    })
    expect((await kari.get('/api/meg')).status).toBe(401)
    expect((await s.anonymous.post('/api/login', { epost: kari.epost, passord: PASSORD })).status).toBe(401)
    expect((await s.anonymous.post('/api/login', { epost: kari.epost, passord: 'et helt nytt passord' })).status).toBe(
      200,
    )
    expect((await brukere(leder)).brukere).toHaveLength(2)
  })
})

describe('et nettbrett', () => {
  test('som fjernes, blir avvist, og innloggingen på det er slutt', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['hurum'], 'Kari')
    const replica = randomUUID()
    expect((await kari.post('/api/sync', pull(replica, s.clock.now))).status).toBe(200)
    expect(await nettbrett(leder)).toMatchObject([
      { replica, navn: 'Testnettbrett', brukerNavn: 'Kari', fjernet: false },
    ])
    expect((await brukere(leder)).brukere.find((b) => b.id === kari.bruker.id)?.sistSett).toBe(s.clock.now)

    expect((await leder.delete(`/api/admin/nettbrett/${replica}`)).status).toBe(200)
    expect((await kari.get('/api/meg')).status).toBe(401)
    const again = await s.anonymous.post('/api/login', { epost: kari.epost, passord: PASSORD })
    const back = client(s.app, cookieOf(again.headers))
    const opId = randomUUID()
    const op = { opId, seq: 1, txnId: opId, kind: 'set', space: 'unit:hurum', type: 'aktivitet', id: 'a1' }
    const push = [
      { ...op, set: { tittel: 'Prøve langvakter', tiltaksmaal: 'T1' }, base: {}, schema: 1, t: s.clock.now },
    ]
    const refused = await back.post('/api/sync', { ...pull(replica, s.clock.now), push })
    expect(refused.body).toMatchObject({ revoked: true, spaces: [], results: [{ opId, status: 'quarantined' }] })
    expect(await nettbrett(leder)).toMatchObject([{ replica, fjernet: true }])

    const aside = await leder.get<{ endringer: Satt[] }>('/api/admin/tilside')
    expect(aside.body.endringer).toMatchObject([{ opId, brukernavn: 'Kari', felter: { tittel: 'Prøve langvakter' } }])
    expect((await leder.post(`/api/admin/tilside/${opId}`, { slipp: true })).status).toBe(200)
    expect((await leder.post(`/api/admin/tilside/${opId}`, { slipp: true })).code).toBe('HH-304')
    expect((await historikk(leder)).map((h) => h.hva)).toEqual(['endring.sluppet', 'nettbrett.fjernet'])
    expect(await s.db.selectFrom('record').select('id').where('type', '=', 'aktivitet').execute()).toEqual([
      { id: 'a1' },
    ])
  })

  test('en annen innlogging til samme bruker går videre', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['hurum'])
    const phone = await s.anonymous.post('/api/login', { epost: kari.epost, passord: PASSORD })
    const replica = randomUUID()
    await kari.post('/api/sync', pull(replica, s.clock.now))
    await leder.delete(`/api/admin/nettbrett/${replica}`)
    expect((await client(s.app, cookieOf(phone.headers)).get('/api/meg')).status).toBe(200)
  })

  test('som ikke finnes, kan ikke fjernes', async () => {
    const s = await testServer()
    expect(await (await s.as('prosjektleder')).delete('/api/admin/nettbrett/ingen')).toMatchObject({ code: 'HH-410' })
  })
})

describe('historikken', () => {
  test('har hver handling med hvem og når, nyeste først', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder', [], 'Ola')
    const kari = await s.as('avdelingsleder', ['hurum'], 'Kari')
    await leder.post('/api/admin/invitasjoner', { ...KARI, epost: 'en@asker.no' })
    s.clock.now += 1000
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { sperret: true })
    expect(await historikk(leder)).toMatchObject([
      { tid: s.clock.now, hvemNavn: 'Ola', hva: 'bruker.sperret', gjelder: kari.bruker.id, detaljer: { navn: 'Kari' } },
      { tid: s.clock.now - 1000, hvemNavn: 'Ola', hva: 'invitasjon.laget' },
    ])
  })

  test('har endringer av enheter og mål, men ikke det installasjonen ble født med', async () => {
    const s = await testServer()
    const leder = await s.as('prosjektleder', [], 'Ola')
    expect(await historikk(leder)).toEqual([])
    const opId = randomUUID()
    const op = { opId, seq: 1, txnId: opId, kind: 'set', space: 'project', type: 'enhet', id: 'hurum' }
    const push = [{ ...op, set: { navn: 'Hurum sykehjem' }, base: {}, schema: 1, t: s.clock.now }]
    await leder.post('/api/sync', { ...pull(randomUUID(), s.clock.now), push })
    expect(await historikk(leder)).toMatchObject([
      {
        hva: 'enhet.endret',
        gjelder: 'hurum',
        hvemNavn: 'Ola',
        detaljer: { felt: 'navn', foer: 'hurum', etter: 'Hurum sykehjem' },
      },
    ])
  })

  test('blir bare lengre: ingenting endres eller slettes', async () => {
    const s = await testServer()
    await (await s.as('prosjektleder')).post('/api/admin/invitasjoner', KARI)
    await expect(s.db.updateTable('hendelse').set({ hvem: 'x' }).execute()).rejects.toThrow(/append-only/)
    await expect(s.db.deleteFrom('hendelse').execute()).rejects.toThrow(/append-only/)
  })
})
