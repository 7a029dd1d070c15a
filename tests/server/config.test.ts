import { expect, test } from 'vitest'
import { readConfig } from '../../src/server/config.ts'

const SECRET = 'x'.repeat(32)
const read = (env: Record<string, string>) => {
  const r = readConfig({ HELTIDSHJULET_SECRET: SECRET, ...env })
  return r.ok ? r.verdi : r.feil
}

test('uten annet enn en hemmelighet gjelder standardverdiene', () => {
  expect(read({})).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    demo: false,
    secret: SECRET,
    baseUrl: 'http://localhost:8080',
    trustProxy: false,
    newLink: false,
  })
})

test.each([{}, { HELTIDSHJULET_SECRET: 'kort' }, { HELTIDSHJULET_SECRET: '   ' }, { HELTIDSHJULET_DEMO: '0' }])(
  'utenfor demo starter ikke serveren uten en lang hemmelighet: %j',
  (env) => {
    const r = readConfig(env)
    expect(r).toMatchObject({ ok: false, feil: { kode: 'HH-102', felt: 'HELTIDSHJULET_SECRET' } })
  },
)

test('demoen trenger ingen hemmelighet, og lytter bare på egen maskin', () => {
  const r = readConfig({ HELTIDSHJULET_DEMO: '1', HOST: '0.0.0.0' })
  expect(r).toMatchObject({ ok: true, verdi: { demo: true, host: '127.0.0.1', secret: null } })
})

test.each([
  ['PORT', 'åtti'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['HELTIDSHJULET_DEMO', 'ja'],
  ['TRUST_PROXY', 'true'],
  ['BASE_URL', 'heltid.kommune.no'],
  ['BASE_URL', 'https://kommune.no/heltid'],
  ['BASE_URL', 'ftp://kommune.no'],
])('%s=%s stopper starten med en setning som sier hva som skal gjøres', (name, value) => {
  expect(read({ [name]: value })).toMatchObject({
    kode: 'HH-101',
    felt: name,
    tekst: expect.stringMatching(new RegExp(`^${name} må være .+\\.$`)),
  })
})

test('en tom variabel er som ikke satt', () => {
  expect(read({ PORT: '', BASE_URL: ' ' })).toMatchObject({ port: 8080, baseUrl: 'http://localhost:8080' })
})

test('adressen skrives uten skråstrek til slutt', () => {
  expect(read({ BASE_URL: 'https://Heltid.Kommune.no/' })).toMatchObject({ baseUrl: 'https://heltid.kommune.no' })
})

test('oppsettet kan ikke endres etter at det er lest', () => {
  expect(Object.isFrozen(read({}))).toBe(true)
})

test.each([
  ['postgres://heltid:x@db.no/heltidshjulet', '0', true],
  ['postgresql://heltid@db.no/heltidshjulet?sslmode=verify-full', '0', true],
  ['postgres://heltid@db.no/heltidsdemo', '1', true],
  ['postgres://heltid@db.no/heltidshjulet', '1', false],
  ['postgres://heltid@db.no/heltidsdemo', '0', false],
  ['postgres://heltid@db.no', '0', false],
  ['mysql://heltid@db.no/heltidshjulet', '0', false],
  ['heltidshjulet', '0', false],
])(
  'demoen og den virkelige driften deler aldri database: %s med demo %s',
  (DATABASE_URL, HELTIDSHJULET_DEMO, holds) => {
    expect(read({ DATABASE_URL, HELTIDSHJULET_DEMO })).toMatchObject(
      holds ? { databaseUrl: DATABASE_URL } : { kode: 'HH-101', felt: 'DATABASE_URL' },
    )
  },
)

test('uten DATABASE_URL brukes filen', () => {
  expect(read({ DATABASE_URL: '' })).toMatchObject({ databaseUrl: null })
})
