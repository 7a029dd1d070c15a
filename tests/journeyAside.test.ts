import { expect, it } from 'vitest'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, som, trengerDeg } from './support/reise.ts'
import { BRUKERE } from './support/store.ts'

/** What was set aside has an end, and its author is told of it, on whatever device she comes back with. */

const r = reise()
const PROSJEKTLEDER = BRUKERE.prosjektleder.navn
const avgjoer = (opId: string, slipp: boolean) => r.tjener.store.decide(som('prosjektleder'), opId, slipp)

const nyAktivitet = (d: Testdevice, tittel: string) =>
  d.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { tittel, tiltaksmaal: 'T1', status: 'idee' } })

/** The server cannot work with a field of such a name. */
async function blirSattTilSide(d: Testdevice, tittel: string) {
  await nyAktivitet(d, tittel)
  await d.db.outbox.toCollection().modify((o) => {
    o.set = { ...o.set, 'a\0b': 1 }
  })
  await d.synk()
  expect(await foerste(d.tilbakesendte)).toMatchObject([{ slag: 'satt_til_side', kode: 'HH-211' }])
  const [satt] = await r.tjener.store.setAside()
  return satt!.opId
}

/** Her tablet is taken away with something unsent on it; what that was set aside as. */
async function fjernetMedUsendt(tittel: string) {
  const a = await r.device('bondihagen')
  await a.synk()
  await nyAktivitet(a, tittel)
  await r.tjener.store.revokeDevice((await r.tjener.store.devices())[0]!.replica)
  await a.synk()
  const [satt] = await r.tjener.store.setAside()
  return satt!.opId
}

it('den som skrev det som ble forkastet, får vite hvem som gjorde det, har teksten, og kan skrive den på nytt', async () => {
  const a = await r.device('bondihagen')
  const opId = await blirSattTilSide(a, 'Prøve langvakter')
  expect((await avgjoer(opId, false)).ok).toBe(true)

  await a.synk()
  expect(await trengerDeg(a)).toBe(1)
  const [sagt, ...resten] = await foerste(a.tilbakesendte)
  expect(resten).toEqual([])
  expect(sagt).toMatchObject({
    slag: 'forkastet',
    tittel: 'Prøve langvakter',
    felter: { tittel: 'Prøve langvakter', tiltaksmaal: 'T1' },
    av: PROSJEKTLEDER,
  })
})

it('det forkastede kan skrives på nytt fra et nytt nettbrett', async () => {
  const opId = await fjernetMedUsendt('Skrevet før det ble tatt')
  await avgjoer(opId, false)

  const ny = await r.device('bondihagen')
  await ny.synk()
  const [sagt] = await foerste(ny.tilbakesendte)
  expect(sagt).toMatchObject({ slag: 'forkastet', tittel: 'Skrevet før det ble tatt' })
  await ny.proevIgjen(sagt!.opId)
  await ny.synk()
  expect(await foerste(ny.tilbakesendte)).toEqual([])
  expect(await foerste(ny.rows('aktivitet', ROM))).toMatchObject([
    { tittel: 'Skrevet før det ble tatt', tiltaksmaal: 'T1' },
  ])
})

it('det samme vises én gang, og er borte overalt når det er lest', async () => {
  const a = await r.device('bondihagen')
  const b = await r.device('bondihagen')
  const opId = await blirSattTilSide(a, 'Prøve langvakter')
  await avgjoer(opId, false)
  await a.synk()
  await b.synk()
  const [sagt] = await foerste(b.tilbakesendte)
  await b.kvitter(sagt!.opId)
  await b.synk()
  await a.synk()
  expect([await trengerDeg(a), await trengerDeg(b)]).toEqual([0, 0])
})

it('den som fikk sitt sluppet inn, får vite det på et nytt nettbrett', async () => {
  const opId = await fjernetMedUsendt('Skrevet før det ble tatt')
  await avgjoer(opId, true)

  const ny = await r.device('bondihagen')
  await ny.synk()
  expect(await foerste(ny.tilbakesendte)).toMatchObject([
    { slag: 'sluppet', tittel: 'Skrevet før det ble tatt', av: PROSJEKTLEDER },
  ])
  expect(await foerste(ny.rows('aktivitet', ROM))).toMatchObject([{ tittel: 'Skrevet før det ble tatt' }])
})

it('et felt som senere tapes av det som ble sluppet inn, sies også', async () => {
  const opId = await fjernetMedUsendt('Hennes')
  r.tid += 60_000
  const pl = await r.device('prosjektleder')
  await pl.write({
    rom: ROM,
    type: 'aktivitet',
    id: 'a1',
    set: { tittel: 'Prosjektlederens', tiltaksmaal: 'T1', status: 'idee' },
  })
  await avgjoer(opId, true)
  // Written without having seen hers.
  await pl.synk()

  const ny = await r.device('bondihagen')
  await ny.synk()
  const slag = (await foerste(ny.tilbakesendte)).map((t) => t.slag).sort()
  expect(slag).toEqual(['overskrevet', 'sluppet'])
})

it('det som ble skrevet sammen, slippes inn eller forkastes sammen', async () => {
  const a = await r.device('bondihagen')
  await a.synk()
  await a.write(
    ['a1', 'a2'].map((id) => ({
      ...{ rom: ROM, type: 'aktivitet' as const, id },
      set: { tittel: id, tiltaksmaal: 'T1' as const, status: 'idee' as const },
    })),
  )
  await r.tjener.store.revokeDevice((await r.tjener.store.devices())[0]!.replica)
  await a.synk()
  const [, andre] = await r.tjener.store.setAside()
  expect((await avgjoer(andre!.opId, true)).ok).toBe(true)
  expect(await r.tjener.store.setAside()).toEqual([])
  const pl = await r.device('prosjektleder')
  await pl.synk()
  expect((await foerste(pl.rows('aktivitet', ROM))).map((x) => x.tittel).sort()).toEqual(['a1', 'a2'])
})
