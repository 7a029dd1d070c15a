import { fortellerOm } from '../domain/beskjedId.ts'
import type { Bruker, Rettigheter } from '../domain/tilgang.ts'
import { lagUuid } from '../sync/id.ts'
import { Base } from './db.ts'
import { lesReturnerte } from './decided.ts'
import type { Device, Live, Synkstatus } from './device.ts'
import { UTGAVE } from './edition.ts'
import { senLoekke } from './lateLoop.ts'
import { lesRad, lesRader } from './read.ts'
import { etter, live, signal, vedEndring } from './signal.ts'
import type { Loekke, Loekkeverden, Utfall } from './syncLoop.ts'

/** What a device needs of the world. A browser gives it all; tests give their own. */
export interface Enhetsvalg {
  bruker: Bruker
  fetch?: typeof fetch
  naa?: () => number
  tilfeldig?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>
  /** `null`: no stream of hints. */
  hendelser?: ((url: string) => EventSource) | null
  databasenavn?: string
  /** `false`: asks the server only when told to. */
  selvgaaende?: boolean
  /** When the first page stands: a device that has been filled asks the server no sooner by itself. */
  rolig?: Promise<unknown>
  feilet?: (e: unknown) => void
}

/** A device with the tests' extra handle on its loop. */
export interface AapenDevice extends Device {
  readonly loekke: Loekke
  readonly db: Base
}

export const databasenavn = (brukerId: string): string => `heltidshjulet-${brukerId}`

type Arbeid = typeof import('./work.ts')
let hentes: Promise<Arbeid> | undefined
/** Fetched once; where that fails, the next one who needs it tries again. */
const arbeid = (): Promise<Arbeid> =>
  (hentes ??= import('./work.ts').catch((e: unknown) => {
    hentes = undefined
    throw e
  }))

const spurt = () => import('./asked.ts')

/** Opens this user's own database on this device and begins to sync. Never waits for the network. */
export async function openDevice(valg: Enhetsvalg): Promise<AapenDevice> {
  const naa = valg.naa ?? (() => Date.now())
  const tilfeldig = valg.tilfeldig ?? ((b: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(b))
  const uuid = lagUuid(naa, tilfeldig)
  const db = new Base(valg.databasenavn ?? databasenavn(valg.bruker.id))
  // One question to the database, not two: this stands between a person and the first picture.
  const [utgave, sist] = await db.meta.bulkGet(['utgave', 'sistSynkronisert'])
  if (utgave?.v !== UTGAVE) await (await arbeid()).sePaaNytt(db, utgave?.v, valg.bruker.id, naa())
  // A newer tab wants to change the tables: give way, so that it is not held up.
  db.on('versionchange', () => db.close())

  let kontakt = false
  const forbindelse = signal<Utfall>({ tilkoblet: true, maaLoggeInn: false, feil: null })
  const foersteHenting = signal<Synkstatus['foersteHenting']>(sist ? null : { hentet: 0, av: 0 })
  const loekkeverden = {
    db,
    bruker: valg.bruker.id,
    fetch: valg.fetch ?? ((...a: Parameters<typeof fetch>) => fetch(...a)),
    naa,
    uuid,
    tilfeldig: () => tilfeldig(new Uint8Array(1))[0]! / 256,
    meld: (u: Utfall) => {
      if (u.tilkoblet) foersteHenting.sett(null)
      if (u.tilkoblet && !kontakt && valg.selvgaaende !== false) stelloverlevering()
      kontakt = u.tilkoblet
      if (!likt(u, forbindelse.verdi)) forbindelse.sett(u)
    },
    framdrift: (hentet: number, av: number) => {
      if (foersteHenting.verdi) foersteHenting.sett({ hentet, av })
    },
    feilet: valg.feilet ?? ((e: unknown) => reportError(e)),
    ...(valg.hendelser === null ? {} : { hendelser: valg.hendelser ?? ((url: string) => new EventSource(url)) }),
  } satisfies Omit<Loekkeverden, 'enhetsnavn'>
  const loekke = senLoekke(
    async () => {
      const { enhetsnavn, startLoekke } = await arbeid()
      return startLoekke({ ...loekkeverden, enhetsnavn: enhetsnavn() })
    },
    () => forbindelse.sett({ ...forbindelse.verdi, tilkoblet: false }),
  )
  const slutt = valg.selvgaaende === false ? () => undefined : lyttTilNettleseren(loekke)
  const overleveringsverden = { db, bruker: valg.bruker, fetch: loekkeverden.fetch, naa }
  const overlevering = async () =>
    (await import('./overlevering/overlevering.ts')).lagOverlevering(overleveringsverden)
  /** Each time the server is in reach again: keys, and what is carried. When nothing else is to be done, for it makes no haste. */
  function stelloverlevering(): void {
    const gjoer = () =>
      void arbeid()
        .then(({ stellOverlevering }) => stellOverlevering(overleveringsverden))
        // Fetched or stored another time: the next contact tries again.
        .catch(() => undefined)
    if ('requestIdleCallback' in globalThis) requestIdleCallback(gjoer, { timeout: 5000 })
    else setTimeout(gjoer, 2000)
  }
  if (valg.selvgaaende !== false) {
    if (sist && valg.rolig) void valg.rolig.then(() => loekke.dytt())
    else loekke.dytt()
  }

  const write: Device['write'] = async (endringer) => {
    const { medGjenaapning, skriv } = await arbeid()
    const kvittering = await medGjenaapning(db, () =>
      skriv({ db, bruker: valg.bruker.id, naa, uuid }, Array.isArray(endringer) ? endringer : [endringer]),
    )
    if (valg.selvgaaende !== false) loekke.dytt()
    return {
      ...kvittering,
      angre: async () => {
        await kvittering.angre()
        if (valg.selvgaaende !== false) loekke.dytt()
      },
    }
  }

  async function kvitter(opId: string): Promise<void> {
    const bort = await (await spurt()).leggBort(db, valg.bruker, opId)
    if (bort.length > 0) await write(bort)
  }

  return {
    bruker: valg.bruker,
    db,
    loekke,
    rows: (type, rom) => lesRader(db, type, rom),
    row: (type, id) => lesRad(db, type, id),
    write,
    nyId: uuid,
    rettigheter: live(async () => ((await db.meta.get('rettigheter'))?.v ?? {}) as Rettigheter),
    status: lagStatus(db, valg.bruker, forbindelse, foersteHenting),
    ventende: etter(spurt, ({ lesVentende }) => live(() => lesVentende(db))),
    tilbakesendte: etter(spurt, ({ lesTilbakesendte }) => live(() => lesTilbakesendte(db, valg.bruker))),
    sendte: etter(spurt, ({ lesSendte }) => live(() => lesSendte(db))),
    postkvittering: (rom, type, id) => etter(spurt, (s) => live(() => s.lesPostkvittering(db, rom, type, id))),
    toemt: etter(spurt, ({ lesToemt }) => live(() => lesToemt(db))),
    kvitterToemt: async () => (await spurt()).kvitterToemt(db, valg.bruker.id),
    ugyldige: etter(spurt, ({ tellUgyldige }) => live(() => tellUgyldige(db))),
    async proevIgjen(opId) {
      const e = await (await spurt()).somNyEndring(db, valg.bruker, opId)
      if (e) await write(e)
      await kvitter(opId)
    },
    kvitter,
    historikk: async (rom, type, id) =>
      (await spurt()).hentHistorikk(valg.fetch ?? ((...a) => fetch(...a)), rom, type, id),
    vedEndring: (gjoer) => vedEndring(db.name, 'record', gjoer),
    synkroniser: () => loekke.dytt(),
    async lagreKladd(k, v) {
      if (v === null) await db.draft.delete(k)
      else await db.draft.put({ k, v: JSON.parse(JSON.stringify(v)) as unknown })
    },
    hentKladd: async (k) => (await db.draft.get(k))?.v,
    lagKopi: async () => (await import('./copy.ts')).lagKopi(db, valg.bruker, naa()),
    async lesKopi(tekst) {
      const lest = await (await import('./copy.ts')).lesKopi(db, valg.bruker.id, tekst)
      if (lest.ok && valg.selvgaaende !== false) loekke.dytt()
      return lest
    },
    overlevering,
    lukk() {
      slutt()
      loekke.stopp()
      db.close()
    },
    async slettAlt() {
      slutt()
      loekke.stopp()
      await db.delete()
      ;(await arbeid()).glemMerke(valg.bruker.id)
    },
  }
}

const FJERNET =
  'Prosjektlederen har fjernet tilgangen for dette nettbrettet. Det du har skrevet og ikke fått bekreftet, ligger fortsatt her.'

const likt = (a: Utfall, b: Utfall): boolean =>
  a.tilkoblet === b.tilkoblet && a.maaLoggeInn === b.maaLoggeInn && a.feil === b.feil

function lagStatus(db: Base, bruker: Bruker, forbindelse: Live<Utfall>, foersteHenting: Live<Synkstatus['foersteHenting']>): Live<Synkstatus> {
  const tall = live(async () => ({
    venter: await db.outbox.count(),
    trengerDeg: (await lesReturnerte(db, bruker)).length + new Set((await db.record.where('[type+live]').equals(['beskjed', 1]).toArray()).map(fortellerOm)).size,
    baerer: await db.baaret.where('stand').equals('venter').count(),
    fjernet: ((await db.meta.get('fjernet'))?.v as boolean | undefined) ?? false,
    toemt: (await db.meta.get('toemt')) !== undefined,
    sistSynkronisert: ((await db.meta.get('sistSynkronisert'))?.v as number | undefined) ?? null,
  }))
  return {
    subscribe(neste, feilet) {
      let a: Utfall | undefined
      let b: Pick<Synkstatus, 'venter' | 'trengerDeg' | 'baerer' | 'fjernet' | 'toemt' | 'sistSynkronisert'> | undefined
      let c: Synkstatus['foersteHenting'] = null
      const si = () => {
        if (a && b) neste({ ...a, ...b, feil: b.fjernet ? FJERNET : a.feil, foersteHenting: c })
      }
      const avmeld = [
        forbindelse.subscribe((x) => {
          a = x
          si()
        }),
        foersteHenting.subscribe((x) => {
          c = x
          si()
        }),
        tall.subscribe((x) => {
          b = x
          si()
        }, feilet),
      ]
      return () => avmeld.forEach((f) => f())
    },
  }
}

/** The network or the person comes back: ask at once. `navigator.onLine` lies and is never asked. */
function lyttTilNettleseren(loekke: Loekke): () => void {
  const dytt = () => loekke.dytt()
  const synlig = () => {
    if (document.visibilityState === 'visible') loekke.dytt()
  }
  addEventListener('online', dytt)
  addEventListener('offline', dytt)
  addEventListener('focus', dytt)
  document.addEventListener('visibilitychange', synlig)
  return () => {
    removeEventListener('online', dytt)
    removeEventListener('offline', dytt)
    removeEventListener('focus', dytt)
    document.removeEventListener('visibilitychange', synlig)
  }
}
