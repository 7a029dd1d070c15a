import * as v from 'valibot'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from '../auth/auth.ts'
import { hashToken } from '../auth/hashed-tokens.ts'
import { endSessionsOfUser } from '../auth/sessions.ts'
import { asEmail, insertUser, setPassword } from '../auth/users.ts'
import { feilMed } from '../http/feil.ts'
import { alone } from '../transaction.ts'
import { writeAudit } from './audit.ts'
import { asInvitasjon, emailTaken, epostSchema, navnSchema, open, type Invitasjon } from './invitations.ts'
import type { AdminWorld, Db } from './world.ts'

export const acceptSchema = v.object({
  passord: v.pipe(
    v.string('Lag et passord.'),
    v.minLength(PASSWORD_MIN, `Passordet må ha minst ${PASSWORD_MIN} tegn. Bruk gjerne en setning.`),
    v.maxLength(PASSWORD_MAX, `Passordet kan ha ${PASSWORD_MAX} tegn. Kort det ned.`),
  ),
  /** Asked for where the link does not know them: the first prosjektleder's. */
  navn: v.optional(navnSchema),
  epost: v.optional(epostSchema),
})
export type Godtatt = v.InferOutput<typeof acceptSchema>

/** What a link is for; a fault when it is used, withdrawn, run out or made up. */
export async function lookAt({ db, now }: AdminWorld, token: string): Promise<Resultat<Invitasjon>> {
  const row = await open(db, now()).where('token_hash', '=', hashToken(token)).executeTakeFirst()
  return row === undefined ? feil(feilMed('HH-406')) : ok(asInvitasjon(row))
}

/** Uses a link, once: makes the user, or gives the one it is for a new password. Answers the user's id. */
export async function accept(world: AdminWorld, token: string, given: Godtatt): Promise<Resultat<string>> {
  const seen = await lookAt(world, token)
  if (!seen.ok) return seen
  // Slow on purpose, so it is done before the transaction, which everybody else waits for.
  const passwordHash = await world.hashPassword(given.passord)
  const done = await alone(world.db, (trx) => acceptIn(trx, world, token, given, passwordHash))
  if (done.ok) world.who.forget()
  return done
}

async function acceptIn(
  trx: Db,
  world: AdminWorld,
  token: string,
  given: Godtatt,
  passwordHash: string,
): Promise<Resultat<string>> {
  const { now, uuid } = world
  const row = await open(trx, now()).where('token_hash', '=', hashToken(token)).executeTakeFirst()
  if (row === undefined) return feil(feilMed('HH-406'))
  const { rolle, enheter } = asInvitasjon(row)
  const navn = row.navn || given.navn
  const epost = asEmail(row.epost || given.epost || '')
  if (navn === undefined) return feil(feilMed('HH-411', 'Skriv navnet ditt.', 'navn'))
  if (epost === '') return feil(feilMed('HH-411', 'Skriv e-postadressen.', 'epost'))

  const userId = row.user_id ?? uuid()
  if (row.user_id === null) {
    if (await emailTaken(trx, epost)) return feil(feilMed('HH-409', undefined, 'epost'))
    await insertUser(trx, { id: userId, navn, rolle, enheter, epost, passwordHash }, now(), uuid)
    await writeAudit(trx, now(), { id: userId, navn }, 'bruker.opprettet', userId, { navn, epost, rolle, enheter })
  } else {
    await setPassword(trx, userId, passwordHash, now(), uuid)
    await endSessionsOfUser(trx, userId)
    await writeAudit(trx, now(), { id: userId, navn }, 'passord.byttet', userId, { navn })
  }
  await trx.updateTable('invitasjon').set({ brukt: now() }).where('id', '=', row.id).execute()
  return ok(userId)
}
