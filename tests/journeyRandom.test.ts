import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Bruker } from '../src/domain/tilgang.ts'
import type { Doc, Json } from '../src/sync/op.ts'
import { aapneTestdevice, foerste, type Testdevice } from './support/device.ts'
import { aapneTeststore, BRUKERE, ORGANISASJON } from './support/store.ts'

/**
 * The journey at random: three people write, delete, take back and sync over a network that loses
 * questions, loses answers, sends twice and delivers late. When all is quiet, every device and the server hold
 * the same, and every op is accounted for.
 */

const ROM = 'unit:bondihagen'
const PERSONER = ['bondihagen', 'prosjektleder', 'tillitsvalgt'] as const
type Nett = 'helt' | 'mist' | 'mistSvar' | 'dobbelt' | 'forsinket'

type Steg =
  | { gjoer: 'skriv'; hvem: number; post: number; felt: number; verdi: number }
  | { gjoer: 'slett'; hvem: number; post: number; slettet: boolean }
  | { gjoer: 'angre'; hvem: number }
  | { gjoer: 'synk'; hvem: number; nett: Nett }
  | { gjoer: 'klokke'; ms: number }
  | { gjoer: 'krasj'; hvem: number }

const hvem = fc.nat(PERSONER.length - 1)
const post = fc.nat(3)
const steg: fc.Arbitrary<Steg> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ gjoer: fc.constant('skriv' as const), hvem, post, felt: fc.nat(3), verdi: fc.nat(4) }),
  },
  { weight: 1, arbitrary: fc.record({ gjoer: fc.constant('slett' as const), hvem, post, slettet: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ gjoer: fc.constant('angre' as const), hvem }) },
  {
    weight: 4,
    arbitrary: fc.record({
      gjoer: fc.constant('synk' as const),
      hvem,
      nett: fc.constantFrom<Nett>('helt', 'mist', 'mistSvar', 'dobbelt', 'forsinket'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ gjoer: fc.constant('klokke' as const), ms: fc.integer({ min: -100_000, max: 100_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ gjoer: fc.constant('krasj' as const), hvem }) },
)

async function reis(rekke: Steg[]): Promise<void> {
  let tid = Date.UTC(2026, 10, 21, 12)
  const naa = () => tid
  const tjener = await aapneTeststore(naa)
  await tjener.store.seed(ORGANISASJON, 'server')
  const nett: Nett[] = PERSONER.map(() => 'helt')
  const seine: (() => Promise<unknown>)[] = []
  const kjoering = Math.random().toString(36).slice(2)
  const devices: Testdevice[] = []
  const skrevet = new Map<string, number>()
  const sisteKvittering: (undefined | (() => Promise<void>))[] = []

  const aapne = (i: number) => {
    const bruker: Bruker = { ...BRUKERE[PERSONER[i]!], enheter: [...BRUKERE[PERSONER[i]!].enheter] }
    const ekte = tjener.fetchSom(bruker)
    const fetch: typeof globalThis.fetch = async (...a) => {
      switch (nett[i]) {
        case 'mist':
          throw new TypeError('mistet')
        case 'mistSvar':
          await ekte(...a)
          throw new TypeError('svaret mistet')
        case 'dobbelt':
          await ekte(...a)
          return ekte(...a)
        case 'forsinket':
          // The question arrives long after the device gave up and asked again.
          seine.push(() => ekte(...a))
          throw new TypeError('for seint')
        default:
          return ekte(...a)
      }
    }
    return aapneTestdevice({ bruker, naa, fetch, navn: `${kjoering}-${i}` })
  }
  const noter = async (i: number) => {
    for (const o of await devices[i]!.db.outbox.toArray()) skrevet.set(o.opId, i)
  }
  for (let i = 0; i < PERSONER.length; i++) devices.push(await aapne(i))

  for (const s of rekke) {
    tid += 1000
    if (s.gjoer === 'klokke') tid += s.ms
    else if (s.gjoer === 'skriv') {
      const felt: Doc = [
        { tittel: `t${s.verdi}` },
        { beskrivelse: `b${s.verdi}` },
        { status: 'ferdig', ferdigDato: `2026-11-0${s.verdi + 1}` },
        { ansvarlig: `a${s.verdi}` },
      ][s.felt]!
      const id = `p${s.post}`
      const finnes = await devices[s.hvem]!.db.record.get([ROM, 'aktivitet', id])
      const set: Record<string, Json> = finnes ? felt : { tittel: 'ny', ...felt }
      sisteKvittering[s.hvem] = (await devices[s.hvem]!.write({ rom: ROM, type: 'aktivitet', id, set })).angre
    } else if (s.gjoer === 'slett') {
      await devices[s.hvem]!.write({ rom: ROM, type: 'aktivitet', id: `p${s.post}`, slettet: s.slettet }).catch(
        (e: unknown) => {
          // Restoring what was never there is a fault of the caller, and stores nothing.
          if ((e as Error).name !== 'UgyldigFeil') throw e
        },
      )
    } else if (s.gjoer === 'angre') {
      await sisteKvittering[s.hvem]?.()
      sisteKvittering[s.hvem] = undefined
    } else if (s.gjoer === 'synk') {
      nett[s.hvem] = s.nett
      await devices[s.hvem]!.synk()
      nett[s.hvem] = 'helt'
      if (seine.length > 1) await seine.shift()!()
    } else {
      devices[s.hvem]!.lukk()
      devices[s.hvem] = await aapne(s.hvem)
      sisteKvittering[s.hvem] = undefined
    }
    if ('hvem' in s) await noter(s.hvem)
  }

  for (const sein of seine) await sein()
  for (let runde = 0; runde < 2; runde++) for (const d of devices) await d.synk()

  const fasit = (await tjener.db.selectFrom('record').selectAll().where('space', '=', ROM).execute()).map((r) => ({
    id: r.id,
    doc: JSON.parse(r.doc) as Doc,
    slettet: r.deleted === 1,
    ver: r.ver,
  }))
  fasit.sort((a, b) => (a.id < b.id ? -1 : 1))
  const paaServer = new Map(
    (await tjener.db.selectFrom('op').select(['op_id', 'status']).execute()).map((o) => [o.op_id, o.status]),
  )
  for (const [i, d] of devices.entries()) {
    const her = (await d.db.record.where('space').equals(ROM).toArray()).map((r) => ({
      id: r.id,
      doc: r.doc,
      slettet: r.deleted,
      ver: r.ver,
    }))
    her.sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(her).toEqual(fasit)
    expect(await d.db.outbox.count()).toBe(0)
    expect(await d.db.shadow.count()).toBe(0)
    const tilbake = new Set((await d.db.rejected.toArray()).map((r) => r.opId))
    for (const [opId, eier] of skrevet) {
      if (eier !== i) continue
      const status = paaServer.get(opId)
      expect(status).toBeDefined()
      expect(tilbake.has(opId)).toBe(status !== 'applied')
    }
    expect((await foerste(d.status)).venter).toBe(0)
  }
  expect(paaServer.size).toBe(skrevet.size + ORGANISASJON.length)

  // Folding the history gives the records.
  const brettet = new Map<string, { doc: Doc; slettet: boolean }>()
  for (const c of await tjener.db
    .selectFrom('change')
    .selectAll()
    .where('space', '=', ROM)
    .orderBy('ver')
    .orderBy('n')
    .execute()) {
    const r = brettet.get(c.id) ?? { doc: {}, slettet: false }
    if (c.outcome === 'applied') {
      if (c.field === 'slettet') r.slettet = c.new === 'true'
      else r.doc[c.field] = JSON.parse(c.new) as Json
    }
    brettet.set(c.id, r)
  }
  for (const r of fasit) expect(brettet.get(r.id)).toEqual({ doc: r.doc, slettet: r.slettet })

  for (const d of devices) await d.slettAlt()
  await tjener.close()
}

it('når alt er stille, er alle like, og hver endring er gjort rede for', { timeout: 120_000 }, async () => {
  const antall = Number(process.env.HH_REISER ?? 120)
  await fc.assert(fc.asyncProperty(fc.array(steg, { maxLength: 30 }), reis), { numRuns: antall, endOnFailure: false })
})
