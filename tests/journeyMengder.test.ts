import { expect, it } from 'vitest'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, synkAlle, trengerDeg } from './support/reise.ts'

/** Two who change one set without a network: what either put in is in, what either took out is out, and nobody has lost. */

const r = reise()
const OPPGAVE = {
  oppgave: 'Eksempel: frokost',
  kategori: 'maaltid',
  gjoerIDag: 'S',
  boerGjoere: 'H',
  minutter: 20,
  hvorOfte: '1/dag',
} as const
const vakter = async (d: Testdevice) => [...((await foerste(d.row('toernoppgave', 'o')))?.vakter ?? [])].sort()

it('to nettbrett uten nett endrer vaktene til samme oppgave, og begges endringer står', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
  await a.synk()
  await a.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { ...OPPGAVE, vakter: ['dag', 'natt'] } })
  await synkAlle(a, b)
  await a.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { vakter: ['dag', 'natt', 'kveld'] } })
  await b.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { vakter: ['dag', 'helg'] } })
  expect(await vakter(b)).toEqual(['dag', 'helg'])
  await a.synk()
  // What the other has sent meanwhile is seen with what is not sent yet.
  await b.synk()
  await a.synk()
  expect(await vakter(a)).toEqual(['dag', 'helg', 'kveld'])
  expect(await vakter(b)).toEqual(['dag', 'helg', 'kveld'])
  expect([await trengerDeg(a), await trengerDeg(b)]).toEqual([0, 0])
})

it('«Angre» tar bare tilbake det personen selv la til', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
  await a.synk()
  await a.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { ...OPPGAVE, vakter: ['dag'] } })
  await synkAlle(a, b)
  const { angre } = await a.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { vakter: ['dag', 'kveld'] } })
  await b.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { vakter: ['dag', 'natt'] } })
  await synkAlle(b, a)
  await angre()
  await synkAlle(a, b)
  expect(await vakter(a)).toEqual(['dag', 'natt'])
  expect(await vakter(b)).toEqual(['dag', 'natt'])
})

it('to ganger uten nett, og en annen imellom: hele kjeden av endringer står', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
  await a.synk()
  await a.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { ...OPPGAVE, vakter: ['dag'] } })
  await synkAlle(a, b)
  await a.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { vakter: ['dag', 'kveld'] } })
  await b.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { vakter: ['helg'] } })
  await b.synk()
  await a.write({ rom: ROM, type: 'toernoppgave', id: 'o', set: { vakter: ['kveld', 'natt', 'dag'] } })
  await synkAlle(a, b, a)
  expect(await vakter(a)).toEqual(['helg', 'kveld', 'natt'])
  expect(await vakter(b)).toEqual(['helg', 'kveld', 'natt'])
})
