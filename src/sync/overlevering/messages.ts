import * as v from 'valibot'
import type { OpResult } from '../messages.ts'
import type { Op } from '../op.ts'
import { uuid } from '../opskjema.ts'

/** What devices and server say to each other about hand-over (docs/sync.md, «Hand-over»). Bytes are base64url. */

const bytes = (maks: number) => v.pipe(v.string(), v.maxLength(maks), v.regex(/^[A-Za-z0-9_-]+$/))

/** `POST /api/overlevering/nettbrett`: a replica says its public key; said again it changes nothing. */
export const nettbrettSkjema = v.object({
  replica: uuid,
  noekkel: bytes(100),
  /** OpIds of messages that are kept on the device from now on. */
  kvittert: v.optional(v.pipe(v.array(v.string()), v.maxLength(1000)), []),
})
export type Nettbrettmelding = v.InferOutput<typeof nettbrettSkjema>

/** A change that came by hand-over and was not taken as it was: told to its author on whichever of her devices asks first. */
export interface Beskjed {
  op: Op
  resultat: OpResult
}

export interface Nettbrettsvar {
  /** The key to seal packets to. */
  tjener: { id: string; noekkel: string }
  beskjeder: Beskjed[]
}

/** `POST /api/overlevering`: a carried packet. */
export const overleveringSkjema = v.object({ pakke: bytes(1_400_000) })

export interface Overleveringssvar {
  /** How many changes were in it. */
  antall: number
  /** How many of them nobody had brought before. */
  nye: number
  /** How many wait for a prosjektleder. */
  tilSide: number
}
