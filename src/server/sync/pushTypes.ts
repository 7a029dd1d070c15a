import type { OpResult } from '../../sync/messages.ts'
import type { Adgang } from './apply.ts'

/** What a push needs of the world, and what comes of it. */

export interface PushAvsender {
  replica: string
  /** By what else than the replica itself the ops came: they are then counted under that name. */
  via?: string
  adgang: Adgang
  actor: string
  actorName: string
  /** What to add to the device's clock to get the server's, milliseconds. */
  offset: number
}

export interface PushSvar {
  results: OpResult[]
  nextSeq: number
  forked: boolean
  heads: Map<string, number>
}

export interface PushVerden {
  now: () => number
  uuid: () => string
  /** Takes a line for the log; never the content of an op. */
  log?: (line: string) => void
}
