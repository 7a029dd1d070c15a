import { describe, expect, it } from 'vitest'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, synkAlle, trengerDeg } from './support/reise.ts'

/** The year wheel between tablets: the common one and a unit's own. */

const r = reise()
const FELLES = { aar: 2026, kvartal: 4, tittel: 'Tematime heltid i PSU', ring: 'psu' } as const
const EGEN = { aar: 2026, kvartal: 4, tittel: 'Personalmøte om langvakt', ring: 'virksomhet' } as const
const hjul = async (d: Testdevice, rom: string) =>
  (await foerste(d.rows('aarshjuloppgave', rom))).map(({ tittel, kvartal, maaned }) => ({ tittel, kvartal, maaned }))

describe('en enhets egen aktivitet i årshjulet', () => {
  it('synkroniseres til dem som følger enheten, og til ingen andre', async () => {
    const [leder, pl, tv] = [
      await r.device('bondihagen'),
      await r.device('prosjektleder'),
      await r.device('tillitsvalgt'),
    ]
    await synkAlle(leder, pl, tv)
    await leder.write({ rom: ROM, type: 'aarshjuloppgave', id: 'egen', set: { ...EGEN, maaned: 11 } })
    const andre = await r.device('hurum')
    const leser = await r.device('leser')
    await synkAlle(leder, pl, tv, andre, leser)
    for (const d of [leder, pl, tv])
      expect(await hjul(d, ROM)).toEqual([{ tittel: EGEN.tittel, kvartal: 4, maaned: 11 }])
    for (const d of [andre, leser]) expect(await hjul(d, ROM)).toEqual([])
  })

  it('kan bare skrives av dem som kan skrive i enheten: andre får den tilbake med grunn', async () => {
    const [leder, tv, andre] = [await r.device('bondihagen'), await r.device('tillitsvalgt'), await r.device('hurum')]
    await leder.write({ rom: ROM, type: 'aarshjuloppgave', id: 'egen', set: EGEN })
    await synkAlle(leder, tv, andre)
    await tv.write({ rom: ROM, type: 'aarshjuloppgave', id: 'egen', set: { kvartal: 1 } })
    await andre.write({
      rom: ROM,
      type: 'aarshjuloppgave',
      id: 'fremmed',
      set: { ...EGEN, tittel: 'Lagt inn av feil enhet' },
    })
    await synkAlle(tv, andre, leder)
    for (const d of [tv, andre]) expect(await trengerDeg(d)).toBe(1)
    expect(await hjul(leder, ROM)).toEqual([{ tittel: EGEN.tittel, kvartal: 4, maaned: null }])
  })

  it('gir ikke enheten rett til å skrive i det felles', async () => {
    const [pl, leder] = [await r.device('prosjektleder'), await r.device('bondihagen')]
    await pl.write({ rom: 'project', type: 'aarshjuloppgave', id: 'felles', set: FELLES })
    await synkAlle(pl, leder)
    await leder.write({ rom: 'project', type: 'aarshjuloppgave', id: 'felles', set: { kvartal: 1 } })
    await leder.write({ rom: 'project', type: 'aarshjuloppgave', id: 'ny', set: FELLES })
    await synkAlle(leder, pl)
    expect(await trengerDeg(leder)).toBe(2)
    expect(await hjul(pl, 'project')).toEqual([{ tittel: FELLES.tittel, kvartal: 4, maaned: null }])
  })
})

describe('to som endrer samme aktivitet uten nett', () => {
  it('flytter den hver sin vei: én av dem gjelder helt, aldri kvartalet fra den ene og måneden fra den andre', async () => {
    const [a, b] = [await r.device('prosjektleder'), await r.device('prosjektleder')]
    await a.write({ rom: 'project', type: 'aarshjuloppgave', id: 'o', set: FELLES })
    await synkAlle(a, b)
    const flytting = (kvartal: 1 | 2, maaned: number, grunn: string) => ({
      aar: 2027,
      kvartal,
      maaned,
      dato: null,
      flyttetFra: { aar: 2026, kvartal: 4 as const, maaned: null, dato: null },
      flyttetDato: '2026-11-21',
      flyttetAv: 'prosjektleder',
      flyttetGrunn: grunn,
    })
    await a.write({ rom: 'project', type: 'aarshjuloppgave', id: 'o', set: flytting(1, 2, 'As grunn') })
    r.tid += 60_000
    await b.write({ rom: 'project', type: 'aarshjuloppgave', id: 'o', set: flytting(2, 5, 'Bs grunn') })
    await synkAlle(b, a, b)
    for (const d of [a, b])
      expect(await foerste(d.row('aarshjuloppgave', 'o'))).toMatchObject({
        kvartal: 2,
        maaned: 5,
        flyttetGrunn: 'Bs grunn',
      })
    expect(await trengerDeg(a)).toBe(1)
  })

  it('den ene krysser av og den andre avlyser: begge deler står, og gjort går foran', async () => {
    const [a, b] = [await r.device('prosjektleder'), await r.device('prosjektleder')]
    await a.write({ rom: 'project', type: 'aarshjuloppgave', id: 'o', set: FELLES })
    await synkAlle(a, b)
    await a.write({
      rom: 'project',
      type: 'aarshjuloppgave',
      id: 'o',
      set: { gjortDato: '2026-11-21', gjortAv: 'prosjektleder' },
    })
    await b.write({
      rom: 'project',
      type: 'aarshjuloppgave',
      id: 'o',
      set: { utgaarDato: '2026-11-21', utgaarAv: 'prosjektleder', utgaarGrunn: 'Møtet er slått sammen' },
    })
    await synkAlle(a, b, a)
    for (const d of [a, b])
      expect(await foerste(d.row('aarshjuloppgave', 'o'))).toMatchObject({
        gjortDato: '2026-11-21',
        utgaarGrunn: 'Møtet er slått sammen',
      })
  })
})
