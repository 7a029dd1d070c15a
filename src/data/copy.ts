import * as v from 'valibot'
import { medSkjemaer } from '../domain/skjemaer.ts'
import { feil, ok, type Resultat } from '../domain/resultat.ts'
import { opSkjema } from '../sync/opskjema.ts'
import { alleTabeller, type Base, type LagretPost, type Skygge, type Sted, type Utpost } from './db.ts'
import { byggPost, tomSkygge, utenLive, visbar } from './replay.ts'

/** Everything a device holds, as one file that the person keeps, and back again. What is unsent is in it too. */

const KOPIVERSJON = 1

const kopiSkjema = v.object({
  heltidshjulet: v.literal(KOPIVERSJON),
  bruker: v.string(),
  navn: v.string(),
  tatt: v.number(),
  utboks: v.array(v.looseObject({ ...opSkjema.entries, tittel: v.optional(v.string(), '') })),
  tilbakesendte: v.array(v.looseObject({ opId: v.string() })),
  poster: v.array(v.looseObject({ space: v.string(), type: v.string(), id: v.string() })),
  skygger: v.array(v.looseObject({ space: v.string(), type: v.string(), id: v.string() })),
  steder: v.array(v.looseObject({ id: v.string() })),
  kladder: v.array(v.object({ k: v.string(), v: v.unknown() })),
})
export type Kopi = v.InferOutput<typeof kopiSkjema>

/** How much a copy held that this device did not have. */
export interface Innlest {
  endringer: number
  poster: number
  tatt: number
}

/** The whole of the device in one consistent picture. */
export async function lagKopi(db: Base, bruker: { id: string; navn: string }, naa: number): Promise<Blob> {
  const kopi = await db.transaction('r', [...alleTabeller(db), db.draft], async () => ({
    heltidshjulet: KOPIVERSJON,
    bruker: bruker.id,
    navn: bruker.navn,
    tatt: naa,
    utboks: (await db.outbox.orderBy('n').toArray()).map(({ n: _, ...op }) => op),
    tilbakesendte: await db.rejected.toArray(),
    poster: await db.record.toArray(),
    skygger: await db.shadow.toArray(),
    steder: await db.cursor.toArray(),
    kladder: await db.draft.toArray(),
  }))
  return new Blob([JSON.stringify(kopi)], { type: 'application/json' })
}

/**
 * Takes in a copy. Nothing that is here is overwritten: unsent changes that are not here are queued, each with its own id, so
 * that what the server has already is not done twice; records fill only an empty device.
 */
export async function lesKopi(db: Base, brukerId: string, tekst: string): Promise<Resultat<Innlest>> {
  const kopi = tolk(tekst)
  if (!kopi) return feil({ kode: 'HH-601', tekst: 'Filen er ikke en kopi fra Heltidshjulet. Velg filen som ble lagret fra Synkronisering.' })
  if (kopi.bruker !== brukerId)
    return feil({ kode: 'HH-602', tekst: `Kopien tilhører ${kopi.navn}. Logg inn som den brukeren for å lese den inn.` })
  return ok(
    await medSkjemaer(() => db.transaction('rw', [...alleTabeller(db), db.draft], async () => {
      const tom = (await db.record.count()) === 0 && (await db.cursor.count()) === 0
      if (tom) {
        const skygger = new Map((kopi.skygger as unknown as Skygge[]).map((s) => [noekkel(s), s]))
        const poster = (kopi.poster as unknown as LagretPost[]).flatMap((p) => {
          const under = skygger.get(noekkel(p))
          if (under) return under.finnes ? [{ ...under, live: visbar(under.type, under.doc, under.deleted) }] : []
          return [{ ...p, live: visbar(p.type, p.doc, p.deleted) }]
        })
        await db.record.bulkPut(poster.map(({ finnes: _, ...p }: LagretPost & { finnes?: boolean }) => p))
        await db.cursor.bulkPut(kopi.steder as unknown as Sted[])
      }
      const endringer = await iKoe(db, kopi.utboks as unknown as Utpost[])
      const kjente = new Set(await db.rejected.toCollection().primaryKeys())
      for (const r of kopi.tilbakesendte) if (!kjente.has(r.opId)) await db.rejected.put(r as never)
      for (const k of kopi.kladder) if (!(await db.draft.get(k.k))) await db.draft.put(k)
      return { endringer, poster: tom ? kopi.poster.length : 0, tatt: kopi.tatt }
    })),
  )
}

const noekkel = (s: { space: string; type: string; id: string }): string => JSON.stringify([s.space, s.type, s.id])

function tolk(tekst: string): Kopi | null {
  try {
    const r = v.safeParse(kopiSkjema, JSON.parse(tekst))
    return r.success ? r.output : null
  } catch {
    return null
  }
}

/** Queues the ops that this device has neither queued, had confirmed nor been refused. @returns how many */
async function iKoe(db: Base, ops: Utpost[]): Promise<number> {
  const ider = ops.map((o) => o.opId)
  const har = new Set([
    ...(await db.outbox.where('opId').anyOf(ider).toArray()).map((o) => o.opId),
    ...(await db.acked.where('opId').anyOf(ider).toArray()).map((o) => o.opId),
    ...(await db.rejected.where('opId').anyOf(ider).primaryKeys()),
  ])
  const nye = ops.filter((o) => !har.has(o.opId))
  let seq = ((await db.meta.get('seq'))?.v as number | undefined) ?? 0
  for (const op of nye) {
    const n: [string, string, string] = [op.space, op.type, op.id]
    if (!(await db.shadow.get(n))) {
      const post = await db.record.get(n)
      await db.shadow.put(post ? { ...utenLive(post), finnes: true } : tomSkygge(...n))
    }
    seq += 1
    await db.outbox.add({ ...op, seq })
  }
  await db.meta.put({ k: 'seq', v: seq })
  for (const n of new Set(nye.map(noekkel))) await byggPost(db, ...(JSON.parse(n) as [string, string, string]))
  return nye.length
}
