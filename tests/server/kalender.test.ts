import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { aarAv, dagVed } from '../../src/domain/dato.ts'
import { testServer, type Client, type TestServer } from './support/server.ts'

/** Read back by a parser that others wrote. */
const titler = (ics: string): string[] =>
  new ICAL.Component(ICAL.parse(ics) as unknown[])
    .getAllSubcomponents('vevent')
    .map((h) => new ICAL.Event(h).summary)
    .sort()

const lag = async (hvem: Client): Promise<string> =>
  new URL((await hvem.post<{ adresse: string }>('/api/kalenderadresse')).body.adresse).pathname

async function medAktiviteter(s: TestServer) {
  const aar = aarAv(dagVed(s.clock.now))
  const rad = (id: string, space: string, set: object = {}) => ({
    space,
    type: 'aarshjuloppgave',
    id,
    set: { aar, kvartal: 4, tittel: `${id}, æøå; komma`, ring: 'prosjekt', dato: `${aar}-11-27`, ...set },
  })
  await s.store.seed(
    [
      rad('felles', 'project'),
      rad('for-hurum', 'project', { enheter: ['hurum'] }),
      rad('eget', 'unit:bondihagen'),
      rad('naboens', 'unit:hurum'),
      rad('plan', 'project', { tilstand: 'utkast' }),
      rad('slettet', 'project', { slettet: true }),
    ],
    'test',
  )
  return aar
}

describe('kalenderadressen', () => {
  test('gir uten innlogging det personen har tilgang til, som en kalender andre kan lese', async () => {
    const s = await testServer()
    await medAktiviteter(s)
    const sti = await lag(await s.as('avdelingsleder', ['bondihagen']))
    const svar = await s.anonymous.get<string>(sti)
    expect(svar.status).toBe(200)
    expect(svar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(svar.headers.get('cache-control')).toBe('no-store')
    expect(titler(svar.body)).toEqual(['bondihagen: eget, æøå; komma', 'felles, æøå; komma'])
    expect(svar.body).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n')
  })

  test('følger tilgangen slik den er når kalenderen spør', async () => {
    const s = await testServer()
    await medAktiviteter(s)
    const leder = await s.as('prosjektleder')
    const kari = await s.as('avdelingsleder', ['bondihagen'])
    const sti = await lag(kari)
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { enheter: ['hurum'] })
    expect(titler((await s.anonymous.get<string>(sti)).body)).toEqual([
      'felles, æøå; komma',
      'for-hurum, æøå; komma',
      'hurum: naboens, æøå; komma',
    ])
    await leder.patch(`/api/admin/brukere/${kari.bruker.id}`, { sperret: true })
    expect(await s.anonymous.get(sti)).toMatchObject({ status: 404, code: 'HH-418' })
  })

  test('er død når den er slettet eller byttet ut, og den nye lever', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const [foerste, andre] = [await lag(kari), await lag(kari)]
    expect(await s.anonymous.get(foerste)).toMatchObject({ status: 404, code: 'HH-418' })
    expect((await s.anonymous.get(andre)).status).toBe(200)
    expect((await kari.delete('/api/kalenderadresse')).status).toBe(200)
    expect(await s.anonymous.get(andre)).toMatchObject({ status: 404, code: 'HH-418' })
    expect((await kari.get('/api/kalenderadresse')).body).toEqual({ adresse: null })
    expect((await s.db.selectFrom('hendelse').select('hva').orderBy('n').execute()).map((h) => h.hva)).toEqual([
      'kalender.laget',
      'kalender.laget',
      'kalender.trukket',
    ])
  })

  test('sies én gang: nøkkelen ligger verken i databasen, i svarene etterpå eller i loggen', async () => {
    const s = await testServer()
    const kari = await s.as('leser')
    const sti = await lag(kari)
    const noekkel = /([A-Za-z0-9_-]{43})\.ics$/.exec(sti)![1]!
    const alt = [
      await s.db.selectFrom('kalenderadresse').selectAll().execute(),
      await s.db.selectFrom('hendelse').selectAll().execute(),
      (await kari.get('/api/kalenderadresse')).body,
      s.log,
    ]
    expect(JSON.stringify(alt)).not.toContain(noekkel)
    expect((await kari.get('/api/kalenderadresse')).body).toEqual({ adresse: { laget: s.clock.now, hentet: null } })
    await s.anonymous.get(sti)
    expect((await kari.get('/api/kalenderadresse')).body).toMatchObject({ adresse: { hentet: s.clock.now } })
  })

  test('er personens egen: den ene får ikke slettet den andres, og ingen lager en uten å være innlogget', async () => {
    const s = await testServer()
    const [kari, ola] = [await s.as('leser'), await s.as('leser')]
    const sti = await lag(kari)
    expect((await ola.get('/api/kalenderadresse')).body).toEqual({ adresse: null })
    await ola.delete('/api/kalenderadresse')
    expect((await s.anonymous.get(sti)).status).toBe(200)
    for (const svar of [
      await s.anonymous.post('/api/kalenderadresse'),
      await s.anonymous.delete('/api/kalenderadresse'),
    ])
      expect(svar).toMatchObject({ status: 401, code: 'HH-401' })
  })

  test('lar seg ikke gjette, men mange som henter fra samme sted, slipper til', async () => {
    const s = await testServer()
    const sti = await lag(await s.as('leser'))
    const gjett = `/api/kalender/${'a'.repeat(43)}.ics`
    for (let i = 0; i < 300; i++) await s.anonymous.get(gjett)
    expect(await s.anonymous.get(gjett)).toMatchObject({ status: 429, code: 'HH-429' })
    expect((await s.anonymous.get(sti)).status).toBe(200)
    expect(await s.anonymous.get('/api/kalender/feil.ics')).toMatchObject({ status: 404, code: 'HH-404' })
  })
})
