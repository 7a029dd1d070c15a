import { expect, it } from 'vitest'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM } from './support/reise.ts'

/** An adopted report stays as it was adopted, whoever tries, and whoever tried is told. */

const r = reise()
const UTGAVE = {
  rapport: 'mbm',
  aar: 2026,
  enhet: 'bondihagen',
  versjon: 1,
  vedtattDato: '2026-11-18',
  vedtattI: 'MBM',
  vedtattAv: 'avdelingsleder',
  saksnummer: '24/02033',
  innhold: '{"tittel":"Status til MBM"}',
} as const
const vedta = (d: Testdevice, id: string, versjon = 1) =>
  d.write({ rom: ROM, type: 'rapportutgave', id, set: { ...UTGAVE, versjon } })
const utgave = (d: Testdevice, id: string) => foerste(d.row('rapportutgave', id))

it('kan ikke endres eller slettes, og den som prøvde, får vite det', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
  await a.synk()
  await vedta(a, 'u1')
  await a.synk()
  await b.synk()
  expect(await utgave(b, 'u1')).toMatchObject({ saksnummer: '24/02033' })

  await b.write({ rom: ROM, type: 'rapportutgave', id: 'u1', set: { innhold: '{}' } })
  await b.synk()
  expect(await utgave(b, 'u1')).toMatchObject({ innhold: UTGAVE.innhold })
  const sagt = await foerste(b.tilbakesendte)
  expect(sagt.map((t) => [t.kode, t.felter['innhold']])).toEqual([['HH-215', '{}']])

  await a.write({ rom: ROM, type: 'rapportutgave', id: 'u1', slettet: true })
  await a.synk()
  expect(await utgave(a, 'u1')).toMatchObject({ versjon: 1 })
})

it('to som vedtar samtidig uten nett, har hver sin utgave etterpå', async () => {
  const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
  await a.synk()
  await b.synk()
  await vedta(a, 'u2')
  await vedta(b, 'u3')
  await a.synk()
  await b.synk()
  await a.synk()
  expect([await utgave(a, 'u2'), await utgave(a, 'u3'), await utgave(b, 'u2')].every(Boolean)).toBe(true)
})
