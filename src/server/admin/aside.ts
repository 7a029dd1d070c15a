import * as v from 'valibot'
import type { Resultat } from '../../domain/resultat.ts'
import type { Bruker } from '../../domain/tilgang.ts'
import { writeAudit } from './audit.ts'
import type { AdminWorld } from './world.ts'

export const avgjoerelseSchema = v.object({ slipp: v.boolean() })

/** Lets in, or drops, a change that the server set aside: one from a removed device, or one it could not work with. */
export async function decide(
  { db, store, now }: AdminWorld,
  actor: Bruker,
  opId: string,
  slipp: boolean,
): Promise<Resultat<null>> {
  const op = (await store.setAside()).find((s) => s.opId === opId)
  const done = await store.decide(actor, opId, slipp)
  if (done.ok && op !== undefined) {
    const { type, id, brukernavn } = op
    await writeAudit(db, now(), actor, slipp ? 'endring.sluppet' : 'endring.forkastet', opId, { type, id, brukernavn })
  }
  return done
}
