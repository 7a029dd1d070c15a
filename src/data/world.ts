import type { Base } from './db.ts'

/** What a sync round needs of the world; a test gives its own clock and network. */
export interface Rundeverden {
  db: Base
  /** Whose database it is. */
  bruker: string
  fetch: typeof fetch
  naa: () => number
  uuid: () => string
  /** What this device calls itself in the list of devices. */
  enhetsnavn: string
  /** Tells how far the first filling has come: spaces done of all. */
  framdrift?: (hentet: number, av: number) => void
}

