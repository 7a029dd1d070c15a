import { expect, it } from 'vitest'
import { rangFlyttet, rangSist, sjekketPer, sjekklisteFor } from '../src/domain/sjekkpunkt.ts'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, synkAlle, trengerDeg } from './support/reise.ts'

/** A checklist on several tablets without coverage: each point is a row of its own, and its place a fraction that nobody else writes. */

const r = reise()
const A = 'a'
const liste = async (d: Testdevice) => sjekklisteFor(await foerste(d.rows('sjekkpunkt', ROM)), A)
const tekster = async (d: Testdevice) => (await liste(d)).map((p) => p.tekst)
const endre = (d: Testdevice, id: string, set: Record<string, unknown>) =>
  d.write({ rom: ROM, type: 'sjekkpunkt', id, set })

async function leggTil(d: Testdevice, id: string, tekst: string) {
  await endre(d, id, { aktivitet: A, tekst, rang: rangSist(await liste(d), id) })
}
async function flytt(d: Testdevice, id: string, steg: -1 | 1) {
  await endre(d, id, { rang: rangFlyttet(await liste(d), id, steg)! })
}

it('to uten nett legger til, krysser av, flytter og retter, og alt er der når de møtes', async () => {
  const [ene, andre] = [await r.device('bondihagen'), await r.device('prosjektleder')]
  await ene.synk()
  await ene.write({ rom: ROM, type: 'aktivitet', id: A, set: { tittel: 'Prøve langvakter' } })
  for (const [i, tekst] of ['Spørre de ansatte', 'Regne på helgene', 'Drøfte i MBM', 'Lage turnus'].entries())
    await leggTil(ene, `p${i}`, tekst)
  await synkAlle(ene, andre)
  expect(await tekster(andre)).toEqual(['Spørre de ansatte', 'Regne på helgene', 'Drøfte i MBM', 'Lage turnus'])

  // Both are offline from here.
  await leggTil(ene, 'x1', 'Bestille rom')
  await endre(ene, 'p0', { gjort: true })
  await flytt(ene, 'p2', -1)
  r.tid += 1000
  await leggTil(andre, 'y2', 'Varsle HR')
  await endre(andre, 'p0', { tekst: 'Spørre alle ansatte' })
  await flytt(andre, 'p3', -1)
  await synkAlle(ene, andre, ene, andre)

  const felles = await tekster(ene)
  expect(await tekster(andre)).toEqual(felles)
  expect([...felles].sort()).toEqual(
    ['Spørre alle ansatte', 'Regne på helgene', 'Drøfte i MBM', 'Lage turnus', 'Bestille rom', 'Varsle HR'].sort(),
  )
  expect(felles[0]).toBe('Spørre alle ansatte')
  expect(felles.indexOf('Drøfte i MBM')).toBeLessThan(felles.indexOf('Regne på helgene'))
  expect(new Set(felles.slice(4))).toEqual(new Set(['Bestille rom', 'Varsle HR']))
  expect(sjekketPer(await liste(andre)).get(A)).toEqual({ gjort: 1, av: 6 })
  for (const d of [ene, andre]) expect(await trengerDeg(d)).toBe(0)
})

it('et slettet punkt kommer tilbake der det sto, når det angres', async () => {
  const d = await r.device('bondihagen')
  await d.synk()
  await d.write({ rom: ROM, type: 'aktivitet', id: A, set: { tittel: 'Prøve langvakter' } })
  for (const [i, tekst] of ['Én', 'To', 'Tre'].entries()) await leggTil(d, `p${i}`, tekst)
  const { angre } = await d.write({ rom: ROM, type: 'sjekkpunkt', id: 'p1', slettet: true })
  await d.synk()
  expect(await tekster(d)).toEqual(['Én', 'Tre'])
  await angre()
  await d.synk()
  expect(await tekster(d)).toEqual(['Én', 'To', 'Tre'])
})

it('tillitsvalgt leser sjekklisten, men endrer den ikke', async () => {
  const [leder, tillitsvalgt] = [await r.device('bondihagen'), await r.device('tillitsvalgt')]
  await leder.synk()
  await leder.write({ rom: ROM, type: 'aktivitet', id: A, set: { tittel: 'Prøve langvakter' } })
  await leggTil(leder, 'p0', 'Drøfte i MBM')
  await synkAlle(leder, tillitsvalgt)
  expect(await tekster(tillitsvalgt)).toEqual(['Drøfte i MBM'])
  await endre(tillitsvalgt, 'p0', { gjort: true })
  await tillitsvalgt.synk()
  expect((await foerste(tillitsvalgt.tilbakesendte)).map((t) => t.kode)).toEqual(['HH-202'])
})
