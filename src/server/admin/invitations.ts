import type { Selectable } from 'kysely'
import * as v from 'valibot'
import { tittel } from '../../domain/felt.ts'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import type { Rolle } from '../../domain/tilgang.ts'
import { hashToken } from '../auth/hashed-tokens.ts'
import { asEmail } from '../auth/users.ts'
import { asUnits } from '../auth/who.ts'
import type { InvitasjonTable } from '../auth/tables.ts'
import { feilMed } from '../http/feil.ts'
import { alone } from '../transaction.ts'
import { checkUnits, enheterSchema, rolleSchema } from './access.ts'
import { writeAudit } from './audit.ts'
import { SERVER, type Actor, type AdminWorld, type Db } from './world.ts'

const DAY_MS = 86_400_000
export const LINK_DAYS = 7

export const epostSchema = v.pipe(
  v.string('Skriv e-postadressen.'),
  v.trim(),
  v.email('Skriv en e-postadresse, for eksempel navn@kommune.no.'),
  v.maxLength(254, 'E-postadressen er for lang.'),
)
export const navnSchema = tittel('Navn')
export const invitasjonSchema = v.object({
  navn: navnSchema,
  epost: epostSchema,
  rolle: rolleSchema,
  enheter: v.optional(enheterSchema, []),
})
export type NyInvitasjon = v.InferOutput<typeof invitasjonSchema>

/** A link that waits to be used. */
export interface Invitasjon {
  id: string
  navn: string
  epost: string
  rolle: Rolle
  enheter: string[]
  opprettet: number
  utloeper: number
  /** For a new password to a user who exists, not for a new user. */
  nyttPassord: boolean
}

/** The link itself, said once: only its hash is kept. */
export interface Lenke {
  id: string
  lenke: string
  utloeper: number
}

export const asInvitasjon = (r: Selectable<InvitasjonTable>): Invitasjon => ({
  id: r.id,
  navn: r.navn,
  epost: r.epost,
  rolle: v.parse(rolleSchema, r.rolle),
  enheter: asUnits(r.enheter),
  opprettet: r.opprettet,
  utloeper: r.utloeper,
  nyttPassord: r.user_id !== null,
})

/** Links that are neither used, withdrawn nor run out, newest first. */
export async function listInvitations({ db, now }: Pick<AdminWorld, 'db' | 'now'>): Promise<Invitasjon[]> {
  const rows = await open(db, now()).orderBy('opprettet', 'desc').execute()
  return rows.map(asInvitasjon)
}

export const open = (db: Db, now: number) =>
  db
    .selectFrom('invitasjon')
    .selectAll()
    .where('brukt', 'is', null)
    .where('trukket', 'is', null)
    .where('utloeper', '>', now)

/** Invites a new user. */
export async function invite(world: AdminWorld, actor: Actor, ny: NyInvitasjon): Promise<Resultat<Lenke>> {
  return alone(world.db, async (trx) => {
    const epost = asEmail(ny.epost)
    if (await emailTaken(trx, epost)) return feil(feilMed('HH-409', undefined, 'epost'))
    const units = await checkUnits(trx, ny.rolle, ny.enheter)
    if (!units.ok) return units
    return ok(await makeLink(trx, world, actor, { ...ny, epost, enheter: units.verdi, user_id: null }, LINK_DAYS))
  })
}

/** A link to a new password, for one who has lost the old. The old works until the link is used. */
export async function invitePassword(world: AdminWorld, actor: Actor, userId: string): Promise<Resultat<Lenke>> {
  return alone(world.db, async (trx) => {
    const row = await trx
      .selectFrom('bruker')
      .innerJoin('user', 'user.id', 'bruker.user_id')
      .select(['bruker.navn', 'bruker.rolle', 'bruker.enheter', 'user.email'])
      .where('bruker.user_id', '=', userId)
      .where('bruker.sperret', '=', 0)
      .executeTakeFirst()
    if (row === undefined) return feil(feilMed('HH-410'))
    const to = {
      navn: row.navn,
      epost: row.email,
      rolle: v.parse(rolleSchema, row.rolle),
      enheter: asUnits(row.enheter),
    }
    return ok(await makeLink(trx, world, actor, { ...to, user_id: userId }, LINK_DAYS))
  })
}

/** The link that makes a prosjektleder of whoever opens it, for the one who runs the server. Name and address are asked for when it is used. */
export async function inviteLeader(world: AdminWorld): Promise<Lenke> {
  return alone(world.db, async (trx) => {
    // A start prints a new one; those printed before are worth nothing from then on.
    await trx
      .updateTable('invitasjon')
      .set({ trukket: world.now() })
      .where('opprettet_av', '=', SERVER.id)
      .where('brukt', 'is', null)
      .where('trukket', 'is', null)
      .execute()
    return makeLink(trx, world, SERVER, { navn: '', epost: '', rolle: 'prosjektleder', enheter: [], user_id: null }, 1)
  })
}

export async function withdraw({ db, now }: AdminWorld, actor: Actor, id: string): Promise<Resultat<null>> {
  return alone(db, async (trx) => {
    const row = await open(trx, now()).where('id', '=', id).executeTakeFirst()
    if (row === undefined) return feil(feilMed('HH-410'))
    await trx.updateTable('invitasjon').set({ trukket: now() }).where('id', '=', id).execute()
    await writeAudit(trx, now(), actor, 'invitasjon.trukket', id, { navn: row.navn, epost: row.epost })
    return ok(null)
  })
}

export const emailTaken = async (trx: Db, epost: string): Promise<boolean> =>
  (await trx.selectFrom('user').select('id').where('email', '=', epost).executeTakeFirst()) !== undefined

async function makeLink(
  trx: Db,
  { now, uuid, token, baseUrl }: AdminWorld,
  actor: Actor,
  to: NyInvitasjon & { user_id: string | null },
  days: number,
): Promise<Lenke> {
  const secret = token()
  const row = {
    id: uuid(),
    token_hash: hashToken(secret),
    ...to,
    enheter: JSON.stringify(to.enheter),
    opprettet: now(),
    opprettet_av: actor.id,
    utloeper: now() + days * DAY_MS,
    brukt: null,
    trukket: null,
  }
  await trx.insertInto('invitasjon').values(row).execute()
  const { navn, epost, rolle, enheter } = to
  const hva = to.user_id === null ? 'invitasjon.laget' : 'passordlenke.laget'
  await writeAudit(trx, now(), actor, hva, to.user_id ?? row.id, { navn, epost, rolle, enheter })
  return { id: row.id, lenke: `${baseUrl}/inviter/${secret}`, utloeper: row.utloeper }
}
