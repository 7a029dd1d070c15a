import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bruker } from '../src/domain/tilgang.ts'
import { aapneTestdevice, foerste, type Testdevice } from './support/device.ts'
import { aapneTeststore, BRUKERE, ORGANISASJON } from './support/store.ts'

/** Devices and server in one process: what one writes, the others come to know, and nothing is lost on the way. */

const ROM = 'unit:bondihagen'
const som = (navn: keyof typeof BRUKERE): Bruker => ({ ...BRUKERE[navn], enheter: [...BRUKERE[navn].enheter] })

let tid = Date.UTC(2026, 10, 21, 12)
const naa = () => tid
let tjener: Awaited<ReturnType<typeof aapneTeststore>>
let aapne: Testdevice[] = []

beforeEach(async () => {
  tid = Date.UTC(2026, 10, 21, 12)
  tjener = await aapneTeststore(naa)
  await tjener.store.seed(ORGANISASJON, 'server')
  aapne = []
})
afterEach(async () => {
  for (const d of aapne) d.lukk()
  await tjener.close()
})

async function device(navn: keyof typeof BRUKERE, nett?: (ekte: typeof fetch) => typeof fetch): Promise<Testdevice> {
  const bruker = som(navn)
  const ekte = tjener.fetchSom(bruker)
  const d = await aapneTestdevice({ bruker, naa, fetch: nett ? nett(ekte) : ekte })
  aapne.push(d)
  return d
}

/** One of several tabs on the avdelingsleder's tablet, whose next answer can be held on its way. */
async function fane() {
  let slipp: (() => void) | undefined
  let sendt: (() => void) | undefined
  let sluppet: Promise<void> | undefined
  const harSendt = new Promise<void>((ja) => (sendt = ja))
  const d = await aapneTestdevice({
    bruker: som('bondihagen'),
    naa,
    navn: 'to-faner',
    fetch: async (...x) => {
      const svar = await tjener.fetchSom(som('bondihagen'))(...x)
      const vent = sluppet
      sluppet = undefined
      if (vent) sendt!()
      await vent
      return svar
    },
  })
  aapne.push(d)
  return {
    device: d,
    hold: () => {
      sluppet = new Promise((ja) => (slipp = ja))
    },
    sendt: () => harSendt,
    slipp: () => slipp!(),
  }
}

/** As when an operator puts an earlier copy in place: the versions after this one were never there. */
async function settTilbake(ver: number): Promise<void> {
  const { db } = tjener
  const borte = await db.selectFrom('change').select('op_id').where('space', '=', ROM).where('ver', '>', ver).execute()
  const ops = borte.map((c) => c.op_id)
  for (const { replica, seq } of await db
    .selectFrom('op')
    .select(['replica', 'seq'])
    .where('op_id', 'in', ops)
    .execute())
    await db
      .updateTable('replica')
      .set({ next_seq: seq })
      .where('id', '=', replica)
      .where('next_seq', '>', seq)
      .execute()
  await db.deleteFrom('op').where('op_id', 'in', ops).execute()
  for (const tabell of ['record', 'change', 'commit_log'] as const)
    await db.deleteFrom(tabell).where('space', '=', ROM).where('ver', '>', ver).execute()
  await db.updateTable('space').set({ head: ver }).where('id', '=', ROM).execute()
}

const aktiviteter = (d: Testdevice) => foerste(d.rows('aktivitet', ROM))
const status = (d: Testdevice) => foerste(d.status)
const nyAktivitet = (d: Testdevice, id: string, tittel = 'Prøve langvakt') =>
  d.write({ rom: ROM, type: 'aktivitet', id, set: { tittel, status: 'planlagt' } })

describe('to nettbrett og en server', () => {
  it('det som skrives uten nett, vises med en gang og når fram når nettet er tilbake', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await a.synk()
    await b.synk()
    await nyAktivitet(a, 'a1')
    expect((await aktiviteter(a)).map((x) => x.tittel)).toEqual(['Prøve langvakt'])
    expect((await status(a)).venter).toBe(1)
    await a.synk()
    await b.synk()
    expect((await aktiviteter(b)).map((x) => x.tittel)).toEqual(['Prøve langvakt'])
    expect((await status(a)).venter).toBe(0)
    expect((await foerste(a.sendte)).map((s) => s.tittel)).toEqual(['Prøve langvakt'])
  })

  it('to som endrer hvert sitt felt uten nett, beholder begge', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await nyAktivitet(a, 'a1')
    await a.synk()
    await b.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { ansvarlig: 'fagkoordinator' } })
    await b.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { frist: '2026-12-01' } })
    for (const d of [a, b, a]) await d.synk()
    for (const d of [a, b])
      expect(await aktiviteter(d)).toMatchObject([{ ansvarlig: 'fagkoordinator', frist: '2026-12-01' }])
    expect((await status(b)).trengerDeg).toBe(0)
  })

  it('to som endrer samme felt: den seineste står, den andre får vite det og kan ta sitt inn igjen', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await nyAktivitet(a, 'a1')
    await a.synk()
    await b.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { tittel: 'As tittel' } })
    tid += 60_000
    await b.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { tittel: 'Bs tittel' } })
    await b.synk()
    await a.synk()
    await b.synk()
    for (const d of [a, b]) expect((await aktiviteter(d)).map((x) => x.tittel)).toEqual(['Bs tittel'])
    const [tapt] = await foerste(a.tilbakesendte)
    expect(tapt).toMatchObject({ slag: 'overskrevet', tapteFelter: ['tittel'], felter: { tittel: 'As tittel' } })
    expect(
      (await a.historikk(ROM, 'aktivitet', 'a1')).some((h) => h.outcome === 'superseded' && h.new === 'As tittel'),
    ).toBe(true)
    await a.proevIgjen(tapt!.opId)
    await a.synk()
    await b.synk()
    expect((await aktiviteter(b)).map((x) => x.tittel)).toEqual(['As tittel'])
    expect((await status(a)).trengerDeg).toBe(0)
  })

  it('to som skriver i samme lange tekst, får begges ord, og ingen blir overskrevet', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await a.write({
      rom: ROM,
      type: 'aktivitet',
      id: 'a1',
      set: { tittel: 'Langvakt', beskrivelse: 'Mål:\nPrøvetid:' },
    })
    await a.synk()
    await b.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { beskrivelse: 'Mål: færre vikarer\nPrøvetid:' } })
    await b.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { beskrivelse: 'Mål:\nPrøvetid: tre måneder' } })
    for (const d of [a, b, a]) await d.synk()
    for (const d of [a, b]) {
      expect((await aktiviteter(d))[0]!.beskrivelse).toBe('Mål: færre vikarer\nPrøvetid: tre måneder')
      expect((await status(d)).trengerDeg).toBe(0)
    }
  })

  it('den som skriver videre på sin egen tekst uten nett, skriver ikke over en annens som er flettet inn imens', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await nyAktivitet(a, 'a1')
    await a.synk()
    await b.synk()
    const skriv = (d: Testdevice, beskrivelse: string) =>
      d.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { beskrivelse } })
    await skriv(b, 'Bs ord.')
    await skriv(a, 'As ord.')
    await skriv(a, 'As ord. Og flere.')
    for (const d of [b, a, b]) await d.synk()
    for (const d of [a, b]) expect((await aktiviteter(d))[0]!.beskrivelse).toBe('Bs ord.\nAs ord. Og flere.')
  })

  it('en endring som følger etter en annens, vinner uansett hva klokkene sier', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await nyAktivitet(a, 'a1')
    await a.synk()
    await b.synk()
    tid -= 30 * 86_400_000
    await b.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { tittel: 'Seinere, med klokka en måned feil' } })
    tid += 30 * 86_400_000
    await b.synk()
    await a.synk()
    expect((await aktiviteter(a)).map((x) => x.tittel)).toEqual(['Seinere, med klokka en måned feil'])
  })

  it('Angre tar endringen tilbake på alle nettbrett', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await nyAktivitet(a, 'a1')
    const k = await a.write({
      rom: ROM,
      type: 'aktivitet',
      id: 'a1',
      set: { status: 'ferdig', ferdigDato: '2026-11-21' },
    })
    await k.angre()
    await a.synk()
    await b.synk()
    expect(await aktiviteter(b)).toMatchObject([{ status: 'planlagt', ferdigDato: null }])
    const slett = await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', slettet: true })
    expect(await aktiviteter(a)).toEqual([])
    await slett.angre()
    await a.synk()
    await b.synk()
    expect(await aktiviteter(b)).toMatchObject([{ tittel: 'Prøve langvakt' }])
  })
})

describe('mye på en gang', () => {
  it('det som kommer i flere sider, vises samlet, så ingen ser halve endringer', async () => {
    const sett: number[] = []
    const b = await device('prosjektleder', (ekte) => async (...x) => {
      sett.push(await aapne[0]!.db.record.where('space').equals(ROM).count())
      return ekte(...x)
    })
    await b.synk()
    await tjener.store.seed([{ space: ROM, type: 'aktivitet', id: 'foerst', set: { tittel: 'Først' } }], 'server')
    await b.synk()
    const mange = Array.from({ length: 4500 }, (_, i) => ({
      space: ROM,
      type: 'aktivitet',
      id: `m${i}`,
      set: { tittel: `nr. ${i}` },
    }))
    await tjener.store.seed(mange, 'server')
    sett.length = 0
    await b.synk()
    expect(sett).toEqual([1, 1, 1])
    expect(await aktiviteter(b)).toHaveLength(4501)
    expect(await b.db.staged.count()).toBe(0)
  })

  it('et tomt nettbrett viser radene etter hvert som de kommer', async () => {
    const mange = Array.from({ length: 4500 }, (_, i) => ({
      space: ROM,
      type: 'aktivitet',
      id: `m${i}`,
      set: { tittel: `nr. ${i}` },
    }))
    await tjener.store.seed(mange, 'server')
    const sett: number[] = []
    const b = await device('prosjektleder', (ekte) => async (...x) => {
      sett.push(await aapne[0]!.db.record.where('space').equals(ROM).count())
      expect(await aapne[0]!.db.staged.count()).toBe(0)
      return ekte(...x)
    })
    await b.synk()
    expect(sett.length).toBeGreaterThan(2)
    expect(sett.every((n, i) => i === 0 || n > sett[i - 1]!)).toBe(true)
    expect(await aktiviteter(b)).toHaveLength(4500)
  })
})

describe('tilgang', () => {
  it('en endring uten rett blir avvist, synlig, med teksten i behold', async () => {
    const t = await device('tillitsvalgt')
    await t.synk()
    await nyAktivitet(t, 'a1', 'Det jeg skrev')
    await t.synk()
    expect(await aktiviteter(t)).toEqual([])
    expect((await status(t)).trengerDeg).toBe(1)
    expect(await foerste(t.tilbakesendte)).toMatchObject([
      { slag: 'avvist', kode: 'HH-202', felter: { tittel: 'Det jeg skrev' } },
    ])
  })

  it('ingen rad utenfor brukerens rettigheter forlater serveren', async () => {
    const a = await device('bondihagen')
    await nyAktivitet(a, 'a1')
    await a.synk()
    const h = await device('hurum')
    const l = await device('leser')
    for (const d of [h, l]) {
      await d.synk()
      expect(await d.db.record.where('space').equals(ROM).count()).toBe(0)
      expect(await foerste(d.rows('enhet'))).toHaveLength(5)
    }
    expect(await h.historikk(ROM, 'aktivitet', 'a1')).toEqual([])
  })

  it('tillitsvalgt sier sitt syn fra egen innlogging, og ingen andre kan si det for dem', async () => {
    const t = await device('tillitsvalgt')
    const a = await device('bondihagen')
    const syn = {
      gjelder: 'aktivitet/a1',
      syn: 'enig' as const,
      forfatter: 'tv',
      forfatterNavn: 'Eksempel',
      skrevet: tid,
    }
    await t.write({ rom: ROM, type: 'uttalelse', id: 'u1', set: syn })
    await a.write({ rom: ROM, type: 'uttalelse', id: 'u2', set: syn })
    await t.synk()
    await a.synk()
    expect(await foerste(a.rows('uttalelse', ROM))).toMatchObject([{ id: 'u1', syn: 'enig' }])
    expect(await foerste(a.tilbakesendte)).toMatchObject([{ kode: 'HH-204' }])
  })

  it('en enhet som flyttes ut av det man har tilgang til, forsvinner, men ikke det usendte', async () => {
    const t = await device('bondihagen')
    await nyAktivitet(t, 'a1')
    await t.synk()
    const mistet = { ...som('bondihagen'), enheter: [] }
    const fetchUten = tjener.fetchSom(mistet)
    const d2 = await aapneTestdevice({
      bruker: som('bondihagen'),
      naa,
      fetch: (...x) => (bytt ? fetchUten(...x) : tjener.fetchSom(som('bondihagen'))(...x)),
    })
    aapne.push(d2)
    let bytt = false
    await d2.synk()
    expect(await aktiviteter(d2)).toHaveLength(1)
    await d2.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { beskrivelse: 'usendt' } })
    bytt = true
    await d2.synk()
    expect(await aktiviteter(d2)).toEqual([])
    expect(await foerste(d2.tilbakesendte)).toMatchObject([{ kode: 'HH-201', felter: { beskrivelse: 'usendt' } }])
  })
})

describe('et rom som ikke lenger er ens eget', () => {
  it('blir ikke liggende igjen på nettbrettet fordi en endring derfra blir bekreftet seint', async () => {
    const bruker = som('bondihagen')
    let mistSvar = true
    const a = await aapneTestdevice({
      bruker,
      naa,
      fetch: async (...x) => {
        const svar = await tjener.fetchSom(bruker)(...x)
        if (mistSvar) throw new TypeError('nettet falt ut')
        return svar
      },
    })
    aapne.push(a)
    await nyAktivitet(a, 'a1')
    await a.synk()
    bruker.enheter = []
    mistSvar = false
    await a.synk()
    expect(await status(a)).toMatchObject({ venter: 0, trengerDeg: 0 })
    expect(await a.db.record.where('space').equals(ROM).count()).toBe(0)
  })
})

describe('et nettbrett som er tatt fra noen', () => {
  it('mister radene sine, og det usendte blir satt til side til prosjektlederen slipper det inn i forfatterens navn', async () => {
    const a = await device('bondihagen')
    const pl = await device('prosjektleder')
    await nyAktivitet(a, 'a1')
    await a.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { beskrivelse: 'skrevet før det ble tatt' } })
    await tjener.store.revokeDevice((await tjener.store.devices())[0]!.replica)
    await a.synk()
    expect(await status(a)).toMatchObject({ fjernet: true, venter: 0, trengerDeg: 1 })
    expect(await aktiviteter(a)).toEqual([])
    expect(await foerste(a.tilbakesendte)).toMatchObject([{ slag: 'satt_til_side', kode: 'HH-210' }])
    const [satt] = await tjener.store.setAside()
    expect(satt).toMatchObject({
      brukernavn: 'Eksempel avdelingsleder',
      felter: { beskrivelse: 'skrevet før det ble tatt' },
    })
    expect((await tjener.store.decide(som('prosjektleder'), satt!.opId, true)).ok).toBe(true)
    expect((await tjener.store.decide(som('prosjektleder'), satt!.opId, true)).ok).toBe(false)
    await pl.synk()
    expect(await aktiviteter(pl)).toMatchObject([{ beskrivelse: 'skrevet før det ble tatt' }])
    expect((await pl.historikk(ROM, 'aktivitet', 'a1'))[0]).toMatchObject({ actorName: 'Eksempel avdelingsleder' })
    expect(await tjener.store.setAside()).toEqual([])
  })
})

describe('nettleseren', () => {
  it('som mister forbindelsen til lagringen midt i, får lagret det likevel', async () => {
    const a = await device('bondihagen')
    await nyAktivitet(a, 'a1')
    a.db.backendDB().close()
    await nyAktivitet(a, 'a2')
    expect((await aktiviteter(a)).map((x) => x.id)).toEqual(['a1', 'a2'])
  })

  it('en rad som denne versjonen ikke kjenner, blir tatt vare på og kommer fram når en ny versjon kjenner den', async () => {
    const a = await device('bondihagen')
    await a.synk()
    const doc = { tittel: 'Fra framtida' }
    await a.db.record.bulkPut([
      { space: ROM, type: 'ukjent', id: 'u', doc, v: {}, ver: 1, deleted: false, live: 0 },
      { space: ROM, type: 'aktivitet', id: 'f', doc, v: {}, ver: 1, deleted: false, live: 0 },
    ])
    expect(await foerste(a.ugyldige)).toBe(2)
    await a.db.meta.put({ k: 'utgave', v: 'en eldre' })
    a.lukk()
    const b = await aapneTestdevice({
      bruker: som('bondihagen'),
      naa,
      fetch: tjener.fetchSom(som('bondihagen')),
      navn: a.db.name,
    })
    aapne.push(b)
    expect((await aktiviteter(b)).map((x) => x.id)).toEqual(['f'])
    expect(await foerste(b.ugyldige)).toBe(1)
  })
})

describe('en kopi på fil', () => {
  it('bærer det usendte til et nytt nettbrett, og det telles én gang', async () => {
    const a = await device('bondihagen')
    await nyAktivitet(a, 'a1')
    await a.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { ansvarlig: 'fagkoordinator' } })
    await nyAktivitet(a, 'a2', 'Bare på nettbrettet')
    const fil = await (await a.lagKopi()).text()
    const nytt = await device('bondihagen')
    expect(await nytt.lesKopi(fil)).toMatchObject({ ok: true, verdi: { endringer: 2 } })
    expect(await aktiviteter(nytt)).toMatchObject([{ id: 'a1', ansvarlig: 'fagkoordinator' }, { id: 'a2' }])
    await nytt.synk()
    await a.synk()
    expect(await nytt.lesKopi(fil)).toMatchObject({ ok: true, verdi: { endringer: 0 } })
    for (const d of [a, nytt]) {
      expect(await status(d)).toMatchObject({ venter: 0, trengerDeg: 0 })
      expect(await aktiviteter(d)).toMatchObject([{ id: 'a1', ansvarlig: 'fagkoordinator' }, { id: 'a2' }])
    }
    const skrevet = await tjener.db
      .selectFrom('change')
      .selectAll()
      .where('field', '=', 'ansvarlig')
      .where('space', '=', ROM)
      .execute()
    expect(skrevet).toHaveLength(1)
  })

  it('en annens kopi, eller noe helt annet, får en setning og endrer ingenting', async () => {
    const a = await device('bondihagen')
    const b = await device('hurum')
    await nyAktivitet(a, 'a1')
    const fil = await (await a.lagKopi()).text()
    expect(await b.lesKopi(fil)).toMatchObject({ ok: false, feil: { kode: 'HH-602' } })
    for (const tull of ['', '{}', '[1,2]', 'PK\u0003\u0004', '{"heltidshjulet":1}'])
      expect(await b.lesKopi(tull)).toMatchObject({ ok: false, feil: { kode: 'HH-601' } })
    expect(await status(b)).toMatchObject({ venter: 0 })
  })
})

describe('dårlig nett', () => {
  it('et svar som blir borte etter at serveren har lagret, gjør ingenting to ganger', async () => {
    let mistSvar = true
    const a = await device('bondihagen', (ekte) => async (...x) => {
      const svar = await ekte(...x)
      if (mistSvar) throw new TypeError('nettet falt ut')
      return svar
    })
    await nyAktivitet(a, 'a1')
    await a.synk()
    expect(await status(a)).toMatchObject({ tilkoblet: false, venter: 1 })
    mistSvar = false
    await a.synk()
    expect(await status(a)).toMatchObject({ tilkoblet: true, venter: 0, trengerDeg: 0 })
    const rader = await tjener.db
      .selectFrom('change')
      .selectAll()
      .where('space', '=', ROM)
      .where('field', '=', 'tittel')
      .execute()
    expect(rader).toHaveLength(1)
  })

  it('en påloggingsside i veien er det samme som å være frakoblet', async () => {
    const a = await device(
      'bondihagen',
      () => async () =>
        new Response('<html>Logg inn på gjestenettet</html>', { headers: { 'content-type': 'text/html' } }),
    )
    await nyAktivitet(a, 'a1')
    await a.synk()
    expect(await status(a)).toMatchObject({ tilkoblet: false, venter: 1, feil: null })
  })

  it('utløpt innlogging kaster ingenting', async () => {
    const a = await device(
      'bondihagen',
      () => async () => Response.json({ error: { code: 'HH-401', text: 'Logg inn' } }, { status: 401 }),
    )
    await nyAktivitet(a, 'a1')
    await a.synk()
    expect(await status(a)).toMatchObject({ maaLoggeInn: true, venter: 1 })
  })

  it('det som er skrevet, sendes aldri mens en annen er logget inn i samme nettleser, og vises ikke for den andre', async () => {
    let inne: 'bondihagen' | 'prosjektleder' = 'prosjektleder'
    const a = await device(
      'bondihagen',
      () =>
        (...x) =>
          tjener.fetchSom(som(inne))(...x),
    )
    await nyAktivitet(a, 'a1')
    await a.synk()
    expect(await status(a)).toMatchObject({ maaLoggeInn: true, venter: 1 })
    expect(await foerste(a.rows('enhet'))).toEqual([])
    expect(await tjener.db.selectFrom('op').selectAll().execute()).toHaveLength(5)

    inne = 'bondihagen'
    await a.synk()
    expect(await status(a)).toMatchObject({ maaLoggeInn: false, venter: 0 })
    expect(await tjener.db.selectFrom('change').select('actor').where('id', '=', 'a1').executeTakeFirst()).toEqual({
      actor: 'bo',
    })
  })

  it('en server som er satt tilbake til en eldre kopi, får alt den har glemt, også det den hadde kvittert for', async () => {
    let gjeldende = tjener
    const a = await device(
      'bondihagen',
      () =>
        (...x) =>
          gjeldende.fetchSom(som('bondihagen'))(...x),
    )
    await nyAktivitet(a, 'a1')
    await a.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { ansvarlig: 'fagkoordinator' } })
    await a.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a2', set: { tittel: 'Etter gjenopprettingen' } })
    gjeldende = await aapneTeststore(naa)
    await gjeldende.store.seed(ORGANISASJON, 'server')
    await a.synk()
    expect(await status(a)).toMatchObject({ tilkoblet: true, venter: 0, trengerDeg: 0 })
    expect(await aktiviteter(a)).toMatchObject([{ id: 'a1', ansvarlig: 'fagkoordinator' }, { id: 'a2' }])
    expect(await gjeldende.db.selectFrom('record').select('id').where('space', '=', ROM).execute()).toHaveLength(2)
    await gjeldende.close()
  })

  it('en server som er satt tilbake til før rommet fantes, får alt, også når nettbrettet har noe nytt å sende', async () => {
    let gjeldende = tjener
    const a = await device(
      'bondihagen',
      () =>
        (...x) =>
          gjeldende.fetchSom(som('bondihagen'))(...x),
    )
    await nyAktivitet(a, 'a1')
    await a.synk()
    gjeldende = await aapneTeststore(naa)
    await gjeldende.store.seed(ORGANISASJON, 'server')
    // The same organisation under the same marks: only this space tells that the server is another.
    for (const tabell of ['space', 'commit_log'] as const) {
      const rader = await tjener.db
        .selectFrom(tabell)
        .selectAll()
        .where(tabell === 'space' ? 'id' : 'space', '=', 'project')
        .execute()
      await gjeldende.db.deleteFrom(tabell).execute()
      await gjeldende.db
        .insertInto(tabell)
        .values(rader as never)
        .execute()
    }
    await nyAktivitet(a, 'a2')
    await a.synk()
    expect(await status(a)).toMatchObject({ venter: 0, trengerDeg: 0 })
    expect(await gjeldende.db.selectFrom('record').select('id').where('space', '=', ROM).execute()).toHaveLength(2)
    await gjeldende.close()
  })

  it('en server som er satt tilbake, og et rom som ikke lenger er ens eget: det som ble glemt, kommer tilbake med teksten', async () => {
    let gjeldende = tjener
    const bruker = som('bondihagen')
    const a = await aapneTestdevice({ bruker, naa, fetch: (...x) => gjeldende.fetchSom(bruker)(...x) })
    aapne.push(a)
    await nyAktivitet(a, 'a1', 'Bare her')
    await a.synk()
    gjeldende = await aapneTeststore(naa)
    await gjeldende.store.seed(ORGANISASJON, 'server')
    bruker.enheter = []
    await a.synk()
    expect(await status(a)).toMatchObject({ tilkoblet: true, venter: 0 })
    expect(await foerste(a.tilbakesendte)).toMatchObject([{ kode: 'HH-201', felter: { tittel: 'Bare her' } }])
    await gjeldende.close()
  })

  it('det et nettbrett sender på nytt til en gjenopprettet server, skjuler ikke det andre har skrevet etterpå', async () => {
    const a = await device('bondihagen')
    const b = await device('prosjektleder')
    await nyAktivitet(a, 'a1', 'Først')
    await a.synk()
    await b.synk()
    await b.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { tittel: 'Etterpå' } })
    await b.synk()
    // As after a restore: the history that the device knew is another, though the server has both ops.
    await tjener.db
      .updateTable('commit_log')
      .set({ mark: 'en annen' })
      .where('space', '=', ROM)
      .where('ver', '=', 1)
      .execute()
    await a.synk()
    expect((await aktiviteter(a)).map((x) => x.tittel)).toEqual(['Etterpå'])
  })

  it('en sikkerhetskopi som er tatt etter at serveren ble satt tilbake, sier ingenting om det den hadde før', async () => {
    let utenRader = false
    const a = await device('bondihagen', (ekte) => async (...x) => {
      const svar = await ekte(...x)
      return utenRader ? Response.json({ ...((await svar.json()) as object), spaces: [] }) : svar
    })
    const b = await device('prosjektleder')
    await nyAktivitet(a, 'a1')
    await a.synk()
    // Confirmed in version 2, the rows of which have not come: after the restore its place fits both histories.
    await nyAktivitet(a, 'a2')
    utenRader = true
    await a.synk()
    utenRader = false
    await settTilbake(1)
    await nyAktivitet(b, 'b1')
    await b.synk()
    await tjener.db
      .updateTable('space')
      .set((e) => ({ durable: e.ref('head') }))
      .execute()
    await a.synk()
    const rader = await tjener.db.selectFrom('record').select('id').where('space', '=', ROM).orderBy('id').execute()
    expect(rader.map((r) => r.id)).toEqual(['a1', 'a2', 'b1'])
  })

  it('et svar fra før serveren ble satt tilbake, som kommer fram etter den andre fanens, blandes ikke med det nye', async () => {
    const gammel = await device('prosjektleder')
    await nyAktivitet(gammel, 'x1', 'Finnes bare i den gamle historien')
    await gammel.synk()
    const [fane1, fane2] = [await fane(), await fane()]
    fane1.hold()
    const foerste = fane1.device.synk()
    await fane1.sendt()
    const foer = tjener
    tjener = await aapneTeststore(naa)
    await tjener.store.seed(ORGANISASJON, 'server')
    await nyAktivitet(fane2.device, 'p1')
    await fane2.device.synk()
    const b = await device('prosjektleder')
    await nyAktivitet(b, 'b1')
    await b.synk()
    fane2.hold()
    const andre = fane2.device.synk()
    await fane2.sendt()
    fane1.slipp()
    await foerste
    fane2.slipp()
    await andre
    expect((await aktiviteter(fane1.device)).map((x) => x.id).sort()).toEqual(['b1', 'p1'])
    await foer.close()
  })

  it('det serveren har i en prøvd sikkerhetskopi, trenger ikke nettbrettet huske lenger', async () => {
    const a = await device('bondihagen')
    await nyAktivitet(a, 'a1')
    await a.synk()
    expect(await a.db.acked.count()).toBe(1)
    await tjener.db
      .updateTable('space')
      .set((e) => ({ durable: e.ref('head') }))
      .execute()
    await a.synk()
    expect(await a.db.acked.count()).toBe(0)
  })
})
