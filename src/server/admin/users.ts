import * as v from 'valibot'
import { feil, ok, type Feil, type Resultat } from '../../domain/resultat.ts'
import type { Bruker } from '../../domain/tilgang.ts'
import { endSessionsOfUser } from '../auth/sessions.ts'
import { asBruker, asUnits } from '../auth/who.ts'
import { feilMed } from '../http/feil.ts'
import { alone } from '../transaction.ts'
import { checkUnits, enheterSchema, rolleSchema } from './access.ts'
import { writeAudit } from './audit.ts'
import type { AdminWorld, Db } from './world.ts'

export interface BrukerRad extends Bruker {
  epost: string
  sperret: boolean
  /** When a device of the user's was last heard from, milliseconds; `null` for never. */
  sistSett: number | null
}

export const endringSchema = v.partial(v.object({ rolle: rolleSchema, enheter: enheterSchema, sperret: v.boolean() }))
export type Brukerendring = v.InferOutput<typeof endringSchema>

/** Every user, by name. */
export async function listUsers({ db }: Pick<AdminWorld, 'db'>): Promise<BrukerRad[]> {
  const rows = await db
    .selectFrom('bruker')
    .innerJoin('user', 'user.id', 'bruker.user_id')
    .selectAll('bruker')
    .select('user.email')
    .select((e) =>
      e
        .selectFrom('replica')
        .select((r) => r.fn.max<number | null>('last_seen').as('sett'))
        .whereRef('replica.user_id', '=', 'bruker.user_id')
        .as('sett'),
    )
    .execute()
  return rows
    .map((r) => ({ ...asBruker(r), epost: r.email, sperret: r.sperret !== 0, sistSett: r.sett ?? null }))
    .sort((a, b) => a.navn.localeCompare(b.navn, 'nb'))
}

/** Changes a user's role, units or lock. A lock, and a change of rights, works at once on every device. */
export async function changeUser(
  world: AdminWorld,
  actor: Bruker,
  userId: string,
  change: Brukerendring,
): Promise<Resultat<null>> {
  const done = await alone(world.db, (trx) => changeIn(trx, world, actor, userId, change))
  if (!done.ok) return done
  world.who.forget()
  world.streams.endUser(userId)
  return done
}

async function changeIn(
  trx: Db,
  { now }: AdminWorld,
  actor: Bruker,
  userId: string,
  change: Brukerendring,
): Promise<Resultat<null>> {
  const row = await trx.selectFrom('bruker').selectAll().where('user_id', '=', userId).executeTakeFirst()
  if (row === undefined) return feil(feilMed('HH-410'))
  const before = { rolle: asBruker(row).rolle, enheter: asUnits(row.enheter), sperret: row.sperret !== 0 }
  const wanted = { ...before, ...change }
  const refusal = await whyNot(trx, actor, userId, before, wanted)
  if (refusal !== null) return feil(refusal)
  const units = await checkUnits(trx, wanted.rolle, wanted.enheter)
  if (!units.ok) return units
  const after = { ...wanted, enheter: units.verdi }

  await trx
    .updateTable('bruker')
    .set({ rolle: after.rolle, enheter: JSON.stringify(after.enheter), sperret: after.sperret ? 1 : 0 })
    .where('user_id', '=', userId)
    .execute()
  if (after.sperret) await endSessionsOfUser(trx, userId)
  const hva = after.sperret === before.sperret ? 'bruker.endret' : after.sperret ? 'bruker.sperret' : 'bruker.aapnet'
  await writeAudit(trx, now(), actor, hva, userId, { navn: row.navn, foer: before, etter: after })
  return ok(null)
}

type Tilgang = Required<Brukerendring>

async function whyNot(trx: Db, actor: Bruker, userId: string, foer: Tilgang, etter: Tilgang): Promise<Feil | null> {
  const isLeader = (t: Tilgang) => t.rolle === 'prosjektleder' && !t.sperret
  if (isLeader(foer) && !isLeader(etter) && (await countLeaders(trx)) <= 1) return feilMed('HH-408')
  if (userId === actor.id && (etter.sperret || etter.rolle !== foer.rolle)) return feilMed('HH-407')
  return null
}

/** Users who can log in and administrate. */
export async function countLeaders(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('bruker')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('rolle', '=', 'prosjektleder')
    .where('sperret', '=', 0)
    .executeTakeFirstOrThrow()
  return n
}
