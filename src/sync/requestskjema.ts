import * as v from 'valibot'
import { OPS_PER_FORESPOERSEL } from './limits.ts'
import { opSkjema, tellende, uuid } from './opskjema.ts'
import { PROTOKOLL } from './versions.ts'

/** How the server checks what a device asks. Apart from `messages.ts`, since a device has no use for it. */
export const syncRequestSkjema = v.object({
  protocol: v.literal(PROTOKOLL),
  replica: uuid,
  /** Whose work it is. The session may be another's: somebody else has logged in in the same browser meanwhile. */
  user: v.optional(v.pipe(v.string(), v.maxLength(80))),
  /** What the device calls itself, for the list of devices: «Chrome på Android». */
  device: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(120),
      v.transform((s) => s.replaceAll('\0', '')),
    ),
    '',
  ),
  schema: v.number(),
  /** An empty device that has never had an answer asks what it was before: the replica that its browser remembers, or ''. */
  former: v.optional(v.union([uuid, v.literal('')])),
  /** The device's clock, milliseconds; its distance from the server's is the offset. */
  now: v.number(),
  push: v.pipe(v.array(opSkjema), v.maxLength(OPS_PER_FORESPOERSEL)),
  /** Where the device stands in each space it has. Spaces it has a right to and does not name are sent from the start. `only` narrows the pull to the named. */
  spaces: v.array(v.object({ id: v.string(), epoch: v.string(), ver: tellende, mark: v.string() })),
  only: v.optional(v.array(v.string())),
})
