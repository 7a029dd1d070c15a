import type { Beskjed, Nettbrettsvar } from '../../sync/overlevering/messages.ts'
import { tittelAv } from '../../sync/tittel.ts'
import type { Returnert } from '../db.ts'
import { hentPar, kanSignere, tilBase64url } from './noekler.ts'
import { spoer, type Overleveringsverden } from './verden.ts'

/** Tells the server this replica's public key, and takes in what it tells of changes that came by another's device. */
export async function meldNettbrett(verden: Overleveringsverden): Promise<void> {
  const { db } = verden
  const replica = (await db.meta.get('replica'))?.v as string | undefined
  if (replica === undefined || !kanSignere()) return
  const noekkel = tilBase64url((await hentPar(db)).offentlig)
  let kvittert: string[] = []
  do {
    const svar = await spoer<Nettbrettsvar & { registrert: boolean }>(verden, '/api/overlevering/nettbrett', {
      replica,
      noekkel,
      kvittert,
    })
    if (!svar.ok) return
    const { tjener, registrert, beskjeder } = svar.verdi
    await db.meta.bulkPut([
      { k: 'tjenernoekkel', v: tjener },
      { k: 'registrert', v: registrert ? replica : null },
    ])
    await taImot(verden, beskjeder)
    kvittert = beskjeder.map((b) => b.op.opId)
  } while (kvittert.length > 0)
}

/** When the server is in reach again: keys are told, and what this device carries for others is brought. */
export async function stellOverlevering(verden: Overleveringsverden): Promise<void> {
  await meldNettbrett(verden)
  const baerer = await verden.db.baaret.where('stand').equals('venter').count()
  if (baerer > 0) await (await import('./lever.ts')).lever(verden)
}

/** What this device still waits for an answer to, it is told by that answer. */
async function taImot({ db }: Overleveringsverden, beskjeder: readonly Beskjed[]): Promise<void> {
  if (beskjeder.length === 0) return
  await db.transaction('rw', db.outbox, db.rejected, async () => {
    const ider = beskjeder.map((b) => b.op.opId)
    const egne = new Set((await db.outbox.where('opId').anyOf(ider).toArray()).map((o) => o.opId))
    const kjente = new Set(await db.rejected.where('opId').anyOf(ider).primaryKeys())
    await db.rejected.bulkPut(beskjeder.filter((b) => !egne.has(b.op.opId) && !kjente.has(b.op.opId)).map(somReturnert))
  })
}

function somReturnert({ op, resultat: { status, merged, reason } }: Beskjed): Returnert {
  const slag = status === 'refused' ? 'avvist' : status === 'quarantined' ? 'satt_til_side' : 'overskrevet'
  const kode = reason?.code ?? (slag === 'overskrevet' ? 'HH-209' : '')
  const tittel = tittelAv(op.set)
  // The sentence for a code that came without one stands in `returned.ts`.
  return { opId: op.opId, slag, op, tittel, tapteFelter: merged ?? [], kode, grunn: reason?.text ?? '' }
}
