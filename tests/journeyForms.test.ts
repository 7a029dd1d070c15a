import { describe, expect, it } from 'vitest'
import type { Endring } from '../src/data/device.ts'
import { lest } from '../src/domain/lest.ts'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM, synkAlle, trengerDeg } from './support/reise.ts'

/** A form stands open while others' changes come in: what its user did not touch is left alone, and what she did is never written over without a word. */

const r = reise()

const skriv = (d: Testdevice, set: Endring<'aktivitet'>['set'] & object) =>
  d.write({ rom: ROM, type: 'aktivitet', id: 'a1', set })
const aktivitet = (d: Testdevice) => foerste(d.row('aktivitet', 'a1'))
const beskjeder = (d: Testdevice) => foerste(d.tilbakesendte)

/** As a form does: every field of it, as it stood when it was opened but for what is `endret`. */
async function aapneSkjema(d: Testdevice) {
  const { id: _, rom: __, ...innhold } = (await aktivitet(d))!
  const fra = lest((await aktivitet(d))!)
  return (endret: Endring<'aktivitet'>['set'] & object) =>
    d.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { ...innhold, ...endret }, fra })
}

async function toMedSamme(): Promise<[Testdevice, Testdevice]> {
  const a = await r.device('bondihagen')
  const b = await r.device('prosjektleder')
  await skriv(a, { tittel: 'Langvakt', ansvarlig: 'ingen ennå', beskrivelse: 'Første linje.\nAndre linje.\n' })
  await synkAlle(a, b)
  r.tid += 60_000
  return [a, b]
}

/** Another's change reaches the device while its form stands open. */
async function mensDetStaarAapent(a: Testdevice, b: Testdevice, set: Endring<'aktivitet'>['set'] & object) {
  const lagre = await aapneSkjema(a)
  await skriv(b, set)
  await synkAlle(b, a)
  r.tid += 60_000
  return lagre
}

describe('et skjema som står åpent mens en annens endring kommer inn', () => {
  it('skriver ikke gamle verdier over det den andre endret i felter skjemaets bruker ikke rørte', async () => {
    const [a, b] = await toMedSamme()
    const lagre = await mensDetStaarAapent(a, b, { tittel: 'Langvakt i helgen', ansvarlig: 'turnusansvarlig' })
    await lagre({ frist: '2026-12-01' })
    expect(await aktivitet(a)).toMatchObject({ tittel: 'Langvakt i helgen', frist: '2026-12-01' })
    await synkAlle(a, b)
    for (const d of [a, b]) {
      expect(await aktivitet(d)).toMatchObject({
        tittel: 'Langvakt i helgen',
        ansvarlig: 'turnusansvarlig',
        frist: '2026-12-01',
      })
      expect(await trengerDeg(d)).toBe(0)
    }
  })

  it('sier fra til den som ble skrevet over, når begge endret det samme feltet', async () => {
    const [a, b] = await toMedSamme()
    const lagre = await mensDetStaarAapent(a, b, { ansvarlig: 'Bs valg' })
    await lagre({ ansvarlig: 'As valg' })
    await synkAlle(a, b)
    expect(await aktivitet(b)).toMatchObject({ ansvarlig: 'As valg' })
    expect(await beskjeder(b)).toMatchObject([{ slag: 'overskrevet', felter: { ansvarlig: 'Bs valg' } }])
    expect(await trengerDeg(a)).toBe(0)
  })

  it('fletter en lang tekst med det den andre skrev', async () => {
    const [a, b] = await toMedSamme()
    const lagre = await mensDetStaarAapent(a, b, { beskrivelse: 'Første linje.\nAndre linje.\nBs linje.\n' })
    await lagre({ beskrivelse: 'As linje.\nFørste linje.\nAndre linje.\n' })
    await synkAlle(a, b, a)
    for (const d of [a, b]) {
      expect((await aktivitet(d))!.beskrivelse).toBe('As linje.\nFørste linje.\nAndre linje.\nBs linje.\n')
      expect(await trengerDeg(d)).toBe(0)
    }
  })

  it('skriver felter som hører sammen, samlet, og sier fra om hele gruppen', async () => {
    const [a, b] = await toMedSamme()
    const lagre = await mensDetStaarAapent(a, b, { status: 'avbrutt', ferdigDato: null })
    await lagre({ status: 'ferdig', ferdigDato: '2026-11-21' })
    await synkAlle(a, b)
    expect(await aktivitet(b)).toMatchObject({ status: 'ferdig', ferdigDato: '2026-11-21' })
    expect(await beskjeder(b)).toMatchObject([{ slag: 'overskrevet', felter: { status: 'avbrutt' } }])
  })

  it('skriver ingenting når ingenting ble rørt', async () => {
    const [a, b] = await toMedSamme()
    const lagre = await mensDetStaarAapent(a, b, { tittel: 'Langvakt i helgen', status: 'i_gang' })
    await lagre({})
    expect((await foerste(a.status)).venter).toBe(0)
  })

  it('gjør det samme når den andres endring er fra en egen fane, usendt', async () => {
    const [a] = await toMedSamme()
    const lagre = await aapneSkjema(a)
    await skriv(a, { tittel: 'Fra den andre fanen' })
    await lagre({ ansvarlig: 'HR' })
    expect(await aktivitet(a)).toMatchObject({ tittel: 'Fra den andre fanen', ansvarlig: 'HR' })
  })
})

describe('Angre etter at en annens endring har kommet', () => {
  it('er en endring som ikke har sett den andres: den andre får vite det', async () => {
    const [a, b] = await toMedSamme()
    const { angre } = await skriv(a, { ansvarlig: 'As valg' })
    await synkAlle(a, b)
    await skriv(b, { ansvarlig: 'Bs valg' })
    await synkAlle(b, a)
    r.tid += 60_000
    await angre()
    await synkAlle(a, b)
    expect(await aktivitet(b)).toMatchObject({ ansvarlig: 'ingen ennå' })
    expect(await beskjeder(b)).toMatchObject([{ slag: 'overskrevet', felter: { ansvarlig: 'Bs valg' } }])
  })

  it('på noe nytt tar også bort det en annen la til, og hun får vite det', async () => {
    const a = await r.device('bondihagen')
    const b = await r.device('prosjektleder')
    const { angre } = await skriv(a, { tittel: 'Langvakt' })
    await synkAlle(a, b)
    await skriv(b, { frist: '2026-12-01' })
    await synkAlle(b, a)
    await angre()
    await synkAlle(a, b)
    expect(await aktivitet(b)).toBeUndefined()
    expect(await beskjeder(b)).toMatchObject([{ slag: 'slettet', felter: { frist: '2026-12-01' } }])
  })
})

describe('det som er for stort til å sendes samlet', () => {
  it('sies med en setning, og ingenting er halvveis lagret', async () => {
    const a = await r.device('bondihagen')
    const lang = { tittel: 'x', beskrivelse: 'å'.repeat(4000) }
    const mange = (antall: number) =>
      Array.from({ length: antall }, (_, i): Endring => ({ rom: ROM, type: 'aktivitet', id: `a${i}`, set: lang }))
    await expect(a.write(mange(40))).rejects.toThrow(/Del det opp/)
    await expect(a.write(mange(201))).rejects.toThrow(/Høyst 200/)
    expect((await foerste(a.status)).venter).toBe(0)
    await a.write(mange(20))
    expect((await foerste(a.status)).venter).toBe(20)
  })
})
