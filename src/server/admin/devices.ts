import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { endSessionOfDevice } from '../auth/sessions.ts'
import { feilMed } from '../http/feil.ts'
import { alone } from '../transaction.ts'
import { writeAudit } from './audit.ts'
import type { Actor, AdminWorld } from './world.ts'

/** A device as the administration lists it. */
export interface NettbrettRad {
  replica: string
  /** What the device calls itself: «Chrome på Android». */
  navn: string
  brukerId: string
  brukerNavn: string
  foersteGang: number
  sistSett: number
  fjernet: boolean
}

/** Every device that has ever synced, the latest seen first. */
export async function listDevices({ db, store }: Pick<AdminWorld, 'db' | 'store'>): Promise<NettbrettRad[]> {
  const names = new Map(
    (await db.selectFrom('bruker').select(['user_id', 'navn']).execute()).map((b) => [b.user_id, b.navn]),
  )
  return (await store.devices()).map(({ bruker, ...d }) => ({
    ...d,
    brukerId: bruker,
    brukerNavn: names.get(bruker) ?? 'Ukjent bruker',
  }))
}

/** Takes a device's access away: it is sent nothing from now on, what it sends is set aside, and its session is ended. What it has not sent stays on it. */
export async function removeDevice(world: AdminWorld, actor: Actor, replica: string): Promise<Resultat<null>> {
  const device = (await listDevices(world)).find((d) => d.replica === replica)
  if (device === undefined) return feil(feilMed('HH-410'))
  await world.store.revokeDevice(replica)
  const session = await alone(world.db, async (trx) => {
    const { navn, brukerId, brukerNavn } = device
    await writeAudit(trx, world.now(), actor, 'nettbrett.fjernet', replica, { navn, brukerId, brukerNavn })
    return endSessionOfDevice(trx, replica)
  })
  world.who.forget()
  if (session !== null) world.streams.endSession(session)
  return ok(null)
}
