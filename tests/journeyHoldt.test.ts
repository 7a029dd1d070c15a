import { expect, it } from 'vitest'
import { KICKOFFMAL } from '../src/domain/kickoffmal.ts'
import type { Json } from '../src/sync/json.ts'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, synkAlle, trengerDeg } from './support/reise.ts'

/** What is held back: a note or a mark is its author's alone until the kick-off says that they are shown, whoever asks and however. */

const r = reise()
type Type = 'kickofflapp' | 'kickoffmerke'
const ider = async (d: Testdevice, type: Type = 'kickofflapp') =>
  (await foerste(d.rows(type, ROM))).map((x) => x.id).sort()
const lapp = (d: Testdevice, id: string, tekst = `Eksempel: ${id}`) =>
  d.write({ rom: ROM, type: 'kickofflapp', id, set: { kickoff: 'k', spoersmaal: 's1', tekst, skrevet: r.tid } })
const nyKickoff = (d: Testdevice, set: object) =>
  d.write({
    rom: ROM,
    type: 'kickoff',
    id: 'k',
    set: { tittel: 'Eksempel', dato: '2026-11-21', ...KICKOFFMAL, ...set },
  })

/** Everything that the server says to a device, as text. */
function lytt(): { alt: string; nett: (ekte: typeof fetch) => typeof fetch } {
  const hoert = {
    alt: '',
    nett:
      (ekte: typeof fetch): typeof fetch =>
      async (...x) => {
        const svar = await ekte(...x)
        hoert.alt += await svar.clone().text()
        return svar
      },
  }
  return hoert
}

it('andres lapper og merker kommer først når de vises, og da alle på én gang', async () => {
  const hoert = lytt()
  const [a, b] = [await r.device('bondihagen'), await r.device('tillitsvalgt')]
  const c = await r.device('prosjektleder', hoert.nett)
  await a.synk()
  await nyKickoff(a, { skjulLapper: true, skjulMerker: true })
  await synkAlle(a, b, c)
  await lapp(a, 'la', 'Eksempel: hemmelig fra a')
  await lapp(b, 'lb', 'Eksempel: hemmelig fra b')
  await a.write({ rom: ROM, type: 'kickoffmerke', id: 'ma', set: { kickoff: 'k', lapp: 'la' } })
  await synkAlle(a, b, c, a, b, c)
  expect([await ider(a), await ider(b), await ider(c)]).toEqual([['la'], ['lb'], []])
  expect(hoert.alt).not.toContain('hemmelig')
  // She changes her own, and it is still hers alone.
  await a.write({ rom: ROM, type: 'kickofflapp', id: 'la', set: { tekst: 'Eksempel: hemmelig igjen' } })
  await synkAlle(a, c)
  expect(hoert.alt).not.toContain('hemmelig')

  await c.write({ rom: ROM, type: 'kickoff', id: 'k', set: { lapperVist: r.tid } })
  await synkAlle(c, a, b, c)
  expect([await ider(a), await ider(b), await ider(c)]).toEqual([
    ['la', 'lb'],
    ['la', 'lb'],
    ['la', 'lb'],
  ])
  expect([await ider(a, 'kickoffmerke'), await ider(c, 'kickoffmerke')]).toEqual([['ma'], []])
  await b.write({ rom: ROM, type: 'kickoff', id: 'k', set: { merkerVist: r.tid } })
  await synkAlle(b, c)
  expect(await ider(c, 'kickoffmerke')).toEqual(['ma'])
  expect([await trengerDeg(a), await trengerDeg(b), await trengerDeg(c)]).toEqual([0, 0, 0])
})

it('en lapp skrevet uten nett før de ble vist, kommer med når den som skrev den, er tilbake', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('tillitsvalgt')]
  await a.synk()
  await nyKickoff(a, { skjulLapper: true })
  await synkAlle(a, b)
  await lapp(b, 'sen')
  await a.write({ rom: ROM, type: 'kickoff', id: 'k', set: { lapperVist: r.tid } })
  await a.synk()
  await synkAlle(b, a)
  expect(await ider(a)).toEqual(['sen'])
})

it('det som er vist, blir ikke skjult igjen, og uten valget er alt synlig med en gang', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('tillitsvalgt')]
  await a.synk()
  await nyKickoff(a, {})
  await lapp(a, 'foerst')
  await synkAlle(a, b)
  expect(await ider(b)).toEqual(['foerst'])
  await a.write({ rom: ROM, type: 'kickoff', id: 'k', set: { skjulLapper: true } })
  await lapp(a, 'siden')
  await a.synk()
  const ny = await r.device('tillitsvalgt')
  await synkAlle(b, ny)
  expect([await ider(b), await ider(ny)]).toEqual([['foerst'], ['foerst']])
})

it('en annen nettbrett med samme bruker har sine lapper, også når den begynner forfra', async () => {
  const a = await r.device('bondihagen')
  await a.synk()
  await nyKickoff(a, { skjulLapper: true })
  await lapp(a, 'min')
  await a.synk()
  const annet = await r.device('bondihagen')
  await annet.synk()
  expect(await ider(annet)).toEqual(['min'])
})

it('ingen andre kan endre den eller lese historikken, om de så vet hva den heter', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
  await a.synk()
  await nyKickoff(a, { skjulLapper: true })
  await lapp(a, 'min')
  await synkAlle(a, b)
  await lapp(b, 'min', 'Eksempel: overskrevet')
  await b.synk()
  expect((await foerste(b.tilbakesendte)).map((t) => t.kode)).toEqual(['HH-203'])
  const history = async (navn: 'bondihagen' | 'prosjektleder') =>
    (await (
      await r.tjener.fetchSom(navn === 'bondihagen' ? a.bruker : b.bruker)(
        `/api/history?space=${ROM}&type=kickofflapp&id=min`,
      )
    ).json()) as Json[]
  expect(await history('prosjektleder')).toEqual([])
  expect((await history('bondihagen')).length).toBeGreaterThan(0)
})

it('en server som er satt tilbake, viser ikke fram noe før kick-offen er kommet', async () => {
  const [a, b, c] = [await r.device('bondihagen'), await r.device('tillitsvalgt'), await r.device('prosjektleder')]
  await a.synk()
  await nyKickoff(a, { skjulLapper: true })
  await synkAlle(a, b)
  await lapp(b, 'lb')
  await b.synk()
  await r.nyTjener()
  await synkAlle(b, c)
  expect(await ider(c)).toEqual([])
  await synkAlle(a, b, c)
  expect(await ider(c)).toEqual([])
  await a.write({ rom: ROM, type: 'kickoff', id: 'k', set: { lapperVist: r.tid } })
  await synkAlle(a, b, c)
  expect(await ider(c)).toEqual(['lb'])
})
