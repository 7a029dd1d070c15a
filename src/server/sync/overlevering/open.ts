import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Kysely } from 'kysely'
import * as v from 'valibot'
import { feil, ok, type Resultat } from '../../../domain/resultat.ts'
import { feilMed } from '../../http/feil.ts'
import {
  FORMAAL,
  innholdSkjema,
  lesPakke,
  MAKS_INNHOLD,
  sammen,
  SIGNATUR,
  type Innhold,
  type LestPakke,
} from '../../../sync/overlevering/pakke.ts'
import type { Database } from '../../schema.ts'
import { isSignedBy, keyPair, suite } from './keys.ts'

/** Opens a packet and finds out who made it. */

export interface Opened {
  innhold: Innhold
  /** The name that stands on the packet; proved only together with the rest. */
  fra: string
  /** Whether the signature shows that it was made on a device of the user it names. */
  proved: boolean
  /** The device that made it was taken away, as this or as another replica. */
  revoked: boolean
  /** What the server expects next from the replica itself; 1 for one it does not know. */
  nextSeq: number
}

const inflate = promisify(inflateRaw)
const changed = () => feil(feilMed('HH-305'))

/** Faults: HH-305 changed or damaged, HH-306 sealed to another installation, HH-307 from a newer version. */
export async function openPacket(db: Kysely<Database>, bytes: Uint8Array<ArrayBuffer>): Promise<Resultat<Opened>> {
  const packet = lesPakke(bytes)
  if (packet === 'nyere') return feil(feilMed('HH-307'))
  if (typeof packet === 'string') return changed()
  const key = await keyPair(db, packet.hode.til)
  if (key === null) return feil(feilMed('HH-306'))
  const sealed = await unseal(key, packet)
  if (sealed === null) return changed()
  const innhold = v.safeParse(innholdSkjema, sealed.json)
  if (!innhold.success) return feil(feilMed('HH-307'))
  return whose(db, packet, innhold.output, sealed)
}

interface Unsealed {
  json: unknown
  signature: Uint8Array<ArrayBuffer>
  signed: Uint8Array<ArrayBuffer>
}

async function unseal(
  key: NonNullable<Awaited<ReturnType<typeof keyPair>>>,
  { foran, hemmelighet, forseglet }: LestPakke,
): Promise<Unsealed | null> {
  try {
    const info = new TextEncoder().encode(FORMAAL)
    const inside = new Uint8Array(await suite.Open(key, hemmelighet, forseglet, { aad: foran, info }))
    const compressed = inside.slice(SIGNATUR)
    const content = await inflate(compressed, { maxOutputLength: MAKS_INNHOLD })
    const json = JSON.parse(content.toString('utf8')) as unknown
    return { json, signature: inside.slice(0, SIGNATUR), signed: sammen(foran, compressed) }
  } catch {
    // Not sealed to us in this form, or not what it says it is: either way it has been changed or is damaged.
    return null
  }
}

async function whose(
  db: Kysely<Database>,
  packet: LestPakke,
  innhold: Innhold,
  { signature, signed }: Unsealed,
): Promise<Resultat<Opened>> {
  const replicas = await db
    .selectFrom('replica')
    .select(['id', 'user_id', 'revoked', 'next_seq', 'noekkel', 'noekkel_id'])
    .where((e) => e.or([e('noekkel_id', '=', innhold.noekkel), e('id', '=', innhold.replica)]))
    .execute()
  if (replicas.some((r) => r.user_id !== innhold.bruker)) return changed()
  const [known] = replicas.filter((r) => r.noekkel_id === innhold.noekkel)
  if (known?.noekkel != null && !(await isSignedBy(known.noekkel, signature, signed))) return changed()
  return ok({
    innhold,
    fra: packet.hode.fra,
    proved: known !== undefined,
    revoked: replicas.some((r) => r.revoked === 1),
    nextSeq: replicas.find((r) => r.id === innhold.replica)?.next_seq ?? 1,
  })
}
