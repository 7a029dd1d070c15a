import { describe, expect, it } from 'vitest'
import type { Endring } from '../src/data/device.ts'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, synkAlle, trengerDeg } from './support/reise.ts'

/** Whoever wrote what no longer stands is told: who wrote the other, both values, once, and with one tap to take it back. */

const r = reise()
const DAG = 86_400_000

const skriv = (d: Testdevice, set: Endring<'aktivitet'>['set'] & object, id = 'a1') =>
  d.write({ rom: ROM, type: 'aktivitet', id, set })
const slett = (d: Testdevice) => d.write({ rom: ROM, type: 'aktivitet', id: 'a1', slettet: true })
const aktivitet = (d: Testdevice) => foerste(d.row('aktivitet', 'a1'))
const beskjeder = (d: Testdevice) => foerste(d.tilbakesendte)

/** The avdelingsleder's tablet and the prosjektleder's, both with the same activity. */
async function toMedSamme(): Promise<[Testdevice, Testdevice]> {
  const a = await r.device('bondihagen')
  const b = await r.device('prosjektleder')
  await skriv(a, { tittel: 'Langvakt', ansvarlig: 'ingen ennå' })
  await synkAlle(a, b)
  r.tid += 60_000
  return [a, b]
}

describe('to skriver det samme uten å ha sett hverandres', () => {
  it('den som var først framme, men skrev først, får vite hvem som skrev over, og tar sitt inn igjen med ett trykk', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As valg' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'Bs valg' })
    await synkAlle(a, b)
    expect(await trengerDeg(a)).toBe(0)
    await a.synk()
    expect(await aktivitet(a)).toMatchObject({ ansvarlig: 'Bs valg' })
    expect(await beskjeder(a)).toMatchObject([
      {
        slag: 'overskrevet',
        type: 'aktivitet',
        id: 'a1',
        tittel: 'Langvakt',
        felter: { ansvarlig: 'As valg' },
        av: 'Eksempel prosjektleder',
      },
    ])
    expect(await trengerDeg(b)).toBe(0)

    await a.proevIgjen((await beskjeder(a))[0]!.opId)
    await synkAlle(a, b, a)
    for (const d of [a, b]) {
      expect(await aktivitet(d)).toMatchObject({ ansvarlig: 'As valg' })
      expect(await trengerDeg(d)).toBe(0)
    }
  })

  it('den som kommer sist og taper, får vite det samme, og bare én gang', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As valg' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'Bs valg' })
    await synkAlle(b, a, b, a)
    expect(await beskjeder(a)).toMatchObject([
      {
        slag: 'overskrevet',
        felter: { ansvarlig: 'As valg' },
        tapteFelter: ['ansvarlig'],
        av: 'Eksempel prosjektleder',
      },
    ])
    expect(await trengerDeg(b)).toBe(0)
  })

  it('den som har sett den andres og endrer den, skriver ikke over noe: ingen får beskjed', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As valg' })
    await synkAlle(a, b)
    await skriv(b, { ansvarlig: 'Bs valg' })
    await synkAlle(b, a)
    for (const d of [a, b]) expect(await trengerDeg(d)).toBe(0)
  })

  it('det samme skrevet av begge er ikke tapt', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'likt' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'likt' })
    await synkAlle(a, b, a)
    for (const d of [a, b]) expect(await trengerDeg(d)).toBe(0)
  })

  it('det hun selv skrev videre på, hører hun ikke om, bare det siste', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As første' })
    await skriv(a, { ansvarlig: 'As andre' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'Bs valg' })
    await synkAlle(b, a)
    expect((await beskjeder(a)).map((t) => t.felter)).toEqual([{ ansvarlig: 'As andre' }])
    await skriv(b, { ansvarlig: 'Bs nye' })
    await skriv(a, { ansvarlig: 'As tredje' })
    await synkAlle(a, b, a)
    for (const d of [a, b])
      expect(new Set((await beskjeder(d)).map((t) => t.opId)).size).toBe((await beskjeder(d)).length)
  })
})

describe('beskjeden kommer fram', () => {
  it('også når nettbrettet har vært borte i månedsvis og svarene blir borte, og til hennes andre nettbrett', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As valg' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'Bs valg' })
    await synkAlle(a, b)
    r.tid += 200 * DAG
    let mist = true
    const a2 = await r.device('bondihagen', (ekte) => async (...x) => {
      const svar = await ekte(...x)
      if (mist) throw new TypeError('nettet falt ut')
      return svar
    })
    await a2.synk()
    mist = false
    await synkAlle(a, a2, a2)
    for (const d of [a, a2]) expect(await beskjeder(d)).toMatchObject([{ felter: { ansvarlig: 'As valg' } }])

    const [beskjed] = await beskjeder(a2)
    await a2.kvitter(beskjed!.opId)
    expect(await trengerDeg(a2)).toBe(0)
    await synkAlle(a2, a)
    expect(await trengerDeg(a)).toBe(0)
  })

  it('fra hennes eget andre nettbrett også, uten navn på en annen', async () => {
    const [a] = await toMedSamme()
    const a2 = await r.device('bondihagen')
    await a2.synk()
    await skriv(a, { ansvarlig: 'fra nettbrettet' })
    r.tid += 60_000
    await skriv(a2, { ansvarlig: 'fra PC-en' })
    await synkAlle(a, a2, a)
    expect(await beskjeder(a)).toMatchObject([{ felter: { ansvarlig: 'fra nettbrettet' }, av: '' }])
  })

  it('én gang, også når serveren er satt tilbake og får det i en annen rekkefølge; det hun har lagt bort, blir borte', async () => {
    const c = await r.device('bondihagen')
    await skriv(c, { tittel: 'Langvakt' })
    const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
    await synkAlle(c, a, b)
    await skriv(a, { ansvarlig: 'As valg' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'Bs valg' })
    await synkAlle(a, b, a)
    const [foer] = await beskjeder(a)
    await a.kvitter(foer!.opId)
    await a.synk()

    await r.nyTjener()
    await synkAlle(c, a, b, a)
    expect(await aktivitet(a)).toMatchObject({ ansvarlig: 'Bs valg' })
    for (const d of [a, b]) expect(await beskjeder(d)).toEqual([])

    await skriv(a, { ansvarlig: 'As neste' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'Bs neste' })
    await synkAlle(a, b, a)
    await r.nyTjener()
    await synkAlle(c, b, a)
    expect(await beskjeder(a)).toMatchObject([{ felter: { ansvarlig: 'As neste' } }])
    expect(await beskjeder(b)).toEqual([])
  })

  it('en tekst som ble avvist og prøves igjen, tar ikke bort det som er kommet til imens', async () => {
    const c = await r.device('bondihagen')
    await skriv(c, { tittel: 'Langvakt', beskrivelse: 'Felles.' })
    const [a, b] = [await r.device('bondihagen'), await r.device('prosjektleder')]
    await synkAlle(c, a, b)
    await skriv(a, { beskrivelse: 'Felles. Fra A.' })
    // What the server was put back to knows nothing of the activity until the one who made it comes by.
    await r.nyTjener()
    await synkAlle(a, c, b)
    await skriv(b, { beskrivelse: 'Felles. Fra B.' })
    await synkAlle(b, a)
    const [avvist] = await beskjeder(a)
    expect(avvist).toMatchObject({ slag: 'avvist', felter: { beskrivelse: 'Felles. Fra A.' } })
    await a.proevIgjen(avvist!.opId)
    await synkAlle(a, b)
    for (const d of [a, b]) {
      const { beskrivelse } = (await aktivitet(d))!
      for (const ord of ['Felles.', 'Fra A.', 'Fra B.']) expect(beskrivelse).toContain(ord)
    }
  })

  it('ikke til andre: hver har sine', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As valg' })
    r.tid += 60_000
    await skriv(b, { ansvarlig: 'Bs valg' })
    const h = await r.device('hurum')
    await synkAlle(a, b, h)
    for (const d of [b, h]) expect(await d.db.record.filter((x) => x.type === 'beskjed').count()).toBe(0)
    await a.synk()
    const [beskjed] = await beskjeder(a)
    expect(await a.historikk('user:bo', 'beskjed', beskjed!.opId)).not.toEqual([])
    expect(await h.historikk('user:bo', 'beskjed', beskjed!.opId)).toEqual([])
  })

  it('ingen kan lage en beskjed selv, heller ikke til seg selv', async () => {
    const a = await r.device('bondihagen')
    const innhold = {
      slag: 'overskrevet',
      rom: ROM,
      gjelder: 'aktivitet/a1',
      tittel: '',
      felter: {},
      av: 'x',
      skrevet: 1,
    }
    for (const rom of ['user:bo', 'user:pl']) await a.write({ rom, type: 'beskjed', id: 'b1', set: innhold })
    await a.synk()
    expect((await beskjeder(a)).map((t) => t.kode).sort()).toEqual(['HH-201', 'HH-202'])
  })
})

describe('slettet', () => {
  it('den som skrev noe sletteren ikke hadde sett, får vite hvem som slettet, og henter det tilbake', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As valg' })
    r.tid += 60_000
    await slett(b)
    await synkAlle(a, b, a)
    expect(await aktivitet(a)).toBeUndefined()
    expect(await beskjeder(a)).toMatchObject([
      { slag: 'slettet', tittel: 'Langvakt', felter: { ansvarlig: 'As valg' }, av: 'Eksempel prosjektleder' },
    ])
    await a.proevIgjen((await beskjeder(a))[0]!.opId)
    await synkAlle(a, b)
    for (const d of [a, b]) {
      expect(await aktivitet(d)).toMatchObject({ ansvarlig: 'As valg' })
      expect(await trengerDeg(d)).toBe(0)
    }
  })

  it('den som skriver i det en annen har slettet, får vite det samme', async () => {
    const [a, b] = await toMedSamme()
    await slett(b)
    await skriv(a, { ansvarlig: 'As valg' })
    await synkAlle(b, a)
    expect(await beskjeder(a)).toMatchObject([{ slag: 'slettet', felter: { ansvarlig: 'As valg' } }])
    await a.proevIgjen((await beskjeder(a))[0]!.opId)
    await synkAlle(a, b)
    expect(await aktivitet(b)).toMatchObject({ ansvarlig: 'As valg' })
  })

  it('den som sletter det hun har sett, tar ikke noe fra noen', async () => {
    const [a, b] = await toMedSamme()
    await skriv(a, { ansvarlig: 'As valg' })
    await synkAlle(a, b)
    await slett(b)
    await synkAlle(b, a)
    expect(await trengerDeg(a)).toBe(0)
  })
})
