import type { Overleveringssvar } from '../../sync/overlevering/messages.ts'
import type { Baaret } from '../device.ts'
import { tilBase64url } from './noekler.ts'
import { spoer, type Overleveringsverden } from './verden.ts'

/** Brings the server what this device carries for others. Doing it twice does no harm. */

/** Those that no other try will help: the packet itself is not what it should be. */
const FOR_GODT = new Set(['HH-301', 'HH-305', 'HH-306'])
const LEVERTE_SOM_VISES = 30

export async function lever(verden: Overleveringsverden): Promise<void> {
  const { db, naa } = verden
  for (const { id, bytes } of await db.baaret.where('stand').equals('venter').sortBy('mottatt')) {
    const svar = await spoer<Overleveringssvar>(verden, '/api/overlevering', { pakke: tilBase64url(bytes!) })
    if (svar.ok) {
      const { antall, tilSide } = svar.verdi
      // The server has it: what is left is the receipt.
      await db.baaret.update(id, { stand: 'levert', levert: naa(), antall, tilSide, bytes: undefined, grunn: undefined })
    } else if (svar.kode !== undefined && svar.kode !== 'HH-401') {
      const stand: Baaret['stand'] = FOR_GODT.has(svar.kode) ? 'avvist' : 'venter'
      await db.baaret.update(id, { stand, kode: svar.kode, grunn: svar.tekst })
    } else return
  }
  const leverte = await db.baaret.where('stand').equals('levert').sortBy('levert')
  await db.baaret.bulkDelete(leverte.slice(0, -LEVERTE_SOM_VISES).map((p) => p.id))
}
