import { describe, expect, test } from 'vitest'
import { everythingIn } from '../support/dialects.ts'
import { client, cookieOf, PASSORD, testServer, type TestServer } from './support/server.ts'

const login = (s: TestServer, epost: string, passord: string, ip = '10.0.0.1') =>
  s.anonymous.post<{ bruker?: object; error?: { text: string } }>('/api/login', { epost, passord }, { 'x-test-ip': ip })

describe('innlogging', () => {
  test('med riktig passord svarer hvem man er', async () => {
    const s = await testServer()
    const kari = await s.as('avdelingsleder', ['hurum'], 'Kari')
    const answer = await login(s, kari.epost, PASSORD)
    expect(answer.body).toEqual({ bruker: kari.bruker })
    expect((await client(s.app, cookieOf(answer.headers)).get('/api/meg')).body).toEqual({ bruker: kari.bruker })
  })

  test('feil passord og ukjent adresse får samme svar', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const wrong = await login(s, kari.epost, 'feil passord her')
    const unknown = await login(s, 'ingen@test.no', 'feil passord her')
    expect(wrong).toMatchObject({ status: 401, code: 'HH-402' })
    expect(unknown.body).toEqual(wrong.body)
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  test.each([
    ['uten passord', { epost: 'a@b.no' }],
    ['uten adresse', { passord: 'x' }],
    ['med tall', { epost: 1, passord: 2 }],
    ['med en liste', []],
  ])('%s får en setning, ikke en feil', async (_, body) => {
    const s = await testServer()
    expect(await s.anonymous.post('/api/login', body)).toMatchObject({ status: 400, code: 'HH-411' })
  })

  test('ingen kan registrere seg selv', async () => {
    const s = await testServer()
    const body = { email: 'ny@test.no', password: PASSORD, name: 'Ny' }
    for (const path of ['sign-up/email', 'sign-in/email', 'list-sessions', 'get-session', 'update-user', 'delete-user'])
      expect(await s.anonymous.post(`/api/auth/${path}`, body)).toMatchObject({ status: 404, code: 'HH-404' })
    expect(await s.db.selectFrom('user').selectAll().execute()).toEqual([])
  })

  test('man kan bytte passord selv, og andre innlogginger kan avsluttes samtidig', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const other = client(s.app, cookieOf((await login(s, kari.epost, PASSORD)).headers))
    const body = { currentPassword: PASSORD, newPassword: 'et helt nytt passord', revokeOtherSessions: true }
    const changed = await kari.post('/api/auth/change-password', body)
    expect(changed.status).toBe(200)
    expect((await other.get('/api/meg')).status).toBe(401)
    expect((await client(s.app, cookieOf(changed.headers)).get('/api/meg')).status).toBe(200)
    expect((await login(s, kari.epost, 'et helt nytt passord')).status).toBe(200)
  })
})

describe('et avslag fra dørene til kontoen', () => {
  test.each([
    [
      'nytt passord uten det rette gamle',
      'change-password',
      { currentPassword: 'feil', newPassword: PASSORD },
      400,
      'HH-416',
    ],
    ['for kort nytt passord', 'change-password', { currentPassword: PASSORD, newPassword: 'kort' }, 400, 'HH-416'],
    ['en oppdiktet passnøkkel', 'passkey/verify-authentication', { response: { id: 'x' } }, 403, 'HH-412'],
  ])('%s sies på norsk', async (_, door, body, status, code) => {
    const s = await testServer()
    const kari = await s.as('leser')
    expect(await kari.post(`/api/auth/${door}`, body)).toMatchObject({ status, code })
    expect(
      await s.anonymous.post(`/api/auth/change-password`, { currentPassword: 'a', newPassword: PASSORD }),
    ).toMatchObject({ code: 'HH-401' })
  })

  test('ny passnøkkel krever at man nettopp har logget inn', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000).toISOString()
    await s.db.updateTable('session').set({ createdAt: twoDaysAgo }).execute()
    expect(await kari.get('/api/auth/passkey/generate-register-options')).toMatchObject({ status: 403, code: 'HH-417' })
  })
})

describe('grensen for forsøk', () => {
  test('en konto tåler ti feil på et kvarter, fra hvor som helst', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    for (let i = 0; i < 10; i++) expect((await login(s, kari.epost, 'feil', `10.1.0.${i}`)).status).toBe(401)
    const stopped = await login(s, kari.epost, PASSORD, '10.2.0.1')
    expect(stopped).toMatchObject({ status: 429, code: 'HH-429' })
    expect(stopped.body.error?.text).toBe('For mange forsøk. Vent 15 minutter og prøv igjen.')
    expect(stopped.headers.get('retry-after')).toBe('900')
    s.clock.now += 15 * 60_000
    expect((await login(s, kari.epost, PASSORD)).status).toBe(200)
  })

  test('forsøk som sendes samtidig, telles alle', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const all = await Promise.all(Array.from({ length: 15 }, () => login(s, kari.epost, 'feil')))
    expect(all.filter((a) => a.status === 429)).toHaveLength(5)
  })

  test('riktig passord nullstiller kontoen', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    for (let i = 0; i < 9; i++) await login(s, kari.epost, 'feil')
    expect((await login(s, kari.epost, PASSORD)).status).toBe(200)
    expect((await login(s, kari.epost, 'feil')).status).toBe(401)
  })

  test('én adresse tåler tre hundre, uansett konto, og andre adresser merker det ikke', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    for (let i = 0; i < 300; i++)
      await s.anonymous.post('/api/auth/passkey/verify-authentication', {}, { 'x-test-ip': '10.9.9.9' })
    expect((await login(s, kari.epost, PASSORD, '10.9.9.9')).status).toBe(429)
    expect((await login(s, kari.epost, PASSORD, '10.9.9.8')).status).toBe(200)
  })
})

describe('innloggingen', () => {
  test('ligger i en kapsel som skript og andre nettsteder ikke når', async () => {
    const s = await testServer({ baseUrl: 'https://heltid.test' })
    const kari = await s.as('leser')
    const cookie = (await login(s, kari.epost, PASSORD)).headers.getSetCookie().join()
    expect(cookie).toMatch(/^__Secure-heltidshjulet\.session_token=/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
      expect(cookie).toContain(part)
  })

  test('kan ikke hentes ut av databasen', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const { headers } = await login(s, kari.epost, PASSORD)
    expect((await client(s.app, cookieOf(headers)).get('/api/meg')).status).toBe(200)
    const token = /session_token=([^.;]+)\./.exec(decodeURIComponent(cookieOf(headers)))?.[1]
    expect(token).toMatch(/^\w{32}$/)
    const all = await everythingIn(s.db)
    expect(all).toContain(kari.epost)
    expect(all).not.toContain(token)
  })

  test('ruller videre når den brukes, så et nettbrett i daglig bruk aldri logges ut', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString()
    await s.db
      .updateTable('session')
      .set({ expiresAt: days(10) })
      .execute()
    const answer = await kari.get('/api/meg')
    expect(cookieOf(answer.headers)).toBe(kari.cookie)
    const { expiresAt } = await s.db.selectFrom('session').select('expiresAt').executeTakeFirstOrThrow()
    expect(new Date(expiresAt) > new Date(days(29.9))).toBe(true)
  })

  test('som er gått ut, gjelder ikke', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    await s.db
      .updateTable('session')
      .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
      .execute()
    expect(await kari.get('/api/meg')).toMatchObject({ status: 401, code: 'HH-401' })
    expect(await s.db.selectFrom('session').selectAll().execute()).toEqual([])
  })

  test('som er endret på, gjelder ikke', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const forged = kari.cookie.replace(/=(.)/, (_, c: string) => (c === 'A' ? '=B' : '=A'))
    expect((await client(s.app, forged).get('/api/meg')).status).toBe(401)
  })

  test('er slutt når man logger ut, også på serveren', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    expect((await kari.get('/api/meg')).status).toBe(200)
    const out = await kari.post('/api/logout')
    expect(out.status).toBe(200)
    expect(out.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/)
    expect((await kari.get('/api/meg')).status).toBe(401)
    expect((await s.anonymous.post('/api/logout')).status).toBe(200)
  })
})
