import { medSkjemaer } from '../domain/skjemaer.ts'
import { tabeller } from '../domain/tabeller.ts'
import { like } from '../sync/like.ts'
import { SKJEMAVERSJON } from '../sync/messages.ts'
import { skriverAv, type Doc, type Json, type Op } from '../sync/op.ts'
import { sjekkRad, standardverdier } from '../sync/sjekk.ts'
import { tittelAv } from '../sync/tittel.ts'
import type { Base, LagretPost, Skygge, Utpost } from './db.ts'
import type { Endring, Kvittering } from './device.ts'
import { medOp, somPost, tomSkygge, utenLive } from './replay.ts'

/** A person's change: record and outbox in one durable transaction, or nothing at all. */

/** The change does not fit the table's rules. The form that let it through has a fault; nothing was stored, nothing lost. */
export class UgyldigFeil extends Error {
  override name = 'UgyldigFeil'
}

export interface Skriveverden {
  db: Base
  naa: () => number
  uuid: () => string
}

/** Most ops a txn may hold (docs/sync.md): a longer list is written as several. */
export const OPS_PER_TXN = 200

export async function skriv(verden: Skriveverden, endringer: readonly Endring[]): Promise<Kvittering> {
  if (endringer.length > OPS_PER_TXN) throw new UgyldigFeil(`Høyst ${OPS_PER_TXN} endringer om gangen.`)
  if (new Set(endringer.map((e) => e.rom)).size > 1) throw new UgyldigFeil('Endringer som hører sammen, må ligge i samme rom.')
  const { db } = verden
  const txnId = verden.uuid()
  const noekler = endringer.map((e): [string, string, string] => [e.rom, e.type, e.id])
  const foer = await medSkjemaer(() =>
   db.transaction('rw', [db.record, db.shadow, db.outbox, db.meta], async (): Promise<Endring[]> => {
    // Read in one go and written in one go: every step of its own would be a turn to the database and back.
    const [sist, poster, skygger] = await Promise.all([
      db.meta.get('seq'),
      db.record.bulkGet(noekler),
      db.shadow.bulkGet(noekler),
    ])
    const seq = (sist?.v as number | undefined) ?? 0
    const nyePoster = new Map<string, LagretPost>()
    const nyeSkygger = new Map<string, Skygge>()
    const ut: Utpost[] = []
    const angre: Endring[] = []
    for (const [i, e] of endringer.entries()) {
      const noekkel = noekler[i]!
      const nk = JSON.stringify(noekkel)
      const post = nyePoster.get(nk) ?? poster[i]
      const op = lagOp(e, post, { opId: verden.uuid(), txnId, seq: seq + ut.length + 1, t: verden.naa() })
      if (!op) continue
      const staar: Skygge = post ? { ...utenLive(post), finnes: true } : tomSkygge(...noekkel)
      if (!skygger[i] && !nyeSkygger.has(nk)) nyeSkygger.set(nk, staar)
      const neste = medOp(staar, op)
      if (!neste.deleted) {
        const galt = sjekkRad(e.type, neste.doc)
        if (galt) throw new UgyldigFeil(galt.tekst)
      }
      nyePoster.set(nk, somPost(neste))
      ut.push({ ...op, tittel: tittelAv(neste.doc) })
      angre.unshift(motsatt(e, post, op))
    }
    if (ut.length > 0)
      await Promise.all([
        db.shadow.bulkPut([...nyeSkygger.values()]),
        db.record.bulkPut([...nyePoster.values()]),
        db.outbox.bulkAdd(ut),
        db.meta.put({ k: 'seq', v: seq + ut.length }),
      ])
    return angre
  }),
  )
  return {
    txnId,
    angre: async () => {
      if (foer.length > 0) await skriv(verden, foer)
    },
  }
}

/** The op for a change; `null` when nothing would change. Fields of a group go together, with what each stood on. */
function lagOp(e: Endring, post: LagretPost | undefined, hode: Pick<Op, 'opId' | 'txnId' | 'seq' | 't'>): Op | null {
  const nye = JSON.parse(JSON.stringify(e.set ?? {})) as Doc
  const set: Doc = {}
  for (const [felt, verdi] of Object.entries(nye)) if (!post || !like(post.doc[felt], verdi)) set[felt] = verdi
  for (const gruppe of tabeller[e.type].grupper as readonly (readonly string[])[]) {
    if (!gruppe.some((f) => f in set)) continue
    for (const f of gruppe) {
      // `null` is a value here: only what nobody has said is filled in.
      const verdi = f in nye ? nye[f] : post && f in post.doc ? post.doc[f] : standardverdier(e.type)[f]
      if (verdi !== undefined) set[f] = verdi
    }
  }
  const slettes = e.slettet === true && post?.deleted === false
  const gjenopprettes = e.slettet === false && post?.deleted === true
  if (post && Object.keys(set).length === 0 && !slettes && !gjenopprettes) return null
  if (!post && e.slettet === true) return null
  // What she was told of, too: a server that was put back tells her of nothing else again.
  if (slettes && e.type === 'beskjed') set.felter = post.doc.felter ?? {}
  const felter = slettes || gjenopprettes ? [...Object.keys(set), 'slettet'] : Object.keys(set)
  // One who deletes says what she saw of the whole record, so that whoever wrote what she did not see is told.
  const sett = slettes ? post.v : {}
  const base = { ...sett, ...Object.fromEntries(felter.map((f) => [f, post ? skriverAv(post.v, f) : null])) }
  const fra = Object.fromEntries(
    (tabeller[e.type].tekster as readonly string[]).flatMap((f) => {
      const tekst = f in set ? post?.doc[f] : undefined
      return typeof tekst === 'string' ? [[f, tekst]] : []
    }),
  )
  return {
    ...hode,
    kind: slettes ? 'delete' : gjenopprettes ? 'undelete' : 'set',
    space: e.rom,
    type: e.type,
    id: e.id,
    set,
    base,
    ...(Object.keys(fra).length > 0 ? { fra } : {}),
    schema: SKJEMAVERSJON,
  }
}

/** What puts the former values in place again. */
function motsatt(e: Endring, post: LagretPost | undefined, op: Op): Endring {
  if (!post) return { rom: e.rom, type: e.type, id: e.id, slettet: true }
  const set = Object.fromEntries(Object.keys(op.set).map((f) => [f, post.doc[f] ?? standardverdier(e.type)[f] ?? null])) as Record<string, Json>
  return { rom: e.rom, type: e.type, id: e.id, set: set as Endring['set'] & object, ...(op.kind === 'set' ? {} : { slettet: op.kind === 'undelete' }) }
}

