import { expect, test } from 'vitest'
import { erHentet, hentSkjemaer, medSkjemaer, skjemaFor, SkjemaMangler } from '../../src/domain/skjemaer.ts'
import { TABELLNAVN } from '../../src/domain/tabeller.ts'
import type { Bruker } from '../../src/domain/tilgang.ts'
import type { SyncRequest, SyncResponse } from '../../src/sync/messages.ts'
import { aapneTestdevice, foerste } from '../support/device.ts'

/** A late table's schema is fetched by whatever first meets a row of it: what is received, written or read. */

const bruker: Bruker = { id: 'u1', navn: 'Eksempel', rolle: 'avdelingsleder', enheter: ['a'] }
const ROM = 'unit:a'
const notat = { gjelder: 'aktivitet/1', tekst: 'Prøves i uke 40', forfatter: 'u1', skrevet: 1 }

/** A server that has one note, and confirms nothing. */
const tjener: typeof fetch = async (_url, init) => {
  const { spaces } = JSON.parse(String(init?.body)) as SyncRequest
  const rows = [{ type: 'notat', id: 'n1', doc: notat, v: { '*': 'x' }, ver: 1, deleted: false }]
  const svar: SyncResponse = {
    protocol: 1,
    now: 0,
    results: [],
    nextSeq: 1,
    user: bruker,
    grants: { [ROM]: 'skriv' },
    spaces: [
      { id: ROM, epoch: 'e', ver: 1, mark: 'm', durable: 0, rows: spaces.length > 0 ? [] : rows, more: false },
    ],
  }
  return new Response(JSON.stringify(svar))
}
const aapne = () => aapneTestdevice({ bruker, naa: () => 0, fetch: tjener })

// The order of the tests is the story: one module remembers what has been fetched.
test('en sen tabell er ikke hentet før noen trenger den', () => {
  expect(erHentet('maaling')).toBe(true)
  expect(erHentet('notat')).toBe(false)
  expect(() => skjemaFor('notat')).toThrow(SkjemaMangler)
})

test('en rad som kommer fra serveren, henter skjemaet sitt og vises', async () => {
  const device = await aapne()
  await device.synk()
  expect(await foerste(device.rows('notat', ROM))).toMatchObject([{ id: 'n1', tekst: 'Prøves i uke 40', eksempel: false }])
  device.lukk()
})

test('det som skrives i en sen tabell, sjekkes mot skjemaet, og angres som ellers', async () => {
  expect(erHentet('aarshjuloppgave')).toBe(false)
  const device = await aapne()
  const set = { aar: 2027, kvartal: 1, tittel: 'Kartlegging', ring: 'prosjekt' } as const
  await expect(
    device.write({ rom: 'project', type: 'aarshjuloppgave', id: 'o1', set: { ...set, tittel: '' } }),
  ).rejects.toThrow('Skriv tittel.')
  const { angre } = await device.write({ rom: 'project', type: 'aarshjuloppgave', id: 'o1', set })
  expect(await foerste(device.row('aarshjuloppgave', 'o1'))).toMatchObject({ tittel: 'Kartlegging', tilstand: 'vedtatt' })
  expect((await device.db.outbox.toArray()).map((o) => o.seq)).toEqual([1])
  await angre()
  expect(await foerste(device.row('aarshjuloppgave', 'o1'))).toBeUndefined()
  device.lukk()
})

test('arbeidet kjøres om igjen helt, én gang for hvert skjema som mangler', async () => {
  await hentSkjemaer([...TABELLNAVN, 'ukjent'])
  let ganger = 0
  const gjort = await medSkjemaer(async () => {
    ganger += 1
    if (ganger === 1) throw new SkjemaMangler('notat')
    return ganger
  })
  expect(gjort).toBe(2)
  await expect(medSkjemaer(() => Promise.reject(new Error('noe annet')))).rejects.toThrow('noe annet')
})
