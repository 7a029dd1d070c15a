import type { Base } from './db.ts'

/** WebKit can lose its connection to IndexedDB while everything stored is unharmed: open again and do the whole thing once more. */

const FORSOEK = 3
const MISTET = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError'])

const erMistet = (e: unknown): boolean =>
  e instanceof Error && (MISTET.has(e.name) || ('inner' in e && e.inner !== e && erMistet(e.inner)))

/**
 * Runs `gjoer`; where the connection was lost, opens the database again and runs the whole of it once more, three times at most.
 * Only for what is one transaction: it happened whole or not at all.
 */
export async function medGjenaapning<T>(db: Base, gjoer: () => Promise<T>): Promise<T> {
  for (let forsoek = 1; ; forsoek++) {
    try {
      return await gjoer()
    } catch (e) {
      if (forsoek > FORSOEK || !erMistet(e)) throw e
      db.close({ disableAutoOpen: false })
      await db.open()
    }
  }
}
