import type { Lest } from '../domain/lest.ts'
import { medSkjemaer } from '../domain/skjemaer.ts'
import { tabeller } from '../domain/tabeller.ts'
import { like } from '../sync/like.ts'
import { mengdeendring } from '../sync/mengde.ts'
import { SKJEMAVERSJON } from '../sync/messages.ts'
import { skriverAv, type Doc, type Json, type Op } from '../sync/op.ts'
import { sjekkRad, standardverdier } from '../sync/sjekk.ts'
import { tittelAv } from '../sync/tittel.ts'
import type { Base, LagretPost, Skygge, Utpost } from './db.ts'
import type { Endring, Kvittering } from './device.ts'
import { merk } from './mark.ts'
import { medOp, somPost, tomSkygge, utenLive } from './replay.ts'

/** A person's change: record and outbox in one durable transaction, or nothing at all. */

/** The change does not fit the table's rules. The form that let it through has a fault; nothing was stored, nothing lost. */
export class UgyldigFeil extends Error {
  override name = 'UgyldigFeil'
}

export interface Skriveverden {
  db: Base
  /** User id of the one who writes. */
  bruker: string
  naa: () => number
  uuid: () => string
}

/** Most ops a txn may hold (docs/sync.md): a longer list is written as several. */
export const OPS_PER_TXN = 200
/** Most bytes its ops may come to as they are sent. */
export const BYTES_PER_TXN = 256_000
const antallBytes = (op: Op): number => new TextEncoder().encode(JSON.stringify(op)).length

export async function skriv(verden: Skriveverden, endringer: readonly Endring[]): Promise<Kvittering> {
  if (endringer.length > OPS_PER_TXN) throw new UgyldigFeil(`Høyst ${OPS_PER_TXN} endringer om gangen.`)
  if (new Set(endringer.map((e) => e.rom)).size > 1) throw new UgyldigFeil('Endringer som hører sammen, må ligge i samme rom.')
  const { db } = verden
  const txnId = verden.uuid()
  const noekler = endringer.map((e): [string, string, string] => [e.rom, e.type, e.id])
  let skrevet: () => void = () => undefined
  const foer = await medSkjemaer(() =>
   db.transaction('rw', [db.record, db.shadow, db.outbox, db.meta], async (): Promise<Endring[]> => {
    // Read in one go and written in one go: every step of its own would be a turn to the database and back.
    const [[sist, replica], poster, skygger] = await Promise.all([
      db.meta.bulkGet(['seq', 'replica']),
      db.record.bulkGet(noekler),
      db.shadow.bulkGet(noekler),
    ])
    const seq = (sist?.v as number | undefined) ?? 0
    const nyePoster = new Map<string, LagretPost>()
    const nyeSkygger = new Map<string, Skygge>()
    const ut: Utpost[] = []
    let bytes = 0
    const angre: Endring[] = []
    for (const [i, e] of endringer.entries()) {
      const noekkel = noekler[i]!
      const nk = JSON.stringify(noekkel)
      const post = nyePoster.get(nk) ?? poster[i]
      const op = lagOp(e, post, { opId: verden.uuid(), txnId, seq: seq + ut.length + 1, t: verden.naa() })
      if (!op) continue
      bytes += antallBytes(op)
      if (bytes > BYTES_PER_TXN) throw new UgyldigFeil('Dette er for mye å lagre på én gang. Del det opp, og lagre én del om gangen.')
      const staar: Skygge = post ? { ...utenLive(post), finnes: true } : tomSkygge(...noekkel)
      if (!skygger[i] && !nyeSkygger.has(nk)) nyeSkygger.set(nk, staar)
      const neste = medOp(staar, op)
      if (!neste.deleted) {
        const galt = sjekkRad(e.type, neste.doc)
        if (galt) throw new UgyldigFeil(galt.tekst)
      }
      nyePoster.set(nk, somPost(neste))
      ut.push({ ...op, tittel: tittelAv(neste.doc) })
      angre.unshift(motsatt(e, post, op, neste))
    }
    if (ut.length > 0)
      await Promise.all([
        db.shadow.bulkPut([...nyeSkygger.values()]),
        db.record.bulkPut([...nyePoster.values()]),
        db.outbox.bulkAdd(ut),
        db.meta.put({ k: 'seq', v: seq + ut.length }),
      ])
    skrevet = () => merk(verden.bruker, (replica?.v as string | undefined) ?? '', seq + ut.length, ut)
    return angre
  }),
  )
  skrevet()
  return {
    txnId,
    angre: async () => {
      if (foer.length > 0) await skriv(verden, foer)
    },
  }
}

/** The op for a change; `null` when nothing would change. Fields of a group go together, with what each stood on. */
function lagOp(e: Endring, post: LagretPost | undefined, hode: Pick<Op, 'opId' | 'txnId' | 'seq' | 't'>): Op | null {
  const nye = somJson(e.set)
  // What the person built on: the row as it stands, or as it stood when her form was opened.
  const sett = e.fra ? somJson(e.fra.felter) : post?.doc
  const sistSkrevet = e.fra?.v ?? post?.v ?? {}
  const set: Doc = {}
  for (const [felt, verdi] of Object.entries(nye))
    if (!post || (!like(post.doc[felt], verdi) && !like(sett?.[felt], verdi))) set[felt] = verdi
  for (const gruppe of tabeller[e.type].grupper as readonly (readonly string[])[]) {
    if (!gruppe.some((f) => f in set)) continue
    for (const f of gruppe) {
      // `null` is a value here: only what nobody has said is filled in.
      const verdi = f in nye ? nye[f] : sett && f in sett ? sett[f] : standardverdier(e.type)[f]
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
  const alt = slettes ? sistSkrevet : {}
  const base = { ...alt, ...Object.fromEntries(felter.map((f) => [f, post ? skriverAv(sistSkrevet, f) : null])) }
  const fra = Object.fromEntries(
    (tabeller[e.type].tekster as readonly string[]).flatMap((f) => {
      const tekst = post && f in set ? sett?.[f] : undefined
      return typeof tekst === 'string' ? [[f, tekst]] : []
    }),
  )
  const mengder = Object.fromEntries(
    (tabeller[e.type].mengder as readonly string[]).flatMap((f) => {
      const ny = set[f]
      const mengde = sett?.[f] ?? []
      return post && Array.isArray(ny) && Array.isArray(mengde) ? [[f, mengdeendring(mengde, ny)]] : []
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
    ...(Object.keys(mengder).length > 0 ? { mengder } : {}),
    schema: SKJEMAVERSJON,
  }
}

const somJson = (felter: object = {}): Doc => JSON.parse(JSON.stringify(felter)) as Doc

/** What puts the former values in place again. Who takes back has seen what she wrote herself, not what came after. */
function motsatt(e: Endring, post: LagretPost | undefined, op: Op, skrevet: Skygge): Endring {
  const fra: Lest = { felter: skrevet.doc, v: skrevet.v }
  if (!post) return { rom: e.rom, type: e.type, id: e.id, slettet: true, fra }
  const set = Object.fromEntries(Object.keys(op.set).map((f) => [f, post.doc[f] ?? standardverdier(e.type)[f] ?? null])) as Record<string, Json>
  return { rom: e.rom, type: e.type, id: e.id, fra, set: set as Endring['set'] & object, ...(op.kind === 'set' ? {} : { slettet: op.kind === 'undelete' }) }
}

