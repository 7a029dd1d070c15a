import { egetRom } from '../domain/rom.ts'
import { medSkjemaer } from '../domain/skjemaer.ts'
import type { Rettigheter } from '../domain/tilgang.ts'
import type { FormerReplica, OpResult, SpaceResponse, SyncRequest, SyncResponse } from '../sync/messages.ts'
import { alleTabeller, type Base, type Skygge, type Utpost } from './db.ts'
import type { Toemt } from './emptied.ts'
import { byggPost, medOp, somPost, tomSkygge, utenLive } from './replay.ts'
import type { Rundeverden } from './world.ts'

/** Takes in the server's answer: results, rows and cursors in one transaction. */

const SENDTE_SOM_VISES = 100

/**
 * @param bekreftet the seq before which the server had confirmed everything when it was asked
 * @returns whether to ask again at once
 */
export async function mottaSvar(
  verden: Pick<Rundeverden, 'db' | 'uuid' | 'naa' | 'framdrift'>,
  req: SyncRequest,
  svar: SyncResponse,
  bekreftet: number,
): Promise<{ mer: boolean }> {
  const { db } = verden
  return medSkjemaer(() => db.transaction('rw', alleTabeller(db), async () => {
    // Another tab may have been given a new replica id meanwhile; its answer counts, this one's does not.
    if ((await db.meta.get('replica'))?.v !== req.replica) return { mer: true }
    const beroert = new Set<string>()
    await mottaResultater(db, svar, beroert)
    await mottaRettigheter(db, svar, beroert)
    const tatt = new Set<SpaceResponse>()
    for (const space of svar.spaces)
      if (await mottaRom(db, space, req.spaces.find((s) => s.id === space.id), beroert)) tatt.add(space)
    // A server that expects what it has confirmed, or does not know our place, has been restored from an older copy. Its own
    // count tells also where no space does: one that is no longer ours, or that was not asked about.
    const hull = !svar.forked && svar.results.length < req.push.length
    const glemt = svar.revoked !== true && (hull || svar.nextSeq < bekreftet || svar.spaces.some((s) => s.cursorUnknown))
    // One that is taken away is told no count: what is in no backup is sent once more, in case the server was restored before.
    const fjernetNaa = svar.revoked === true && (await db.meta.get('fjernet'))?.v !== true
    // Versions from before a restore say nothing about what is safe after it, also where the cursor fits both.
    if (!svar.forked && !glemt)
      for (const { id, durable } of tatt) await db.acked.where('[space+ver]').between([id, 0], [id, durable], true, true).delete()
    if (svar.forked || glemt || fjernetNaa) await sendPaaNytt(db, beroert)
    if (svar.forked || glemt) await nyReplika(verden)
    for (const nk of beroert) await byggPost(db, ...(JSON.parse(nk) as [string, string, string]))
    if (req.former !== undefined) await mottaTidligere(verden, svar.former ?? null)
    await db.meta.bulkPut([
      { k: 'rettigheter', v: svar.grants },
      { k: 'bruker', v: svar.user },
      { k: 'sistSynkronisert', v: verden.naa() },
      { k: 'klokkeavvik', v: svar.now - verden.naa() },
    ])
    const ferdig = svar.spaces.filter((s) => !s.more).length
    verden.framdrift?.(ferdig, svar.spaces.length)
    const usendt = await db.outbox.count()
    await db.meta.put({ k: 'fjernet', v: svar.revoked === true })
    const sendtAlt = req.push.length === 0 || svar.results.length > 0
    return { mer: svar.spaces.some((s) => s.more) || tatt.size < svar.spaces.length || svar.forked === true || glemt || fjernetNaa || (usendt > 0 && sendtAlt) }
  }))
}

/** What the server says that this browser was before: told to the person. */
async function mottaTidligere({ db, naa }: Pick<Rundeverden, 'db' | 'naa'>, tjener: FormerReplica | null): Promise<void> {
  const kjent = (await db.meta.get('toemt'))?.v as Toemt | undefined
  if (kjent ?? tjener) await db.meta.put({ k: 'toemt', v: { naar: naa(), ...kjent, tjener } satisfies Toemt })
}

const nk = (space: string, type: string, id: string): string => JSON.stringify([space, type, id])

async function mottaResultater(db: Base, svar: SyncResponse, beroert: Set<string>): Promise<void> {
  if (svar.results.length === 0) return
  const ut = new Map((await db.outbox.where('opId').anyOf(svar.results.map((r) => r.opId)).toArray()).map((o) => [o.opId, o]))
  for (const r of svar.results) {
    const op = ut.get(r.opId)
    if (!op) continue
    await db.outbox.delete(op.n!)
    beroert.add(nk(op.space, op.type, op.id))
    if (r.status === 'applied' || r.status === 'merged') {
      await iSkyggen(db, op, r)
      const { n: _, ...kvittert } = op
      await db.acked.add({ ...kvittert, ver: r.ver ?? 0 })
    }
    // What another's writing stands over is told in one's own space (a server from before that tells it here alone).
    const tatt = r.status === 'applied' || (r.status === 'merged' && egetRom(svar.user) in svar.grants)
    if (tatt && op.type === 'beskjed') continue
    if (tatt) await db.sent.put({ opId: op.opId, space: op.space, type: op.type, id: op.id, tittel: op.tittel, skrevet: op.t, bekreftet: svar.now })
    else await sendtTilbake(db, op, r)
  }
  const antall = await db.sent.count()
  if (antall > SENDTE_SOM_VISES) await db.sent.orderBy('bekreftet').limit(antall - SENDTE_SOM_VISES).delete()
}

/** The confirmed op becomes part of what the server has, whether or not its row comes in this answer. A row of that version or a later one has it already, and what others wrote since. */
async function iSkyggen(db: Base, op: Utpost, r: OpResult): Promise<void> {
  const skygge = (await db.shadow.get([op.space, op.type, op.id])) ?? tomSkygge(op.space, op.type, op.id)
  if (r.ver !== undefined && skygge.ver >= r.ver) return
  await db.shadow.put(medOp(skygge, op, r.merged))
}

async function sendtTilbake(db: Base, { n: _, tittel, ...op }: Utpost, r: OpResult): Promise<void> {
  const slag = r.status === 'refused' ? 'avvist' : r.status === 'quarantined' ? 'satt_til_side' : 'overskrevet'
  const kode = r.reason?.code ?? (slag === 'overskrevet' ? 'HH-209' : '')
  await db.rejected.put({
    opId: op.opId,
    slag,
    op,
    tittel,
    tapteFelter: r.merged ?? [],
    kode,
    // The sentence for a code that came without one stands in `returned.ts`.
    grunn: r.reason?.text ?? '',
  })
}

/** A space that is no longer ours goes away with its rows; what is unsent stays, and will be answered. */
async function mottaRettigheter(db: Base, svar: SyncResponse, beroert: Set<string>): Promise<void> {
  const foer = ((await db.meta.get('rettigheter'))?.v ?? {}) as Rettigheter
  // Also one that was never ours to read: what was written there and is answered now.
  const skrevet = [...beroert].map((n) => (JSON.parse(n) as [string])[0])
  for (const space of new Set([...Object.keys(foer), ...skrevet])) {
    if (space in svar.grants) continue
    await db.record.where('space').equals(space).delete()
    await db.cursor.delete(space)
    await db.staged.where('space').equals(space).delete()
    const skygger = await db.shadow.filter((s) => s.space === space).toArray()
    for (const s of skygger) {
      await db.shadow.put(tomSkygge(s.space, s.type, s.id))
      beroert.add(nk(s.space, s.type, s.id))
    }
  }
}

/**
 * Takes in what a space has that is new from where it was asked from. Where the cursor stands somewhere else by now, nothing: another
 * tab was first, perhaps at a server that was restored meanwhile, and of two histories one would be left with rows of both.
 *
 * @param spurt the cursor as it was when the server was asked; missing where there was none
 * @returns whether it was taken in; if not, ask again
 */
async function mottaRom(db: Base, s: SpaceResponse, spurt: SyncRequest['spaces'][number] | undefined, beroert: Set<string>): Promise<boolean> {
  const sted = await db.cursor.get(s.id)
  const staar = { ...sted, ...sted?.paa }
  if (staar.epoch !== spurt?.epoch || staar.ver !== spurt?.ver || staar.mark !== spurt?.mark) return false
  if (s.cursorUnknown) {
    // The server was restored from an older copy: what it no longer has goes, what is unsent stays (docs/sync.md, «Pull»).
    await db.record.where('space').equals(s.id).delete()
    await db.staged.where('space').equals(s.id).delete()
    for (const skygge of await db.shadow.filter((x) => x.space === s.id).toArray()) {
      await db.shadow.put(tomSkygge(skygge.space, skygge.type, skygge.id))
      beroert.add(nk(skygge.space, skygge.type, skygge.id))
    }
  }

  const rader = s.rows.map((r): Skygge => ({ space: s.id, type: r.type, id: r.id, doc: r.doc, v: r.v, ver: r.ver, deleted: r.deleted, finnes: true }))
  const foerste = s.cursorUnknown || !sted || sted.ver === 0 || sted.fylles === true
  if (s.more && !foerste) {
    await db.staged.bulkAdd(rader)
    await db.cursor.put({ ...sted, paa: { ver: s.ver, mark: s.mark } })
    return true
  }
  const ventet = (await db.staged.where('space').equals(s.id).sortBy('n')).map(({ n: _, ...r }) => r)
  if (ventet.length > 0) await db.staged.where('space').equals(s.id).delete()
  await visRader(db, [...ventet, ...rader], beroert)
  await db.cursor.put({ id: s.id, epoch: s.epoch, ver: s.ver, mark: s.mark, ...(s.more ? { fylles: true } : {}) })
  return true
}

/** Rows from the server: straight into what is shown, or under what is unsent. */
async function visRader(db: Base, rader: Skygge[], beroert: Set<string>): Promise<void> {
  const skygger = await db.shadow.bulkGet(rader.map((r): [string, string, string] => [r.space, r.type, r.id]))
  const direkte = []
  for (const [i, r] of rader.entries()) {
    if (skygger[i]) {
      await db.shadow.put(r)
      beroert.add(nk(r.space, r.type, r.id))
    } else direkte.push(somPost(r))
  }
  if (direkte.length > 0) await db.record.bulkPut(direkte)
}

/**
 * All that was confirmed and is in no backup goes first in the queue again, every op with its own id: what the server has after
 * all is answered as known. So all of it is under the newest identity, whose count tells of the next restore.
 */
async function sendPaaNytt(db: Base, beroert: Set<string>): Promise<void> {
  const kvittert = await db.acked.orderBy('n').toArray()
  if (kvittert.length === 0) return
  const usendt = await db.outbox.orderBy('n').toArray()
  const igjen = kvittert.map(({ ver: _, n: __, ...op }): Utpost => op)
  for (const op of igjen) {
    const noekkel: [string, string, string] = [op.space, op.type, op.id]
    beroert.add(nk(...noekkel))
    if (await db.shadow.get(noekkel)) continue
    const post = await db.record.get(noekkel)
    await db.shadow.put(post ? { ...utenLive(post), finnes: true } : tomSkygge(...noekkel))
  }
  await db.acked.clear()
  await db.outbox.clear()
  await db.outbox.bulkAdd([...igjen, ...usendt.map(({ n: _, ...op }) => op)])
}

/** A new identity for this device, and what is unsent numbered from 1 again; every opId is kept, so nothing counts twice. */
async function nyReplika({ db, uuid }: Pick<Rundeverden, 'db' | 'uuid'>): Promise<void> {
  await db.meta.put({ k: 'replica', v: uuid() })
  const usendt = await db.outbox.orderBy('n').toArray()
  await db.outbox.bulkPut(usendt.map((op, i) => ({ ...op, seq: i + 1 })))
  await db.meta.put({ k: 'seq', v: usendt.length })
}
