import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pull, testServer } from './support/server.ts'

describe('helse', () => {
  test('er ok når databasen svarer', async () => {
    const s = await testServer()
    expect(await s.anonymous.get('/api/health')).toMatchObject({ status: 200, body: { status: 'ok' } })
  })

  test('er 503 når databasen ikke svarer', async () => {
    const s = await testServer()
    await s.close()
    expect(await s.anonymous.get('/api/health')).toMatchObject({ status: 503, code: 'HH-503' })
  })
})

describe('det som kommer utenfra', () => {
  test('en ukjent adresse under /api svarer JSON', async () => {
    const s = await testServer()
    expect(await s.anonymous.get('/api/finnes-ikke')).toMatchObject({ status: 404, code: 'HH-404' })
    expect(await s.anonymous.post('/api/health')).toMatchObject({ status: 404, code: 'HH-404' })
  })

  test.each([['ikke json {'], ['null'], ['[]'], ['{"protocol":1}'], ['{"protocol":99}']])(
    'en melding som ikke kan leses, får 400: %s',
    async (body) => {
      const s = await testServer()
      expect(await (await s.as('leser')).post('/api/sync', body)).toMatchObject({ status: 400, code: 'HH-301' })
    },
  )

  test('svaret på en melding som ikke kan leses, gjentar den ikke', async () => {
    const s = await testServer()
    const answer = await (await s.as('leser')).post('/api/sync', { protocol: 1, replica: 'hemmelig-innhold' })
    expect(JSON.stringify(answer.body)).not.toContain('hemmelig-innhold')
  })

  test('en melding over 1,5 MB får 413', async () => {
    const s = await testServer()
    const leser = await s.as('leser')
    expect(await leser.post('/api/sync', { x: 'x'.repeat(1.5 * 1024 * 1024) })).toMatchObject({
      status: 413,
      code: 'HH-413',
    })
  })

  test('synk, hint og historikk krever innlogging', async () => {
    const s = await testServer()
    expect(await s.anonymous.post('/api/sync', pull(randomUUID(), 0))).toMatchObject({ status: 401, code: 'HH-401' })
    expect(await s.anonymous.get('/api/events')).toMatchObject({ status: 401, code: 'HH-401' })
    expect(await s.anonymous.get('/api/history?space=project&type=enhet&id=hurum')).toMatchObject({ status: 401 })
    expect(await s.anonymous.get('/api/meg')).toMatchObject({ status: 401, code: 'HH-401' })
  })

  test('historikken til en annens enhet gis ikke ut', async () => {
    const s = await testServer()
    const kari = await s.as('avdelingsleder', ['bondihagen'])
    const ask = (space: string) => kari.get(`/api/history?space=${space}&type=aktivitet&id=a1`)
    expect(await ask('unit:hurum')).toMatchObject({ status: 403, code: 'HH-201' })
    expect(await ask('unit:bondihagen')).toMatchObject({ status: 200, body: [] })
    expect(await kari.get('/api/history?space=project')).toMatchObject({ status: 400, code: 'HH-301' })
  })

  test('en feil hos oss røper ingenting, og loggen har ikke innholdet', async () => {
    const s = await testServer()
    const leser = await s.as('leser')
    s.store.sync = () => Promise.reject(new Error('noe internt'))
    const answer = await leser.post('/api/sync', { ...pull(randomUUID(), 0), device: 'privat navn' })
    expect(answer).toMatchObject({ status: 500, code: 'HH-500' })
    expect(JSON.stringify(answer.body)).not.toContain('internt')
    expect(s.log.join()).toMatch(/^POST \/api\/sync Error: noe internt/)
    expect(s.log.join()).not.toContain('privat navn')
  })
})

describe('andre nettsteder', () => {
  test.each([
    ['en annen opprinnelse', 'https://ond.no', 403],
    ['samme vert på en annen port', 'http://localhost:9999', 403],
    ['null', 'null', 403],
    ['vår egen', 'http://localhost', 200],
  ])('POST fra %s', async (_, origin, status) => {
    const s = await testServer()
    expect((await (await s.as('leser')).post('/api/logout', {}, { origin })).status).toBe(status)
  })

  test('bak en proxy gjelder adressen folk skriver, ikke den proxyen bruker', async () => {
    const s = await testServer({ baseUrl: 'https://heltid.test' })
    const leser = await s.as('leser')
    expect((await leser.post('/api/logout', {}, { origin: 'http://intern:8080', host: 'intern:8080' })).status).toBe(
      403,
    )
    expect((await leser.post('/api/logout', {}, { origin: 'https://heltid.test', host: 'intern:8080' })).status).toBe(
      200,
    )
  })

  test('et skjema på et annet nettsted kommer ikke inn, for det er ikke JSON', async () => {
    const s = await testServer()
    const leser = await s.as('leser')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await leser.post('/api/logout', '{}', { 'content-type': type })).toMatchObject({
        status: 415,
        code: 'HH-415',
      })
    expect((await leser.get('/api/meg')).status).toBe(200)
  })
})

describe('hodene', () => {
  test('slipper ingenting inn utenfra', async () => {
    const { headers } = await (await testServer()).anonymous.get('/')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('krever https når adressen er https', async () => {
    const s = await testServer({ baseUrl: 'https://heltid.test' })
    expect((await s.anonymous.get('/')).headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  })

  test('svar fra API-et lagres aldri underveis', async () => {
    const s = await testServer()
    for (const path of ['/api/om', '/api/meg', '/api/finnes-ikke'])
      expect((await s.anonymous.get(path)).headers.get('cache-control')).toBe('no-store')
  })
})

describe('den bygde appen', () => {
  let dist: string
  beforeAll(() => {
    dist = mkdtempSync(join(tmpdir(), 'heltidshjulet-dist-'))
    mkdirSync(join(dist, 'assets'))
    mkdirSync(join(dist, '.vite'))
    writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Heltidshjulet</title>')
    writeFileSync(join(dist, 'sw.js'), '// sw')
    writeFileSync(join(dist, '.vite/manifest.json'), '{}')
    writeFileSync(join(dist, 'assets/a-1234.js'), 'let a')
    writeFileSync(join(dist, 'assets/a-1234.js.br'), 'brotli')
    writeFileSync(join(dist, 'assets/a-1234.js.gz'), 'gzip')
  })
  afterAll(() => rmSync(dist, { recursive: true }))

  test('filer med fingeravtrykk i navnet lagres for alltid, resten spørres det etter', async () => {
    const { anonymous } = await testServer({ distDir: dist })
    const cache = async (path: string) => (await anonymous.get(path)).headers.get('cache-control')
    expect(await cache('/assets/a-1234.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/index.html', '/sw.js', '/aarshjul/2025']) expect(await cache(path)).toBe('no-cache')
  })

  test('sendes ferdig pakket til den som kan pakke ut', async () => {
    const { anonymous } = await testServer({ distDir: dist })
    const ask = (encoding: string) => anonymous.get('/assets/a-1234.js', { 'accept-encoding': encoding })
    expect(await ask('gzip, br')).toMatchObject({ body: 'brotli' })
    expect((await ask('br')).headers.get('content-encoding')).toBe('br')
    expect((await ask('br')).headers.get('content-type')).toMatch(/javascript/)
    expect(await ask('gzip')).toMatchObject({ body: 'gzip' })
    expect(await ask('identity')).toMatchObject({ body: 'let a' })
  })

  test('en skjerm får siden, en fil som mangler får 404', async () => {
    const { anonymous } = await testServer({ distDir: dist })
    for (const path of ['/', '/enhet/bondihagen', '/inviter/abc-123_x', '/aarshjul/2025/utskrift'])
      expect(await anonymous.get(path)).toMatchObject({ status: 200, body: expect.stringContaining('Heltidshjulet') })
    for (const path of [
      '/assets/borte.js',
      '/favicon.ico',
      '/.vite/manifest.json',
      '/assets/a-1234.js.br',
      '/..%2f..%2fetc/passwd.txt',
    ])
      expect(await anonymous.get(path)).toMatchObject({ status: 404 })
  })

  test('som ikke er bygget, sier hva som skal gjøres', async () => {
    const { anonymous } = await testServer()
    expect(await anonymous.get('/')).toMatchObject({ status: 200, body: expect.stringContaining('npm run build') })
  })
})

describe('demoen', () => {
  test('har seks ferdige brukere, merket «Eksempel»', async () => {
    const s = await testServer({ demo: true })
    const { brukere } = (
      await s.anonymous.get<{ brukere: { bruker: string; visningsnavn: string; navn: string }[] }>('/api/demo/brukere')
    ).body
    expect(brukere.map((b) => b.visningsnavn)).toEqual([
      'prosjektleder',
      'virksomhetsleder TPF 1',
      'avdelingsleder Bondihagen',
      'avdelingsleder Hurum',
      'tillitsvalgt Bondihagen',
      'leser',
    ])
    for (const { bruker, navn } of brukere) {
      const answer = await s.anonymous.post('/api/demo/login', { bruker })
      expect(answer).toMatchObject({ status: 200, body: { bruker: { id: `demo-${bruker}`, navn } } })
      expect(navn).toMatch(/^Eksempel /)
    }
    expect(await s.anonymous.post('/api/demo/login', { bruker: 'kongen' })).toMatchObject({
      status: 400,
      code: 'HH-411',
    })
  })

  test('finnes ikke utenfor demo', async () => {
    const s = await testServer()
    expect(await s.anonymous.get('/api/demo/brukere')).toMatchObject({ status: 404 })
    expect(await s.anonymous.post('/api/demo/login', { bruker: 'prosjektleder' })).toMatchObject({ status: 404 })
    expect((await s.anonymous.get('/api/om')).body).toEqual({ demo: false, versjon: '1.2.3', kommune: 'Asker kommune' })
  })

  test('svarer bare på maskinens egne navn', async () => {
    const s = await testServer({ demo: true })
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080'])
      expect((await s.anonymous.get('/api/om', { host })).status).toBe(200)
    for (const host of ['ond.no:8080', 'localhost.ond.no'])
      expect(await s.anonymous.get('/api/om', { host })).toMatchObject({ status: 403, code: 'HH-414' })
  })
})
