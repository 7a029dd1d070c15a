import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ok, type Resultat } from '../../../domain/resultat.ts'
import type { Bruker, Rettigheter } from '../../../domain/tilgang.ts'
import type { Nettbrettmelding, Nettbrettsvar, Overleveringssvar } from '../../../sync/overlevering/messages.ts'
import type { Op } from '../../../sync/op.ts'
import type { Database } from '../../schema.ts'
import { transaction } from '../../transaction.ts'
import type { PushAvsender, PushVerden } from '../pushTypes.ts'
import { knownOps, pushCarried } from '../push.ts'
import { settTilSide } from '../quarantine.ts'
import { fromBase64url, readPublicKey, serverKey, thumbprint } from './keys.ts'
import { messagesFor, tellAuthor } from './messages.ts'
import { openPacket, type Opened } from './open.ts'

/**
 * Hand-over: changes that another's device brings. They count as their author's, with the author's rights as of now, once, in
 * whatever order they come and however often (docs/sync.md, «Hand-over»).
 */
export interface Handover {
  /** Notes the public key of a user's replica, and tells what waits for the user. Fault: HH-301 for what is no key. */
  meet(bruker: Bruker, melding: Nettbrettmelding): Promise<Nettbrettsvar & { registrert: boolean }>
  /** Takes in a packet, whoever carries it. Faults: HH-305, HH-306, HH-307. */
  take(pakke: Uint8Array<ArrayBuffer>): Promise<Resultat<Taken>>
}

export interface Taken extends Overleveringssvar {
  forfatter: { id: string; navn: string }
}

export interface HandoverWorld extends PushVerden {
  db: Kysely<Database>
  grants: (bruker: Bruker) => Promise<Rettigheter>
  /** The user as of now; `null` for one who is locked, or not there. */
  user: (id: string) => Promise<Bruker | null>
  moved: (heads: Map<string, number>) => void
}

export function createHandover(world: HandoverWorld): Handover {
  const { db, now } = world
  return {
    async meet(bruker, { replica, noekkel, kvittert }) {
      const registrert = await register(db, bruker, replica, noekkel)
      const tjener = await serverKey(db, now())
      return { registrert, tjener, beskjeder: await messagesFor(db, bruker.id, kvittert) }
    },
    async take(pakke) {
      const opened = await openPacket(db, pakke)
      if (!opened.ok) return opened
      const { innhold, fra } = opened.verdi
      const author = await world.user(innhold.bruker)
      const forfatter = { id: innhold.bruker, navn: author?.navn ?? fra }
      const via = createHash('sha256').update(pakke).digest('base64url').slice(0, 22)
      const sender = {
        replica: innhold.replica,
        via: `overlevering:${via}`,
        actor: forfatter.id,
        actorName: forfatter.navn,
      }
      const why = whyAside(opened.verdi, author)
      const done =
        why === null
          ? await store(world, { ...sender, adgang: await access(world, author!), offset: innhold.avvik }, innhold.ops)
          : await setAside(world, sender, opened.verdi, why)
      return ok({ antall: innhold.ops.length, ...done, forfatter })
    },
  }
}

/** The same key may be said by several replicas of one user (a device that has been given a new id), and by no other's. */
async function register(db: Kysely<Database>, bruker: Bruker, replica: string, noekkel: string): Promise<boolean> {
  if ((await readPublicKey(noekkel)) === null) return false
  const id = thumbprint(fromBase64url(noekkel))
  const others = await db
    .selectFrom('replica')
    .select('id')
    .where('noekkel_id', '=', id)
    .where('user_id', '!=', bruker.id)
    .executeTakeFirst()
  if (others !== undefined) return false
  const { numUpdatedRows } = await db
    .updateTable('replica')
    .set({ noekkel, noekkel_id: id })
    .where('id', '=', replica)
    .where('user_id', '=', bruker.id)
    .where('revoked', '=', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Why a packet is not stored but set aside for a prosjektleder; `null` when it may be stored. */
function whyAside({ proved, revoked, nextSeq, innhold }: Opened, author: Bruker | null): string | null {
  if (!proved) return 'HH-212'
  if (revoked) return 'HH-210'
  if (author === null) return 'HH-214'
  // What came before these and was confirmed is no longer here: the server was restored. They may build on it.
  return innhold.ops[0]!.seq > nextSeq ? 'HH-213' : null
}

const access = async ({ grants }: HandoverWorld, bruker: Bruker) => ({ bruker, rettigheter: await grants(bruker) })

type Done = Pick<Overleveringssvar, 'nye' | 'tilSide'>

async function store(world: HandoverWorld, sender: PushAvsender, ops: readonly Op[]): Promise<Done> {
  const { db, now } = world
  const done = { nye: 0, tilSide: 0 }
  await pushCarried(db, sender, ops, world, async (trx, fresh, results, heads) => {
    await tellAuthor(trx, sender.actor, fresh, results, now())
    return () => {
      done.nye += fresh.length
      done.tilSide += results.filter((r) => r.status === 'quarantined').length
      world.moved(heads)
    }
  })
  return done
}

async function setAside(
  { db, now }: HandoverWorld,
  sender: Pick<PushAvsender, 'replica' | 'actor' | 'actorName'>,
  { innhold, proved }: Opened,
  why: string,
): Promise<Done> {
  return transaction(db, async (trx) => {
    const known = await knownOps(trx, innhold.ops)
    const fresh = innhold.ops.filter((op) => !known.has(op.opId))
    const results = await settTilSide(trx, sender, fresh, why, now())
    // Anybody can make a packet that nobody has signed: it is no reason to tell the one it names anything.
    if (proved) await tellAuthor(trx, sender.actor, fresh, results, now())
    return { nye: fresh.length, tilSide: fresh.length }
  })
}
