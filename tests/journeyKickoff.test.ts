import { expect, it } from 'vitest'
import { aktivitetForBeslutning } from '../src/domain/kickoff.ts'
import { KICKOFFMAL } from '../src/domain/kickoffmal.ts'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, synkAlle, trengerDeg } from './support/reise.ts'

/** A kick-off on several tablets without coverage: every note, mark and decision is a row of its own, and all of them are there at the end. */

const r = reise()
const rader = async (d: Testdevice, type: 'kickofflapp' | 'kickoffmerke' | 'beslutning') =>
  (await foerste(d.rows(type, ROM))).length

it('alt som skrives i en kick-off, blir tatt imot', async () => {
  const d = await r.device('bondihagen')
  await d.synk()
  await d.write({ rom: ROM, type: 'kickoff', id: 'k', set: { tittel: 'Kick-off', dato: '2026-11-21', ...KICKOFFMAL } })
  await d.write({
    rom: ROM,
    type: 'kickoff',
    id: 'k',
    set: { deltakere: { ledere: 0, ansatte: 12 }, punkt: 0, tidUte: r.tid },
  })
  await d.write({
    rom: ROM,
    type: 'kickofflapp',
    id: 'l',
    set: { kickoff: 'k', spoersmaal: 's1', tekst: '<b>Ro</b>', skrevet: r.tid },
  })
  await d.write({
    rom: ROM,
    type: 'kickofflapp',
    id: 'l',
    set: { tema: 'Helg', skjult: true, skjultGrunn: 'Nevner en person' },
  })
  await d.write({ rom: ROM, type: 'kickoffmerke', id: 'm', set: { kickoff: 'k', lapp: 'l' } })
  await d.write({
    rom: ROM,
    type: 'beslutning',
    id: 'b',
    set: {
      kickoff: 'k',
      tekst: 'Prøve',
      ansvarlig: 'avdelingsleder',
      frist: null,
      tiltaksmaal: null,
      synLeder: null,
      synTillitsvalgt: 'utsatt',
      merknad: '',
      skrevet: r.tid,
      eksempel: false,
    },
  })
  await d.write({
    rom: ROM,
    type: 'aktivitet',
    id: aktivitetForBeslutning('b'),
    set: { tittel: 'Prøve', status: 'planlagt' },
  })
  await d.write({
    rom: ROM,
    type: 'kickoff',
    id: 'k',
    set: { uenighet: 'Lengden', lukket: r.tid, lukketAv: 'avdelingsleder' },
  })
  await d.synk()
  expect((await foerste(d.tilbakesendte)).map((t) => [t.type, t.kode, t.grunn])).toEqual([])
  expect(await trengerDeg(d)).toBe(0)
})

it('tre uten nett skriver, merker og lager den samme aktiviteten, og ingenting går tapt', async () => {
  const [a, b, c] = [await r.device('bondihagen'), await r.device('tillitsvalgt'), await r.device('prosjektleder')]
  await a.synk()
  await a.write({ rom: ROM, type: 'kickoff', id: 'k', set: { tittel: 'Kick-off', dato: '2026-11-21', ...KICKOFFMAL } })
  await a.write({ rom: ROM, type: 'beslutning', id: 'b', set: { kickoff: 'k', tekst: 'Prøve', skrevet: r.tid } })
  await synkAlle(a, b, c)
  for (const [i, d] of [a, b, c].entries()) {
    for (let n = 0; n < 20; n++) {
      await d.write({
        rom: ROM,
        type: 'kickofflapp',
        id: `l${i}-${n}`,
        set: { kickoff: 'k', spoersmaal: `s${(n % 2) + 1}`, tekst: `Lapp ${n}`, skrevet: r.tid + n },
      })
      await d.write({ rom: ROM, type: 'kickoffmerke', id: `m${i}-${n}`, set: { kickoff: 'k', lapp: `l${i}-${n}` } })
    }
    // Two press «neste» at once.
    await d.write({ rom: ROM, type: 'kickoff', id: 'k', set: { punkt: 1, tidUte: r.tid + 60_000 } })
  }
  for (const d of [a, c])
    await d.write({
      rom: ROM,
      type: 'aktivitet',
      id: aktivitetForBeslutning('b'),
      set: { tittel: 'Prøve', status: 'planlagt' },
    })
  await synkAlle(a, b, c, a, b, c)
  for (const d of [a, b, c]) {
    expect([await rader(d, 'kickofflapp'), await rader(d, 'kickoffmerke'), await rader(d, 'beslutning')]).toEqual([
      60, 60, 1,
    ])
    expect((await foerste(d.rows('aktivitet', ROM))).filter((x) => x.id === 'fra-b').length).toBe(1)
    expect(await foerste(d.row('kickoff', 'k'))).toMatchObject({ punkt: 1 })
    expect((await foerste(d.tilbakesendte)).map((t) => t.kode)).toEqual([])
  }
})
