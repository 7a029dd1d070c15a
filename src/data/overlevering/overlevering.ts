import { lagSamler } from '../../sync/overlevering/koder.ts'
import type { Overlevering } from '../device.ts'
import { live } from '../signal.ts'
import { lever } from './lever.ts'
import { meldNettbrett } from './meld.ts'
import { ta } from './motta.ts'
import { lagPakke } from './pakk.ts'
import type { Overleveringsverden } from './verden.ts'

/** Hand-over without a network, as screens see it. Loaded when it is asked for. */
export function lagOverlevering(verden: Overleveringsverden): Overlevering {
  const { db, naa } = verden
  return {
    pakk: () => lagPakke(verden),
    async merk({ id, opIder }) {
      await db.transaction('rw', db.outbox, db.meta, async () => {
        await db.outbox.where('opId').anyOf(opIder).modify({ overlevert: naa() })
        await db.meta.put({ k: `pakke ${id}`, v: naa() })
      })
    },
    samler: lagSamler,
    motta: (bytes, navn) => ta(verden, bytes, navn),
    baaret: live(async () => (await db.baaret.toArray()).sort((a, b) => b.mottatt - a.mottatt)),
    fjern: (id) => db.baaret.delete(id),
    lever: () => lever(verden),
    meld: () => meldNettbrett(verden),
  }
}
