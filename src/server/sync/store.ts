import type { Database } from '../schema.ts'
import type { Kysely } from 'kysely'
import type { EnhetPost } from '../../domain/enhet.ts'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { rettigheterFor, type Bruker, type Rettigheter } from '../../domain/tilgang.ts'
import {
  PROTOKOLL,
  SKJEMAVERSJON,
  type FormerReplica,
  type Hint,
  type HistoryEntry,
  type OpResult,
  type SyncRequest,
  type SyncResponse,
} from '../../sync/messages.ts'
import type { Doc, Op } from '../../sync/op.ts'
import { standardverdier } from '../../sync/sjekk.ts'
import { snapshot, transaction } from '../transaction.ts'
import { lesBruker } from '../auth/users.ts'
import { decide } from './decide.ts'
import { erHoldtForAndre } from './held.ts'
import { history } from './history.ts'
import { feilMed } from '../http/feil.ts'
import { createHandover, type Handover } from './overlevering/handover.ts'
import { pull } from './pull.ts'
import { knownOps, push } from './push.ts'
import { lesSattTilSide, settTilSide, type Satt } from './quarantine.ts'

/** What the routes know of the sync: one call for each thing a device can ask. */
export interface Store {
  /** Stores what is pushed, then answers what is new. Refusals of single ops are results; a device that was taken away is answered with `revoked`. Fault: HH-308 where it is another's work than the one's who is logged in. */
  sync(bruker: Bruker, req: SyncRequest): Promise<Resultat<SyncResponse>>
  /** The first of these devices that is this user's; `null` where none is. */
  former(bruker: Bruker, replicas: readonly string[]): Promise<FormerReplica | null>
  /** A record's history, newest first. */
  history(bruker: Bruker, space: string, type: string, id: string): Promise<Resultat<HistoryEntry[]>>
  grants(bruker: Bruker): Promise<Rettigheter>
  /** Calls back after each commit; the returned function ends it. */
  onHint(fn: (hint: Hint) => void): () => void
  /** First filling: makes those of the records that are not there yet, in the server's own name. */
  seed(rader: readonly Startrad[], actor: string): Promise<void>
  devices(): Promise<Nettbrett[]>
  /** From now on the device is sent nothing, and what it sends is set aside. What it has not sent stays on it. */
  revokeDevice(replica: string): Promise<void>
  /** What was set aside and waits for a prosjektleder. */
  setAside(): Promise<Satt[]>
  /** Lets a set-aside op in, in its author's name, or drops it, with what was written together with it; the author is told. Faults: HH-304 where it no longer waits, or the reason it was refused. */
  decide(av: Bruker, opId: string, slipp: boolean): Promise<Resultat<null>>
  /** What comes by another's device. */
  handover: Handover
}

export interface Startrad {
  space: string
  type: string
  id: string
  set: Doc
}

export interface Nettbrett {
  replica: string
  bruker: string
  navn: string
  foersteGang: number
  sistSett: number
  fjernet: boolean
}

export interface StoreVerden {
  db: Kysely<Database>
  now: () => number
  uuid: () => string
  log?: (line: string) => void
  /** The user as of now, `null` for one who is locked or not there; looked up among the accounts unless told. */
  user?: (id: string) => Promise<Bruker | null>
}

export function createStore({ db, now, uuid, log, user = (id) => lesBruker(db, id) }: StoreVerden): Store {
  const lyttere = new Set<(h: Hint) => void>()
  let enheter: { head: number; liste: EnhetPost[] } | null = null

  const verden = { now, uuid, ...(log ? { log } : {}) }

  const meld = (heads: Map<string, number>) => {
    for (const [space, head] of heads) for (const fn of lyttere) fn({ space, head })
  }

  /** The organisation, read again only when the project space has moved. */
  async function organisasjon(): Promise<EnhetPost[]> {
    const head = (await db.selectFrom('space').select('head').where('id', '=', 'project').executeTakeFirst())?.head ?? 0
    if (enheter?.head === head) return enheter.liste
    const rader = await db
      .selectFrom('record')
      .select(['id', 'doc'])
      .where('space', '=', 'project')
      .where('type', '=', 'enhet')
      .where('deleted', '=', 0)
      .execute()
    const liste = rader.map(
      (r) => ({ ...standardverdier('enhet'), ...(JSON.parse(r.doc) as Doc), id: r.id }) as unknown as EnhetPost,
    )
    enheter = { head, liste }
    return liste
  }
  const grants = async (bruker: Bruker) => rettigheterFor(bruker, await organisasjon())

  /** Whether the device may go on: known to be this user's and not removed. Writes down when it was seen. */
  async function moetReplica(bruker: Bruker, req: SyncRequest): Promise<'ok' | 'fjernet' | 'annens'> {
    const t = now()
    await db
      .insertInto('replica')
      .values({
        id: req.replica,
        user_id: bruker.id,
        label: req.device,
        next_seq: 1,
        first_seen: t,
        last_seen: t,
        revoked: 0,
      })
      .onConflict((c) => c.column('id').doNothing())
      .execute()
    const r = await db
      .selectFrom('replica')
      .select(['user_id', 'revoked', 'last_seen', 'label'])
      .where('id', '=', req.replica)
      .executeTakeFirstOrThrow()
    if (r.user_id !== bruker.id) return 'annens'
    if (r.revoked === 1) return 'fjernet'
    // Once a minute is enough: a write for each pull would cost more than the pull.
    if (t - r.last_seen > 60_000 || r.label !== req.device)
      await db.updateTable('replica').set({ last_seen: t, label: req.device }).where('id', '=', req.replica).execute()
    return 'ok'
  }

  /** A device that was taken away: its rows go, what it sends is set aside (what it has had an answer to is answered so again), and it is told so. */
  async function svarFjernet(bruker: Bruker, req: SyncRequest): Promise<SyncResponse> {
    const fra = { replica: req.replica, actor: bruker.id, actorName: bruker.navn }
    const results = await transaction(db, async (trx) => {
      const known = req.push.length === 0 ? new Map<string, never>() : await knownOps(trx, req.push)
      const answered = req.push.flatMap((op) => known.get(op.opId) ?? []).map((k) => JSON.parse(k.result) as OpResult)
      const fresh = req.push.filter((op) => !known.has(op.opId))
      return [...answered, ...(await settTilSide(trx, fra, fresh, 'HH-210', now()))]
    })
    return { protocol: PROTOKOLL, now: now(), results, nextSeq: 1, revoked: true, user: bruker, grants: {}, spaces: [] }
  }

  async function sync(bruker: Bruker, req: SyncRequest): Promise<Resultat<SyncResponse>> {
    // Nothing is taken in another's name, nor shown to another: not even that it was there.
    if (req.user !== undefined && req.user !== bruker.id) return feil(feilMed('HH-308'))
    const moete = await moetReplica(bruker, req)
    if (moete === 'fjernet') return ok(await svarFjernet(bruker, req))
    const foer = await grants(bruker)
    const fra = {
      replica: req.replica,
      adgang: { bruker, rettigheter: foer },
      actor: bruker.id,
      actorName: bruker.navn,
      offset: now() - req.now,
    }
    const sendt =
      moete === 'annens'
        ? { results: [], nextSeq: 1, forked: true, heads: new Map<string, number>() }
        : await push(db, fra, req.push, verden)
    meld(sendt.heads)
    const rettigheter = await grants(bruker)
    // A space that was pushed to is always answered, so that no device stands behind what it was told is stored; and her own, where she is to be told.
    const spurt = req.only && new Set([...req.only, ...req.push.map((o) => o.space), ...sendt.heads.keys()])
    const rom = Object.keys(rettigheter).filter((r) => !spurt || spurt.has(r))
    const spaces = await snapshot(db, (trx) => pull(trx, rom, req.spaces, bruker.id))
    return ok({
      protocol: PROTOKOLL,
      now: now(),
      results: sendt.results,
      nextSeq: sendt.nextSeq,
      ...(sendt.forked ? { forked: true } : {}),
      user: bruker,
      grants: rettigheter,
      spaces,
    })
  }

  async function seed(rader: readonly Startrad[], actor: string): Promise<void> {
    const samlet = new Map<string, Startrad>()
    for (const r of rader) {
      const nk = `${r.space} ${r.type} ${r.id}`
      const kjent = samlet.get(nk)
      samlet.set(nk, kjent ? { ...kjent, set: { ...kjent.set, ...r.set } } : r)
    }
    const finnes = new Set(
      (await db.selectFrom('record').select(['space', 'type', 'id']).execute()).map(
        (r) => `${r.space} ${r.type} ${r.id}`,
      ),
    )
    const mangler = [...samlet].filter(([nk]) => !finnes.has(nk)).map(([, r]) => r)
    if (mangler.length === 0) return
    const replica = uuid()
    const t = now()
    await db
      .insertInto('replica')
      .values({ id: replica, user_id: actor, label: 'server', next_seq: 1, first_seen: t, last_seen: t, revoked: 1 })
      .execute()
    mangler.sort((a, b) => (a.space < b.space ? -1 : a.space > b.space ? 1 : 0))
    const ops = mangler.map((r, i): Op => {
      const opId = uuid()
      const base = Object.fromEntries(Object.keys(r.set).map((f) => [f, null]))
      return {
        opId,
        seq: i + 1,
        txnId: opId,
        kind: 'set',
        space: r.space,
        type: r.type,
        id: r.id,
        set: r.set,
        base,
        schema: SKJEMAVERSJON,
        t,
      }
    })
    for (let i = 0; i < ops.length; i += 500) {
      const svar = await push(
        db,
        { replica, adgang: null, actor, actorName: actor, offset: 0 },
        ops.slice(i, i + 500),
        { now, uuid },
      )
      const avvist = svar.results.find((r) => r.status === 'refused')
      if (avvist)
        throw new Error(
          `Startdata passer ikke skjemaet: ${JSON.stringify({ op: ops.find((o) => o.opId === avvist.opId), avvist })}`,
        )
      meld(svar.heads)
    }
  }

  return {
    sync,
    seed,
    grants,
    async decide(av, opId, slipp) {
      const heads = await decide(db, av, opId, slipp, verden)
      if (heads.ok) meld(heads.verdi)
      return heads.ok ? ok(null) : heads
    },
    handover: createHandover({ ...verden, db, grants, user, moved: meld }),
    setAside: () => lesSattTilSide(db),
    async former(bruker, replicas) {
      if (replicas.length === 0) return null
      const known = await db
        .selectFrom('replica')
        .select(['id as replica', 'last_seen as lastSeen', 'next_seq as nextSeq'])
        .where('user_id', '=', bruker.id)
        .where('id', 'in', replicas)
        .execute()
      return replicas.map((id) => known.find(({ replica }) => replica === id)).find((r) => r !== undefined) ?? null
    },
    async history(bruker, space, type, id) {
      if (!(space in (await grants(bruker))))
        return feil({ kode: 'HH-201', tekst: 'Du har ikke tilgang til denne enheten.' })
      if (await erHoldtForAndre(db, space, type, id, bruker.id)) return ok([])
      return ok(await history(db, space, type, id))
    },
    onHint(fn) {
      lyttere.add(fn)
      return () => lyttere.delete(fn)
    },
    async devices() {
      const rader = await db
        .selectFrom('replica')
        .selectAll()
        .where('label', '!=', 'server')
        .orderBy('last_seen', 'desc')
        .execute()
      return rader.map((r) => ({
        replica: r.id,
        bruker: r.user_id,
        navn: r.label,
        foersteGang: r.first_seen,
        sistSett: r.last_seen,
        fjernet: r.revoked === 1,
      }))
    },
    async revokeDevice(replica) {
      await db.updateTable('replica').set({ revoked: 1 }).where('id', '=', replica).execute()
    },
  }
}
