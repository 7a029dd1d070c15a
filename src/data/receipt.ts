import type { Base } from './db.ts'
import type { Postkvittering } from './device.ts'

/** How far what was written here on one record has come. A confirmed change stays in `acked` until the server has it in a verified backup. */
export async function lesPostkvittering(db: Base, rom: string, type: string, id: string): Promise<Postkvittering> {
  const noekkel: [string, string, string] = [rom, type, id]
  const denne = (x: { space: string; type: string; id: string }) => x.space === rom && x.type === type && x.id === id
  const venter = await db.outbox.where('[space+type+id]').equals(noekkel).count()
  const siste = await db.sent.orderBy('bekreftet').reverse().filter(denne).first()
  const ikkeKopiert = await db.acked.where('[space+ver]').between([rom, 0], [rom, Infinity]).filter(denne).count()
  return { venter, bekreftet: siste?.bekreftet ?? null, kopiert: ikkeKopiert === 0 }
}
