import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Pakke } from '../src/data/device.ts'
import type { Bruker } from '../src/domain/tilgang.ts'
import { aapneTestdevice, bytesFra, foerste, type Testdevice } from './support/device.ts'
import { aapneTeststore, BRUKERE, ORGANISASJON, sperret } from './support/store.ts'

/** Changes that travel with another's tablet: they count once, as their author's, and nobody on the way can read or change them. */

const ROM = 'unit:bondihagen'
type Navn = keyof typeof BRUKERE
const som = (navn: Navn): Bruker => ({ ...BRUKERE[navn], enheter: [...BRUKERE[navn].enheter] })

let tid = 0
const naa = () => tid
let tjener: Awaited<ReturnType<typeof aapneTeststore>>
let aapne: Testdevice[] = []
let nett = true

beforeEach(async () => {
  tid = Date.UTC(2026, 10, 21, 12)
  nett = true
  tjener = await aapneTeststore(naa)
  await tjener.store.seed(ORGANISASJON, 'server')
})
afterEach(async () => {
  for (const d of aapne) d.lukk()
  aapne = []
  sperret.clear()
  await tjener.close()
})

/** A tablet of that user; made known to the server unless told. */
async function nettbrett(navn: Navn, { kjent = true, froe = 0 } = {}): Promise<Testdevice> {
  const ekte = tjener.fetchSom(som(navn))
  const fetch: typeof ekte = (...a) => (nett ? ekte(...a) : Promise.reject(new TypeError('no network')))
  const tilfeldig = froe > 0 ? { tilfeldig: bytesFra(froe) } : {}
  const d = await aapneTestdevice({ bruker: som(navn), naa, fetch, ...tilfeldig })
  aapne.push(d)
  if (kjent) {
    await d.synk()
    await (await d.overlevering()).meld()
  }
  return d
}

async function pakk(d: Testdevice): Promise<Pakke> {
  const o = await d.overlevering()
  const svar = await o.pakk()
  if (!svar.ok) throw new Error(svar.feil.tekst)
  await o.merk(svar.verdi)
  return svar.verdi
}
/** Shows the codes and lets the other catch them, backwards; then the other delivers. */
async function gi(pakke: Pakke, til: Testdevice) {
  const o = await til.overlevering()
  const samler = o.samler()
  for (const kode of pakke.koder('vanlig').reverse()) samler.ta(kode)
  const lest = samler.ferdig()!
  const svar = await o.motta(lest.pakke, lest.navn)
  expect(svar.ok).toBe(true)
}
const lever = async (d: Testdevice) => (await d.overlevering()).lever()
const baaret = async (d: Testdevice) => foerste((await d.overlevering()).baaret)
const aktiviteter = (d: Testdevice) => foerste(d.rows('aktivitet', ROM))
const skriv = (d: Testdevice, id: string, tittel = 'Prøve langvakt') =>
  d.write({ rom: ROM, type: 'aktivitet', id, set: { tittel, status: 'planlagt' } })
const endringer = () => tjener.db.selectFrom('change').selectAll().where('space', '=', ROM).execute()
const ops = () => tjener.db.selectFrom('op').select(['op_id', 'status', 'replica']).execute()

describe('en som er uten nett, og en kollega som bærer', () => {
  it('det kommer fram i forfatterens navn, også når den som bærer, ikke har tilgang til enheten', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    const pakke = await pakk(a)
    expect(pakke).toMatchObject({ antall: 1, igjen: 0, bevist: true, fra: 'Eksempel avdelingsleder' })
    expect((await foerste(a.ventende))[0]!.overlevert).toBe(tid)
    expect((await foerste(a.status)).venter).toBe(1)
    await gi(pakke, b)
    expect(await baaret(b)).toMatchObject([{ stand: 'venter', fra: 'Eksempel avdelingsleder', antall: 1 }])
    // Who logs out now is asked first.
    expect((await foerste(b.status)).baerer).toBe(1)
    await lever(b)
    expect((await foerste(b.status)).baerer).toBe(0)
    expect(await baaret(b)).toMatchObject([{ stand: 'levert', antall: 1, tilSide: 0 }])
    expect((await baaret(b))[0]!.bytes).toBeUndefined()
    const pl = await nettbrett('prosjektleder')
    expect(await aktiviteter(pl)).toMatchObject([{ id: 'a1', tittel: 'Prøve langvakt' }])
    const [forste] = await pl.historikk(ROM, 'aktivitet', 'a1')
    expect(forste).toMatchObject({ actor: 'bo', actorName: 'Eksempel avdelingsleder' })
    // Nothing of it is to be seen on the tablet that carried it.
    await b.synk()
    expect(await aktiviteter(b)).toEqual([])
    // She comes online herself: known, counted once.
    await a.synk()
    expect((await foerste(a.status)).venter).toBe(0)
    expect(await foerste(a.tilbakesendte)).toEqual([])
    expect((await endringer()).filter((c) => c.field === 'tittel')).toHaveLength(1)
  })

  it('hver rekkefølge gir det samme: først kollegaen, først hun selv, begge på én gang, to kolleger, flere ganger', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('skriv', 'pakk', 'b', 'c', 'selv', 'samtidig'), { minLength: 1, maxLength: 9 }),
        async (steg) => {
          const a = await nettbrett('bondihagen', { froe: tid % 9973 })
          const [b, c] = [await nettbrett('hurum'), await nettbrett('tillitsvalgt')]
          tid += 1
          const id = `x${tid}`
          const skrevet: string[] = []
          const pakker: Pakke[] = []
          const gjoer: Record<(typeof steg)[number], () => Promise<unknown>> = {
            skriv: async () => {
              skrevet.push(`${id}-${skrevet.length}`)
              await skriv(a, skrevet.at(-1)!)
              await a.write({ rom: ROM, type: 'aktivitet', id: skrevet[0]!, set: { ansvarlig: `n${skrevet.length}` } })
            },
            pakk: async () => {
              if ((await foerste(a.status)).venter > 0) pakker.push(await pakk(a))
            },
            b: async () => {
              for (const p of pakker) await gi(p, b)
              await lever(b)
              await lever(b)
            },
            c: async () => {
              if (pakker[0]) await gi(pakker[0], c)
              await lever(c)
            },
            selv: () => a.synk(),
            samtidig: async () => {
              for (const p of pakker) await gi(p, b)
              await Promise.all([a.synk(), lever(b), lever(c)])
            },
          }
          for (const s of steg) await gjoer[s]()
          await gjoer.b()
          await a.synk()
          const her = (await endringer()).filter((e) => e.id.startsWith(id))
          const enGang = new Set(her.map((e) => `${e.op_id} ${e.field}`))
          expect(enGang.size).toBe(her.length)
          expect(new Set(her.map((e) => e.actor)).size).toBeLessThanOrEqual(1)
          const pl = await nettbrett('prosjektleder')
          const vist = (await aktiviteter(pl)).filter((x) => x.id.startsWith(id))
          expect(vist.map((x) => x.id).sort()).toEqual([...skrevet].sort())
          if (skrevet[0]) expect(vist.find((x) => x.id === skrevet[0])?.ansvarlig).toBe(`n${skrevet.length}`)
          expect((await foerste(a.status)).venter).toBe(0)
          expect(await foerste(a.tilbakesendte)).toEqual([])
          for (const d of [a, b, c, pl]) d.lukk()
        },
      ),
      { numRuns: 12, seed: 4 },
    )
  })

  it('forfatterens rett gjelder, slik den er når det kommer fram, og hun får vite det', async () => {
    const a = await nettbrett('tillitsvalgt')
    const b = await nettbrett('prosjektleder')
    await skriv(a, 'a1')
    await gi(await pakk(a), b)
    await lever(b)
    expect(await baaret(b)).toMatchObject([{ stand: 'levert' }])
    expect(await endringer()).toEqual([])
    // On another tablet of hers, if that is the first to ask.
    const annet = await nettbrett('tillitsvalgt')
    expect(await foerste(annet.tilbakesendte)).toMatchObject([
      { slag: 'avvist', kode: 'HH-202', tittel: 'Prøve langvakt', felter: { tittel: 'Prøve langvakt' } },
    ])
    await (await annet.overlevering()).meld()
    expect(await foerste(annet.tilbakesendte)).toHaveLength(1)
    await a.synk()
    expect(await foerste(a.tilbakesendte)).toMatchObject([{ slag: 'avvist', kode: 'HH-202' }])
  })

  it('det en annen skrev over imens, får forfatteren vite på sitt eget nettbrett, én gang', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    const pl = await nettbrett('prosjektleder')
    await skriv(a, 'a1')
    await a.synk()
    await pl.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { tittel: 'As tittel' } })
    const pakke = await pakk(a)
    tid += 60_000
    await pl.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { tittel: 'PLs tittel' } })
    await pl.synk()
    await gi(pakke, b)
    await lever(b)
    await a.synk()
    await (await a.overlevering()).meld()
    expect(await foerste(a.tilbakesendte)).toMatchObject([
      { slag: 'overskrevet', tapteFelter: ['tittel'], felter: { tittel: 'As tittel' } },
    ])
    expect((await aktiviteter(a))[0]!.tittel).toBe('PLs tittel')
  })

  it('nettbrettet hennes blir borte: det kollegaen bar, er kommet fram', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    await gi(await pakk(a), b)
    await a.slettAlt()
    await lever(b)
    expect(await aktiviteter(await nettbrett('bondihagen'))).toHaveLength(1)
  })

  it('mangler nett, ligger pakken på nettbrettet til det kommer, også om appen lukkes', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    nett = false
    await gi(await pakk(a), b)
    await lever(b)
    b.lukk()
    const igjen = await aapneTestdevice({
      bruker: som('hurum'),
      naa,
      fetch: tjener.fetchSom(som('hurum')),
      navn: b.db.name,
    })
    aapne.push(igjen)
    expect(await baaret(igjen)).toMatchObject([{ stand: 'venter' }])
    await lever(igjen)
    expect(await baaret(igjen)).toMatchObject([{ stand: 'levert' }])
  })
})

describe('det som ikke er som det skal', () => {
  it('en pakke som er endret på ett eneste sted, blir ikke tatt imot', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    const { bytes } = await pakk(a)
    const lest = async (endret: Uint8Array<ArrayBuffer>) => (await b.overlevering()).motta(endret)
    for (const ved of [20, Math.floor(bytes.length / 2), bytes.length - 1, bytes.length - 100]) {
      const endret = bytes.slice()
      endret[ved]! ^= 1
      const svar = await lest(endret)
      if (!svar.ok) expect(svar.feil.kode).toMatch(/^HH-60[345]$/)
    }
    await lever(b)
    const baarne = await baaret(b)
    expect(baarne.length).toBeGreaterThan(2)
    for (const p of baarne) expect([p.stand, p.kode]).toEqual(['avvist', expect.stringMatching(/^HH-30[56]$/)])
    expect(await endringer()).toEqual([])
    expect(await ops()).not.toContainEqual(expect.objectContaining({ status: 'quarantined' }))
  })

  it('ingen kan finne opp noe i en annens navn', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(b, 'falsk')
    // Hurum's device says that it is hers, with a key of its own that the server knows as Hurum's.
    const offer = (await a.db.meta.get('replica'))!.v
    const egen = (await b.db.meta.get('replica'))!.v
    const forsoek = async (bruker: Bruker, replica: unknown) => {
      await b.db.meta.put({ k: 'replica', v: replica })
      Object.assign(b.bruker, bruker)
      const pakke = await pakk(b)
      const c = await nettbrett('leser')
      await gi(pakke, c)
      await lever(c)
      return (await baaret(c))[0]!.kode
    }
    expect(await forsoek(som('bondihagen'), offer)).toBe('HH-305')
    expect(await forsoek(som('bondihagen'), egen)).toBe('HH-305')
    expect(await forsoek(som('hurum'), offer)).toBe('HH-305')
    expect(await endringer()).toEqual([])
  })

  it('et nettbrett serveren ikke kjenner nøkkelen til: settes til side, og ordner seg når det selv får nett', async () => {
    const a = await nettbrett('bondihagen', { kjent: false })
    const b = await nettbrett('hurum')
    await a.synk()
    // It has the server's key from another, but never said its own.
    await a.db.meta.put((await b.db.meta.get('tjenernoekkel'))!)
    await skriv(a, 'a1')
    await skriv(a, 'a2')
    const pakke = await pakk(a)
    expect(pakke.bevist).toBe(false)
    await gi(pakke, b)
    await lever(b)
    expect(await baaret(b)).toMatchObject([{ stand: 'levert', tilSide: 2 }])
    const satt = await tjener.store.setAside()
    expect(satt).toMatchObject([
      { kode: 'HH-212', bruker: 'bo', id: 'a1' },
      { kode: 'HH-212', id: 'a2' },
    ])
    // The prosjektleder lets one in; she sends both herself.
    expect((await tjener.store.decide(som('prosjektleder'), satt[0]!.opId, true)).ok).toBe(true)
    await a.synk()
    expect(await tjener.store.setAside()).toEqual([])
    expect((await tjener.store.decide(som('prosjektleder'), satt[1]!.opId, true)).ok).toBe(true)
    expect((await endringer()).filter((c) => c.field === 'tittel')).toHaveLength(2)
    expect(await aktiviteter(await nettbrett('prosjektleder'))).toHaveLength(2)
  })

  it('et nettbrett som er fjernet: settes til side', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    await gi(await pakk(a), b)
    await tjener.store.revokeDevice((await a.db.meta.get('replica'))!.v as string)
    await lever(b)
    await lever(b)
    expect(await tjener.store.setAside()).toMatchObject([{ kode: 'HH-210', bruker: 'bo' }])
    expect(await endringer()).toEqual([])
    await a.synk()
    expect(await tjener.store.setAside()).toHaveLength(1)
    expect(await foerste(a.tilbakesendte)).toMatchObject([{ slag: 'satt_til_side', kode: 'HH-210' }])
  })

  it('en forfatter som er sperret: settes til side', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    await gi(await pakk(a), b)
    sperret.add('bo')
    await lever(b)
    expect(await tjener.store.setAside()).toMatchObject([{ kode: 'HH-214', bruker: 'bo' }])
  })

  it('en server som er satt tilbake og mangler det som kom før: settes til side til hun selv sender alt', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    await a.synk()
    await a.write({ rom: ROM, type: 'aktivitet', id: 'a1', set: { ansvarlig: 'fagkoordinator' } })
    await gi(await pakk(a), b)
    // As if put back to a copy from before she synced: it knows the device and its key, and nothing that it sent.
    for (const t of ['record', 'change', 'op'] as const)
      await tjener.db
        .deleteFrom(t)
        .where(t === 'op' ? 'replica' : 'space', '=', t === 'op' ? String((await a.db.meta.get('replica'))!.v) : ROM)
        .execute()
    await tjener.db.deleteFrom('commit_log').where('space', '=', ROM).execute()
    await tjener.db.deleteFrom('space').where('id', '=', ROM).execute()
    await tjener.db.updateTable('replica').set({ next_seq: 1 }).where('user_id', '=', 'bo').execute()
    await lever(b)
    expect(await tjener.store.setAside()).toMatchObject([{ kode: 'HH-213' }])
    await a.synk()
    expect(await tjener.store.setAside()).toEqual([])
    expect(await aktiviteter(a)).toMatchObject([{ ansvarlig: 'fagkoordinator', tittel: 'Prøve langvakt' }])
    expect(await foerste(a.tilbakesendte)).toEqual([])
  })

  it('et nettbrett som er satt tilbake til en eldre tilstand etter at det overleverte, mister ingenting', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1')
    const foer = await a.db.outbox.toArray()
    await skriv(a, 'a2')
    await gi(await pakk(a), b)
    await a.db.outbox.clear()
    await a.db.outbox.bulkAdd(foer)
    await a.db.meta.put({ k: 'seq', v: foer.length })
    await skriv(a, 'a3')
    await a.synk()
    await lever(b)
    await a.synk()
    const pl = await nettbrett('prosjektleder')
    expect((await aktiviteter(pl)).map((x) => x.id).sort()).toEqual(['a1', 'a2', 'a3'])
  })

  it('uten serverens nøkkel, og uten noe å overlevere, sies det hva som kan gjøres', async () => {
    const a = await nettbrett('bondihagen', { kjent: false })
    await skriv(a, 'a1')
    expect(await (await a.overlevering()).pakk()).toMatchObject({ ok: false, feil: { kode: 'HH-606' } })
    const b = await nettbrett('hurum')
    expect(await (await b.overlevering()).pakk()).toMatchObject({ ok: false, feil: { kode: 'HH-607' } })
  })

  it('ens egen pakke, en fremmed fil, og en fra en nyere versjon', async () => {
    const a = await nettbrett('bondihagen')
    await skriv(a, 'a1')
    const { bytes } = await pakk(a)
    const o = await a.overlevering()
    const nyere = bytes.slice()
    nyere[6] = 9
    const kode = async (b: Uint8Array<ArrayBuffer>, navn?: Uint8Array) => {
      const svar = await o.motta(b, navn)
      return svar.ok ? 'ok' : svar.feil.kode
    }
    expect(await kode(bytes)).toBe('HH-608')
    expect(await kode(new Uint8Array(500))).toBe('HH-603')
    expect(await kode(nyere)).toBe('HH-604')
    expect(await kode(bytes.slice(0, 80))).toBe('HH-605')
    expect(await kode(bytes, new Uint8Array(8))).toBe('HH-605')
    expect(await baaret(a)).toEqual([])
  })

  it('den som bærer, og den neste på samme nettbrett, kan ikke lese innholdet', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    await skriv(a, 'a1', 'Hemmelig langvakt')
    const pakke = await pakk(a)
    await gi(pakke, b)
    const alt = Buffer.from((await b.db.baaret.toArray())[0]!.bytes!).toString('latin1')
    for (const ord of ['Hemmelig', 'langvakt', 'aktivitet', ROM]) expect(alt).not.toContain(ord)
    const noekkel = (await a.db.meta.get('noekkelpar'))!.v as CryptoKeyPair
    await expect(crypto.subtle.exportKey('jwk', noekkel.privateKey)).rejects.toThrow()
  })

  it('tusen endringer får plass i én pakke', async () => {
    const a = await nettbrett('bondihagen')
    const b = await nettbrett('hurum')
    for (let i = 0; i < 5; i++)
      await a.write(
        Array.from({ length: 200 }, (_, k) => ({
          rom: ROM,
          type: 'aktivitet' as const,
          id: `m${i}-${k}`,
          set: { tittel: `Prøve langvakt i helg ${i} ${k}`, status: 'planlagt' as const },
        })),
      )
    const pakke = await pakk(a)
    expect(pakke).toMatchObject({ antall: 1000, igjen: 0 })
    await gi(pakke, b)
    await lever(b)
    expect(await baaret(b)).toMatchObject([{ stand: 'levert', antall: 1000 }])
    await a.synk()
    expect((await foerste(a.status)).venter).toBe(0)
  })
})
