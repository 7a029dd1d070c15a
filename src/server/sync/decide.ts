import type { Kysely, Transaction } from 'kysely'
import { avgjortId } from '../../domain/beskjedId.ts'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { egetRom } from '../../domain/rom.ts'
import type { Bruker } from '../../domain/tilgang.ts'
import { skrivesAv, type Op } from '../../sync/op.ts'
import { tittelAv } from '../../sync/tittel.ts'
import type { Database } from '../schema.ts'
import { alone } from '../transaction.ts'
import { writeNotices, type Notice } from './notices.ts'
import { slippInn } from './persist.ts'
import { runs } from './push.ts'
import type { PushSvar, PushVerden } from './pushTypes.ts'
import { avgjoer, type Avsender } from './quarantine.ts'
import { lesPoster } from './records.ts'
import { lockSpace } from './space.ts'

class IkkeSluppet extends Error {}

/**
 * Lets a set-aside op in, in its author's name, or drops it, with what was written together with it, and tells the author which, in the same transaction.
 * Gives the spaces that moved. Faults: HH-304 where it no longer waits, HH-206 with the reason it was refused.
 */
export async function decide(
  db: Kysely<Database>,
  av: Bruker,
  opId: string,
  slipp: boolean,
  verden: PushVerden,
): Promise<Resultat<PushSvar['heads']>> {
  try {
    const heads = await alone(db, async (trx) => {
      const [satt, ...resten] = await avgjoer(trx, opId, slipp ? 'released' : 'discarded', av.id, verden.now())
      if (!satt) return null
      const ops = [satt, ...resten].map(({ op }) => op)
      const svar: PushSvar = { results: [], nextSeq: 1, forked: false, heads: new Map() }
      const fra = { ...satt.fra, adgang: null, offset: 0 }
      if (slipp) for (const run of runs(ops)) await slippInn(trx, fra, run, verden, svar)
      const nei = svar.results.find((r) => r.status === 'refused' || r.status === 'quarantined')
      if (nei) throw new IkkeSluppet(nei.reason?.text ?? '')
      // One who has sent it herself meanwhile has her answer.
      const tatt = new Set(svar.results.map((r) => r.opId))
      const avgjort = ops.filter((op) => !slipp || tatt.has(op.opId))
      await tellAuthor(trx, av, fra, avgjort, slipp ? 'sluppet' : 'forkastet', verden, svar)
      return svar.heads
    })
    return heads ? ok(heads) : feil({ kode: 'HH-304', tekst: 'Endringen venter ikke lenger. Last listen på nytt.' })
  } catch (e) {
    // Rolled back: it waits as before.
    if (e instanceof IkkeSluppet) return feil({ kode: 'HH-206', tekst: e.message })
    throw e
  }
}

/** A row for each in the author's own space; the same decision again, after a restore, is no news. */
async function tellAuthor(
  trx: Transaction<Database>,
  av: Bruker,
  author: Avsender,
  ops: readonly Op[],
  slag: 'sluppet' | 'forkastet',
  verden: PushVerden,
  svar: PushSvar,
): Promise<void> {
  // That she had read something is not something she wrote.
  const skrevet = ops.filter((op) => op.type !== 'beskjed')
  if (skrevet.length === 0) return
  const notices: Notice[] = []
  for (const op of skrevet) {
    const post = (await lesPoster(trx, op.space, [op])).values().next().value
    const doc = {
      slag,
      rom: op.space,
      gjelder: `${op.type}/${op.id}`,
      tittel: tittelAv({ ...op.set, ...post?.doc }),
      felter: skrivesAv(op),
      av: av.navn,
      skrevet: op.t,
    }
    notices.push({ opId: op.opId, id: avgjortId(op.opId), doc })
  }
  const rom = egetRom({ id: author.actor })
  const space = await lockSpace(trx, rom, verden.uuid)
  const sagt = await lesPoster(
    trx,
    rom,
    notices.map(({ id }) => ({ type: 'beskjed', id })),
  )
  const nye = notices.filter(({ id, doc }) => sagt.get(`beskjed/${id}`)?.doc.slag !== doc.slag)
  await writeNotices(trx, author, rom, space.head + 1, nye, verden, svar)
}
