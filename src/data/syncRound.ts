import { hentSkjemaer } from '../domain/skjemaer.ts'
import { OPS_PER_FORESPOERSEL, PROTOKOLL, SKJEMAVERSJON, type SyncRequest, type SyncResponse } from '../sync/messages.ts'
import type { Op } from '../sync/op.ts'
import type { Toemt } from './emptied.ts'
import type { Utpost } from './db.ts'
import { FrakobletFeil } from './device.ts'
import { mottaSvar } from './receive.ts'
import type { Rundeverden } from './world.ts'

/** One question to the server and what its answer changes. Doing it twice, or in two tabs at once, does no harm. */

/** The session has ended, or is another's: what is written stays until she logs in again. The message is the server's own sentence, where it says more than that. */
export class MaaLoggeInnFeil extends Error {
  override name = 'MaaLoggeInnFeil'
}

/** The server answered, and said no to the whole question; its sentence is the message. */
export class AvvistFeil extends Error {
  override name = 'AvvistFeil'
}

const TIDSFRIST_MS = 30_000
/** Bytes of a request's body; the server takes 1.5 MB. */
const MAKS_BYTES = 1_000_000

/** Asks until nothing more is to be sent or fetched. `only` narrows what is fetched to the named spaces. */
export async function synkroniser(verden: Rundeverden, only?: string[]): Promise<void> {
  for (let runde = 0; runde < 1000; runde++) {
    const { req, bekreftet } = await lagForespoersel(verden, only)
    const svar = await spoer(verden, req)
    // Before the transaction that checks them: nothing else than the database may be waited for inside one.
    await hentSkjemaer(svar.spaces.flatMap((s) => s.rows.map((r) => r.type))).catch((e: unknown) => {
      throw new FrakobletFeil('Appens egne filer kunne ikke hentes.', { cause: e })
    })
    const { mer } = await mottaSvar(verden, req, svar, bekreftet)
    if (only && Object.keys(svar.grants).some((r) => !req.spaces.some((s) => s.id === r) && !only?.includes(r))) only = undefined
    else if (!mer) return
  }
}

/** `bekreftet`: every seq before this one has been answered. */
async function lagForespoersel(
  { db, bruker, naa, enhetsnavn, uuid }: Rundeverden,
  only?: string[],
): Promise<{ req: SyncRequest; bekreftet: number }> {
  return db.transaction('rw', [db.outbox, db.cursor, db.meta], async () => {
    let replica = (await db.meta.get('replica'))?.v as string | undefined
    if (replica === undefined) {
      replica = uuid()
      await db.meta.put({ k: 'replica', v: replica })
    }
    const push = heleTxner(await db.outbox.orderBy('n').limit(OPS_PER_FORESPOERSEL + 1).toArray())
    const spaces = (await db.cursor.toArray()).map(({ id, epoch, ver, mark, paa }) => ({ id, epoch, ver, mark, ...paa }))
    const bekreftet = push[0]?.seq ?? (((await db.meta.get('seq'))?.v as number | undefined) ?? 0) + 1
    // One that has never had an answer may be what is left of another.
    const former = (await db.meta.get('sistSynkronisert')) ? undefined : (((await db.meta.get('toemt'))?.v as Toemt | undefined)?.merke?.replica ?? '')
    const req = { protocol: PROTOKOLL, former, replica, user: bruker, device: enhetsnavn, schema: SKJEMAVERSJON, now: naa(), push, spaces } as const
    return { req: { ...req, ...(only ? { only } : {}) }, bekreftet }
  })
}

/** The first ops that fit in a request, never half a txn. */
function heleTxner(ut: Utpost[]): Op[] {
  const ops: Op[] = []
  let bytes = 0
  for (let i = 0; i < ut.length; ) {
    let slutt = i
    while (slutt < ut.length && ut[slutt]!.txnId === ut[i]!.txnId) slutt++
    const txn = ut.slice(i, slutt).map(somOp)
    const stoerrelse = JSON.stringify(txn).length
    if (ops.length > 0 && (ops.length + txn.length > OPS_PER_FORESPOERSEL || bytes + stoerrelse > MAKS_BYTES)) break
    if (slutt === ut.length && ut.length > OPS_PER_FORESPOERSEL && ops.length > 0) break
    ops.push(...txn)
    bytes += stoerrelse
    i = slutt
  }
  return ops
}

export function somOp({ n: _, tittel: __, overlevert: ___, ...op }: Utpost): Op {
  return op
}

async function spoer({ fetch }: Rundeverden, req: SyncRequest): Promise<SyncResponse> {
  let svar: Response
  let kropp: unknown
  try {
    svar = await fetch('/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(req),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(TIDSFRIST_MS),
    })
    kropp = await svar.json()
  } catch (e) {
    // No network, too slow, or a page of somebody else's in between: all the same to the person.
    throw new FrakobletFeil('Serveren svarer ikke.', { cause: e })
  }
  if (svar.ok && erSvar(kropp)) return kropp
  const feil = (kropp as { error?: { code?: unknown; text?: unknown } } | null)?.error
  if (svar.status === 401) throw new MaaLoggeInnFeil(feil?.code === 'HH-308' ? String(feil.text) : '')
  if (svar.status >= 400 && svar.status < 500 && typeof feil?.text === 'string') throw new AvvistFeil(feil.text)
  throw new FrakobletFeil('Serveren svarer ikke som den skal.')
}

const erSvar = (k: unknown): k is SyncResponse =>
  typeof k === 'object' && k !== null && (k as { protocol?: unknown }).protocol === PROTOKOLL && Array.isArray((k as SyncResponse).spaces)
